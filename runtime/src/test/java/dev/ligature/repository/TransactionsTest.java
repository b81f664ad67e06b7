package dev.ligature.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import com.mongodb.reactivestreams.client.ClientSession;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import com.mongodb.session.ServerSession;
import dev.ligature.OperationException;
import dev.ligature.TransactionsNotSupportedException;
import dev.ligature.integration.SessionSource;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** What transactions do when the server answers with errors, tried on a session that answers as it is told. */
class TransactionsTest {
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Deque<RuntimeException> commitFailures = new ArrayDeque<>();
    private final Deque<RuntimeException> abortFailures = new ArrayDeque<>();
    private final Transactions transactions = Transactions.of(fake(MongoClient.class, name -> switch (name) {
        case "startSession" -> Mono.fromSupplier(this::session);
        case "getDatabase" -> admin();
        default -> null;
    }));

    /** Takes the commands that abort. */
    private MongoDatabase admin() {
        return fake(MongoDatabase.class, name -> {
            if (name.equals("getTimeout")) {
                return null;
            }
            calls.add(name);
            return answer(abortFailures, Mono.just(new Document()));
        });
    }

    private static <T> Mono<T> answer(Deque<RuntimeException> failures, Mono<T> success) {
        return Mono.defer(() -> {
            RuntimeException failure = failures.poll();
            return failure == null ? success : Mono.error(failure);
        });
    }

    private ClientSession session() {
        return fake(ClientSession.class, name -> {
            calls.add(name);
            return switch (name) {
                case "commitTransaction" -> answer(commitFailures, Mono.empty());
                case "abortTransaction" -> Mono.empty();
                case "hasActiveTransaction" -> !calls.contains("commitTransaction");
                case "getServerSession" -> fake(ServerSession.class, inner -> 7L);
                default -> null;
            };
        });
    }

    @SuppressWarnings("unchecked")
    private static <T> T fake(Class<T> type, Function<String, Object> answers) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.apply(method.getName()));
    }

    private static MongoException labelled(String label) {
        MongoException failure = new MongoException(1, "as told");
        failure.addLabel(label);
        return failure;
    }

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

    /** As a framework would: a session that is not ours, with a transaction or without one. */
    private SessionSource foreign(boolean hasTransaction) {
        ClientSession session = fake(ClientSession.class, name -> {
            calls.add("foreign " + name);
            return switch (name) {
                case "hasActiveTransaction" -> hasTransaction;
                case "hashCode" -> 1;
                case "equals" -> false;
                default -> null;
            };
        });
        return () -> Mono.just(session);
    }

    @Test
    void isAPartOfTheTransactionOfAFramework() {
        AtomicInteger runs = new AtomicInteger();

        StepVerifier.create(transactions
                        .joining(foreign(true))
                        .run(() -> Mono.defer(() -> {
                            runs.incrementAndGet();
                            return Mono.error(labelled(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL));
                        })))
                .verifyErrorMessage("as told");

        assertThat(runs).as("the framework decides whether to run it again").hasValue(1);
        assertThat(calls)
                .doesNotContain(
                        "startTransaction", "foreign startTransaction", "foreign abortTransaction", "foreign close");
    }

    @Test
    void beginsATransactionWhereTheFrameworkHasASessionWithoutOne() {
        StepVerifier.create(transactions.joining(foreign(false)).run(() -> Mono.just("done")))
                .expectNext("done")
                .verifyComplete();

        assertThat(calls).contains("startTransaction", "commitTransaction").doesNotContain("foreign startTransaction");
    }

    @Test
    void beginsATransactionOfItsOwnWhereNobodyToldOfTheFramework() {
        StepVerifier.create(transactions.run(() -> Mono.just("done")))
                .expectNext("done")
                .verifyComplete();

        assertThat(count("commitTransaction")).isEqualTo(1);
    }

    @Test
    void tellsTheSessionOfTheCurrentTransaction() {
        SessionSource framework = foreign(true);
        ClientSession theirs = Objects.requireNonNull(framework.session().block());

        StepVerifier.create(transactions.currentSession()).verifyComplete();
        StepVerifier.create(transactions.joining(framework).currentSession())
                .expectNextMatches(session -> session == theirs)
                .verifyComplete();
        StepVerifier.create(transactions.run(transactions::currentSession))
                .expectNextMatches(session -> session != theirs)
                .verifyComplete();
    }
}
