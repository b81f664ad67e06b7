// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import com.mongodb.client.model.WriteModel;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.internal.driver.Chunks;
import dev.ligature.internal.driver.Command;
import dev.ligature.internal.load.DocumentSource;
import dev.ligature.internal.stored.StoredForm;
import dev.ligature.internal.stored.StoredId;
import dev.ligature.internal.stored.StoredRoute;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The removal of links to some targets from one member. A filter reaches into a DBRef on every server, but the
 * condition of a {@code $pull} does not: it names whole values. So ids and plain DBRefs are removed by the first
 * command. What is left, DBRefs with {@code $db}, with other fields or in another order, is read and pulled as it is
 * stored. Without such DBRefs one command is enough: statements that change nothing tell by their matches how many of
 * several documents there are to change, and how many are left.
 *
 * @param one whether one document is meant
 * @param held finds the documents that link to a target
 * @param named finds those from which the first command can take one
 * @param left finds those that link to a target after that; null if nothing is left, or if no index would find it
 */
record Detachment(
        LinkType link,
        boolean one,
        List<BsonValue> targets,
        BsonDocument held,
        BsonDocument named,
        @Nullable BsonDocument left) {
    /** From the owners. */
    static Detachment of(LinkEnds ends) {
        LinkType link = ends.link();
        BsonDocument bare = in(ends.field(), new BsonArray(ends.targets()));
        BsonDocument dbRef = in(StoredForm.dbRefPath(link), new BsonArray(ends.targets()));
        BsonDocument held = with(ends.ownersFilter(), new BsonDocument("$or", new BsonArray(List.of(bare, dbRef))));
        boolean one = ends.owners().size() == 1;
        return link.isList()
                ? new Detachment(
                        link,
                        one,
                        ends.targets(),
                        held,
                        with(ends.ownersFilter(), in(ends.field(), StoredForm.inBothForms(link, ends.targets()))),
                        with(ends.ownersFilter(), dbRef))
                : new Detachment(link, one, ends.targets(), held, held, null);
    }

    /** From all documents that refer to a target, as a back link finds them: by the path that is indexed. */
    static Detachment ofReferrers(LinkType link, BsonValue target) {
        BsonDocument plain = link.restricted(in(link.storedName(), StoredForm.inBothForms(link, List.of(target))));
        if (link.storage() != LinkStorage.DBREF) {
            return new Detachment(link, false, List.of(target), plain, plain, null);
        }
        BsonDocument held = link.restricted(new BsonDocument(link.idPath(), target));
        return link.isList()
                ? new Detachment(link, false, List.of(target), held, with(held.clone(), plain), held)
                : new Detachment(link, false, List.of(target), held, held, null);
    }

    private static BsonDocument in(String field, BsonArray values) {
        return new BsonDocument(field, new BsonDocument("$in", values));
    }

    private static BsonDocument with(BsonDocument filter, BsonDocument more) {
        filter.putAll(more);
        return filter;
    }

    /** Sends the removals of one collection in one command; emits the number of documents changed. */
    static Mono<Long> send(DocumentSource source, List<Detachment> detachments) {
        List<WriteModel<RawBsonDocument>> statements = new ArrayList<>();
        detachments.forEach(each -> each.addStatements(statements));
        return LinkUpdates.send(source, detachments.get(0).link.owner(), statements)
                .flatMap(result -> {
                    long changed = result.getModifiedCount();
                    long counted = result.getMatchedCount() - changed;
                    return detachments.get(0).one
                            ? afterOne(source, detachments, changed, counted)
                            : afterMany(source, detachments, changed, counted);
                });
    }

    private void addStatements(List<WriteModel<RawBsonDocument>> statements) {
        if (!one) {
            statements.add(LinkUpdates.counting(link, false, held));
        }
        statements.add(
                LinkUpdates.update(one, named, LinkUpdates.removal(link, StoredForm.inBothForms(link, targets))));
        if (left != null) {
            statements.add(LinkUpdates.counting(link, one, left));
        }
    }

    private static Mono<Long> afterOne(DocumentSource source, List<Detachment> detachments, long changed, long left) {
        return left == 0
                ? Mono.just(changed)
                : pullLeft(source, detachments)
                        .map(Pulled::changed)
                        .reduce(changed, Long::sum)
                        .map(sum -> Math.min(sum, 1));
    }

    /** A document that both commands change counts once: all that had to be changed were counted before. */
    private static Mono<Long> afterMany(
            DocumentSource source, List<Detachment> detachments, long changed, long heldAndLeft) {
        return heldAndLeft == changed
                ? Mono.just(changed)
                : pullLeft(source, detachments).map(Pulled::left).reduce(heldAndLeft, (held, left) -> held - left);
    }

    /** For a window of documents in which something was left: their number, and how many of them changed. */
    private record Pulled(long left, long changed) {}

    private static Flux<Pulled> pullLeft(DocumentSource source, List<Detachment> detachments) {
        return Flux.fromIterable(detachments).concatMap(each -> each.pullLeft(source), 0);
    }

    private Flux<Pulled> pullLeft(DocumentSource source) {
        if (left == null) {
            return Flux.empty();
        }
        Set<StoredId> ids = targets.stream().map(StoredId::of).collect(Collectors.toSet());
        return source.database()
                .stored(Command.Find.of(link.owner(), left)
                        .withProjection(StoredLinks.projection(List.of(link)))
                        .withBatchSize(Chunks.SCANNED_DOCUMENTS))
                .buffer(Chunks.SCANNED_DOCUMENTS)
                .concatMap(window -> pull(source, ids, window), 0);
    }

    private Mono<Pulled> pull(DocumentSource source, Set<StoredId> ids, List<BsonDocument> window) {
        StoredValues values = new StoredValues();
        for (BsonDocument document : window) {
            for (StoredLinks.Link each : StoredLinks.read(document, List.of(link))) {
                if (ids.contains(each.id())) {
                    values.add(each.stored());
                }
            }
        }
        if (values.isEmpty()) {
            return Mono.just(new Pulled(window.size(), 0));
        }
        BsonDocument documents = StoredLinks.withIds(
                window.stream().map(each -> StoredId.ofDocument(each).value()).toList());
        return LinkUpdates.send(
                        source, link.owner(), LinkUpdates.removals(link, StoredRoute.of(link), documents, values, true))
                .map(result -> new Pulled(window.size(), result.getModifiedCount()));
    }
}
