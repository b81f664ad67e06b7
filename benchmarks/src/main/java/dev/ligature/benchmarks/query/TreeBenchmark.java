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
 * Reading a tree whose nodes link to nodes of the same collection, five levels below the root: 363 linked nodes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 700, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 700, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class TreeBenchmark {
    @Param({"1 tree", "20 trees"})
    public String workload = "";

    @Param({
        Names.LOOKUP,
        Names.BATCH,
        Names.AUTO,
        Names.ON_DEMAND,
        Names.HAND_WRITTEN,
        Names.HAND_WRITTEN_GRAPH,
        Names.SPRING_REFERENCE,
        Names.SPRING_GRAPH,
        Names.SPRING_FLAT_MAP,
        Names.MICRONAUT_JOIN,
        Names.MORPHIA
    })
    public String contender = "";

    private Supplier<Answer> work = Answer::none;

    @Setup
    public void prepare() {
        work = TreeTable.prepare(workload, contender);
    }

    @Benchmark
    public Answer run() {
        return work.get();
    }
}
