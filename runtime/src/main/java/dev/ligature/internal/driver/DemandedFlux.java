// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** Subscribes to its source when the first element is demanded, not before. */
final class DemandedFlux<X> extends Flux<X> {
    private final Flux<X> source;

    DemandedFlux(Flux<X> source) {
        this.source = source;
    }

    @Override
    public void subscribe(CoreSubscriber<? super X> subscriber) {
        subscriber.onSubscribe(new Waiting<>(source, subscriber));
    }

    private static final class Waiting<X> implements CoreSubscriber<X>, Subscription {
        private final Flux<X> source;
        private final CoreSubscriber<? super X> subscriber;
        private final Operators.DeferredSubscription upstream = new Operators.DeferredSubscription();
        private final AtomicBoolean isDemanded = new AtomicBoolean();

        Waiting(Flux<X> source, CoreSubscriber<? super X> subscriber) {
            this.source = source;
            this.subscriber = subscriber;
        }

        @Override
        public Context currentContext() {
            return subscriber.currentContext();
        }

        @Override
        public void request(long demand) {
            if (Operators.validate(demand)) {
                upstream.request(demand); // it keeps the demand until there is a source
                if (!isDemanded.getAndSet(true)) {
                    source.subscribe(this);
                }
            }
        }

        @Override
        public void cancel() {
            upstream.cancel();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            upstream.set(subscription);
        }

        @Override
        public void onNext(X value) {
            subscriber.onNext(value);
        }

        @Override
        public void onError(Throwable failure) {
            subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }
    }
}
