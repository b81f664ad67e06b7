package dev.ligature.benchmarks.suite;

import dev.ligature.benchmarks.process.Samples;
import dev.ligature.benchmarks.report.Measurement;
import dev.ligature.benchmarks.report.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * A benchmark beside a server, in this JVM: profiles matter less there than a warm connection. The contenders take turns, several
 * times, so that what slows the machine for a while slows all of them; a figure is the median of the turns, each of which is the
 * median of its calls.
 */
final class Rounds {
    /** Whoever takes a second for a call has fewer turns. */
    private static final double SLOW = 1e9;

    private static final int SLOW_TURNS = 3;

    private final Class<?> benchmark;
    private final boolean quick;

    Rounds(Class<?> benchmark, boolean quick) {
        this.benchmark = benchmark;
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
        Map<String, Samples> turns = new LinkedHashMap<>();
        for (int round = 0; round < (quick ? 1 : 5); round++) {
            for (String contender : Jmh.values(benchmark, "contender")) {
                Samples taken = turns.computeIfAbsent(contender, key -> new Samples());
                boolean slow = taken.size() >= SLOW_TURNS && taken.median() >= SLOW;
                if (!slow && !cannot.containsKey(contender)) {
                    turn(workload, contender, taken);
                }
            }
        }
        List<Measurement> measurements = new ArrayList<>();
        turns.forEach((contender, taken) -> measurements.add(
                cannot.containsKey(contender)
                        ? Measurement.cannot("", workload, contender, Unit.NANOSECONDS, cannot.get(contender))
                        : Measurement.median("", workload, contender, taken, Map.of())));
        return measurements;
    }

    private void turn(String workload, String contender, Samples taken) throws RunnerException {
        ChainedOptionsBuilder options = options(workload, contender)
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(300))
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(500));
        new Runner(options.build()).run().forEach(result -> taken.add(Jmh.median(result)));
    }

    private ChainedOptionsBuilder options(String workload, String contender) {
        return Jmh.options(benchmark, workload, contender)
                .forks(0)
                .mode(Mode.SampleTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .warmupIterations(0);
    }
}
