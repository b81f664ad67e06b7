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
 * A filter through a link with 400 matches, as the collection grows: answered from the link's other end, its cost follows the matches;
 * joined before it is matched, the collection.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 700, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 700, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class LinkedFilterBenchmark {
    @Param({"400 of 20,000 through a link", "400 of 200,000 through a link"})
    public String workload = "";

    @Param({
        Names.AUTO,
        Names.HAND_WRITTEN,
        Names.LOOKUP_THEN_MATCH,
        Names.SPRING_REFERENCE,
        Names.SPRING_LOOKUP,
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
