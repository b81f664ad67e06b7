// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.streaming;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.ligature.benchmarks.process.ChildJvm;
import dev.ligature.benchmarks.process.LiveHeap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.SignalType;

/** The small JVM: streams readings, a few at a time, and reports how long it took and what it held on to. */
final class StreamingProcess {
    private StreamingProcess() {}

    /** Arguments: contender, server, and how many documents. */
    public static void main(String[] arguments) throws InterruptedException {
        Contender contender = Contender.valueOf(arguments[0]);
        int documents = Integer.parseInt(arguments[2]);
        try (MongoClient client = MongoClients.create(arguments[1])) {
            Consumer consumer = new Consumer(documents);
            contender.stream(client).take(documents).subscribe(consumer);
            consumer.done.await();
            consumer.report();
        }
    }

    /** Asks for the next documents only when it is through with the last. */
    private static final class Consumer extends BaseSubscriber<Integer> {
        private static final int DEMAND = 256;

        private final CountDownLatch done = new CountDownLatch(1);
        private final LiveHeap heap = LiveHeap.watch();
        private final long start = System.nanoTime();
        private final int expected;
        private int documents;
        private long checksum;
        private @Nullable Throwable failure;

        Consumer(int expected) {
            this.expected = expected;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(DEMAND);
        }

        @Override
        protected void hookOnNext(Integer value) {
            documents++;
            checksum += value;
            sample(10);
            sample(50);
            sample(100);
            if (documents % DEMAND == 0) {
                request(DEMAND);
            }
        }

        private void sample(int percent) {
            if (documents == (long) expected * percent / 100) {
                ChildJvm.report(StreamingSection.heapAt(percent), heap.now());
            }
        }

        @Override
        protected void hookOnError(Throwable throwable) {
            failure = throwable;
        }

        @Override
        protected void hookFinally(SignalType type) {
            done.countDown();
        }

        void report() {
            if (failure != null || documents != expected) {
                throw new IllegalStateException(documents + " of " + expected + " documents came.", failure);
            }
            ChildJvm.report(StreamingSection.NANOS, System.nanoTime() - start);
            ChildJvm.report(StreamingSection.CHECKSUM, checksum);
            ChildJvm.report(StreamingSection.PEAK, heap.peak());
        }
    }
}
