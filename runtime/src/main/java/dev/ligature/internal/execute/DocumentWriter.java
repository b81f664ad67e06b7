package dev.ligature.internal.execute;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.ligature.DocumentNotFoundException;
import dev.ligature.DocumentWriteException;
import dev.ligature.LigatureException;
import dev.ligature.internal.plan.FindRequest;
import dev.ligature.internal.predicate.Assignment;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes the documents of one repository. All documents of a call are encoded before the first command is sent: one that
 * cannot be written keeps the others from being written.
 *
 * @param <T> the document
 */
public final class DocumentWriter<T> {
    /** Documents changed by one command where a join had to choose them. */
    private static final int IDS_PER_COMMAND = 10_000;

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final ReplaceOptions NO_UPSERT = new ReplaceOptions();
    private static final BulkWriteOptions ORDERED = new BulkWriteOptions();

    private final DocumentType<T> type;
    private final DocumentStore<T> store;
    private final DocumentCodec<T> codec;
    private final MongoCollection<RawBsonDocument> collection;

    @SuppressWarnings("unchecked") // the store's registry has T's own codec in front
    public DocumentWriter(DocumentStore<T> store) {
        this.type = store.type();
        this.store = store;
        this.codec = (DocumentCodec<T>) store.collection().getCodecRegistry().get(type.documentClass());
        this.collection = store.collection().withDocumentClass(RawBsonDocument.class);
    }

    /** Inserts a document, with a new id where it has none. */
    public Mono<T> insert(T document) {
        return Mono.defer(() -> {
            T identified = codec.identified(document);
            return failing("insert", send(commands -> commands.insertOne(encode(identified))))
                    .thenReturn(identified);
        });
    }

    /** Inserts documents in their order by one command per batch that the server takes. */
    public Flux<T> insertAll(List<T> documents) {
        return Flux.defer(() -> {
            List<T> identified = new ArrayList<>(documents.size());
            List<RawBsonDocument> encoded = new ArrayList<>(documents.size());
            for (T document : documents) {
                T each = codec.identified(document);
                identified.add(each);
                encoded.add(encode(each));
            }
            return encoded.isEmpty()
                    ? Flux.empty()
                    : failing("insert", send(commands -> commands.insertMany(encoded)))
                            .thenMany(Flux.fromIterable(identified));
        });
    }

    /** Replaces the document with the same id, or inserts it where there is none. */
    public Mono<T> save(T document) {
        return Mono.defer(() -> {
            if (codec.idOf(document) == null) {
                return insert(document);
            }
            return failing("save", send(commands -> commands.replaceOne(byId(document), encode(document), UPSERT)))
                    .thenReturn(document);
        });
    }

    /** Saves documents in their order by one command per batch that the server takes. */
    public Flux<T> saveAll(List<T> documents) {
        return Flux.defer(() -> {
            List<T> identified = new ArrayList<>(documents.size());
            List<WriteModel<RawBsonDocument>> models = new ArrayList<>(documents.size());
            for (T document : documents) {
                boolean isNew = codec.idOf(document) == null;
                T each = codec.identified(document);
                identified.add(each);
                models.add(
                        isNew
                                ? new InsertOneModel<>(encode(each))
                                : new ReplaceOneModel<>(byId(each), encode(each), UPSERT));
            }
            return models.isEmpty()
                    ? Flux.empty()
                    : failing("save", send(commands -> commands.bulkWrite(models, ORDERED)))
                            .thenMany(Flux.fromIterable(identified));
        });
    }

    /** Replaces the document with the same id. */
    public Mono<T> replace(T document) {
        return Mono.defer(() -> {
            if (codec.idOf(document) == null) {
                throw new DocumentWriteException(type + "." + type.idMember()
                        + " is null: only a document that has an id can be replaced. Insert it, or use save.");
            }
            return failing(
                            "replace",
                            send(commands -> commands.replaceOne(byId(document), encode(document), NO_UPSERT)))
                    .map(result -> {
                        if (result.getMatchedCount() == 0) {
                            throw new DocumentNotFoundException(type + " " + codec.idOf(document)
                                    + " is not in \"" + type.collection()
                                    + "\" and cannot be replaced. Use save to insert it where it is missing.");
                        }
                        return document;
                    });
        });
    }

    /** Changes the documents for which the condition of a query holds; emits their number. */
    public Mono<Long> update(FindRequest request, List<Assignment> assignments) {
        return Mono.defer(() -> {
            BsonDocument update = updateDocument(assignments);
            return change(request, filter -> failing("update", send(commands -> commands.updateMany(filter, update)))
                    .map(UpdateResult::getMatchedCount));
        });
    }

    /** Deletes the documents for which the condition of a query holds; emits their number. */
    public Mono<Long> delete(FindRequest request) {
        return change(request, filter -> failing("delete", send(commands -> commands.deleteMany(filter)))
                .map(DeleteResult::getDeletedCount));
    }

    /** One command where a filter says all; where joins must decide, the ids are read to the end before anything changes. */
    private Mono<Long> change(FindRequest request, Function<BsonDocument, Mono<Long>> command) {
        return store.match(request).flatMap(match -> {
            if (match.isPlain()) {
                return command.apply(match.before());
            }
            return store.ids(request)
                    .collectList()
                    .flatMapMany(Flux::fromIterable)
                    .buffer(IDS_PER_COMMAND)
                    .concatMap(ids -> command.apply(idIn(ids)))
                    .reduce(0L, Long::sum);
        });
    }

    private BsonDocument idIn(List<Object> ids) {
        BsonArray values = new BsonArray(ids.size());
        ids.forEach(id -> values.add(DocumentCodec.encodeId(type, id, type + "." + type.idMember())));
        return new BsonDocument("_id", new BsonDocument("$in", values));
    }

    private BsonDocument updateDocument(List<Assignment> assignments) {
        BsonDocument update = new BsonDocument();
        for (Assignment assignment : assignments) {
            BsonDocument fields =
                    (BsonDocument) update.computeIfAbsent(assignment.operator(), operator -> new BsonDocument());
            if (fields.containsKey(assignment.field())) {
                throw new LigatureException(
                        type + "." + assignment.field() + " is changed twice by " + assignment.operator()
                                + " in one update. Give each member one value.",
                        null);
            }
            fields.put(assignment.field(), assignment.value(store.registry()));
        }
        return update;
    }

    private RawBsonDocument encode(T document) {
        return new RawBsonDocument(document, codec);
    }

    private BsonDocument byId(T document) {
        return new BsonDocument("_id", codec.getDocumentId(document));
    }

    private <X> Mono<X> send(Function<Commands<RawBsonDocument>, Publisher<X>> command) {
        return Commands.on(collection, command).next();
    }

    private <X> Mono<X> failing(String operation, Mono<X> command) {
        return command.onErrorMap(Failures.of(type, operation));
    }
}
