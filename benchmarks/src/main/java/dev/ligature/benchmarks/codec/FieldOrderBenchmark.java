// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decoding documents whose fields are stored in another order than that in which codecs write. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class FieldOrderBenchmark {
    @Param({
        "10 fields, sorted by name",
        "50 fields, sorted by name",
        "10 fields, in 256 orders",
        "50 fields, in 256 orders"
    })
    public String workload = "10 fields, sorted by name";

    @Param({"Ligature", "hand-written", "driver record"})
    public String contender = "Ligature";

    private @Nullable Task<?> task;

    @Setup
    public void prepare() {
        String[] document = workload.split(", ", -1);
        Workload<?> documents = Workload.named(document[0]);
        byte[] stored = documents.stored();
        task = Task.of(Contender.named(contender, documents), stored, StoredOrders.named(document[1], stored));
    }

    @Benchmark
    public Object decode() {
        return Objects.requireNonNull(task).decode();
    }

    /** A contender and the documents that it reads by turns. */
    private static final class Task<D> {
        private final Contender<D> contender;
        private final byte[][] documents;
        private int next;

        private Task(Contender<D> contender, byte[][] documents) {
            this.contender = contender;
            this.documents = documents;
        }

        /**
         * Lets a contender read all of them.
         *
         * @throws IllegalStateException when it does not read the same out of each
         */
        static <D> Task<D> of(Contender<D> contender, byte[] stored, List<byte[]> documents) {
            D expected = contender.decode(stored);
            for (byte[] document : documents) {
                D read = contender.decode(document);
                if (!read.equals(expected)) {
                    throw new IllegalStateException("read: " + read + ", stored: " + expected);
                }
            }
            return new Task<>(contender, documents.toArray(byte[][]::new));
        }

        D decode() {
            byte[] document = documents[next];
            next = next + 1 == documents.length ? 0 : next + 1;
            return contender.decode(document);
        }
    }
}
