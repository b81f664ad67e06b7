// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.test.StepVerifier;

class TimeLimitTest {
    private static final long TIMEOUT = 400;
    private static final Function<Throwable, Throwable> AS_IT_IS = Function.identity();

    private final TimeLimit limit = limit(TIMEOUT);
    /** What each command was allowed to take, in milliseconds. */
    private final List<Long> allowed = new ArrayList<>();

    private static TimeLimit limit(@Nullable Long milliseconds) {
        return TimeLimit.of((MongoDatabase) Proxy.newProxyInstance(
                MongoDatabase.class.getClassLoader(),
                new Class<?>[] {MongoDatabase.class},
                (proxy, method, arguments) -> milliseconds));
    }

    /** A command that says what it is allowed, and answers after a while. */
    private Flux<String> command(Duration taken) {
        return command(Mono.delay(taken).thenReturn("reply"));
    }

    private Flux<String> command(Mono<String> reply) {
        @SuppressWarnings("unchecked") // of what it holds nothing is asked
        MongoCollection<String> collection = (MongoCollection<String>) Proxy.newProxyInstance(
                MongoCollection.class.getClassLoader(),
                new Class<?>[] {MongoCollection.class},
                (proxy, method, arguments) -> {
                    allowed.add((Long) arguments[0]);
                    return proxy;
                });
        return Commands.on(collection, commands -> reply);
    }

    private static Duration millis(long milliseconds) {
        return Duration.ofMillis(milliseconds);
    }

    @Test
    void addsNothingWithoutATimeout() {
        Mono<String> operation = Mono.just("a");
        Flux<String> stream = Flux.just("a");

        for (TimeLimit none : List.of(limit(null), limit(0L))) {
            assertThat(none.whole(operation)).isSameAs(operation);
            assertThat(none.whole(stream)).isSameAs(stream);
            assertThat(none.stream(stream, TimeoutMode.ITERATION, AS_IT_IS)).isSameAs(stream);
            assertThat(none.scan(stream)).isSameAs(stream);
            assertThat(none.batch(operation)).isSameAs(operation);
        }
    }

    @Test
    void givesEachCommandWhatIsLeft() {
        StepVerifier.create(
                        limit.whole(command(millis(100)).then(command(millis(0)).next())))
                .expectNext("reply")
                .verifyComplete();

        assertThat(allowed).hasSize(2);
        assertThat(allowed.get(0)).isBetween(TIMEOUT - 50, TIMEOUT);
        assertThat(allowed.get(1)).isLessThanOrEqualTo(TIMEOUT - 100);
    }

    @Test
    void beginsAnewWithEachSubscription() {
        Mono<String> operation = limit.whole(command(millis(200)).next());

        StepVerifier.create(operation.then(operation)).expectNext("reply").verifyComplete();

        assertThat(allowed.get(1)).isGreaterThan(TIMEOUT - 100);
    }

    @Test
    void makesAnOperationWithinAnotherAPartOfIt() {
        StepVerifier.create(limit.whole(
                        command(millis(100)).then(limit.whole(command(millis(0)).next()))))
                .expectNext("reply")
                .verifyComplete();

        assertThat(allowed.get(1)).isLessThanOrEqualTo(TIMEOUT - 100);
    }

    @Test
    void doesNotSendWhenNothingIsLeft() {
        StepVerifier.create(limit.whole(
                        command(millis(TIMEOUT + 20)).then(command(millis(0)).next())))
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(MongoTimeoutException.class)
                        .isNotInstanceOf(MongoOperationTimeoutException.class)
                        .hasMessageContaining("400 ms (timeoutMS)")
                        .hasMessageContaining("not sent"))
                .verify();
        assertThat(allowed).hasSize(1);
    }

    @Test
    void saysWhichTimeIsOver() {
        Flux<String> late = command(Mono.error(new MongoOperationTimeoutException("as told")));

        StepVerifier.create(limit.whole(late))
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(MongoOperationTimeoutException.class)
                        .hasMessageContaining("400 ms (timeoutMS) for the operation with all its commands")
                        .hasMessageContaining("as told"))
                .verify();
    }

    @Test
    void givesTheFirstBatchWhatIsLeftAndTheOthersAllOfIt() {
        Flux<String> stream = command(millis(100))
                .thenMany(Flux.range(0, 3))
                .concatMap(number -> limit.batch(command(millis(0)).next()), 0);

        StepVerifier.create(limit.stream(stream, TimeoutMode.ITERATION, AS_IT_IS))
                .expectNextCount(3)
                .verifyComplete();

        assertThat(allowed.get(1)).isLessThanOrEqualTo(TIMEOUT - 100);
        assertThat(allowed.get(2)).isGreaterThan(TIMEOUT - 50);
        assertThat(allowed.get(3)).isGreaterThan(TIMEOUT - 50);
    }

    @Test
    void givesAllBatchesOneTimeWhereThatIsAskedFor() {
        Flux<String> stream = Flux.range(0, 2)
                .concatMap(number -> limit.batch(command(millis(100)).next()), 0);

        StepVerifier.create(limit.stream(stream, TimeoutMode.CURSOR_LIFETIME, AS_IT_IS))
                .expectNextCount(2)
                .verifyComplete();

        assertThat(allowed.get(1)).isLessThanOrEqualTo(TIMEOUT - 100);
    }

    @Test
    void endsAStreamWithoutAFirstDocument() {
        StepVerifier.create(limit.stream(Flux.never(), TimeoutMode.ITERATION, AS_IT_IS))
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(MongoOperationTimeoutException.class)
                        .hasMessageContaining("400 ms (timeoutMS) for each batch"))
                .verify(Duration.ofSeconds(5));
    }

    /** Reactor would log it as an error that was dropped. */
    @Test
    void leavesOutAnErrorThatComesAfterThat() {
        AtomicReference<Subscriber<? super String>> command = new AtomicReference<>();
        Publisher<String> silent = subscriber -> {
            subscriber.onSubscribe(Operators.emptySubscription());
            command.set(subscriber);
        };
        List<Throwable> dropped = new ArrayList<>();
        Hooks.onErrorDropped(dropped::add);
        try {
            StepVerifier.create(limit.stream(Flux.from(silent), TimeoutMode.ITERATION, AS_IT_IS))
                    .expectError(MongoOperationTimeoutException.class)
                    .verify(Duration.ofSeconds(5));

            command.get().onError(new IllegalStateException("late"));

            assertThat(dropped).isEmpty();
        } finally {
            Hooks.resetOnErrorDropped();
        }
    }

    @Test
    void letsTheConsumerTakeItsTime() {
        Flux<String> stream = command(millis(0)).thenMany(Flux.just("a", "b"));

        StepVerifier.create(limit.stream(stream, TimeoutMode.ITERATION, AS_IT_IS), 0)
                .thenAwait(millis(TIMEOUT + 100))
                .thenRequest(1)
                .expectNext("a")
                .thenAwait(millis(TIMEOUT + 100))
                .thenRequest(1)
                .expectNext("b")
                .verifyComplete();
        assertThat(allowed.get(0)).isGreaterThan(TIMEOUT - 50);
    }

    @Test
    void letsAScanFindNothingForLong() {
        Flux<String> scan = Flux.range(0, 3)
                .concatMap(number -> limit.batch(command(millis(200)).next()), 0)
                .filter("nothing"::equals);

        StepVerifier.create(limit.scan(scan)).verifyComplete();
        assertThat(allowed).hasSize(3);
    }
}
