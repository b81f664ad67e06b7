// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class DemandedFluxTest {
    private final AtomicInteger subscriptions = new AtomicInteger();
    private final TestPublisher<String> source = TestPublisher.create();
    private final Flux<String> demanded =
            new DemandedFlux<>(source.flux().doOnSubscribe(subscription -> subscriptions.incrementAndGet()));

    @Test
    void subscribesWhenSomethingIsDemanded() {
        StepVerifier.create(demanded, 0)
                .then(() -> assertThat(subscriptions).hasValue(0))
                .thenRequest(1)
                .then(() -> assertThat(subscriptions).hasValue(1))
                .then(() -> source.next("a"))
                .expectNext("a")
                .thenRequest(1)
                .then(() -> source.next("b").complete())
                .expectNext("b")
                .verifyComplete();
        assertThat(subscriptions).hasValue(1);
    }

    @Test
    void passesTheDemandOn() {
        StepVerifier.create(new DemandedFlux<>(Flux.range(0, 10)), 3)
                .expectNext(0, 1, 2)
                .thenRequest(2)
                .expectNext(3, 4)
                .thenCancel()
                .verify();
    }

    @Test
    void passesErrorsOn() {
        StepVerifier.create(demanded)
                .then(() -> source.error(new IllegalStateException("mine")))
                .verifyErrorMessage("mine");
    }

    @Test
    void passesCancellationOn() {
        StepVerifier.create(demanded).thenCancel().verify();

        source.assertCancelled();
    }

    @Test
    void neverSubscribesWhereItIsCancelledFirst() {
        StepVerifier.create(demanded, 0).thenCancel().verify();

        assertThat(subscriptions).hasValue(0);
    }
}
