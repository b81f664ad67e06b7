// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

/** How a stream is cut into windows, and how much is asked of its source. */
class WindowFluxTest {
    private final WindowSize size = new WindowSize(false);

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    @Test
    void asksForTheElementsOfOneWindowPerWindowDemanded() {
        size.learn(1, 1 << 20, true); // a megabyte each: the smallest windows
        TestPublisher<Integer> source = TestPublisher.create();

        StepVerifier.create(new WindowFlux<>(source.flux(), size), 0)
                .then(() -> source.assertWasNotRequested())
                .thenRequest(1)
                .then(() -> source.assertMinRequested(10).assertMaxRequested(10))
                .then(() -> numbers(0, 10).forEach(source::next))
                .expectNext(numbers(0, 10))
                .thenRequest(1)
                .then(() -> numbers(10, 13).forEach(source::next))
                .then(source::complete)
                .expectNext(numbers(10, 13))
                .verifyComplete();
    }

    @Test
    void asksForAThousandUntilItKnowsBetter() {
        StepVerifier.create(new WindowFlux<>(Flux.range(0, 2_500), size).map(List::size))
                .expectNext(1_000, 1_000, 500)
                .verifyComplete();
    }

    @Test
    void makesWindowsSmallerWhereRootsAreLarge() {
        StepVerifier.create(new WindowFlux<>(Flux.range(0, 1_250), size)
                        .map(List::size)
                        .doOnNext(roots -> size.learn(roots, roots * 20_000L, true)))
                .expectNext(1_000, 104, 104, 42)
                .verifyComplete();
    }

    @Test
    void makesWindowsOfJoinedRootsSmallBecauseTheySendNothing() {
        WindowSize joined = new WindowSize(true);

        StepVerifier.create(new WindowFlux<>(Flux.range(0, 250), joined)
                        .map(List::size)
                        .doOnNext(roots -> joined.learn(roots, roots * 500L, false)))
                .expectNext(100, 100, 50)
                .verifyComplete();
    }

    @Test
    void makesThemLargeOnceCommandsAreSent() {
        WindowSize joined = new WindowSize(true);

        StepVerifier.create(new WindowFlux<>(Flux.range(0, 2_000), joined)
                        .map(List::size)
                        .doOnNext(roots -> joined.learn(roots, roots * 500L, true)))
                .expectNext(100, 1_000, 900)
                .verifyComplete();
    }

    @Test
    void isEmptyForAnEmptySource() {
        StepVerifier.create(new WindowFlux<>(Flux.empty(), size)).verifyComplete();
    }

    @Test
    void passesAnErrorWithoutTheWindowThatItInterrupts() {
        StepVerifier.create(
                        new WindowFlux<>(Flux.concat(Flux.range(0, 3), Flux.error(new IllegalStateException())), size))
                .verifyError(IllegalStateException.class);
    }

    @Test
    void cancelsItsSource() {
        TestPublisher<Integer> source = TestPublisher.create();

        StepVerifier.create(new WindowFlux<>(source.flux(), size)).thenCancel().verify();

        source.assertCancelled();
    }

    @Test
    void neverMakesAWindowSmallerThanTen() {
        size.learn(3, 1L << 40, true);

        assertThat(size.next()).isEqualTo(10);
    }
}
