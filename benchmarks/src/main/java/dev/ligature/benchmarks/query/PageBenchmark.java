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
 * What links cost for a few roots of many: an indexed filter and a sorted page, with links fetched beside without; and filter, sort,
 * page and count through a link.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 700, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 700, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class PageBenchmark {
    @Param({
        "20 of 20,000 by index",
        "20 of 20,000 by index, links",
        "page of 20 by index",
        "page of 20 by index, links",
        "page and count through a link, 20,000",
        "page and count through a link, 200,000"
    })
    public String workload = "";

    @Param({
        Names.LOOKUP,
        Names.BATCH,
        Names.AUTO,
        Names.ON_DEMAND,
        Names.HAND_WRITTEN,
        Names.LOOKUP_THEN_MATCH,
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
