// SPDX-License-Identifier: Apache-2.0
package dev.ligature.repository;

import static dev.ligature.repository.ToldClient.labelled;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import dev.ligature.OperationException;
import dev.ligature.TransactionsNotSupportedException;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** What transactions do when the server answers with errors, tried on a session that answers as it is told. */
class TransactionsTest {
    private final ToldClient client = new ToldClient();
    private final List<String> calls = client.calls();
    private final Deque<RuntimeException> commitFailures = client.commitFailures();
    private final Deque<RuntimeException> abortFailures = client.abortFailures();
    private final Transactions transactions = client.transactions();

    private static MongoException clearedPool() {
        return new MongoConnectionPoolClearedException(
                new ServerId(new ClusterId(), new ServerAddress()), new MongoException("another command failed"));
    }

    private void isDoneInTheEnd(String... expected) {
        isTrueInTheEnd(() -> calls.containsAll(List.of(expected)));
        assertThat(calls).containsSubsequence(expected);
    }

    /** What nobody waits for goes on. */
    private static void isTrueInTheEnd(BooleanSupplier condition) {
        StepVerifier.create(Flux.interval(Duration.ofMillis(5))
                        .filter(tick -> condition.getAsBoolean())
                        .next())
                .expectNextCount(1)
                .expectComplete()
                .verify(Duration.ofSeconds(10));
    }

    private long count(String call) {
        return calls.stream().filter(call::equals).count();
    }

    @Test
    void sendsACommitOfUnknownResultAgainWithoutRunningTheWorkAgain() {
        commitFailures.add(labelled(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL));
        commitFailures.add(labelled(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL));
        AtomicInteger runs = new AtomicInteger();

        StepVerifier.create(transactions.run(() -> Mono.fromSupplier(runs::incrementAndGet)))
                .expectNext(1)
                .verifyComplete();

        assertThat(count("commitTransaction")).isEqualTo(3);
        assertThat(runs).hasValue(1);
        assertThat(count("close")).isEqualTo(1);
    }

    @Test
    void runsTheWorkAgainAfterATransientError() {
        AtomicInteger runs = new AtomicInteger();

        StepVerifier.create(transactions.run(() -> Mono.defer(() -> runs.incrementAndGet() < 3
                        ? Mono.error(labelled(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL))
                        : Mono.just("done"))))
                .expectNext("done")
                .verifyComplete();

        assertThat(count("startTransaction")).isEqualTo(3);
        assertThat(count("abortTransaction")).isEqualTo(2);
        assertThat(count("commitTransaction")).isEqualTo(1);
        assertThat(count("close")).isEqualTo(3);
    }

    @Test
    void runsTheWorkAgainWhenTheCommitMeetsATransientError() {
        commitFailures.add(labelled(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL));
        AtomicInteger runs = new AtomicInteger();

        StepVerifier.create(transactions.run(() -> Mono.fromSupplier(runs::incrementAndGet)))
                .expectNext(2)
                .verifyComplete();
    }

    /** The driver gives no label to what it has not sent. */
    @Test
    void runsTheWorkAgainWhenTheConnectionPoolWasCleared() {
        AtomicInteger runs = new AtomicInteger();

        StepVerifier.create(transactions.run(() -> Mono.defer(() -> runs.incrementAndGet() < 3
                        ? Mono.error(new OperationException("find failed", clearedPool()))
                        : Mono.just("done"))))
                .expectNext("done")
                .verifyComplete();

        assertThat(count("startTransaction")).isEqualTo(3);
        assertThat(count("commitTransaction")).isEqualTo(1);
    }

    @Test
    void sendsACommitAgainThatTheClearedPoolDidNotSend() {
        commitFailures.add(clearedPool());
        commitFailures.add(clearedPool());
        AtomicInteger runs = new AtomicInteger();

        StepVerifier.create(transactions.run(() -> Mono.fromSupplier(runs::incrementAndGet)))
                .expectNext(1)
                .verifyComplete();

        assertThat(count("commitTransaction")).isEqualTo(3);
        assertThat(count("runCommand")).isZero();
        assertThat(runs).hasValue(1);
    }

    @Test
    void sendsAnAbortAgainWhenTheConnectionFails() {
        abortFailures.add(clearedPool());
        abortFailures.add(new MongoSocketReadException("gone", new ServerAddress()));

        StepVerifier.create(transactions.run(() -> Mono.error(new IllegalStateException("mine"))))
                .expectErrorMessage("mine")
                .verify();

        assertThat(count("runCommand")).isEqualTo(3);
        assertThat(count("close")).isEqualTo(1);
    }

