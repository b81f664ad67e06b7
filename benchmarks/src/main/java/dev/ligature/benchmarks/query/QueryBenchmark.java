// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Something read from the server by one of several contenders. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 700, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 700, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public abstract class QueryBenchmark {
    private Supplier<Answer> work = Answer::none;

    /**
     * The work that the parameters ask for, ready to be done.
     *
     * @throws CannotException when the contender cannot do it
     */
    abstract Supplier<Answer> prepare();

    @Setup
    public final void open() {
        work = prepare();
    }

    @Benchmark
    public Answer run() {
        return work.get();
    }
}
