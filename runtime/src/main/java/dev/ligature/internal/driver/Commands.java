// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.AggregatePublisher;
import com.mongodb.reactivestreams.client.ClientSession;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.util.context.ContextView;

/**
 * Sends the commands of one subscription to a collection: in the transaction of its Reactor context if there is one,
 * otherwise within what is left of the operation's time. All commands go through here.
 */
final class Commands<X> {
    private final MongoCollection<X> collection;
    private final @Nullable ClientSession session;

    private Commands(MongoCollection<X> collection, @Nullable ClientSession session) {
        this.collection = collection;
        this.session = session;
    }

    /** Sends a command on subscription. */
    static <X, R> Flux<R> on(MongoCollection<X> collection, Function<Commands<X>, ? extends Publisher<R>> command) {
        return Flux.deferContextual(
                context -> sent(collection, context, commands -> new DriverFlux<>(command.apply(commands))));
    }

    /** Sends a command that a transaction does not take part in. */
    static <X, R> Flux<R> alone(MongoCollection<X> collection, Function<Commands<X>, ? extends Publisher<R>> command) {
        return on(collection, command).contextWrite(SessionContext::outside);
    }

    /** Sends a command to the database itself, which a transaction does not take part in. */
    static <R> Flux<R> alone(MongoDatabase database, Function<MongoDatabase, ? extends Publisher<R>> command) {
        return Flux.<R>deferContextual(context -> {
                    Budget budget = Budget.in(context);
                    return budget == null
                            ? new DriverFlux<>(command.apply(database))
                            : budget.explained(new DriverFlux<>(command.apply(budget.within(database))));
                })
                .contextWrite(SessionContext::outside);
    }

    /**
     * Sends a command whose results are emitted as they are read.
     *
     * @param reading how the driver's cursor is read
     */
    static <X, R> Flux<R> stream(
            MongoCollection<X> collection,
            Function<Commands<X>, ? extends Publisher<R>> command,
            Function<Publisher<R>, Flux<R>> reading) {
        return Flux.deferContextual(context -> {
            Budget budget = Budget.in(context);
            if (budget == null || !budget.isPerBatch() || SessionContext.in(context) != null) {
                return sent(collection, context, commands -> reading.apply(command.apply(commands)));
            }
            return budget.explained(reading.apply(timedByBatch(command.apply(new Commands<>(collection, null)))));
        });
    }

    private static <X, R> Flux<R> sent(
            MongoCollection<X> collection, ContextView context, Function<Commands<X>, Flux<R>> command) {
        SessionContext transaction = SessionContext.in(context);
        if (transaction != null) { // the session knows the time, and refuses another one
            Flux<R> sent =
                    Budget.explainedInTransaction(command.apply(new Commands<>(collection, transaction.session())));
            return transaction.settled().thenMany(new SessionFlux<>(sent, transaction));
        }
        Budget budget = Budget.in(context);
        return budget == null
                ? command.apply(new Commands<>(collection, null))
                : budget.explained(command.apply(new Commands<>(budget.within(collection), null)));
    }

    private static <R> Publisher<R> timedByBatch(Publisher<R> cursor) {
        if (cursor instanceof FindPublisher<R> find) {
            return find.timeoutMode(TimeoutMode.ITERATION);
        }
        return cursor instanceof AggregatePublisher<R> aggregate
                ? aggregate.timeoutMode(TimeoutMode.ITERATION)
                : cursor;
    }

    FindPublisher<X> find(Bson filter) {
        return session == null ? collection.find(filter) : collection.find(session, filter);
    }

    AggregatePublisher<X> aggregate(List<? extends Bson> pipeline) {
        return session == null ? collection.aggregate(pipeline) : collection.aggregate(session, pipeline);
    }

    Publisher<BulkWriteResult> bulkWrite(List<? extends WriteModel<X>> models, BulkWriteOptions options) {
        return session == null ? collection.bulkWrite(models, options) : collection.bulkWrite(session, models, options);
    }

    Publisher<UpdateResult> update(Command.Update update) {
        if (Command.namesOne(update.filter())) {
            return session == null
                    ? collection.updateOne(update.filter(), update.changes())
                    : collection.updateOne(session, update.filter(), update.changes());
        }
        return session == null
                ? collection.updateMany(update.filter(), update.changes())
                : collection.updateMany(session, update.filter(), update.changes());
    }

    Publisher<DeleteResult> delete(Command.Delete delete) {
        if (Command.namesOne(delete.filter())) {
            return session == null
                    ? collection.deleteOne(delete.filter())
                    : collection.deleteOne(session, delete.filter());
        }
        return session == null
                ? collection.deleteMany(delete.filter())
                : collection.deleteMany(session, delete.filter());
    }

    Publisher<String> createIndexes(List<IndexModel> indexes) {
        return session == null ? collection.createIndexes(indexes) : collection.createIndexes(session, indexes);
    }

    Publisher<X> listIndexes(Class<X> result) {
        return session == null ? collection.listIndexes(result) : collection.listIndexes(session, result);
    }
}
