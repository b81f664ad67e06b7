package dev.ligature.internal.write;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.ligature.DocumentNotFoundException;
import dev.ligature.DocumentWriteException;
import dev.ligature.internal.execute.Commands;
import dev.ligature.internal.execute.DocumentSource;
import dev.ligature.internal.execute.Failures;
import dev.ligature.repository.WritePlan;
import dev.ligature.repository.WriteRule;
import dev.ligature.spi.DocumentType;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
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

    private final DocumentSource source;
    private final DocumentType<?> type;

    public GraphWriter(DocumentSource source, DocumentType<?> type) {
        this.source = source;
        this.type = type;
    }

    /**
     * The models of one bulk.
     *
     * @param replaced the ids of the documents that must be there
     */
    private record Bulk(DocumentType<?> type, List<WriteModel<RawBsonDocument>> models, List<BsonValue> replaced) {}

    /** Writes the roots; emits them in their order, with their ids. */
    public Flux<Object> write(List<?> documents, WriteMode mode, WriteRule rule) {
        return Flux.defer(() -> {
            if (documents.isEmpty()) {
                return Flux.empty();
            }
            WriteGraph graph = WriteGraph.of(source.codecs(), type, documents, rule == WriteRule.WRITE);
            List<Bulk> bulks = encode(graph, mode);
            return Flux.fromIterable(bulks)
                    .concatMap(this::send)
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
            graph.identify();
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

    /** Inserts first: what is replaced may link to what is new, while what is new links to known documents that are there. */
    private static Bulk bulk(List<WriteGraph.Entry> entries, WriteMode mode) {
        List<WriteModel<RawBsonDocument>> inserts = new ArrayList<>();
        List<WriteModel<RawBsonDocument>> replacements = new ArrayList<>();
        List<BsonValue> replaced = new ArrayList<>();
        for (WriteGraph.Entry entry : entries) {
            RawBsonDocument encoded = new RawBsonDocument(entry.document(), entry.codec);
            if (isInserted(entry, mode)) {
                inserts.add(new InsertOneModel<>(encoded));
                continue;
            }
            BsonValue id = entry.codec.getDocumentId(entry.document());
            boolean mustExist = mode == WriteMode.REPLACE;
            replacements.add(new ReplaceOneModel<>(new BsonDocument("_id", id), encoded, mustExist ? REPLACE : UPSERT));
            if (mustExist) {
                replaced.add(id);
            }
        }
        inserts.addAll(replacements);
        return new Bulk(entries.get(0).type(), inserts, replaced);
    }

    private Mono<Void> send(Bulk bulk) {
        MongoCollection<RawBsonDocument> collection = source.collection(bulk.type, RawBsonDocument.class);
        return Commands.on(collection, commands -> commands.bulkWrite(bulk.models, IN_ORDER))
                .onErrorMap(Failures.of(bulk.type, "write"))
                .next()
                .flatMap(result -> checkReplaced(bulk, result));
    }

    private Mono<Void> checkReplaced(Bulk bulk, BulkWriteResult result) {
        if (result.getMatchedCount() >= bulk.replaced.size()) {
            return Mono.empty();
        }
        BsonArray ids = new BsonArray(bulk.replaced);
        BsonDocument filter = new BsonDocument("_id", new BsonDocument("$in", ids));
        MongoCollection<BsonDocument> collection = source.collection(bulk.type, BsonDocument.class);
        return Commands.on(collection, commands -> commands.find(filter)
                        .projection(new BsonDocument("_id", new BsonInt32(1))))
                .map(found -> found.get("_id"))
                .collectList()
                .flatMap(found -> {
                    List<BsonValue> missing = new ArrayList<>(bulk.replaced);
                    missing.removeAll(found);
                    return Mono.error(new DocumentNotFoundException(bulk.type + " "
                            + missing.stream().limit(10).map(GraphWriter::show).toList() + " is not in \""
                            + bulk.type.collection()
                            + "\" and cannot be replaced. Use save to insert it where it is missing."));
                });
    }

    private static String show(BsonValue id) {
        if (id.isObjectId()) {
            return id.asObjectId().getValue().toHexString();
        }
        return id.isString() ? id.asString().getValue() : id.toString();
    }
}
