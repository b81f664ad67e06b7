// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * How long the operations of a database may take: its {@code timeoutMS}, which the driver applies to each command. Here
 * it bounds all commands of an operation together; an operation within another one is part of that one. If no time is
 * set, nothing is added to anything. The commands of a transaction have the time of the transaction instead.
 */
public final class TimeLimit {
    /** The part of the time that a command may take to report that its time has run out. */
    private static final int GRACE = 20;

    private final @Nullable Duration timeout;

    private TimeLimit(@Nullable Duration timeout) {
        this.timeout = timeout;
    }

    /** The limit that a database has from its client or for itself. */
    public static TimeLimit of(MongoDatabase database) {
        Long milliseconds = database.getTimeout(TimeUnit.MILLISECONDS);
        return new TimeLimit(milliseconds == null || milliseconds == 0 ? null : Duration.ofMillis(milliseconds));
    }

    /** An operation that is to end in time. */
    public <X> Mono<X> whole(Mono<X> operation) {
        Duration limit = timeout;
        return limit == null ? operation : operation.contextWrite(context -> start(context, limit));
    }

    /** An operation that is to end in time. */
    public <X> Flux<X> whole(Flux<X> operation) {
        Duration limit = timeout;
        return limit == null ? operation : operation.contextWrite(context -> start(context, limit));
    }

    private static Context start(Context context, Duration limit) {
        return Budget.in(context) == null ? Budget.whole(limit).put(context) : context;
    }

    /**
     * The documents of a query. The time runs from the first demand on, so a consumer that comes late has all of it.
     *
     * @param mode whether the time bounds the first documents and then each batch, whatever the consumer does between
     *     them, or the whole stream
     * @param failures turns errors of the driver into ours
     */
    public <X> Flux<X> stream(Flux<X> documents, TimeoutMode mode, Function<Throwable, Throwable> failures) {
        return fromDemand(
                documents,
                limit -> mode == TimeoutMode.CURSOR_LIFETIME
                        ? documents.contextWrite(Budget.whole(limit)::put)
                        : beginning(documents, limit, failures));
    }

    /**
     * What is found by looking at all documents, each batch of them in time: it may take long before something is
     * found.
     */
    public <X> Flux<X> scan(Flux<X> found) {
        return fromDemand(found, limit -> found.contextWrite(Budget.perBatch(limit)::put));
    }

    private <X> Flux<X> fromDemand(Flux<X> operation, Function<Duration, Flux<X>> timed) {
        Duration limit = timeout;
        return limit == null
                ? operation
                : new DemandedFlux<>(Flux.deferContextual(context -> {
                    boolean isPartOfMore = Budget.in(context) != null || SessionContext.in(context) != null;
                    return isPartOfMore ? operation : timed.apply(limit);
                }));
    }

    /**
     * Each command but the query's own has what is left, and reports when that has run out. The query's own command
     * must have the whole time, because the driver gives it to each of its replies. If other commands came before, or
     * if it takes several replies, it is cut off here.
     */
    private static <X> Flux<X> beginning(Flux<X> documents, Duration limit, Function<Throwable, Throwable> failures) {
        Budget budget = Budget.perBatch(limit);
        AtomicBoolean isCutOff = new AtomicBoolean();
        return documents
                .contextWrite(budget::put)
                .onErrorResume(failure -> isCutOff.get() ? Mono.empty() : Mono.error(failure)) // nobody waits for it
                .timeout(Mono.delay(limit.plus(limit.dividedBy(GRACE))).doOnNext(tick -> isCutOff.set(true)))
                .onErrorMap(
                        TimeoutException.class, late -> failures.apply(budget.over(late, "There is no document yet.")));
    }

    /** What a stream loads for its next batch. */
    public <X> Mono<X> batch(Mono<X> load) {
        Duration limit = timeout;
        return limit == null
                ? load
                : load.contextWrite(context -> {
                    Budget stream = Budget.in(context);
                    return (stream == null ? Budget.whole(limit) : stream.ofBatch()).put(context);
                });
    }
}
