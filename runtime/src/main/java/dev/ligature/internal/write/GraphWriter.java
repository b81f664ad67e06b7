package dev.ligature.internal.write;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.ligature.DocumentWriteException;
import dev.ligature.internal.execute.Commands;
import dev.ligature.internal.execute.DocumentSource;
import dev.ligature.internal.execute.Failures;
import dev.ligature.internal.execute.SessionContext;
import dev.ligature.repository.WritePlan;
import dev.ligature.repository.WriteRule;
import dev.ligature.spi.DocumentType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes documents, alone or with what they link to. All documents of a call are given ids and encoded before the first command
 * is sent: one that cannot be written keeps the others from being written, and the ids are taken back. Then one bulk per
 * collection goes out, targets before those that link to them, so that a failure half-way leaves no dangling link.
 */
public final class GraphWriter {
    private static final BulkWriteOptions IN_ORDER = new BulkWriteOptions();
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final ReplaceOptions REPLACE = new ReplaceOptions();

    private static final int DUPLICATE_KEY = 11000;

    private final DocumentSource source;
    private final DocumentType<?> type;

    public GraphWriter(DocumentSource source, DocumentType<?> type) {
        this.source = source;
        this.type = type;
    }

    /**
     * One bulk, and what tells whether its replacements took place.
     *
     * @param positions the places of the replacements among the models
     */
    private record Bulk(
            DocumentType<?> type,
            List<WriteModel<RawBsonDocument>> models,
            List<VersionCheck.Replacement> replacements,
            List<Integer> positions,
            List<WriteGraph.Entry> entries) {
        /** How many documents must have matched. */
        long checked() {
            return replacements.stream()
                    .filter(VersionCheck.Replacement::mustExist)
                    .count();
        }

        /** The replacements that a failure is about, as far as they have versions. */
        SortedSet<Integer> refused(Throwable failure) {
            SortedSet<Integer> refused = new TreeSet<>();
            if (failure.getCause() instanceof MongoBulkWriteException bulkFailure) {
                for (BulkWriteError error : bulkFailure.getWriteErrors()) {
                    int replacement = Collections.binarySearch(positions, error.getIndex());
                    if (error.getCode() == DUPLICATE_KEY
                            && replacement >= 0
                            && replacements.get(replacement).expected() >= 0) {
                        refused.add(replacement);
                    }
                }
            }
            return refused;
        }
    }

    /** Writes the roots; emits them in their order, with their ids. */
    public Flux<Object> write(List<?> documents, WriteMode mode, WriteRule rule) {
        return Flux.deferContextual(context -> {
            if (documents.isEmpty()) {
                return Flux.empty();
            }
            WriteGraph graph = WriteGraph.of(source.codecs(), type, documents, rule == WriteRule.WRITE);
            List<Bulk> bulks = encode(graph, mode);
            SessionContext transaction = SessionContext.in(context);
            if (transaction != null) { // it may be run again, and must then find the documents as they were
                transaction.onAbort(graph::takeIdsBack);
            }
            AtomicInteger sent = new AtomicInteger();
            return Flux.fromIterable(bulks)
                    .concatMap(bulk -> send(bulk).doOnSuccess(done -> sent.incrementAndGet()))
                    .doOnError(failure -> bulks.subList(sent.get(), bulks.size())
                            .forEach(bulk -> bulk.entries.forEach(WriteGraph::takeVersionBack)))
                    .thenMany(Flux.fromIterable(graph.roots()).map(WriteGraph.Entry::document));
        });
    }

    /** What a write would do. Changes nothing, not even an id. */
    public WritePlan plan(List<?> documents, WriteMode mode) {
        WriteGraph graph = WriteGraph.of(source.codecs(), type, documents, true);
        List<WritePlan.Step> steps = new ArrayList<>();
        for (List<WriteGraph.Entry> bulk : WriteOrder.bulks(graph.targetsFirst())) {
            int inserts =
                    (int) bulk.stream().filter(entry -> isInserted(entry, mode)).count();
            DocumentType<?> bulkType = bulk.get(0).type();
            steps.add(new WritePlan.Step(bulkType.collection(), bulkType.toString(), inserts, bulk.size() - inserts));
        }
        return new WritePlan(steps);
    }

    private static boolean isInserted(WriteGraph.Entry entry, WriteMode mode) {
        return entry.isNew || (entry.isRoot && mode == WriteMode.INSERT);
    }

