// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.internal.driver.Chunks;
import dev.ligature.internal.load.DocumentSource;
import dev.ligature.internal.stored.StoredId;
import dev.ligature.internal.stored.StoredRoute;
import dev.ligature.internal.stored.StoredWay;
import dev.ligature.query.DeletePlan;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The removal of links to documents that are about to be deleted, as they are stored. Links in maps are not among them:
 * their updates would have to name the keys.
 *
 * @param documents how many documents lose a link
 */
record Unlink(LinkType link, long documents, List<Part> parts) {
    Unlink {
        parts = List.copyOf(parts);
    }

    /**
     * What one command removes.
     *
     * @param targets the ids of the documents to be deleted
     * @param stored the links to them, as they are stored
     * @param referrers the ids of the documents to change; empty for all that link
     */
    record Part(List<BsonValue> targets, List<BsonValue> stored, List<BsonValue> referrers) {}

    /** The removal of the links of some referrers to some of their targets; without parts if there are none. */
    static Unlink of(LinkType link, List<DeleteGraph.Entry> referrers, Set<StoredId> removed) {
        long documents = 0;
        List<Part> parts = new ArrayList<>();
        Set<BsonValue> targets = new LinkedHashSet<>();
        StoredValues stored = new StoredValues();
        List<BsonValue> ids = new ArrayList<>();
        for (DeleteGraph.Entry referrer : referrers) {
            List<StoredLinks.Link> cut = referrer.links().stream()
                    .filter(each -> each.type() == link && removed.contains(each.id()))
                    .toList();
            if (cut.isEmpty()) {
                continue;
            }
            documents++;
            ids.add(referrer.id().value());
            for (StoredLinks.Link each : cut) {
                targets.add(each.id().value());
                stored.add(each.stored());
            }
            if (Math.max(ids.size(), stored.size()) >= Chunks.IDS_PER_CHANGE) {
                parts.add(new Part(List.copyOf(targets), stored.list(), List.copyOf(ids)));
                targets.clear();
                stored.clear();
                ids.clear();
            }
        }
        if (!ids.isEmpty()) {
            parts.add(new Part(List.copyOf(targets), stored.list(), ids));
        }
        return new Unlink(link, documents, parts);
    }

    /** Whether links of a member can be removed: unless it is required, or is in a map. */
    static boolean canRemove(LinkType link) {
        return link.shape() != LinkShape.ONE && StoredWay.hasPath(link);
    }

    DeletePlan.Step step() {
        return new DeletePlan.Step(
                link.shape().isList() ? DeletePlan.Action.PULL : DeletePlan.Action.UNSET,
                link.owner().collection(),
                link.toString(),
                documents);
    }

    /** Sends the commands, one after the other. */
    Mono<Void> send(DocumentSource source) {
        return Flux.fromIterable(parts).concatMap(part -> update(source, part)).then();
    }

    private Mono<?> update(DocumentSource source, Part part) {
        BsonDocument filter = StoredLinks.referring(link, part.targets);
        if (!part.referrers.isEmpty()) {
            filter.putAll(StoredLinks.withIds(part.referrers));
        }
        return LinkUpdates.send(
                source,
                link.owner(),
                LinkUpdates.removals(
                        link,
                        StoredRoute.of(link),
                        filter,
                        StoredValues.of(part.stored),
                        link.shape().isList()));
    }

    /** The parts for some referrers of some targets; several if there are too many ids for one command. */
    static List<Part> parts(List<BsonValue> targets, List<BsonValue> stored, List<BsonValue> referrers) {
        if (referrers.size() <= Chunks.IDS_PER_CHANGE) {
            return List.of(new Part(targets, stored, referrers));
        }
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < referrers.size(); from += Chunks.IDS_PER_CHANGE) {
            int to = Math.min(from + Chunks.IDS_PER_CHANGE, referrers.size());
            parts.add(new Part(targets, stored, referrers.subList(from, to)));
        }
        return parts;
    }
}
