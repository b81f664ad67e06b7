// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.publisher.TestPublisher.Violation;

class TogetherTest {
    private final List<Throwable> dropped = new ArrayList<>();

    @BeforeEach
    void watch() {
        Hooks.onErrorDropped(dropped::add);
    }

    @AfterEach
    void unwatch() {
        Hooks.resetOnErrorDropped();
    }

    @Test
    void signalsTheFirstFailureAndDropsNone() {
        TestPublisher<String> first = TestPublisher.createNoncompliant(Violation.DEFER_CANCELLATION);
        TestPublisher<String> second = TestPublisher.createNoncompliant(Violation.DEFER_CANCELLATION);

        StepVerifier.create(Together.send(List.of(first, second), publisher -> publisher))
                .then(() -> second.next("value"))
                .expectNext("value")
                .then(() -> first.error(new IllegalStateException("cut")))
                .verifyErrorMessage("cut");
        second.error(new IllegalStateException("cut as well"));

        assertThat(dropped).isEmpty();
    }

    @Test
    void failsAgainWhenItIsSubscribedToAgain() {
        Flux<String> failing = Together.send(List.of("a", "b"), name -> Flux.error(new IllegalStateException(name)));

        StepVerifier.create(failing).verifyErrorMessage("a");
        StepVerifier.create(failing).verifyErrorMessage("a");
    }

    @Test
    void settlesAllWhereOneFails() {
        Sinks.One<String> first = Sinks.one();
        Sinks.One<String> second = Sinks.one();

        StepVerifier.create(Together.settle(List.of(first, second), Sinks.One::asMono, "failed"::equals))
                .then(() -> first.tryEmitValue("failed"))
                .expectNoEvent(Duration.ofMillis(20))
                .then(() -> second.tryEmitValue("done"))
                .expectNext(List.of("failed", "done"))
                .verifyComplete();
    }

    @Test
    void sendsOneAfterTheOtherInATransactionAndNothingAfterAFailure() {
        List<String> sent = new ArrayList<>();
        Mono<List<String>> settled = Together.settle(
                        List.of("done", "failed", "never"),
                        name -> Mono.fromSupplier(() -> {
                            sent.add(name);
                            return name;
                        }),
                        "failed"::equals)
                .contextWrite(new SessionContext(SessionFluxTest.session())::put);

        StepVerifier.create(settled).expectNext(List.of("done", "failed")).verifyComplete();
        assertThat(sent).containsExactly("done", "failed");
    }
}
