// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends commands that do not need one another at the same time; in a transaction one after the other, because a session
 * takes one at a time.
 *
 * <p>The first failure is the failure of all. A connection that breaks may end other commands with it. Their failures
 * come when nobody waits for them any more. They are left out, because Reactor would log each as a dropped error.
 */
public final class Together {
    private static final int CONCURRENCY = 4;

    private Together() {}

    /** Emits what the commands of the given subjects emit, as it comes. */
    public static <T, R> Flux<R> send(Collection<? extends T> subjects, Function<T, ? extends Publisher<R>> command) {
        return Flux.deferContextual(context -> {
            AtomicBoolean hasFailed = new AtomicBoolean();
            int concurrency = SessionContext.in(context) == null ? CONCURRENCY : 1;
            return Flux.<T>fromIterable(subjects)
                    .flatMap(
                            subject -> Flux.<R>from(command.apply(subject))
                                    .onErrorResume(failure ->
                                            hasFailed.compareAndSet(false, true) ? Mono.error(failure) : Mono.empty()),
                            concurrency);
        });
    }

    /**
     * Emits the outcome of the commands of the given subjects, as it comes; a failure is an outcome too. All of them
     * end, because it has to be known what a failure leaves. A failure ends a transaction, so nothing is sent after it
     * there.
     */
    public static <T, R> Mono<List<R>> settle(
            Collection<? extends T> subjects, Function<T, Mono<R>> command, Predicate<R> isFailure) {
        return Flux.deferContextual(context -> {
                    Flux<T> all = Flux.fromIterable(subjects);
                    return SessionContext.in(context) == null
                            ? all.flatMap(command, CONCURRENCY)
                            : all.concatMap(command, 0).takeUntil(isFailure);
                })
                .collectList();
    }
}
