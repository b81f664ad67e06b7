// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.DeleteRestrictedException;
import dev.ligature.LigatureException;
import dev.ligature.RequiredLinkException;
import dev.ligature.annotation.OnDelete;
import dev.ligature.internal.driver.Chunks;
import dev.ligature.internal.load.DocumentSource;
import dev.ligature.internal.stored.StoredId;
import dev.ligature.query.DeletePlan;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the rules RESTRICT and UNLINK say about the documents that refer to deleted ones and stay. */
final class BackLinkRules {
    private final DocumentSource source;
    private final DeleteGraph graph;

    BackLinkRules(DocumentSource source, DeleteGraph graph) {
        this.source = source;
        this.graph = graph;
    }

    /** The answer of one rule: a refusal or links to be removed. */
    sealed interface Verdict permits Refused, Unlinked {}

    record Refused(DeletePlan.Refusal refusal) implements Verdict {}

    record Unlinked(Unlink unlink) implements Verdict {}

    /** Whether a rule is declared for the referrers of a type. */
    static boolean areDeclared(DocumentType<?> type) {
        return type.links().stream().anyMatch(link -> link.isBackLink() && link.onDelete() != OnDelete.NOTHING);
    }

    /** Applies the rules of all documents that are to be deleted. Reads only. */
    Flux<Verdict> verdicts() {
        return Flux.fromIterable(graph.doomed().entrySet())
                .concatMap(doomed -> Flux.fromIterable(doomed.getKey().links())
                        .filter(BackLinkRules::looksAtReferrers)
                        .concatMap(backLink -> verdict(
                                backLink,
                                doomed.getValue().stream()
                                        .filter(entry -> entry.has(backLink))
                                        .toList())));
    }

    private static boolean looksAtReferrers(LinkType link) {
        return link.isBackLink() && (link.onDelete() == OnDelete.RESTRICT || link.onDelete() == OnDelete.UNLINK);
    }

    private Mono<Verdict> verdict(LinkType backLink, List<DeleteGraph.Entry> doomed) {
        return Mono.defer(() -> {
            Referrers referrers = new Referrers(backLink, doomed.size() > Chunks.IDS_PER_CHANGE);
            return Flux.fromIterable(doomed)
                    .map(DeleteGraph.Entry::id)
                    .buffer(Chunks.IDS_PER_CHANGE)
                    .concatMap(referrers::read)
                    .then(Mono.fromSupplier(referrers::verdict));
        });
    }

    /** Collects the documents that refer by one link and stay. */
    private final class Referrers {
        private final LinkType backLink;
        private final LinkType link;
        private final boolean severalReads;
        private final boolean someAreDeleted;
        private final Set<StoredId> distinct = new HashSet<>();
        private final Set<StoredId> restricted = new LinkedHashSet<>();
        private final List<Unlink.Part> parts = new ArrayList<>();
        private long count;

        Referrers(LinkType backLink, boolean severalReads) {
            this.backLink = backLink;
            this.link = backLink.mirror();
            this.severalReads = severalReads;
            this.someAreDeleted = graph.touches(link.owner().collection());
        }

        /**
         * Reads the referrers of some documents. Their ids are remembered only if they matter, because there may be
         * very many.
         */
        Mono<Void> read(List<StoredId> ids) {
            Set<StoredId> deleted = new HashSet<>(ids);
            Set<StoredId> targets = new LinkedHashSet<>();
            StoredValues stored = new StoredValues();
            List<BsonValue> staying = new ArrayList<>();
            return DeleteSearch.find(source, link.owner(), StoredLinks.referring(link, values(ids)), List.of(link))
                    .doOnNext(referrer -> {
                        StoredId id = StoredId.ofDocument(referrer);
                        if (graph.isDoomed(link.owner().collection(), id)) {
                            return;
                        }
                        if (!severalReads || distinct.add(id)) {
                            count++;
                        }
                        if (someAreDeleted) {
                            staying.add(id.value());
                        }
                        collect(referrer, deleted, targets, stored);
                    })
                    .then(Mono.fromRunnable(() -> {
                        restricted.addAll(targets);
                        if (!targets.isEmpty()) {
                            parts.addAll(Unlink.parts(values(targets), stored.list(), staying));
                        }
                    }));
        }

        private void collect(BsonDocument referrer, Set<StoredId> deleted, Set<StoredId> targets, StoredValues stored) {
            for (StoredLinks.Link value : StoredLinks.read(referrer, List.of(link))) {
                if (deleted.contains(value.id())) {
                    targets.add(value.id());
                    stored.add(value.stored());
                }
            }
        }

        /** Null when nothing refers. */
        @Nullable
        Verdict verdict() {
            if (count == 0) {
                return null;
            }
            if (backLink.onDelete() == OnDelete.UNLINK && Unlink.canRemove(link)) {
                return new Unlinked(new Unlink(link, count, parts));
            }
            DocumentType<?> type = backLink.owner();
            List<Object> ids = restricted.stream()
                    .map(id -> StoredId.decoded(type, id.value()))
                    .toList();
            return new Refused(new DeletePlan.Refusal(
                    backLink.onDelete(), type.toString(), ids, backLink.toString(), link.toString(), count));
        }
    }

    private static List<BsonValue> values(Collection<StoredId> ids) {
        return ids.stream().map(StoredId::value).toList();
    }

    /** The error that names all refusals. */
    static LigatureException failure(List<DeletePlan.Refusal> refusals) {
        String text = refusals.stream().map(BackLinkRules::explain).collect(Collectors.joining("; "))
                + ". Nothing was deleted. Detach or delete the referring documents first.";
        return refusals.stream().anyMatch(refusal -> refusal.rule() == OnDelete.RESTRICT)
                ? new DeleteRestrictedException(text)
                : new RequiredLinkException(text);
    }

    private static String explain(DeletePlan.Refusal refusal) {
        String referrers = refusal.documents() + " cannot be deleted: "
                + (refusal.referrers() == 1 ? "1 document links" : refusal.referrers() + " documents link")
                + " there by " + refusal.link() + ", ";
        return refusal.rule() == OnDelete.RESTRICT
                ? referrers + "and " + refusal.member() + " is RESTRICT"
                : referrers + "which is required, so it cannot be unset as " + refusal.member() + " declares by UNLINK";
    }
}
