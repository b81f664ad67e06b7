// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.suite;

import dev.ligature.benchmarks.process.Samples;
import dev.ligature.benchmarks.report.Measurement;
import dev.ligature.benchmarks.report.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * A benchmark beside a server, in this JVM: profiles matter less there than a warm connection. The contenders take turns, several
 * times, so that what slows the machine for a while slows all of them; a figure is the median of the turns, each of which is the
 * median of its calls. Of CPU time a turn knows only the sum, which is divided by the calls.
 */
final class Rounds {
    /** Whoever takes a second for a call has fewer turns. */
    private static final double SLOW = 1e9;

    private static final int SLOW_TURNS = 3;

    private final Class<?> benchmark;
    private final boolean measuresCpu;
    private final boolean quick;

    /** @param measuresCpu whether the CPU time of this process is a second figure */
    Rounds(Class<?> benchmark, boolean measuresCpu, boolean quick) {
        this.benchmark = benchmark;
        this.measuresCpu = measuresCpu;
        this.quick = quick;
    }

    List<Measurement> measure() throws Exception {
        List<Measurement> measurements = new ArrayList<>();
        for (String workload : Jmh.values(benchmark, "workload")) {
            measurements.addAll(measure(workload, warmUp(workload)));
        }
        return measurements;
    }

    /**
     * All contenders before anything counts: the JIT needs some ten thousand calls, which short turns would not give it.
     *
     * @return the contenders that cannot do the work, and why
     */
    private Map<String, String> warmUp(String workload) throws Exception {
        Map<String, String> cannot = new LinkedHashMap<>();
        for (String contender : Jmh.values(benchmark, "contender")) {
            ChainedOptionsBuilder options = options(workload, contender)
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(quick ? 300 : 3_000));
            try {
                new Runner(options.build()).run();
            } catch (RunnerException e) {
                cannot.put(contender, Jmh.why(e));
            }
        }
        return cannot;
    }

    private List<Measurement> measure(String workload, Map<String, String> cannot) throws Exception {
        Map<String, Turns> turns = new LinkedHashMap<>();
        for (int round = 0; round < (quick ? 1 : 5); round++) {
            for (String contender : Jmh.values(benchmark, "contender")) {
                Turns taken = turns.computeIfAbsent(contender, key -> new Turns(new Samples(), new Samples()));
                boolean slow = taken.time.size() >= SLOW_TURNS && taken.time.median() >= SLOW;
                if (!slow && !cannot.containsKey(contender)) {
                    turn(workload, contender, taken);
                }
            }
        }
        List<Measurement> measurements = new ArrayList<>();
        turns.forEach((contender, taken) -> {
            String why = cannot.get(contender);
            measurements.add(measurement("", workload, contender, taken.time, why));
            if (measuresCpu) {
                measurements.add(measurement("cpu", workload, contender, taken.cpu, why));
            }
        });
        return measurements;
    }

    /** What the turns of a contender took for a call: by the clock and, where it is measured, of the CPU. */
    private record Turns(Samples time, Samples cpu) {}

    private static Measurement measurement(
            String operation, String workload, String contender, Samples taken, @Nullable String cannot) {
        return cannot == null
                ? Measurement.median(operation, workload, contender, taken, Map.of())
                : Measurement.cannot(operation, workload, contender, Unit.NANOSECONDS, cannot);
    }

    private void turn(String workload, String contender, Turns taken) throws RunnerException {
        ChainedOptionsBuilder options = options(workload, contender)
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(300))
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(500));
        if (measuresCpu) {
            options.addProfiler(CpuTime.class);
        }
        for (RunResult result : new Runner(options.build()).run()) {
            taken.time.add(Jmh.median(result));
            if (measuresCpu) {
                taken.cpu.add(CpuTime.of(result));
            }
        }
    }

    private ChainedOptionsBuilder options(String workload, String contender) {
        return Jmh.options(benchmark, workload, contender)
                .forks(0)
                .mode(Mode.SampleTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .warmupIterations(0);
    }
}
