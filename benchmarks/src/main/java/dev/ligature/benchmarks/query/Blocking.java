// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Waits for reactive contenders, so that all are measured from the first command to the last document. */
public final class Blocking {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Blocking() {}

    public static <T> List<T> list(Flux<T> documents) {
        return one(documents.collectList());
    }

    public static <T> T one(Mono<T> value) {
        return Objects.requireNonNull(value.block(PATIENCE), "a value");
    }
}
