// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Writing, changing and deleting houses with all that belongs to them, in collections that are empty before each time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 700, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 700, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class CascadeBenchmark {
    @Param({
        "insert 1 house, door and 100 windows",
        "insert 1,000 such houses",
        "delete 1 house, door and 100 windows",
        "delete 1,000 such houses",
        "save 1,000 stored houses with doors",
        "replace 1,000 stored houses with doors"
    })
    public String workload = "";

    @Param({
        Names.LIGATURE,
        Names.HAND_WRITTEN,
        Names.SPRING_TOGETHER,
        Names.SPRING_ONE_BY_ONE,
        Names.MICRONAUT_CASCADE,
        Names.MORPHIA_TOGETHER
    })
    public String contender = "";

    private CascadeTable.Work work = CascadeTable.Work.NONE;

    @Setup
    public void prepare() {
        work = CascadeTable.prepare(workload, contender);
    }

    /** Work of many milliseconds: what this adds around it does not show. */
    @Setup(Level.Invocation)
    public void before() {
        work.before().run();
    }

    @Benchmark
    public void run() {
        work.run().run();
    }

    @TearDown(Level.Invocation)
    public void after() {
        work.after().run();
    }
}
