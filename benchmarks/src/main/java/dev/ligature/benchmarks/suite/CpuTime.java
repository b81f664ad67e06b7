// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.suite;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The CPU time of this process for a call, all its threads taken together: those of the driver, the garbage collector and the JIT too. What is
 * made ready before each call would count as well, so it is for benchmarks that make nothing ready.
 */
public final class CpuTime implements InternalProfiler {
    private static final String NAME = "cpu";

    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long before;

    @Override
    public String getDescription() {
        return "CPU time of the process";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = process.getProcessCpuTime();
    }

    @Override
    public List<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double used = process.getProcessCpuTime() - before;
        return List.of(new ScalarResult(NAME, used / result.getMetadata().getAllOps(), "ns/op", AggregationPolicy.AVG));
    }

    /** What a turn took for a call, in nanoseconds. */
    static long of(RunResult turn) {
        return Math.round(
                Objects.requireNonNull(turn.getSecondaryResults().get(NAME)).getScore());
    }
}
