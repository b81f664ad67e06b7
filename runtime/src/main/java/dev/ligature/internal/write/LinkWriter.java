// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.WriteModel;
import dev.ligature.DocumentNotFoundException;
import dev.ligature.RequiredLinkException;
import dev.ligature.internal.driver.Operations;
import dev.ligature.internal.load.DocumentSource;
import dev.ligature.internal.stored.StoredId;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Attaches and detaches: changes stored links where they are, by updates that the server applies atomically, so nothing
 * that others write at the same time is lost. The documents are not read. Only if the server finds fewer than were
 * named, one find tells which are missing.
 */
public final class LinkWriter {
    private final DocumentSource source;
    private final Operations operations;

    public LinkWriter(DocumentSource source, Operations operations) {
        this.source = source;
        this.operations = operations;
    }

    /** Adds to a list, or replaces the target of a link to one; emits the number of documents changed. */
    public Mono<Long> attach(Object document, LinkType named, List<Object> targets) {
        return changes(
                "attach",
                Flux.defer(() -> Flux.fromIterable(
                                LinkEnds.of(named, document, targets).commands()))
                        .concatMap(ends ->
                                send(ends.type(), LinkUpdates.attach(ends)).flatMap(result -> attached(ends, result))));
    }

    /** Removes from lists, or unsets a link to one if it points to a target; emits the number of documents changed. */
    public Mono<Long> detach(Object document, LinkType named, List<Object> targets) {
        return changes(
                "detach",
                Flux.defer(() -> {
                            LinkEnds ends = LinkEnds.of(named, document, targets);
                            requireDetachable(ends.link(), ends.type(), ends.owners());
                            return Flux.fromIterable(ends.commands());
                        })
                        .concatMap(ends -> Detachment.send(source, List.of(Detachment.of(ends)))
                                .flatMap(changed -> detached(ends, changed))));
    }

    /** Empties links: the document's own with one command, then back links with one per collection of referrers. */
    public Mono<Long> detachAll(Object document, List<LinkType> named) {
        return changes("detach", Flux.defer(() -> {
            DocumentType<?> type = named.get(0).owner();
            BsonValue id = LinkArguments.documentId(named.get(0), document);
            named.forEach(link -> requireDetachable(link.isBackLink() ? link.mirror() : link, type, List.of(id)));
            List<LinkType> own =
                    named.stream().filter(link -> !link.isBackLink()).toList();
            return Flux.concat(own.isEmpty() ? Mono.empty() : empty(type, id, own), referrers(id, named));
        }));
    }

    /** The number of documents that the commands of an operation change. */
    private Mono<Long> changes(String operation, Flux<Long> commands) {
        return operations.named(operation, source.timeLimit().whole(commands.reduce(0L, Long::sum)));
    }

    private Mono<Long> empty(DocumentType<?> type, BsonValue id, List<LinkType> links) {
        List<WriteModel<RawBsonDocument>> updates = LinkUpdates.empty(id, links);
        return send(type, updates).map(result -> {
            if (result.getMatchedCount() == 0) {
                throw notFound(
                        type,
                        List.of(id),
                        links.stream().map(LinkType::toString).collect(Collectors.joining(" and ")));
            }
            return Math.min(result.getModifiedCount(), 1L); // several updates may change it
        });
    }

    private Flux<Long> referrers(BsonValue id, List<LinkType> links) {
        Map<DocumentType<?>, List<Detachment>> detachments = new LinkedHashMap<>();
        for (LinkType link : links) {
            if (link.isBackLink()) {
                detachments
                        .computeIfAbsent(link.target(), type -> new ArrayList<>())
                        .add(Detachment.ofReferrers(link.mirror(), id));
            }
        }
        return Flux.fromIterable(detachments.values()).concatMap(each -> Detachment.send(source, each));
    }

    private static void requireDetachable(LinkType link, DocumentType<?> type, List<BsonValue> ids) {
        if (link.shape() == LinkShape.ONE) {
            throw new RequiredLinkException(type + " " + StoredId.show(ids) + ": " + link
                    + " is required and cannot be detached. Attach another " + link.target()
                    + " in place of the one there is, or declare the member Optional.");
        }
    }

    /** The number of owners that changed, once it is known that all of them exist. */
    private Mono<Long> attached(LinkEnds ends, BulkWriteResult result) {
        long changed = result.getModifiedCount();
        if (result.getMatchedCount() >= ends.owners().size()) {
            return Mono.just(changed);
        }
        // Where all are there, a list took the place of a null between the two updates. Or there is something else, and
        // the server says so.
        return requireOwners(ends)
                .then(requireEmbedding(ends))
                .then(Mono.defer(() -> send(ends.type(), List.of(LinkUpdates.attachPlainly(ends)))))
                .map(again -> changed + again.getModifiedCount());
    }

    /** The number of owners that changed, once it is known that the others exist and do not hold the targets. */
    private Mono<Long> detached(LinkEnds ends, long changed) {
        return changed >= ends.owners().size()
                ? Mono.just(changed)
                : requireOwners(ends).thenReturn(changed);
    }

    private Mono<Void> requireOwners(LinkEnds ends) {
        return missing(ends)
                .filter(missing -> !missing.isEmpty())
                .flatMap(missing ->
                        Mono.error(notFound(ends.type(), missing, ends.link().toString())));
    }

    /** The owners must store the embedded value that holds the link. */
    private Mono<Void> requireEmbedding(LinkEnds ends) {
        LinkType link = ends.link();
        if (!link.isNested()) {
            return Mono.empty();
        }
        BsonDocument without = ends.ownersFilter();
        without.append(LinkEnds.embedding(link), new BsonDocument("$not", LinkUpdates.IS_DOCUMENT));
        return DeleteSearch.find(source, ends.type(), without, List.of())
                .map(owner -> StoredId.ofDocument(owner).value())
                .collectList()
                .filter(owners -> !owners.isEmpty())
                .flatMap(owners -> Mono.error(notEmbedded(link, owners)));
    }

    private static DocumentNotFoundException notEmbedded(LinkType link, List<BsonValue> ids) {
        String member = link.member().substring(0, link.member().lastIndexOf('.'));
        return new DocumentNotFoundException(link.owner() + " " + StoredId.show(ids) + " has no " + member + ": " + link
                + " cannot be attached there. Save the " + link.owner() + " with its " + member + " first.");
    }

    /** The owners that are not in their collection. */
    private Mono<List<BsonValue>> missing(LinkEnds ends) {
        return ExistingIds.find(source, ends.type(), ends.owners())
                .collect(Collectors.toSet())
                .map(found -> ends.owners().stream()
                        .filter(owner -> !found.contains(StoredId.of(owner)))
                        .toList());
    }

    private static DocumentNotFoundException notFound(DocumentType<?> type, List<BsonValue> ids, String links) {
        return new DocumentNotFoundException(type + " " + StoredId.show(ids) + " is not in \"" + type.collection()
                + "\": " + links + " cannot be changed. Insert the document first.");
    }

    private Mono<BulkWriteResult> send(DocumentType<?> type, List<WriteModel<RawBsonDocument>> updates) {
        return LinkUpdates.send(source, type, updates);
    }
}