    @Test
    void tellsTheServerOfTheEndWhenTheDriverFailsToSendTheAbort() {
        abortFailures.add(new IllegalStateException("Attempted to decrement the reference count below 0"));

        StepVerifier.create(transactions.run(() -> Mono.error(new IllegalArgumentException("the work failed"))))
                .verifyError(IllegalArgumentException.class);

        isDoneInTheEnd("runCommand", "abortTransaction", "runCommand", "close");
        assertThat(count("runCommand")).isEqualTo(2);
    }

    @Test
    void doesNotSendAnAbortAgainThatTheServerHasAnswered() {
        abortFailures.add(new MongoException(251, "NoSuchTransaction"));

        StepVerifier.create(transactions.run(() -> Mono.error(new IllegalStateException("mine"))))
                .expectErrorMessage("mine")
                .verify();

        assertThat(count("runCommand")).isEqualTo(1);
    }

    @Test
    void givesUpRunningAgainWhenItsTimeIsOver() {
        AtomicInteger runs = new AtomicInteger();

        StepVerifier.create(transactions.withTimeout(Duration.ofMillis(100)).run(() -> Mono.delay(Duration.ofMillis(60))
                        .then(Mono.error(() -> {
                            runs.incrementAndGet();
                            return clearedPool();
                        }))))
                .expectError(MongoConnectionPoolClearedException.class)
                .verify(Duration.ofSeconds(5));

        assertThat(count("startTransaction")).isEqualTo(runs.get()).isPositive();
        isTrueInTheEnd(() -> count("close") == runs.get());
    }

    @Test
    void saysThatACommitMayHaveTakenPlaceWhenItsTimeIsOver() {
        for (int i = 0; i < 1_000; i++) {
            commitFailures.add(clearedPool());
        }

        StepVerifier.create(transactions.withTimeout(Duration.ofMillis(50)).run(() -> Mono.just(1)))
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(OperationException.class)
                        .hasMessageContaining("committed"))
                .verify(Duration.ofSeconds(5));

        isDoneInTheEnd("commitTransaction", "runCommand", "close");
    }

    @Test
    void takesTheTimeThatIsOverOffTheSessionBeforeItAbortsWhatWasNotCommitted() {
        commitFailures.add(new MongoOperationTimeoutException("the time of the commit is over"));

        StepVerifier.create(transactions.run(() -> Mono.just(1))).verifyError(OperationException.class);

        isDoneInTheEnd("commitTransaction", "startTransaction", "abortTransaction", "runCommand", "close");
    }

    @Test
    void reportsACommitThatFailsForGood() {
        commitFailures.add(new MongoException(2, "no"));

        StepVerifier.create(transactions.run(() -> Mono.just(1)))
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(OperationException.class)
                        .hasMessageContaining("could not be committed")
                        .hasRootCauseMessage("no"))
                .verify();

        assertThat(count("close")).isEqualTo(1);
    }

    @Test
    void passesErrorsOfTheWorkOnAfterAnAbort() {
        StepVerifier.create(transactions.runMany(
                        () -> Flux.just(1).concatWith(Flux.error(new IllegalStateException("mine")))))
                .expectErrorMessage("mine")
                .verify();

        assertThat(calls).containsSubsequence("startTransaction", "runCommand", "abortTransaction", "close");
        assertThat(count("commitTransaction")).isZero();
    }

    @Test
    void abortsAndClosesWhenItIsCancelled() {
        Sinks.Empty<Void> started = Sinks.empty();

        StepVerifier.create(transactions.run(() -> Mono.never().doOnSubscribe(work -> started.tryEmitEmpty())))
                .then(() -> started.asMono().block())
                .thenCancel()
                .verify();

        assertThat(calls).containsSubsequence("startTransaction", "runCommand", "abortTransaction", "close");
    }

    @Test
    void saysThatAStandaloneServerHasNoTransactions() {
        StepVerifier.create(transactions.run(() ->
                        Mono.error(new MongoException(20, "Transaction numbers are only allowed on a replica set"))))
                .expectError(TransactionsNotSupportedException.class)
                .verify();
    }

    @Test
    void doesNothingBeforeSubscription() {
        assertThat(transactions.run(() -> Mono.just(1))).isNotNull();

        assertThat(calls).isEmpty();
    }
}
