package dev.ligature.benchmarks.query;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
 * Reading 1,000 houses that share 50 targets: a join sends each target once per house, a batch once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 700, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 700, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class SharedTargetsBenchmark {
    @Param({"1,000 houses over 50 doors", "1,000 houses over 50 doors and 50 windows"})
    public String workload = "";

    @Param({
        Names.LOOKUP,
        Names.BATCH,
        Names.AUTO,
        Names.ON_DEMAND,
        Names.HAND_WRITTEN,
        Names.SPRING_REFERENCE,
        Names.SPRING_LOOKUP,
        Names.SPRING_FLAT_MAP,
        Names.SPRING_BATCH,
        Names.MICRONAUT_JOIN,
        Names.MORPHIA,
        Names.MORPHIA_LOOKUP
    })
    public String contender = "";

    private Supplier<Answer> work = Answer::none;

    @Setup
    public void prepare() {
        work = HouseTable.prepare(workload, contender);
    }

    @Benchmark
    public Answer run() {
        return work.get();
    }
}
