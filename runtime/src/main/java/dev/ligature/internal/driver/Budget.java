// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The time of one run of an operation. The Reactor context carries it to the commands, and each command gets what is
 * left. If a stream is timed by batches, its first batch shares the time with everything that has to be known before.
 * Each later batch has the whole time.
 */
final class Budget {
    private static final Object KEY = Budget.class;

    private final Duration timeout;
    private final Deadline deadline;
    private final boolean isPerBatch;
    private final AtomicBoolean isBegun = new AtomicBoolean();

    private Budget(Duration timeout, Deadline deadline, boolean isPerBatch) {
        this.timeout = timeout;
        this.deadline = deadline;
        this.isPerBatch = isPerBatch;
    }

    /** For all that an operation sends, from now on. */
    static Budget whole(Duration timeout) {
        return new Budget(timeout, Deadline.in(timeout), false);
    }

    /** For what a stream sends up to its first batch, from now on; then for each batch anew. */
    static Budget perBatch(Duration timeout) {
        return new Budget(timeout, Deadline.in(timeout), true);
    }

    /** The budget of a subscription, or null. */
    static @Nullable Budget in(ContextView context) {
        return context.getOrDefault(KEY, null);
    }

    Context put(Context context) {
        return context.put(KEY, this);
    }

    /** Whether the driver is to give each reply to a cursor the whole time. */
    boolean isPerBatch() {
        return isPerBatch;
    }

    /** For what is loaded for the next batch. */
    Budget ofBatch() {
        if (!isPerBatch) {
            return this;
        }
        return isBegun.getAndSet(true) ? whole(timeout) : new Budget(timeout, deadline, false);
    }

    /** Returns the collection so that its next command ends in time. Fails if no time is left. */
    <X> MongoCollection<X> within(MongoCollection<X> collection) {
        return collection.withTimeout(left(), TimeUnit.MILLISECONDS);
    }

    /** The same for a command to the database itself. */
    MongoDatabase within(MongoDatabase database) {
        return database.withTimeout(left(), TimeUnit.MILLISECONDS);
    }

    private long left() {
        long left = deadline.left().toMillis();
        if (left == 0) { // zero would mean no limit
            throw new MongoTimeoutException(over() + " This command was not sent.");
        }
        return left;
    }

    /** Adds to the driver's timeout error which time has run out. */
    <R> Flux<R> explained(Flux<R> command) {
        return command.onErrorMap(MongoOperationTimeoutException.class, failure -> over(failure, failure.getMessage()));
    }

    /** The error for what did not come in time. */
    MongoOperationTimeoutException over(Throwable cause, @Nullable String more) {
        return new MongoOperationTimeoutException(over() + " " + more, cause);
    }

    private String over() {
        return "the " + timeout.toMillis() + " ms (timeoutMS) for "
                + (isPerBatch ? "each batch" : "the operation with all its commands") + " have run out.";
    }

    /** The same for a command in a transaction, whose session keeps the time. */
    static <R> Flux<R> explainedInTransaction(Flux<R> command) {
        return command.onErrorMap(MongoOperationTimeoutException.class, failure -> {
            MongoOperationTimeoutException explained = new MongoOperationTimeoutException(
                    "the time (timeoutMS) for the transaction has run out. " + failure.getMessage(), failure);
            failure.getErrorLabels().forEach(explained::addLabel); // they say whether the transaction may run again
            return explained;
        });
    }
}
