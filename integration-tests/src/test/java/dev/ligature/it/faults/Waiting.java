// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Waits for what has to come about. */
final class Waiting {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Waiting() {}

    /** Runs a publisher to its end. */
    static void end(Publisher<?> publisher) {
        Flux.from(publisher).then().block(PATIENCE);
    }

    /** Whether a condition holds within a time that is enough for all that has to make it so. */
    static boolean becomesTrue(BooleanSupplier condition) {
        return Boolean.TRUE.equals(Flux.interval(Duration.ZERO, Duration.ofMillis(3))
                .map(tick -> condition.getAsBoolean())
                .filter(holds -> holds)
                .next()
                .timeout(PATIENCE, Mono.just(false))
                .block());
    }
}
