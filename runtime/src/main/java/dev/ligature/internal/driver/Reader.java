// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import com.mongodb.reactivestreams.client.AggregatePublisher;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.ligature.spi.DocumentType;
import java.util.function.IntConsumer;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Sends commands that read the collection of a document type, and reads all results in one way. */
public final class Reader<X> {
    private final DocumentType<?> type;
    private final MongoCollection<X> collection;

    Reader(DocumentType<?> type, MongoCollection<X> collection) {
        this.type = type;
        this.collection = collection;
    }

    /** Sends a command on subscription, as part of something larger. */
    public Flux<X> read(Command.Read command) {
        return Commands.on(collection, commands -> cursor(commands, command)).onErrorMap(Failures.of(command));
    }

    /**
     * Sends a command on subscription and emits the results as they are read.
     *
     * @param isAhead whether replies may bring more than is demanded, if the command does not say how much they bring
     */
    public Flux<X> stream(Command.Read command, boolean isAhead) {
        return Commands.stream(
                        collection,
                        commands -> cursor(commands, command),
                        cursor -> isAhead && command.batchSize() == 0
                                ? new DriverFlux<>(cursor, new ReadAhead(batchSize(cursor)))
                                : new DriverFlux<>(cursor))
                .onErrorMap(Failures.of(command));
    }

    private static IntConsumer batchSize(Publisher<?> cursor) {
        return cursor instanceof FindPublisher<?> find ? find::batchSize : ((AggregatePublisher<?>) cursor)::batchSize;
    }

    private Publisher<X> cursor(Commands<X> commands, Command.Read command) {
        if (command.type() != type) {
            throw new IllegalArgumentException("a command about " + command.type() + " sent to read " + type);
        }
        if (command instanceof Command.Find find) {
            return cursor(commands, find);
        }
        Command.Aggregate aggregate = (Command.Aggregate) command;
        AggregatePublisher<X> cursor = commands.aggregate(aggregate.pipeline());
        return aggregate.batchSize() == 0 ? cursor : cursor.batchSize(aggregate.batchSize());
    }

    private FindPublisher<X> cursor(Commands<X> commands, Command.Find find) {
        FindPublisher<X> cursor = commands.find(find.filter())
                .projection(orNull(find.projection()))
                .sort(orNull(find.sort()))
                .skip(find.skip())
                .limit(find.limit());
        return find.batchSize() == 0 ? cursor : cursor.batchSize(find.batchSize());
    }

    private static @Nullable BsonDocument orNull(BsonDocument value) {
        return value.isEmpty() ? null : value;
    }
}
