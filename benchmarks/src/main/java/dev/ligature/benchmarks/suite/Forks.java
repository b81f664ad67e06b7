// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.suite;

import dev.ligature.benchmarks.process.Samples;
import dev.ligature.benchmarks.report.Measurement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Benchmarks without a server: each contender in JVMs of its own, so that none suffers from what the JIT has seen of others; with
 * allocations. The contenders take turns, a JVM each, so that what slows the machine for a while slows all of them; a figure is the
 * median of the turns, each of which is the median of its iterations.
 */
final class Forks {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Class<?> benchmark;
    private final boolean quick;

    Forks(Class<?> benchmark, boolean quick) {
        this.benchmark = benchmark;
        this.quick = quick;
    }

    List<Measurement> measure() throws Exception {
        List<Measurement> measurements = new ArrayList<>();
        for (String workload : Jmh.values(benchmark, "workload")) {
            Map<Figure, Samples> turns = new LinkedHashMap<>();
            Map<Figure, Map<String, Double>> allocated = new LinkedHashMap<>();
            for (int round = 0; round < (quick ? 1 : 5); round++) {
                for (String contender : Jmh.values(benchmark, "contender")) {
                    turn(workload, contender).forEach(result -> {
                        Figure figure = new Figure(result.getPrimaryResult().getLabel(), contender);
                        turns.computeIfAbsent(figure, key -> new Samples()).add(Jmh.median(result));
                        allocated.put(figure, allocated(result));
                    });
                }
            }
            turns.forEach((figure, taken) -> measurements.add(Measurement.median(
                    figure.operation, workload, figure.contender, taken, allocated.getOrDefault(figure, Map.of()))));
        }
        return measurements;
    }

    /** What is measured of a workload. */
    private record Figure(String operation, String contender) {}

    private Iterable<RunResult> turn(String workload, String contender) throws RunnerException {
        ChainedOptionsBuilder options = Jmh.options(benchmark, workload, contender)
                .addProfiler(GCProfiler.class)
                .forks(1)
                .warmupIterations(quick ? 1 : 3)
                .warmupTime(TimeValue.milliseconds(quick ? 300 : 1_000))
                .measurementIterations(quick ? 2 : 5)
                .measurementTime(TimeValue.milliseconds(quick ? 300 : 500));
        return new Runner(options.build()).run();
    }

    private static Map<String, Double> allocated(RunResult result) {
        Map<String, Double> details = new LinkedHashMap<>();
        result.getSecondaryResults().forEach((name, detail) -> {
            if (name.endsWith(ALLOCATED)) {
                details.put("bytes allocated", (double) Math.round(detail.getScore()));
            }
        });
        return details;
    }
}
