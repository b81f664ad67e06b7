package dev.ligature.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.ClientSession;
import com.mongodb.reactivestreams.client.MongoClient;
import dev.ligature.OperationException;
import dev.ligature.TransactionsNotSupportedException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** What transactions do when the server answers with errors, tried on a session that answers as it is told. */
class TransactionsTest {
    private final List<String> calls = new ArrayList<>();
    private final Deque<RuntimeException> commitFailures = new ArrayDeque<>();
    private final Transactions transactions = Transactions.of(
            fake(MongoClient.class, name -> name.equals("startSession") ? Mono.fromSupplier(this::session) : null));

    private ClientSession session() {
        return fake(ClientSession.class, name -> {
            calls.add(name);
            return switch (name) {
                case "commitTransaction" ->
                    Mono.defer(() -> {
                        RuntimeException failure = commitFailures.poll();
                        return failure == null ? Mono.empty() : Mono.error(failure);
                    });
                case "abortTransaction" -> Mono.empty();
                case "hasActiveTransaction" -> true;
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

        assertThat(calls).containsSubsequence("startTransaction", "abortTransaction", "close");
        assertThat(count("commitTransaction")).isZero();
    }

    @Test
    void abortsAndClosesWhenItIsCancelled() {
        Sinks.Empty<Void> started = Sinks.empty();

        StepVerifier.create(transactions.run(() -> Mono.never().doOnSubscribe(work -> started.tryEmitEmpty())))
                .then(() -> started.asMono().block())
                .thenCancel()
                .verify();

        assertThat(calls).containsSubsequence("startTransaction", "abortTransaction", "close");
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
