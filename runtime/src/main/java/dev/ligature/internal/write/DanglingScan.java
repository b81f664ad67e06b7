package dev.ligature.internal.write;

import dev.ligature.internal.StoredId;
import dev.ligature.internal.execute.Commands;
import dev.ligature.internal.execute.DocumentSource;
import dev.ligature.internal.execute.Failures;
import dev.ligature.link.DanglingLink;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the links of a whole collection and finds those without a target, window by window: what is in memory does not grow with
 * the collection, and a window costs one find per target collection. The next one is read when the one before is done, so that
 * a scan can be part of a transaction, which takes one command at a time.
 */
public final class DanglingScan {
    /** Documents read by one reply, and looked at together. */
    private static final int DOCUMENTS = 1_000;

    /** Links that end a window early: documents may hold many. */
    private static final int LINKS = 20_000;

    private static final BsonInt32 INCLUDED = new BsonInt32(1);

    private final DocumentSource source;

    public DanglingScan(DocumentSource source) {
        this.source = source;
    }

    /** A link as it is stored. */
    record Stored(BsonValue documentId, LinkType link, int position, BsonValue value) {
        BsonValue targetId() {
            return StoredIds.bare(value);
        }

        DanglingLink asDangling() {
            return new DanglingLink(
                    StoredIds.decoded(link.owner(), documentId),
                    link.member(),
                    position,
                    StoredIds.decoded(link.target(), targetId()));
        }
    }

    /** The dangling ones of a type's links, by document and position. */
    public Flux<DanglingLink> links(List<LinkType> links) {
        return windows(links).flatMapIterable(window -> window, 1).map(Stored::asDangling);
    }

    /** The dangling ones of a type's links, those of a window of documents at a time. */
    Flux<List<Stored>> windows(List<LinkType> links) {
        return links.isEmpty()
                ? Flux.empty()
                : Flux.defer(() -> read(links).bufferUntil(new Full()).concatMap(this::dangling, 0));
    }

    /** Says when a window is full; of one subscription. */
    private static final class Full implements Predicate<List<Stored>> {
        private int documents;
        private int links;

        @Override
        public boolean test(List<Stored> ofDocument) {
            documents++;
            links += ofDocument.size();
            boolean full = documents >= DOCUMENTS || links >= LINKS;
            if (full) {
                documents = 0;
                links = 0;
            }
            return full;
        }
    }

    /** The links of each document that stores some. */
    private Flux<List<Stored>> read(List<LinkType> links) {
        DocumentType<?> type = links.get(0).owner();
        BsonDocument projection = new BsonDocument("_id", INCLUDED);
        BsonArray stored = new BsonArray();
        for (LinkType link : links) {
            projection.append(link.storedName(), INCLUDED);
            stored.add(new BsonDocument(link.storedName(), new BsonDocument("$exists", BsonBoolean.TRUE)));
        }
        BsonDocument filter = stored.size() == 1 ? stored.get(0).asDocument() : new BsonDocument("$or", stored);
        return Commands.on(
                        source.collection(type, BsonDocument.class),
                        commands -> commands.find(filter).projection(projection).batchSize(DOCUMENTS))
                .onErrorMap(Failures.of(type, "find"))
                .map(document -> stored(links, document));
    }

    private static List<Stored> stored(List<LinkType> links, BsonDocument document) {
        List<Stored> stored = new ArrayList<>();
        BsonValue id = StoredId.ofDocument(document).value();
        for (LinkType link : links) {
            BsonValue value = document.get(link.storedName());
            List<BsonValue> values = value == null ? List.of() : value.isArray() ? value.asArray() : List.of(value);
            for (int i = 0; i < values.size(); i++) {
                if (!values.get(i).isNull()) {
                    stored.add(new Stored(id, link, i, values.get(i)));
                }
            }
        }
        return stored;
    }

    private Mono<List<Stored>> dangling(List<List<Stored>> window) {
        Map<DocumentType<?>, Set<StoredId>> wanted = new LinkedHashMap<>();
        for (List<Stored> ofDocument : window) {
            for (Stored link : ofDocument) {
                BsonValue id = link.targetId();
                if (StoredIds.isQueryable(id)) {
                    wanted.computeIfAbsent(link.link().target(), type -> new LinkedHashSet<>())
                            .add(StoredId.of(id));
                }
            }
        }
        return Flux.fromIterable(wanted.entrySet())
                .concatMap(entry -> Flux.fromIterable(entry.getValue())
                        .map(StoredId::value)
                        .buffer(DocumentSource.IDS_PER_FIND)
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
