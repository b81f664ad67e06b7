// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.internal.driver.Chunks;
import dev.ligature.internal.driver.Command;
import dev.ligature.internal.load.DocumentSource;
import dev.ligature.internal.stored.StoredForm;
import dev.ligature.internal.stored.StoredId;
import dev.ligature.internal.stored.StoredWay;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds the documents of a whole collection to which nothing links, window by window, so that what is in memory does
 * not grow with the collection. Queries see only the declared form, which an index serves. This scan has to see links
 * in both forms, because what it names may be deleted. The next window is read when the one before is done, so a scan
 * can be part of a transaction.
 */
public final class OrphanScan {
    private static final BsonDocument BY_ID = new BsonDocument("_id", new BsonInt32(1));

    private final DocumentSource source;
    private final DocumentType<?> root;

    /**
     * Creates a scan.
     *
     * @param root the document whose declaration says, with everything that it reaches, which links there are
     */
    public OrphanScan(DocumentSource source, DocumentType<?> root) {
        this.source = source;
        this.root = root;
    }

    /** The ids of the targets of a link's type to which nothing links, in their order. */
    public Flux<Object> ids(LinkType link) {
        DocumentType<?> type = link.target();
        return source.timeLimit()
                .scan(windows(type).flatMapIterable(orphans -> orphans, 1))
                .map(id -> StoredId.decoded(type, id.value()));
    }

    /** Deletes them; emits how many. */
    public Mono<Long> delete(LinkType link) {
        DocumentType<?> type = link.target();
        return source.timeLimit()
                .whole(windows(type)
                        .concatMap(orphans -> delete(type, orphans), 0)
                        .reduce(0L, Long::sum));
    }

    private Mono<Long> delete(DocumentType<?> type, Set<StoredId> orphans) {
        List<BsonValue> ids = orphans.stream().map(StoredId::value).toList();
        return source.database().delete(new Command.Delete(type, StoredLinks.withIds(ids)));
    }

    private Flux<Set<StoredId>> windows(DocumentType<?> type) {
        List<LinkType> links = StoredLinks.reachable(root).stream()
                .filter(link -> link.target().collection().equals(type.collection()))
                .toList();
        return Flux.defer(() -> ids(type).buffer(Chunks.SCANNED_DOCUMENTS))
                .concatMap(window -> source.timeLimit().batch(orphans(links, window)), 0)
                .filter(orphans -> !orphans.isEmpty());
    }

    /** In order, so that deleting what was read does not disturb the scan. */
    private Flux<StoredId> ids(DocumentType<?> type) {
        return source.database()
                .storedStream(Command.Find.of(type, new BsonDocument())
                        .withProjection(BY_ID)
                        .withSort(BY_ID)
                        .withBatchSize(Chunks.SCANNED_DOCUMENTS))
                .map(StoredId::ofDocument);
    }

    /**
     * Looks for the declared form first, which an index may serve, and then for the other one of what is left. Links in
     * maps come last: all documents with such a map are read.
     */
    private Mono<Set<StoredId>> orphans(List<LinkType> links, List<StoredId> window) {
        Set<StoredId> orphans = new LinkedHashSet<>(window);
        List<LinkType> named = links.stream().filter(StoredWay::hasPath).toList();
        List<LinkType> others =
                links.stream().filter(link -> !StoredWay.hasPath(link)).toList();
        return Flux.fromIterable(named)
                .concatMap(link -> referred(link, link.storage() == LinkStorage.DBREF, orphans), 0)
                .thenMany(Flux.fromIterable(named)
                        .concatMap(link -> referred(link, link.storage() != LinkStorage.DBREF, orphans), 0))
                .thenMany(Flux.fromIterable(others)
                        .concatMap(link -> referred(link, StoredLinks.storing(link), orphans), 0))
                .then(Mono.just(orphans));
    }

    private Mono<Void> referred(LinkType link, boolean dbRefs, Set<StoredId> orphans) {
        return Mono.defer(() -> referred(link, referring(link, dbRefs, orphans), orphans));
    }

    /** Removes those to which the documents that match refer by a link. */
    private Mono<Void> referred(LinkType link, BsonDocument filter, Set<StoredId> orphans) {
        return Mono.defer(() -> {
            if (orphans.isEmpty()) {
                return Mono.empty();
            }
            return DeleteSearch.find(source, link.owner(), filter, List.of(link))
                    .doOnNext(referrer ->
                            StoredLinks.read(referrer, List.of(link)).forEach(each -> orphans.remove(each.id())))
                    .then();
        });
    }

    private static BsonDocument referring(LinkType link, boolean dbRefs, Set<StoredId> orphans) {
        BsonArray ids = new BsonArray(orphans.stream().map(StoredId::value).toList());
        String path = dbRefs ? StoredForm.dbRefPath(link) : link.storedName();
        return new BsonDocument(path, new BsonDocument("$in", ids));
    }
}
