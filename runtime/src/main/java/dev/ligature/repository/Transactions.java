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
import dev.ligature.internal.execute.SessionContext;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Runs publishers in transactions. The session travels in the Reactor context, so every repository call inside takes part,
 * fetches and cascades included; commands of one transaction go out one after the other. Reads see the transaction's own writes.
 *
 * <p>What is run must be cold: it is subscribed to again when the server asks for a retry ({@code TransientTransactionError}), with
 * growing pauses and for at most two minutes; a commit of unknown result ({@code UnknownTransactionCommitResult}) is sent again. An error
 * or a cancellation aborts the transaction, and ids and versions that it gave to documents in memory are taken back. A
 * transaction within another joins it. Immutable and safe to share.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/core/transactions/">Transactions</a>
 */
public final class Transactions {
    private static final String TRANSIENT = MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL;
    private static final String UNKNOWN_COMMIT = MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL;
    /** As long as the drivers' specification of convenient transactions retries. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    /** The server's answer to a transaction on a standalone server. */
    private static final int ILLEGAL_OPERATION = 20;

    private final MongoClient client;
    private final TransactionOptions options;

    private Transactions(MongoClient client, TransactionOptions options) {
        this.client = client;
        this.options = options;
    }

    /** Transactions of a client, with the client's read and write concern. */
    public static Transactions of(MongoClient client) {
        return new Transactions(
                Objects.requireNonNull(client, "client"),
                TransactionOptions.builder().build());
    }

    /** Transactions with other options: read and write concern, read preference, maximal time of a commit. */
    public Transactions withOptions(TransactionOptions other) {
        return new Transactions(client, Objects.requireNonNull(other, "options"));
    }

    /**
     * Runs what a supplier gives in a transaction. The supplier is called on subscription, again for each retry.
     *
     * @return the last value of the publisher, or empty when it has none, after the commit;
     *     {@link TransactionsNotSupportedException} before anything is written when the server has no transactions
     */
    public <T> Mono<T> run(Supplier<? extends Publisher<T>> work) {
        Objects.requireNonNull(work, "work");
        return attempts(() -> Flux.from(work.get()).takeLast(1))
                .flatMap(values -> Mono.justOrEmpty(values.isEmpty() ? null : values.get(0)));
    }

    /** Runs what a supplier gives in a transaction; emits all its values after the commit, which are held until then. */
    public <T> Flux<T> runMany(Supplier<? extends Publisher<T>> work) {
        Objects.requireNonNull(work, "work");
        return attempts(() -> Flux.from(work.get())).flatMapIterable(values -> values);
    }

    /** A Mono that runs in a transaction; see {@link #run}. */
    public <T> Mono<T> transactional(Mono<T> work) {
        Objects.requireNonNull(work, "work");
        return run(() -> work);
    }

    /** A Flux that runs in a transaction; see {@link #runMany}. */
    public <T> Flux<T> transactional(Flux<T> work) {
        Objects.requireNonNull(work, "work");
        return runMany(() -> work);
    }

    private <T> Mono<List<T>> attempts(Supplier<Flux<T>> work) {
        return Mono.deferContextual(context -> {
            if (SessionContext.in(context) != null) { // join the outer transaction: it commits, aborts and retries
                return Flux.defer(work).collectList();
            }
            return attempt(work).onErrorMap(Transactions::unwrapped).retryWhen(retry(TRANSIENT));
        });
    }

    private <T> Mono<List<T>> attempt(Supplier<Flux<T>> work) {
        return Mono.usingWhen(
                begin(),
                transaction -> Flux.defer(work)
                        .collectList()
                        .contextWrite(transaction::put)
                        .onErrorMap(Transactions::explained),
                transaction -> commit(transaction.session())
                        .doOnError(failure -> transaction.undo())
                        .then(close(transaction.session())),
                (transaction, failure) -> abort(transaction),
                Transactions::abort);
    }

    private Mono<SessionContext> begin() {
        return Mono.from(client.startSession(ClientSessionOptions.builder().build()))
                .onErrorMap(failure -> notSupported("the server has no sessions", failure))
                .map(session -> {
                    session.startTransaction(options);
                    return new SessionContext(session);
                });
    }

    private static Mono<Void> commit(ClientSession session) {
        return Mono.defer(() ->
                        Mono.defer(() -> Mono.from(session.commitTransaction())).retryWhen(retry(UNKNOWN_COMMIT)))
                .onErrorMap(failure -> failure instanceof LigatureException
                        ? failure
                        : new OperationException(
                                "the transaction could not be committed: " + failure.getMessage(), failure))
                .onErrorResume(failure -> close(session).then(Mono.error(failure)));
    }

    /** An abort that fails changes nothing: the server ends the transaction by itself. */
    private static Mono<Void> abort(SessionContext transaction) {
        ClientSession session = transaction.session();
        return Mono.defer(() ->
                        session.hasActiveTransaction() ? Mono.from(session.abortTransaction()) : Mono.<Void>empty())
                .onErrorComplete()
                .then(Mono.fromRunnable(transaction::undo))
                .then(close(session));
    }

    private static Mono<Void> close(ClientSession session) {
        return Mono.fromRunnable(session::close);
    }

    /** Retries from now on; to be made at subscription. */
    private static Retry retry(String label) {
        long started = System.nanoTime();
        return Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                .maxBackoff(LONGEST_PAUSE)
                .filter(failure -> hasLabel(failure, label) && System.nanoTime() - started < PATIENCE.toNanos())
                .onRetryExhaustedThrow((spec, signal) -> signal.failure());
    }

    private static boolean hasLabel(Throwable failure, String label) {
        MongoException cause = driverException(failure);
        return cause != null && cause.hasErrorLabel(label);
    }

    /** Reactor wraps the failure of a commit. */
    private static Throwable unwrapped(Throwable failure) {
        return failure.getCause() instanceof LigatureException cause && !(failure instanceof LigatureException)
                ? cause
                : failure;
    }

    private static Throwable explained(Throwable failure) {
        MongoException cause = driverException(failure);
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
                        + " operations without a transaction: their order alone leaves no dangling link behind an insert, and a delete is completed by the same call. ("
                        + failure.getMessage()
                        + ")",
                failure);
    }

    private static @Nullable MongoException driverException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException exception) {
                return exception;
            }
        }
        return null;
    }
}
