// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Collects a stream into windows. It requests the elements of one window at a time, and the size may change from window
 * to window, so no more is read than somebody downstream has requested.
 */
final class WindowFlux<X> extends Flux<List<X>> {
    private final Flux<X> source;
    private final WindowSize size;

    WindowFlux(Flux<X> source, WindowSize size) {
        this.source = source;
        this.size = size;
    }

    @Override
    public void subscribe(CoreSubscriber<? super List<X>> subscriber) {
        source.subscribe(new Collector<>(subscriber, size));
    }

    private static final class Collector<X> implements CoreSubscriber<X>, Subscription {
        private final CoreSubscriber<? super List<X>> subscriber;
        private final WindowSize size;
        private final AtomicLong demand = new AtomicLong();
        private @Nullable Subscription source;
        /** Changed only by the signals of the source, which follow one another. */
        private List<X> window = new ArrayList<>();

        /** The elements that were requested and have not come. */
        private int awaited;

        Collector(CoreSubscriber<? super List<X>> subscriber, WindowSize size) {
            this.subscriber = subscriber;
            this.size = size;
        }

        @Override
        public Context currentContext() {
            return subscriber.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            source = subscription;
            subscriber.onSubscribe(this);
        }

        @Override
        public void request(long windows) {
            if (Operators.validate(windows) && demand.getAndUpdate(before -> Operators.addCap(before, windows)) == 0) {
                askForWindow(); // otherwise one is being collected, and onNext goes on
            }
        }

        private void askForWindow() {
            int elements = size.next();
            awaited = elements;
            Objects.requireNonNull(source).request(elements);
        }

        @Override
        public void onNext(X element) {
            window.add(element);
            if (--awaited > 0) {
                return;
            }
            List<X> full = window;
            window = new ArrayList<>(full.size());
            subscriber.onNext(full);
            if (demand.decrementAndGet() > 0) {
                askForWindow();
            }
        }

        @Override
        public void onError(Throwable failure) {
            subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
            if (!window.isEmpty()) {
                subscriber.onNext(window); // somebody has asked for it
            }
            subscriber.onComplete();
        }

        @Override
        public void cancel() {
            Objects.requireNonNull(source).cancel();
        }
    }
}
