// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.reactivestreams.client.ClientSession;
import com.mongodb.reactivestreams.client.MongoClient;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Commits and aborts. Both are sent again while the connection fails, and not the server: a transaction that is neither
 * committed nor aborted keeps its locks until the server loses patience.
 *
 * <p>The driver's own abort reports no failure. So the command is sent directly first, and the driver is told
 * afterwards.
 */
public final class TransactionEnd {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    /** How long servers keep a transaction that nobody ends, by default. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MongoClient client;

    public TransactionEnd(MongoClient client) {
        this.client = client;
    }

    /**
     * Commits, as often as it takes until the deadline, then closes the session. If that fails for good, and the server
     * has not said that the transaction is over, aborts it without anybody waiting.
     *
     * @param timeout the time from which the deadline was made, if it bounds the commit too; otherwise the deadline
     *     only says when to stop trying again
     */
    public Mono<Void> commit(SessionContext transaction, Deadline deadline, @Nullable Duration timeout) {
        ClientSession session = transaction.session();
        return Mono.defer(() -> {
            Mono<Void> commit = Mono.defer(() -> Mono.from(session.commitTransaction()))
                    .retryWhen(again(Resendable::commit, deadline))
                    .cache(); // its reply is waited for even when nobody waits for the commit any more
            return bounded(commit, deadline, timeout)
                    .onErrorResume(failure -> isAnswer(failure)
                            ? close(session).then(Mono.error(failure))
                            : inTime(abandon(session, commit), Duration.ZERO).then(Mono.error(failure)))
                    .then(close(session));
        });
    }

    private static Mono<Void> bounded(Mono<Void> commit, Deadline deadline, @Nullable Duration timeout) {
        if (timeout == null) {
            return commit;
        }
        return deadline.isPast()
                ? Mono.error(late("was not committed", timeout))
                : commit.timeout(
                        deadline.left(), Mono.error(() -> late("may or may not have been committed", timeout)));
    }

    /** Aborts what could not be committed. The session is closed when it has no command under way. */
    private Mono<Void> abandon(ClientSession session, Mono<Void> commit) {
        return rollback(session)
                .then(commit.onErrorComplete())
                .then(close(session))
                .cache();
    }

    private static MongoOperationTimeoutException late(String outcome, Duration timeout) {
        return new MongoOperationTimeoutException(
                "the transaction " + outcome + ": its " + timeout.toMillis() + " ms had run out");
    }

    private static boolean isAnswer(Throwable failure) {
        return Resendable.driverException(failure) instanceof MongoCommandException;
    }

    /**
     * Aborts when no reply is due any more, as often as it takes, and closes the session.
     *
     * @param patience how long to wait; what is not done by then goes on without anybody waiting
     */
    public Mono<Void> abort(SessionContext transaction, Duration patience) {
        ClientSession session = transaction.session();
        Mono<Void> ending = transaction
                .settled()
                .then(Mono.defer(() -> session.hasActiveTransaction() ? rollback(session) : Mono.empty()))
                .then(close(session))
                .cache(); // goes on when nobody waits any more
        return inTime(ending, patience).then(Mono.fromRunnable(transaction::undo));
    }

    /** Waits no longer than the given time. */
    private static Mono<Void> inTime(Mono<Void> ending, Duration patience) {
        return ending.timeout(patience, Mono.empty());
    }

    /**
     * Within a transaction the driver gives an abort no more time than anything else. If that time has run out, the
     * driver is told first that the transaction has ended, and then the server, with a command that names the
     * transaction.
     */
    private Mono<Void> rollback(ClientSession session) {
        return Mono.defer(() -> {
            if (!session.hasActiveTransaction()) { // for the driver a commit is the end, whatever its outcome
                BsonDocument command = named(session);
                return withoutTime(session)
                        .then(answered(session, command, Resendable::unanswered))
                        .then();
            }
            BsonDocument command = new BsonDocument("abortTransaction", new BsonInt32(1));
            return answered(session, command, Resendable::abort)
                    .flatMap(answered -> Mono.from(session.abortTransaction())
                            .onErrorComplete()
                            .then(answered ? Mono.empty() : Mono.defer(() -> rollback(session))));
        });
    }

    /**
     * After a commit that came too late, the time of the session has run out, so the session sends nothing any more. A
     * transaction that ends before it has sent anything removes that time.
     */
    private static Mono<Void> withoutTime(ClientSession session) {
        return Mono.defer(() -> {
            session.startTransaction();
            return Mono.from(session.abortTransaction());
        });
    }

    private static BsonDocument named(ClientSession session) {
        return new BsonDocument("abortTransaction", new BsonInt32(1))
                .append("txnNumber", new BsonInt64(session.getServerSession().getTransactionNumber()))
                .append("autocommit", BsonBoolean.FALSE);
    }

    /**
     * Whether there is nothing left to send: whatever a server answers, it means that no transaction is left. A failure
     * that is not one of a command comes from within the driver, which may have sent nothing.
     */
    private Mono<Boolean> answered(ClientSession session, BsonDocument command, Predicate<Throwable> isWorthIt) {
        return Mono.defer(
                () -> Mono.defer(() -> Mono.from(client.getDatabase("admin").runCommand(session, command)))
                        .retryWhen(again(isWorthIt, Deadline.in(PATIENCE)))
                        .thenReturn(true)
                        .onErrorResume(failure -> Mono.just(
                                Resendable.driverException(failure) != null && !Resendable.unanswered(failure))));
    }

    private static Mono<Void> close(ClientSession session) {
        return Mono.fromRunnable(session::close);
    }

    /** Tries again with growing pauses until the deadline. */
    public static Retry again(Predicate<Throwable> isWorthIt, Deadline deadline) {
        return Retry.from(failures -> failures.concatMap(signal -> {
            Throwable failure = signal.failure();
            if (!isWorthIt.test(failure) || deadline.isPast()) {
                return Mono.error(failure);
            }
            return Mono.delay(shorter(pause(signal.totalRetries()), deadline.left()));
        }));
    }

    /** Twice as long each time, and never the same for two that wait at once. */
    private static Duration pause(long retries) {
        long longest = Math.min(LONGEST_PAUSE.toNanos(), FIRST_PAUSE.toNanos() << Math.min(retries, 10));
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(longest / 2, longest));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
