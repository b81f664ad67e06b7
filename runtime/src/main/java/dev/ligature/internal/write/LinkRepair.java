package dev.ligature.internal.write;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import dev.ligature.RequiredLinkException;
import dev.ligature.internal.execute.Commands;
import dev.ligature.internal.execute.DocumentSource;
import dev.ligature.internal.execute.Failures;
import dev.ligature.repository.RepairRule;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import reactor.core.publisher.Mono;

/** Removes dangling links: one command for each window of a scan that found some. */
public final class LinkRepair {
    private static final BulkWriteOptions IN_ORDER = new BulkWriteOptions();

    /** Values in one update of a command, which the driver splits where a server's message would be too long. */
    private static final int VALUES_PER_UPDATE = 50_000;

    private final DocumentSource source;
    private final DanglingScan scan;

    public LinkRepair(DocumentSource source, DanglingScan scan) {
        this.source = source;
        this.scan = scan;
    }

    /** Removes what dangles, or all of the members in which something does; emits the number of documents changed. */
    public Mono<Long> repair(LinkType link, RepairRule rule) {
        return Mono.defer(() -> {
            requireRepairable(link, rule);
            return scan.windows(List.of(link))
                    .concatMap(window -> repair(link, rule, window), 0)
                    .reduce(0L, Long::sum);
        });
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

    private Mono<Long> repair(LinkType link, RepairRule rule, List<DanglingScan.Stored> window) {
        boolean pull = link.isList() && rule == RepairRule.PULL;
        Set<BsonValue> documents = new LinkedHashSet<>();
        Set<BsonValue> values = new LinkedHashSet<>();
        for (DanglingScan.Stored dangling : window) {
            if (StoredIds.isQueryable(dangling.targetId())) { // an update cannot name others
                documents.add(dangling.documentId());
                values.add(dangling.value());
            }
        }
        if (documents.isEmpty()) {
            return Mono.empty();
        }
        BsonArray ids = new BsonArray(List.copyOf(documents));
        List<WriteModel<BsonDocument>> updates = new ArrayList<>();
        List<BsonValue> all = List.copyOf(values);
        for (int from = 0; from < all.size(); from += VALUES_PER_UPDATE) {
            BsonArray some = new BsonArray(all.subList(from, Math.min(all.size(), from + VALUES_PER_UPDATE)));
            updates.add(pull ? LinkUpdates.pull(link, ids, some) : LinkUpdates.unset(link, ids, some));
        }
        return Commands.on(
                        source.collection(link.owner(), BsonDocument.class),
                        commands -> commands.bulkWrite(updates, IN_ORDER))
                .onErrorMap(Failures.of(link.owner(), "update"))
                .next()
                .map(result ->
                        Math.min(result.getModifiedCount(), (long) documents.size())); // two updates may change one
    }
}
