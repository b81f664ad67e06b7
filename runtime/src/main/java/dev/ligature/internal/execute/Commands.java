package dev.ligature.internal.execute;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.AggregatePublisher;
import com.mongodb.reactivestreams.client.ClientSession;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.util.context.ContextView;

/**
 * The commands of a collection as one subscription sends them: in its transaction, when its Reactor context carries one, else within
 * what is left of the operation's time. All commands go through here.
 */
public final class Commands<X> {
    private final MongoCollection<X> collection;
    private final @Nullable ClientSession session;

    private Commands(MongoCollection<X> collection, @Nullable ClientSession session) {
        this.collection = collection;
        this.session = session;
    }

    /** Sends a command on subscription. */
    public static <X, R> Flux<R> on(
            MongoCollection<X> collection, Function<Commands<X>, ? extends Publisher<R>> command) {
        return Flux.deferContextual(
                context -> sent(collection, context, commands -> new DriverFlux<>(command.apply(commands))));
    }

    /** Sends a command that a transaction does not take part in. */
    static <X, R> Flux<R> alone(MongoCollection<X> collection, Function<Commands<X>, ? extends Publisher<R>> command) {
        return on(collection, command).contextWrite(SessionContext::outside);
    }

    /** Sends a command whose results are given out as they are read, in batches of their own size. */
    public static <X, R> Flux<R> stream(
            MongoCollection<X> collection, Function<Commands<X>, ? extends Publisher<R>> command) {
        return stream(collection, BatchSize.DEMANDED, command);
    }

    /** Sends a command whose results are given out as they are read. */
    static <X, R> Flux<R> stream(
            MongoCollection<X> collection, BatchSize size, Function<Commands<X>, ? extends Publisher<R>> command) {
        return Flux.deferContextual(context -> {
            Budget budget = Budget.in(context);
            if (budget == null || !budget.isPerBatch() || SessionContext.in(context) != null) {
                return sent(collection, context, commands -> size.read(command.apply(commands)));
            }
            return budget.explained(size.read(timedByBatch(command.apply(new Commands<>(collection, null)))));
        });
    }

    private static <X, R> Flux<R> sent(
            MongoCollection<X> collection, ContextView context, Function<Commands<X>, Flux<R>> command) {
        SessionContext transaction = SessionContext.in(context);
        if (transaction != null) { // whose session knows the time, and refuses another one
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

    public FindPublisher<X> find(Bson filter) {
        return session == null ? collection.find(filter) : collection.find(session, filter);
    }

    public AggregatePublisher<X> aggregate(List<? extends Bson> pipeline) {
        return session == null ? collection.aggregate(pipeline) : collection.aggregate(session, pipeline);
    }

    public Publisher<Long> count(Bson filter, CountOptions options) {
        return session == null
                ? collection.countDocuments(filter, options)
                : collection.countDocuments(session, filter, options);
    }

    public Publisher<BulkWriteResult> bulkWrite(List<? extends WriteModel<X>> models, BulkWriteOptions options) {
        return session == null ? collection.bulkWrite(models, options) : collection.bulkWrite(session, models, options);
    }

    /** Changes the documents of a filter; where that names one, by a statement for one, which drivers send again when its reply is lost. */
    public Publisher<UpdateResult> update(BsonDocument filter, Bson update) {
        if (namesOne(filter)) {
            return session == null
                    ? collection.updateOne(filter, update)
                    : collection.updateOne(session, filter, update);
        }
        return session == null ? collection.updateMany(filter, update) : collection.updateMany(session, filter, update);
    }

    /** Deletes the documents of a filter; as {@link #update}. */
    public Publisher<DeleteResult> delete(BsonDocument filter) {
        if (namesOne(filter)) {
            return session == null ? collection.deleteOne(filter) : collection.deleteOne(session, filter);
        }
        return session == null ? collection.deleteMany(filter) : collection.deleteMany(session, filter);
    }

    Publisher<String> createIndexes(List<IndexModel> indexes) {
        return session == null ? collection.createIndexes(indexes) : collection.createIndexes(session, indexes);
    }

    Publisher<X> listIndexes(Class<X> result) {
        return session == null ? collection.listIndexes(result) : collection.listIndexes(session, result);
    }

    /** Whether a filter asks for one id, whatever else it asks for. Sharded clusters know it by an equality only. */
    private static boolean namesOne(BsonDocument filter) {
        BsonValue id = filter.get("_id");
        if (id == null || id.isRegularExpression()) {
            return false;
        }
        return !id.isDocument()
                || id.asDocument().keySet().stream().allMatch(key -> key.equals("$eq") || !key.startsWith("$"));
    }
}
