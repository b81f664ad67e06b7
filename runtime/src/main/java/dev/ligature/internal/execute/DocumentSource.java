package dev.ligature.internal.execute;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.DocumentReadException;
import dev.ligature.internal.plan.Match;
import dev.ligature.spi.BsonSource;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ExtraFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.RawBsonDocument;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import reactor.core.publisher.Flux;

/** Reads collections of a database. */
public final class DocumentSource {
    /** Ids in one find: far below the 16 MB of a command for every usual kind of id. */
    public static final int IDS_PER_FIND = 50_000;

    /** Documents per reply of the finds of a window: one reply for nearly all of them. */
    private static final int BATCH_SIZE = 100_000;

    private final MongoDatabase database;
    private final CodecRegistry registry;
    private final DocumentCodecs codecs;
    private final TimeLimit timeLimit;

    public DocumentSource(MongoDatabase database, DocumentCodecs codecs) {
        this.database = database;
        this.registry = database.getCodecRegistry();
        this.codecs = codecs;
        this.timeLimit = TimeLimit.of(database);
    }

    /** How long operations may take. */
    public TimeLimit timeLimit() {
        return timeLimit;
    }

    /** Encodes the operands of conditions. */
    public CodecRegistry registry() {
        return registry;
    }

    /** All codecs that the repository's document reaches. */
    public DocumentCodecs codecs() {
        return codecs;
    }

    DocumentCodec<Object> codec(DocumentType<?> type) {
        return codecs.of(type);
    }

    /**
     * The documents of a type that match a filter, for the batches of a fetch; those that cannot be read among them.
     *
     * @param keepBytes whether the stored form of the document with an id is wanted too
     */
    public Flux<StoredDocument> find(DocumentType<?> type, BsonDocument filter, Predicate<Object> keepBytes) {
        DocumentCodec<Object> codec = codecs.of(type);
        return Commands.on(
                        decoding(
                                type,
                                new DecodingCodec<>(
                                        type,
                                        StoredDocument.class,
                                        source -> read(codec, source, keepBytes),
                                        StoredDocument::damaged)),
                        commands -> commands.find(filter).batchSize(BATCH_SIZE))
                .onErrorMap(Failures.of(type, "find"));
    }

    private static StoredDocument read(DocumentCodec<Object> codec, BsonSource source, Predicate<Object> keepBytes) {
        Object document = codec.readStored(source, ExtraFields.SKIP);
        boolean isKept = keepBytes.test(Objects.requireNonNull(codec.idOf(document)));
        return new StoredDocument(document, source.length(), isKept ? source.copy() : null);
    }

    /**
     * What a selection keeps of the documents that match a filter, for the batches of a projection.
     *
     * @param damaged makes what stands for one that cannot be read
     */
    public <X> Flux<X> find(
            DocumentType<?> type,
            BsonDocument filter,
            Selection<X> selection,
            BiFunction<DocumentReadException, RawBsonDocument, X> damaged) {
        DecodingCodec<X> decoder = new DecodingCodec<>(type, selection.result(), selection.decoder(), damaged);
        return Commands.on(decoding(type, decoder), commands -> commands.find(filter)
                        .projection(selection.projection())
                        .batchSize(BATCH_SIZE))
                .onErrorMap(Failures.of(type, "find"));
    }

    /** Some fields of the documents that match, as they are stored. */
    public Flux<BsonDocument> stored(DocumentType<?> type, Match match, BsonDocument projection) {
        MongoCollection<BsonDocument> collection = collection(type, BsonDocument.class);
        if (match.isPlain()) {
            return Commands.on(collection, commands -> commands.find(match.before())
                            .projection(projection)
                            .batchSize(BATCH_SIZE))
                    .onErrorMap(Failures.of(type, "find"));
        }
        List<BsonDocument> stages = new ArrayList<>(match.stages());
        stages.add(new BsonDocument("$project", projection));
        return Commands.on(collection, commands -> commands.aggregate(stages).batchSize(BATCH_SIZE))
                .onErrorMap(Failures.of(type, "aggregate"));
    }

    /** A document of its own from a stored one. */
    public Object decode(DocumentType<?> type, byte[] stored) {
        return codecs.of(type).readStored(BsonSource.of(stored), ExtraFields.SKIP);
    }

    /** One field of the documents that match, and of at most a number of them. */
    Flux<BsonDocument> values(DocumentType<?> type, Match match, BsonDocument projection, int limit) {
        MongoCollection<BsonDocument> collection = collection(type, BsonDocument.class);
        if (match.isPlain()) {
            return Commands.on(collection, commands -> commands.find(match.before())
                            .projection(projection)
                            .limit(limit)
                            .batchSize(limit))
                    .onErrorMap(Failures.of(type, "find"));
        }
        List<BsonDocument> stages = new ArrayList<>(match.stages());
        stages.add(new BsonDocument("$limit", new BsonInt32(limit)));
        stages.add(new BsonDocument("$project", projection));
        return Commands.on(collection, commands -> commands.aggregate(stages).batchSize(limit))
                .onErrorMap(Failures.of(type, "aggregate"));
    }

    /** The collection of a type. */
    public <X> MongoCollection<X> collection(DocumentType<?> type, Class<X> result) {
        return database.getCollection(type.collection(), result);
    }

    /** The collection of a type, its results read by a decoder; the first that cannot be read is the error of the command. */
    <X> MongoCollection<X> decoding(DocumentType<?> type, Class<X> result, Function<BsonSource, X> decoder) {
        return decoding(type, new DecodingCodec<>(type, result, decoder));
    }

    <X> MongoCollection<X> decoding(DocumentType<?> type, DecodingCodec<X> decoder) {
        CodecRegistry withDecoder = CodecRegistries.fromRegistries(CodecRegistries.fromCodecs(decoder), registry);
        return database.getCollection(type.collection(), decoder.getEncoderClass())
                .withCodecRegistry(withDecoder);
    }
}
