// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.Reads;
import dev.ligature.spi.bson.BsonSource;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends commands to a database; there is no other way to one. What it returns is cold: each subscription sends a
 * command, in the transaction of its Reactor context if there is one, otherwise within what is left of the operation's
 * time. It turns errors of the driver into ours.
 */
public final class Database {
    private static final Results<Long> COUNT = Results.of(Long.class, Database::readCount);
    private static final BulkWriteOptions IN_ORDER = new BulkWriteOptions().ordered(true);

    private final MongoDatabase database;
    private final TimeLimit timeLimit;

    public Database(MongoDatabase database) {
        this.database = database;
        this.timeLimit = TimeLimit.of(database);
    }

    /** The name of the database. */
    public String name() {
        return database.getName();
    }

    /** Encodes the operands of conditions. */
    public CodecRegistry registry() {
        return database.getCodecRegistry();
    }

    /** How long operations may take. */
    public TimeLimit timeLimit() {
        return timeLimit;
    }

    /** Reads the collection of a document type in one way. */
    public <X> Reader<X> reader(DocumentType<?> type, Results<X> results) {
        MongoCollection<X> collection = database.getCollection(type.collection(), results.result());
        return new Reader<>(
                type,
                results.reader() == null
                        ? collection
                        : collection.withCodecRegistry(with(new DecodingCodec<>(type, results))));
    }

    /** The collection of a document type, for the user. */
    public <T> MongoCollection<T> collection(DocumentType<T> type, Codec<T> codec) {
        return database.getCollection(type.collection(), type.documentClass()).withCodecRegistry(with(codec));
    }

    private CodecRegistry with(Codec<?> codec) {
        return CodecRegistries.fromRegistries(CodecRegistries.fromCodecs(codec), registry());
    }

    /** Documents as they are stored. */
    public Flux<BsonDocument> stored(Command.Read command) {
        return reader(command.type(), Results.STORED).read(command);
    }

    /** Emits documents as they are stored, while they are read. */
    public Flux<BsonDocument> storedStream(Command.Read command) {
        return reader(command.type(), Results.STORED).stream(command, false);
    }

    /** The number that the only document of an answer holds; 0 if there is none. */
    public Mono<Long> count(Command.Read command) {
        return reader(command.type(), COUNT).read(command).single(0L);
    }

    private static Long readCount(BsonSource stored) {
        stored.startDocument();
        stored.advance();
        return Reads.int64(stored);
    }

    /** Emits the one result. */
    public Mono<UpdateResult> update(Command.Update update) {
        return send(update.type(), commands -> commands.update(update)).onErrorMap(Failures.of(update));
    }

    /** Emits how many documents have been deleted. */
    public Mono<Long> delete(Command.Delete delete) {
        return send(delete.type(), commands -> commands.delete(delete))
                .map(DeleteResult::getDeletedCount)
                .onErrorMap(Failures.of(delete));
    }

    /**
     * Sends the statements of one command, or of as many commands as needed. The server executes them one after the
     * other until one fails.
     *
     * @param operation named in errors
     */
    public Mono<BulkWriteResult> bulkWrite(
            DocumentType<?> type, String operation, List<? extends WriteModel<RawBsonDocument>> statements) {
        return this.<BulkWriteResult>send(type, commands -> commands.bulkWrite(statements, IN_ORDER))
                .onErrorMap(Failures.of(type, operation));
    }

    private <R> Mono<R> send(DocumentType<?> type, Function<Commands<RawBsonDocument>, Publisher<R>> command) {
        return Commands.on(database.getCollection(type.collection(), RawBsonDocument.class), command)
                .next();
    }

    /** Creates indexes outside of any transaction. */
    Flux<String> createIndexes(String collection, List<IndexModel> indexes) {
        return Commands.alone(database.getCollection(collection), commands -> commands.createIndexes(indexes));
    }

    /** Creates a collection outside of any transaction. Fails if there is one that is not as the options say. */
    Mono<Void> createCollection(String collection, CreateCollectionOptions options) {
        return Commands.alone(database, each -> each.createCollection(collection, options))
                .then();
    }

    /** Sends a command outside of any transaction. */
    Mono<Void> run(BsonDocument command) {
        return Commands.alone(database, each -> each.runCommand(command)).then();
    }

    /** The indexes of a collection, read outside of any transaction. */
    public Flux<BsonDocument> indexes(String collection) {
        return Commands.alone(
                database.getCollection(collection, BsonDocument.class),
                commands -> commands.listIndexes(BsonDocument.class));
    }
}
