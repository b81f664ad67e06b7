// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A command of a transaction. If it is cancelled while a reply is due, it tells its {@link SessionContext} and waits
 * for that reply without its subscriber. Otherwise what is sent next, above all an abort, could overtake it on another
 * connection. If the first command arrived after the abort, it would begin a transaction that nobody ends.
 */
final class SessionFlux<R> extends Flux<R> {
    private final Flux<R> command;
    private final SessionContext transaction;

    SessionFlux(Flux<R> command, SessionContext transaction) {
        this.command = command;
        this.transaction = transaction;
    }

    @Override
    public void subscribe(CoreSubscriber<? super R> subscriber) {
        command.subscribe(new Guard<>(subscriber, transaction));
    }

    private static final class Guard<R> implements CoreSubscriber<R>, Subscription {
        private final CoreSubscriber<? super R> subscriber;
        private final SessionContext transaction;
        private @Nullable Subscription command;
        /** Values that were requested and have not come. While there are any, a reply may be due. */
        private final AtomicLong awaited = new AtomicLong();

        private final AtomicBoolean isCancelled = new AtomicBoolean();
        private final AtomicBoolean isDone = new AtomicBoolean();
        private final AtomicBoolean isDetached = new AtomicBoolean();

        Guard(CoreSubscriber<? super R> subscriber, SessionContext transaction) {
            this.subscriber = subscriber;
            this.transaction = transaction;
        }

        @Override
        public Context currentContext() {
            return subscriber.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            command = subscription;
            subscriber.onSubscribe(this);
        }

        @Override
        public void request(long demand) {
            if (Operators.validate(demand) && !isCancelled.get()) {
                awaited.updateAndGet(before -> Operators.addCap(before, demand));
                Objects.requireNonNull(command).request(demand);
            }
        }

        @Override
        public void onNext(R value) {
            long left = awaited.get() == Long.MAX_VALUE ? Long.MAX_VALUE : awaited.decrementAndGet();
            if (isCancelled.get()) {
                Operators.onDiscard(value, currentContext());
                finish();
                return;
            }
            subscriber.onNext(value);
            if (left == 0 && isCancelled.get()) {
                finish(); // cancelled meanwhile, and no reply is due
            }
        }

        @Override
        public void onError(Throwable failure) {
            boolean wasDone = isDone.getAndSet(true);
            if (isCancelled.get()) {
                settle();
            } else if (!wasDone) {
                subscriber.onError(failure);
            }
        }

        @Override
        public void onComplete() {
            boolean wasDone = isDone.getAndSet(true);
            if (isCancelled.get()) {
                settle();
            } else if (!wasDone) {
                subscriber.onComplete();
            }
        }

        @Override
        public void cancel() {
            if (isDone.get() || isCancelled.get()) {
                return;
            }
            boolean isReplyDue = awaited.get() > 0;
            if (isReplyDue) {
                isDetached.set(true);
                transaction.detach();
            }
            isCancelled.set(true);
            if (!isReplyDue || isDone.get() || awaited.get() == 0) { // the last two: it came just now
                finish();
            }
        }

        private void finish() {
            if (!isDone.getAndSet(true)) {
                Objects.requireNonNull(command).cancel();
            }
            settle();
        }

        private void settle() {
            if (isDetached.getAndSet(false)) {
                transaction.settle();
            }
        }
    }
}
