package dev.ligature.benchmarks.suite;

import dev.ligature.benchmarks.process.Samples;
import dev.ligature.benchmarks.query.CannotException;
import dev.ligature.benchmarks.report.Measurement;
import dev.ligature.benchmarks.report.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Sections that are a JMH class with the parameters {@code workload} and {@code contender}. */
final class Jmh {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private Jmh() {}

    /** In JVMs of its own, so that no contender suffers from what the JIT has seen of others; with allocations. */
    static Section forked(String name, Class<?> benchmark) {
        return new Section(name, run -> measureForked(benchmark, run.quick()));
    }

    /** In this JVM and in turns. */
    static Section inTurns(String name, Class<?> benchmark) {
        return new Section(name, run -> new Rounds(benchmark, run.quick()).measure());
    }

    private static List<Measurement> measureForked(Class<?> benchmark, boolean quick) throws Exception {
        List<Measurement> measurements = new ArrayList<>();
        for (String workload : values(benchmark, "workload")) {
            for (String contender : values(benchmark, "contender")) {
                ChainedOptionsBuilder options = options(benchmark, workload, contender)
                        .addProfiler(GCProfiler.class)
                        .forks(quick ? 1 : 2)
                        .warmupIterations(quick ? 1 : 3)
                        .warmupTime(TimeValue.milliseconds(quick ? 300 : 1_000))
                        .measurementIterations(quick ? 2 : 4)
                        .measurementTime(TimeValue.milliseconds(quick ? 300 : 500));
                new Runner(options.build()).run().forEach(result -> measurements.add(measurement(result)));
            }
        }
        return measurements;
    }

    static List<String> values(Class<?> benchmark, String parameter) throws NoSuchFieldException {
        return List.of(Objects.requireNonNull(benchmark.getField(parameter).getAnnotation(Param.class))
                .value());
    }

    /** How long is for the caller to say: the suite takes less time than the benchmarks' own annotations ask for. */
    static ChainedOptionsBuilder options(Class<?> benchmark, String workload, String contender) {
        return new OptionsBuilder()
                .include(Pattern.quote(benchmark.getName() + "."))
                .shouldFailOnError(true)
                .param("workload", workload)
                .param("contender", contender);
    }

    /**
     * Why a contender cannot do the work.
     *
     * @throws RunnerException the failure, when it is another one
     */
    static String why(RunnerException failure) throws RunnerException {
        return cannot(failure).orElseThrow(() -> failure);
    }

    /** JMH hands failures on as causes and as suppressed exceptions. */
    private static Optional<String> cannot(Throwable failure) {
        if (failure instanceof CannotException) {
            return Optional.of(String.valueOf(failure.getMessage()));
        }
        Stream<Throwable> further =
                Stream.concat(Stream.ofNullable(failure.getCause()), Arrays.stream(failure.getSuppressed()));
        return further.map(Jmh::cannot).flatMap(Optional::stream).findFirst();
    }

    private static Measurement measurement(RunResult result) {
        BenchmarkParams parameters = result.getParams();
        Result<?> primary = result.getPrimaryResult();
        Map<String, Double> details = new LinkedHashMap<>();
        result.getSecondaryResults().forEach((name, detail) -> {
            if (name.endsWith(ALLOCATED)) {
                details.put("bytes allocated", (double) Math.round(detail.getScore()));
            }
        });
        Samples iterations = new Samples();
        primary.getStatistics()
                .getRawData()
                .forEachRemaining(iteration -> iterations.add(Math.round(iteration.getKey())));
        return Measurement.of(
                primary.getLabel(),
                parameters.getParam("workload"),
                parameters.getParam("contender"),
                Unit.NANOSECONDS,
                iterations.median(),
                iterations.error(),
                details);
    }
}
