// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.RequiredLinkException;
import dev.ligature.internal.load.DocumentSource;
import dev.ligature.internal.stored.StoredForm;
import dev.ligature.query.RepairRule;
import dev.ligature.spi.LinkType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonValue;
import reactor.core.publisher.Mono;

/** Removes dangling links, with one command for each window of a scan that found some. */
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
        if (!link.shape().isOptional() && !(link.isList() && rule == RepairRule.PULL)) {
            throw new RequiredLinkException(link + " is required and cannot be "
                    + (rule == RepairRule.PULL ? "pulled from" : "unset") + " where it dangles. "
                    + (link.isList()
                            ? "Use RepairRule.PULL, which leaves an empty list."
                            : "Attach another " + link.target()
                                    + " to the documents that dangling(…) names, or delete them."));
        }
    }

    private Mono<Long> repair(LinkType link, RepairRule rule, List<LinkScan.Stored> window) {
        boolean pull = link.isList() && rule == RepairRule.PULL;
        Set<BsonValue> documents = new LinkedHashSet<>();
        StoredValues values = new StoredValues();
        for (LinkScan.Stored dangling : window) {
            if (StoredForm.isQueryable(dangling.targetId())) { // an update cannot name others
                documents.add(dangling.documentId());
                values.add(dangling.value());
            }
        }
        if (documents.isEmpty()) {
            return Mono.empty();
        }
        return LinkUpdates.send(
                        source,
                        link.owner(),
                        LinkUpdates.removals(link, StoredLinks.withIds(List.copyOf(documents)), values, pull))
                .map(result ->
                        Math.min(result.getModifiedCount(), (long) documents.size())); // two updates may change one
    }
}
