// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import dev.ligature.DocumentReadException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A publisher of the driver that signals all of its errors, each in its place. The errors of a closed client would
 * otherwise be thrown from the first request, past every operator that handles errors. What a {@link DecodingCodec}
 * could not read comes as a value, after everything that came before it. Here it becomes the error, and the cursor is
 * closed.
 *
 * <p>Used for one subscription if something is read ahead.
 */
final class DriverFlux<R> extends Flux<R> {
    private final Publisher<R> source;
    private final @Nullable ReadAhead ahead;

    DriverFlux(Publisher<R> source) {
        this(source, null);
    }

    DriverFlux(Publisher<R> source, @Nullable ReadAhead ahead) {
        this.source = source;
        this.ahead = ahead;
    }

    @Override
    public void subscribe(CoreSubscriber<? super R> subscriber) {
        Guard<R> guard = new Guard<>(subscriber, ahead);
        try {
            source.subscribe(guard);
        } catch (IllegalStateException e) {
            if (guard.subscription != null) {
                throw e;
            }
            Operators.error(subscriber, e);
        }
    }

    private static final class Guard<R> implements CoreSubscriber<R>, Subscription {
        private final CoreSubscriber<? super R> subscriber;
        private final @Nullable ReadAhead ahead;
        private @Nullable Subscription subscription;
        private boolean isRequested;
        /** Whether a value was an error. The driver may have more values ready. */
        private boolean isFailed;
        /** Nobody waits for what the driver signals then; Reactor would log it as dropped. */
        private volatile boolean isCancelled;

        Guard(CoreSubscriber<? super R> subscriber, @Nullable ReadAhead ahead) {
            this.subscriber = subscriber;
            this.ahead = ahead;
        }

        @Override
        public Context currentContext() {
            return subscriber.currentContext();
        }

        @Override
        public void onSubscribe(Subscription upstream) {
            subscription = upstream;
            subscriber.onSubscribe(this);
        }

        @Override
        public void onNext(R value) {
            if (isFailed || isCancelled) {
                Operators.onDiscard(value, currentContext());
            } else if (value instanceof DocumentReadException failure) {
                isFailed = true;
                cancel();
                subscriber.onError(failure);
            } else {
                subscriber.onNext(value);
            }
        }

        @Override
        public void onError(Throwable failure) {
            if (!isFailed && !isCancelled) {
                subscriber.onError(failure);
            }
        }

        @Override
        public void onComplete() {
            if (!isFailed) {
                subscriber.onComplete();
            }
        }

        @Override
        public void request(long demand) {
            Subscription upstream = Objects.requireNonNull(subscription);
            if (ahead != null && demand > 0) { // the driver refuses others
                ahead.demand(demand);
            }
            if (isRequested) {
                upstream.request(demand);
                return;
            }
            isRequested = true;
            try {
                upstream.request(demand);
            } catch (IllegalStateException e) {
                upstream.cancel();
                subscriber.onError(e);
            }
        }

        @Override
        public void cancel() {
            isCancelled = true;
            Objects.requireNonNull(subscription).cancel();
        }
    }
}
