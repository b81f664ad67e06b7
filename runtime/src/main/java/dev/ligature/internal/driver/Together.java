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
 * Commands that do not need one another, sent at the same time; in a transaction one after the other, since a session takes one at a time.
 *
 * <p>The first failure is that of all. A connection that breaks may end others with it, whose failures come when nobody waits for them any more: they
 * are left out, where Reactor would log each as an error that was dropped.
 */
public final class Together {
    private static final int CONCURRENCY = 4;

    private Together() {}

    /** What the commands of some subjects emit, as it comes. */
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
     * What becomes of the commands of some subjects, as it comes; a failure is such a result. All of them come to their end, since what a failure
     * leaves has to be known. In a transaction, which it ends, nothing is sent after it.
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
