package dev.ligature.internal.execute;

import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.ligature.DocumentNotFoundException;
import dev.ligature.DocumentWriteException;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes the documents of one repository. All documents of a call are encoded before the first command is sent: one that
 * cannot be written keeps the others from being written.
 *
 * @param <T> the document
 */
public final class DocumentWriter<T> {
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final DocumentType<T> type;
    private final DocumentCodec<T> codec;
    private final MongoCollection<RawBsonDocument> collection;

    @SuppressWarnings("unchecked") // the store's registry has T's own codec in front
    public DocumentWriter(DocumentStore<T> store) {
        this.type = store.type();
        this.codec = (DocumentCodec<T>) store.collection().getCodecRegistry().get(type.documentClass());
        this.collection = store.collection().withDocumentClass(RawBsonDocument.class);
    }

    /** Inserts a document, with a new id where it has none. */
    public Mono<T> insert(T document) {
        return Mono.defer(() -> {
            T identified = codec.identified(document);
            return failing("insert", Mono.from(collection.insertOne(encode(identified))))
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
                    : failing("insert", Mono.from(collection.insertMany(encoded)))
                            .thenMany(Flux.fromIterable(identified));
        });
    }

    /** Replaces the document with the same id, or inserts it where there is none. */
    public Mono<T> save(T document) {
        return Mono.defer(() -> {
            if (codec.idOf(document) == null) {
                return insert(document);
            }
            return failing("save", Mono.from(collection.replaceOne(byId(document), encode(document), UPSERT)))
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
                    : failing("save", Mono.from(collection.bulkWrite(models))).thenMany(Flux.fromIterable(identified));
        });
    }

    /** Replaces the document with the same id. */
    public Mono<T> replace(T document) {
        return Mono.defer(() -> {
            if (codec.idOf(document) == null) {
                throw new DocumentWriteException(type + "." + type.idMember()
                        + " is null: only a document that has an id can be replaced. Insert it, or use save.");
            }
            return failing("replace", Mono.from(collection.replaceOne(byId(document), encode(document))))
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

    private RawBsonDocument encode(T document) {
        return new RawBsonDocument(document, codec);
    }

    private BsonDocument byId(T document) {
        return new BsonDocument("_id", codec.getDocumentId(document));
    }

    private <X> Mono<X> failing(String operation, Mono<X> command) {
        return command.onErrorMap(Failures.of(type, operation));
    }
}
