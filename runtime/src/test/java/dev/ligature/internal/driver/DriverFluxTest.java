// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.DocumentReadException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Hooks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.publisher.TestPublisher.Violation;

/** What becomes of the signals of a publisher of the driver. */
class DriverFluxTest {
    private final List<Throwable> dropped = new ArrayList<>();
    /** One that goes on after it was cancelled, as drivers may. */
    private final TestPublisher<Object> driver = TestPublisher.createNoncompliant(Violation.DEFER_CANCELLATION);

    @BeforeEach
    void watch() {
        Hooks.onErrorDropped(dropped::add);
    }

    @AfterEach
    void unwatch() {
        Hooks.resetOnErrorDropped();
    }

    @Test
    void saysNothingOfAnErrorForWhichNobodyWaitsAnyMore() {
        new DriverFlux<>(driver)
                .onErrorMap(failure -> failure)
                .collect(ArrayList::new, ArrayList::add)
                .subscribe()
                .dispose();

        driver.error(new IllegalStateException("too late"));

        assertThat(dropped).isEmpty();
    }

    @Test
    void discardsAResultForWhichNobodyWaitsAnyMore() {
        List<Object> discarded = new ArrayList<>();
        StepVerifier.create(new DriverFlux<>(driver).doOnDiscard(String.class, discarded::add))
                .thenCancel()
                .verify();

        driver.next("too late");

        assertThat(discarded).containsExactly("too late");
    }

    @Test
    void raisesAFailureThatComesAsAValueInItsPlace() {
        DocumentReadException failure = new DocumentReadException("House", null, "House: cannot be read", null);

        StepVerifier.create(new DriverFlux<>(driver))
                .then(() -> driver.next("a", failure, "b"))
                .expectNext("a")
                .verifyErrorMatches(failure::equals);
    }
}
