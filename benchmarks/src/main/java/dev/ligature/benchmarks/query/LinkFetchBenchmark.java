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
 * Reading houses with their links: one link and eleven, 100 and 1,000 houses out of 20,000, chosen by an indexed field.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 700, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 700, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class LinkFetchBenchmark {
    @Param({
        "100 houses, door",
        "100 houses, door and 10 windows",
        "1,000 houses, door",
        "1,000 houses, door and 10 windows"
    })
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