    private static List<Bulk> encode(WriteGraph graph, WriteMode mode) {
        if (mode == WriteMode.REPLACE) {
            graph.roots().forEach(GraphWriter::requireId);
        }
        try {
            graph.identify(entry -> isInserted(entry, mode) ? 1 : entry.version + 1);
            return WriteOrder.bulks(graph.targetsFirst()).stream()
                    .map(bulk -> bulk(bulk, mode))
                    .toList();
        } catch (RuntimeException e) {
            graph.takeIdsBack();
            throw e;
        }
    }

    private static void requireId(WriteGraph.Entry root) {
        if (root.isNew) {
            throw new DocumentWriteException(root.type() + "." + root.type().idMember()
                    + " is null: only a document that has an id can be replaced. Insert it, or use save.");
        }
    }

    private static Bulk bulk(List<WriteGraph.Entry> targetsFirst, WriteMode mode) {
        List<WriteGraph.Entry> entries = inOrder(targetsFirst, mode);
        DocumentEncoder encoder = new DocumentEncoder();
        List<WriteModel<RawBsonDocument>> models = new ArrayList<>(entries.size());
        List<VersionCheck.Replacement> replacements = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (WriteGraph.Entry entry : entries) {
            RawBsonDocument encoded = encoder.encode(entry.codec, entry.document());
            if (isInserted(entry, mode)) {
                models.add(new InsertOneModel<>(encoded));
                continue;
            }
            BsonValue storedId = entry.codec.getDocumentId(entry.document());
            Object id = Objects.requireNonNull(entry.codec.idOf(entry.document()));
            boolean mustExist = mode == WriteMode.REPLACE;
            positions.add(models.size());
            models.add(new ReplaceOneModel<>(filter(entry, storedId), encoded, mustExist ? REPLACE : UPSERT));
            replacements.add(new VersionCheck.Replacement(storedId, id, entry.version, mustExist, encoded));
        }
        return new Bulk(entries.get(0).type(), models, replacements, positions, entries);
    }

    /**
     * Inserts first, which makes two commands of the bulk: what is replaced may link to what is new. Where documents link to others
     * of their own collection, targets first it is.
     */
    private static List<WriteGraph.Entry> inOrder(List<WriteGraph.Entry> targetsFirst, WriteMode mode) {
        if (targetsFirst.stream().anyMatch(WriteGraph.Entry::linksToItsOwnType)) {
            return targetsFirst;
        }
        List<WriteGraph.Entry> insertsFirst = new ArrayList<>(targetsFirst);
        insertsFirst.sort(Comparator.comparing(entry -> !isInserted(entry, mode)));
        return insertsFirst;
    }

    /**
     * The document as it was read: with the same version, or while it has none yet without one. An upsert that does not match because
     * of the version fails by its id, which is taken.
     */
    private static BsonDocument filter(WriteGraph.Entry entry, BsonValue id) {
        BsonDocument filter = new BsonDocument("_id", id);
        DocumentType.VersionType<?> version = entry.type().version();
        if (version != null) {
            BsonInt64 expected = new BsonInt64(entry.version);
            filter.append(
                    version.storedName(),
                    entry.version == 0
                            ? new BsonDocument("$in", new BsonArray(List.of(expected, BsonNull.VALUE)))
                            : expected);
        }
        return filter;
    }

    private Mono<Void> send(Bulk bulk) {
        MongoCollection<RawBsonDocument> collection = source.collection(bulk.type, RawBsonDocument.class);
        return Commands.on(collection, commands -> commands.bulkWrite(bulk.models, IN_ORDER))
                .onErrorMap(Failures.of(bulk.type, "write"))
                .next()
                .onErrorResume(failure -> explained(bulk, failure))
                .flatMap(result -> {
                    long unmatched = bulk.checked() - result.getMatchedCount();
                    return unmatched <= 0
                            ? Mono.<Void>empty()
                            : check(bulk)
                                    .unmatched(bulk.replacements, unmatched)
                                    .<Void>flatMap(Mono::error);
                });
    }

    /** An upsert of a document that is there with another version fails by its id. */
    private Mono<BulkWriteResult> explained(Bulk bulk, Throwable failure) {
        SortedSet<Integer> refused = bulk.refused(failure);
        return refused.isEmpty()
                ? Mono.error(failure)
                : check(bulk)
                        .refused(bulk.replacements, refused, failure)
                        .<BulkWriteResult>flatMap(Mono::error)
                        .switchIfEmpty(Mono.error(failure));
    }

    private VersionCheck check(Bulk bulk) {
        return new VersionCheck(source, bulk.type);
    }
}
