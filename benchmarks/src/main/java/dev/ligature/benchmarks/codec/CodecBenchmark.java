// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.codec;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
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

/**
 * Decoding and encoding documents between objects and bytes, without a server. Every contender has a process of its own and
 * must read the same bytes and write the same fields; one that does not stops the run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class CodecBenchmark {
    @Param({"10 fields", "50 fields", "nested", "list-heavy"})
    public String workload = "10 fields";

    @Param({"Ligature", "hand-written", "driver Document", "driver POJO", "driver record", "Spring Data", "Morphia"})
    public String contender = "Ligature";

    private @Nullable Task<?> task;

    @Setup
    public void prepare() {
        Workload<?> documents = Workload.named(workload);
        byte[] stored = documents.stored();
        task = Task.of(Contender.named(contender, documents), stored);
    }

    @Benchmark
    public Object decode() {
        return task().decode();
    }

    @Benchmark
    public int encode() {
        return task().encode();
    }

    private Task<?> task() {
        return Objects.requireNonNull(task);
    }

    /** A contender and what it works on, in both forms. */
    private static final class Task<D> {
        private final Contender<D> contender;
        private final byte[] stored;
        private final D document;

        private Task(Contender<D> contender, byte[] stored, D document) {
            this.contender = contender;
            this.stored = stored;
            this.document = document;
        }

        /**
         * Lets a contender read the document that it is to write.
         *
         * @throws IllegalStateException when it does not write what it has read
         */
        static <D> Task<D> of(Contender<D> contender, byte[] stored) {
            D document = contender.decode(stored);
            BsonDocument expected = new RawBsonDocument(stored);
            BsonDocument written =
                    new RawBsonDocument(contender.encode(document).toByteArray());
            if (!written.equals(expected)) {
                throw new IllegalStateException("written: " + written + ", stored: " + expected);
            }
            return new Task<>(contender, stored, document);
        }

        D decode() {
            return contender.decode(stored);
        }

        int encode() {
            return contender.encode(document).getSize();
        }
    }
}
