// SPDX-License-Identifier: Apache-2.0
package dev.ligature.repository;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.TransactionOptions;
import com.mongodb.reactivestreams.client.ClientSession;
import com.mongodb.reactivestreams.client.MongoClient;
import dev.ligature.LigatureException;
import dev.ligature.OperationException;
import dev.ligature.TransactionsNotSupportedException;
import dev.ligature.integration.SessionSource;
import dev.ligature.internal.Excerpt;
import dev.ligature.internal.driver.Deadline;
import dev.ligature.internal.driver.Resendable;
import dev.ligature.internal.driver.SessionContext;
import dev.ligature.internal.driver.TransactionEnd;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs publishers in transactions. The session travels in the Reactor context, so every repository call inside takes
 * part, including fetches and cascades. The commands of a transaction are sent one after the other, and its reads see
 * its own writes. Immutable and safe to share between threads.
 *
 * <p><strong>Retries.</strong> What you run must be cold, because it may be subscribed to again: when the server asks
 * for a retry ({@code TransientTransactionError}), and when the connection fails before the commit. The pauses between
 * attempts grow. If the result of a commit is unknown ({@code UnknownTransactionCommitResult}), or the commit could not
 * be sent, only the commit is sent again.
 *
 * <p><strong>Time.</strong> Attempts go on for the time of {@link #withTimeout} or, if there is none, of the client
 * ({@code timeoutMS}). Such a time bounds the commands of all attempts, and the commit. Without either, attempts go on
 * for two minutes.
 *
 * <p><strong>Errors and cancellation.</strong> Either aborts the transaction, once the reply to a command that is under
 * way has come. Ids and versions that the transaction gave to documents in memory are taken back.
 *
 * <p><strong>Nesting.</strong> A transaction within another one joins it. With {@link #joining}, it also joins the
 * transaction of a framework.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/core/transactions/">Transactions</a>
 */
public final class Transactions {
    /** As long as the drivers' specification of convenient transactions retries. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** How long an abort is waited for if there is no timeout; it goes on after that. */
    private static final Duration ABORT_PATIENCE = Duration.ofSeconds(10);
    /** The server's answer to a transaction on a standalone server. */
    private static final int ILLEGAL_OPERATION = 20;

    private final MongoClient client;
    private final TransactionOptions options;
    private final @Nullable SessionSource sessions;

    private Transactions(MongoClient client, TransactionOptions options, @Nullable SessionSource sessions) {
        this.client = client;
        this.options = options;
        this.sessions = sessions;
    }

    /** Returns transactions of the given client, with the client's read and write concern. */
    public static Transactions of(MongoClient client) {
        return new Transactions(
                Objects.requireNonNull(client, "client"),
                TransactionOptions.builder().build(),
                null);
    }

    /**
     * Returns transactions with the given options: read and write concern, read preference, maximal time of a commit.
     */
    public Transactions withOptions(TransactionOptions other) {
        return new Transactions(client, Objects.requireNonNull(other, "options"), sessions);
    }

    /**
     * Returns transactions that join those of a framework. Inside one of these, {@link #run} becomes a part of it, and
     * the framework commits, aborts and retries. Without {@code joining}, {@code run} begins a transaction of its own
     * there.
     *
     * @param source the source that the repositories have from {@link RepositoryOptions#withSessions}
     */
    public Transactions joining(SessionSource source) {
        return new Transactions(client, options, Objects.requireNonNull(source, "source"));
    }

    /**
     * Returns transactions that must end within the given time, all attempts and the commit included.
     *
     * <p>When the time is over, a transaction fails with an {@link OperationException} that says whether the commit may
     * have taken place.
     *
     * @throws IllegalArgumentException if the time is shorter than a millisecond
     */
    public Transactions withTimeout(Duration timeout) {
        long milliseconds = Objects.requireNonNull(timeout, "timeout").toMillis();
        if (milliseconds <= 0) {
            throw new IllegalArgumentException("timeout: " + timeout + " is shorter than a millisecond");
        }
        return withOptions(TransactionOptions.merge(
                TransactionOptions.builder()
                        .timeout(milliseconds, TimeUnit.MILLISECONDS)
                        .build(),
                options));
    }

    /**
     * Runs the supplied publisher in a transaction. The supplier is called on subscription, and again for each retry.
     * Emits the last value of the publisher after the commit, or is empty if there is no value.
     *
     * <p>Fails with {@link TransactionsNotSupportedException} if the server has no transactions; then nothing is
     * written.
     */
    public <T> Mono<T> run(Supplier<? extends Publisher<T>> work) {
        Objects.requireNonNull(work, "work");
        return attempts(() -> Flux.from(work.get()).takeLast(1))
                .flatMap(values -> Mono.justOrEmpty(values.isEmpty() ? null : values.get(0)));
    }

    /**
     * Runs the supplied publisher in a transaction; see {@link #run}. Emits all values after the commit. They are held
     * in memory until then.
     */
    public <T> Flux<T> runMany(Supplier<? extends Publisher<T>> work) {
        Objects.requireNonNull(work, "work");
        return attempts(() -> Flux.from(work.get())).flatMapIterable(values -> values);
    }

    /** Returns the given {@code Mono} so that it runs in a transaction; see {@link #run}. */
    public <T> Mono<T> transactional(Mono<T> work) {
        Objects.requireNonNull(work, "work");
        return run(() -> work);
    }

    /** Returns the given {@code Flux} so that it runs in a transaction; see {@link #runMany}. */
    public <T> Flux<T> transactional(Flux<T> work) {
        Objects.requireNonNull(work, "work");
        return runMany(() -> work);
    }

    /**
     * Emits the session of the current transaction, for commands that repositories do not offer. Empty outside of a
     * transaction. A session takes one command at a time. So it is emitted once no reply to a cancelled command is due
     * any more, and you must send nothing else in the transaction before your command has ended. Do not close the
     * session.
     *
     * <pre>{@code
     * transactions.currentSession()
     *         .flatMap(session -> Mono.from(houses.collection().insertOne(session, house)));
     * }</pre>
     */
    public Mono<ClientSession> currentSession() {
        return SessionContext.current(sessions)
                .flatMap(current -> current.settled().thenReturn(current.session()));
    }

    /** Runs the work as a part of an outer transaction if there is one, which then commits, aborts and retries. */
    private <T> Mono<List<T>> attempts(Supplier<Flux<T>> work) {
        return SessionContext.current(sessions)
                .filter(SessionContext::isTransaction)
                .map(outer -> Flux.defer(work).collectList().contextWrite(outer::put))
                .defaultIfEmpty(ownAttempts(work))
                .flatMap(attempts -> attempts);
    }

    private <T> Mono<List<T>> ownAttempts(Supplier<Flux<T>> work) {
        return Mono.defer(() -> {
            Duration timeout = timeout();
            Deadline deadline = Deadline.in(timeout == null ? PATIENCE : timeout);
            return attempt(work, timeout, deadline)
                    .onErrorMap(Transactions::unwrapped)
                    .retryWhen(TransactionEnd.again(Resendable::transaction, deadline));
        });
    }

    /** How long all attempts may take together, or null if nothing but patience bounds them. */
    private @Nullable Duration timeout() {
        Long ofTransaction = options.getTimeout(TimeUnit.MILLISECONDS);
        Long milliseconds = ofTransaction == null
                ? client.getDatabase("admin").getTimeout(TimeUnit.MILLISECONDS) // the client itself does not tell
                : ofTransaction;
        return milliseconds == null || milliseconds == 0 ? null : Duration.ofMillis(milliseconds);
    }

    private <T> Mono<List<T>> attempt(Supplier<Flux<T>> work, @Nullable Duration timeout, Deadline deadline) {
        TransactionEnd end = new TransactionEnd(client);
        return Mono.usingWhen(
                begin(timeout == null ? null : deadline),
                transaction -> Flux.defer(work)
                        .collectList()
                        .contextWrite(transaction::put)
                        .onErrorMap(Transactions::explained),
                transaction -> end.commit(transaction, deadline, timeout)
                        .onErrorMap(Transactions::uncommitted)
                        .doOnError(failure -> transaction.undo()),
                (transaction, failure) -> end.abort(transaction, patience(timeout, deadline)),
                transaction -> end.abort(transaction, patience(timeout, deadline)));
    }

    /** For an abort: what is left, and a little more than the whole. */
    private static Duration patience(@Nullable Duration timeout, Deadline deadline) {
        return timeout == null ? ABORT_PATIENCE : deadline.left().plus(timeout.dividedBy(10));
    }

    private Mono<SessionContext> begin(@Nullable Deadline deadline) {
        return Mono.from(client.startSession(ClientSessionOptions.builder().build()))
                .onErrorMap(failure -> notSupported("the server has no sessions", failure))
                .map(session -> {
                    session.startTransaction(deadline == null ? options : within(deadline));
                    return new SessionContext(session);
                });
    }

    /** The driver bounds all commands of an attempt by what is left for it. */
    private TransactionOptions within(Deadline deadline) {
        long left = Math.max(1, deadline.left().toMillis());
        return TransactionOptions.merge(
                TransactionOptions.builder()
                        .timeout(left, TimeUnit.MILLISECONDS)
                        .build(),
                options);
    }

    private static Throwable uncommitted(Throwable failure) {
        return failure instanceof LigatureException
                ? failure
                : new OperationException(
                        "the transaction could not be committed: " + Excerpt.ofCause(failure), failure);
    }

    /** Reactor wraps the failure of a commit. */
    private static Throwable unwrapped(Throwable failure) {
        return failure.getCause() instanceof LigatureException cause && !(failure instanceof LigatureException)
                ? cause
                : failure;
    }

    private static Throwable explained(Throwable failure) {
        MongoException cause = Resendable.driverException(failure);
        if (cause != null && cause.getCode() == ILLEGAL_OPERATION) {
            return notSupported("the server is not part of a replica set or a sharded cluster", failure);
        }
        if (cause instanceof MongoClientException
                && String.valueOf(cause.getMessage()).contains("support sessions")) {
            return notSupported("the server has no sessions", failure); // the driver says so at the first command
        }
        return failure;
    }

    private static TransactionsNotSupportedException notSupported(String reason, Throwable failure) {
        return new TransactionsNotSupportedException(
                "Transactions are not possible here: " + reason
                        + ". Connect to a replica set or a sharded cluster, or run the"
                        + " operations without a transaction: an insert writes targets first, so it leaves no dangling link, and the same call completes a delete. ("
                        + Excerpt.ofCause(failure)
                        + ")",
                failure);
    }
}
