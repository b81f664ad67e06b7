// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import com.mongodb.client.model.WriteModel;
import dev.ligature.RequiredLinkException;
import dev.ligature.internal.load.DocumentSource;
import dev.ligature.internal.stored.StoredForm;
import dev.ligature.internal.stored.StoredRoute;
import dev.ligature.internal.stored.StoredWay;
import dev.ligature.query.RepairRule;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import reactor.core.publisher.Mono;

/**
 * Removes dangling links, with one command for each window of a scan that found some. Links in maps are removed by
 * their keys. What no update can name stays: values that a server would not take for themselves, and keys with dots.
 */
public final class LinkRepair {
    private final DocumentSource source;
    private final DanglingScan scan;

    public LinkRepair(DocumentSource source, DanglingScan scan) {
        this.source = source;
        this.scan = scan;
    }

    /** Removes what dangles, or the whole members in which something dangles; emits the number of documents changed. */
    public Mono<Long> repair(LinkType link, RepairRule rule) {
        return source.timeLimit().whole(Mono.defer(() -> {
            requireRepairable(link, rule);
            return scan.windows(List.of(link))
                    .concatMap(window -> repair(link, rule, window), 0)
                    .reduce(0L, Long::sum);
        }));
    }

    private static void requireRepairable(LinkType link, RepairRule rule) {
        if (!link.shape().isOptional() && !(link.shape().isList() && rule == RepairRule.PULL)) {
            throw new RequiredLinkException(link + " is required and cannot be "
                    + (rule == RepairRule.PULL ? "pulled from" : "unset") + " where it dangles. "
                    + (link.shape().isList() ? "Use RepairRule.PULL, which leaves an empty list." : other(link)));
        }
    }

    private static String other(LinkType link) {
        return link.isList()
                ? "Give another " + link.target()
                        + " to the embedded values that dangling(…) names, and save their documents, or delete them."
                : "Attach another " + link.target() + " to the documents that dangling(…) names, or delete them.";
    }

    /** What a window holds at the end of one route. */
    private static final class Found {
        private final Set<BsonValue> documents = new LinkedHashSet<>();
        private final StoredValues values = new StoredValues();

        void add(LinkScan.Stored dangling) {
            documents.add(dangling.documentId());
            values.add(dangling.value());
        }
    }

    private Mono<Long> repair(LinkType link, RepairRule rule, List<LinkScan.Stored> window) {
        boolean pull = link.shape().isList() && rule == RepairRule.PULL;
        Map<StoredRoute, Found> found = new LinkedHashMap<>();
        Set<BsonValue> documents = new HashSet<>();
        for (LinkScan.Stored dangling : window) {
            if (StoredForm.isQueryable(dangling.targetId()) && dangling.member().hasPath()) {
                found.computeIfAbsent(route(link, dangling), key -> new Found()).add(dangling);
                documents.add(dangling.documentId());
            }
        }
        if (documents.isEmpty()) {
            return Mono.empty();
        }
        List<WriteModel<RawBsonDocument>> updates = new ArrayList<>();
        found.forEach((route, there) -> updates.addAll(LinkUpdates.removals(
                link, route, StoredLinks.withIds(List.copyOf(there.documents)), there.values, pull)));
        return LinkUpdates.send(source, link.owner(), updates)
                .map(result ->
                        Math.min(result.getModifiedCount(), (long) documents.size())); // two updates may change one
    }

    private static StoredRoute route(LinkType link, LinkScan.Stored dangling) {
        return StoredWay.hasPath(link)
                ? StoredRoute.of(link)
                : dangling.member().route();
    }
}
