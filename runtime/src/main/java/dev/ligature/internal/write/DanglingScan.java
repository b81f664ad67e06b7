// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.internal.driver.Chunks;
import dev.ligature.internal.load.DocumentSource;
import dev.ligature.internal.stored.StoredForm;
import dev.ligature.internal.stored.StoredId;
import dev.ligature.internal.write.LinkScan.Stored;
import dev.ligature.link.DanglingLink;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonValue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds the links of a whole collection that have no target, window by window. What is in memory does not grow with the
 * collection, and a window costs one find per target collection. The next window is read when the one before is done,
 * so a scan can be part of a transaction, which takes one command at a time.
 */
public final class DanglingScan {
    private final DocumentSource source;
    private final LinkScan scan;

    public DanglingScan(DocumentSource source) {
        this.source = source;
        this.scan = new LinkScan(source);
    }

    /** The dangling links of a type, by document and position. */
    public Flux<DanglingLink> links(List<LinkType> links) {
        return source.timeLimit()
                .scan(windows(links).flatMapIterable(window -> window, 1).map(Stored::asDangling));
    }

    /** The dangling links of a type, those of one window of documents at a time. */
    Flux<List<Stored>> windows(List<LinkType> links) {
        return links.isEmpty()
                ? Flux.empty()
                : scan.windows(links).concatMap(window -> source.timeLimit().batch(dangling(window)), 0);
    }

    private Mono<List<Stored>> dangling(List<List<Stored>> window) {
        Map<DocumentType<?>, Set<StoredId>> wanted = new LinkedHashMap<>();
        for (List<Stored> ofDocument : window) {
            for (Stored link : ofDocument) {
                BsonValue id = link.targetId();
                if (StoredForm.isQueryable(id)) {
                    wanted.computeIfAbsent(link.link().target(), type -> new LinkedHashSet<>())
                            .add(StoredId.of(id));
                }
            }
        }
        return Flux.fromIterable(wanted.entrySet())
                .concatMap(entry -> Flux.fromIterable(entry.getValue())
                        .map(StoredId::value)
                        .buffer(Chunks.IDS_PER_FIND)
                        .concatMap(ids -> ExistingIds.find(source, entry.getKey(), ids), 0)
                        .map(id -> new Target(entry.getKey(), id)))
                .collect(Collectors.toSet())
                .map(found -> without(found, window));
    }

    /** A document that links may point to. */
    private record Target(DocumentType<?> type, StoredId id) {}

    private static List<Stored> without(Set<Target> found, List<List<Stored>> window) {
        List<Stored> dangling = new ArrayList<>();
        for (List<Stored> ofDocument : window) {
            for (Stored link : ofDocument) {
                if (!found.contains(new Target(link.link().target(), StoredId.of(link.targetId())))) {
                    dangling.add(link);
                }
            }
        }
        return dangling;
    }
}
