// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import dev.ligature.DeleteRestrictedException;
import dev.ligature.LigatureException;
import dev.ligature.it.faults.Promises.Promise;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Calls again what breaks off, until it is completed. */
final class Perseverance {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Promises promises;
    private final LongAdder calledAgain = new LongAdder();

    Perseverance(Promises promises) {
        this.promises = promises;
    }

    /** What is refused is not called again, and what is no error of Ligature's is none that a caller could expect. */
    <T> Mono<T> again(Mono<T> call) {
        return call.retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(10))
                        .maxBackoff(Duration.ofMillis(500))
                        .filter(failure ->
                                failure instanceof LigatureException && !(failure instanceof DeleteRestrictedException))
                        .doBeforeRetry(signal -> calledAgain.increment()))
                .timeout(PATIENCE)
                .doOnSuccess(end -> promises.keep(Promise.COMPLETED));
    }

    long calledAgain() {
        return calledAgain.sum();
    }
}
