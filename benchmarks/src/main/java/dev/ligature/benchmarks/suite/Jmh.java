package dev.ligature.benchmarks.suite;

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
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
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
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Sections that are a JMH class with the parameters {@code workload} and {@code contender}. Its methods are the operations; a single
 * one is named {@code run}.
 */
final class Jmh {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private Jmh() {}

    /** In JVMs of its own, so that no contender suffers from what the JIT has seen of others; with allocations. */
    static Section forked(String name, Class<?> benchmark) {
        return new Section(name, run -> measure(benchmark, run, options -> options.addProfiler(GCProfiler.class)));
    }

    /** In this JVM: beside a server, profiles matter less than a warm connection. */
    static Section inProcess(String name, Class<?> benchmark) {
        return new Section(name, run -> {
            warmUp(benchmark, run);
            return measure(benchmark, run, options -> options.forks(0));
        });
    }

    /** All contenders once before anything counts: what they share is compiled then, and does not slow the first one alone. */
    private static void warmUp(Class<?> benchmark, Conditions run) throws Exception {
        for (String contender : values(benchmark, "contender")) {
            Options options = options(benchmark, run)
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(run.quick() ? 1 : 4)
                    .param("workload", values(benchmark, "workload")[0])
                    .param("contender", contender)
                    .build();
            try {
                new Runner(options).run();
            } catch (RunnerException e) {
                if (cannot(e).isEmpty()) {
                    throw e;
                }
            }
        }
    }

    /** One by one, so that a contender that cannot do a workload does not end the others' run. */
    private static List<Measurement> measure(
            Class<?> benchmark, Conditions run, UnaryOperator<ChainedOptionsBuilder> how) throws Exception {
        List<Measurement> measurements = new ArrayList<>();
        for (String workload : values(benchmark, "workload")) {
            for (String contender : values(benchmark, "contender")) {
                Options options = how.apply(options(benchmark, run))
                        .param("workload", workload)
                        .param("contender", contender)
                        .build();
                try {
                    new Runner(options).run().forEach(result -> measurements.add(measurement(result)));
                } catch (RunnerException e) {
                    String why = cannot(e).orElseThrow(() -> e);
                    measurements.add(Measurement.cannot("", workload, contender, Unit.NANOSECONDS, why));
                }
            }
        }
        return measurements;
    }

    private static String[] values(Class<?> benchmark, String parameter) throws NoSuchFieldException {
        return Objects.requireNonNull(benchmark.getField(parameter).getAnnotation(Param.class))
                .value();
    }

    /** Shorter than the benchmarks' own annotations have it: there are some 250 of them, and the suite is to end in half an hour. */
    private static ChainedOptionsBuilder options(Class<?> benchmark, Conditions run) {
        return new OptionsBuilder()
                .include(Pattern.quote(benchmark.getName() + "."))
                .shouldFailOnError(true)
                .forks(run.quick() ? 1 : 2)
                .warmupIterations(run.quick() ? 1 : 2)
                .warmupTime(TimeValue.milliseconds(run.quick() ? 300 : 800))
                .measurementIterations(run.quick() ? 2 : 4)
                .measurementTime(TimeValue.milliseconds(run.quick() ? 300 : 500));
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
        String method = primary.getLabel();
        double nanos = nanos(primary.getScoreUnit());
        Map<String, Double> details = new LinkedHashMap<>();
        result.getSecondaryResults().forEach((name, detail) -> {
            if (name.endsWith(ALLOCATED)) {
                details.put("bytes allocated", (double) Math.round(detail.getScore()));
            }
        });
        return Measurement.of(
                method.equals("run") ? "" : method,
                parameters.getParam("workload"),
                parameters.getParam("contender"),
                Unit.NANOSECONDS,
                primary.getScore() * nanos,
                Double.isNaN(primary.getScoreError()) ? 0 : primary.getScoreError() * nanos,
                details);
    }

    private static double nanos(String unit) {
        TimeUnit time =
                switch (unit) {
                    case "ns/op" -> TimeUnit.NANOSECONDS;
                    case "us/op" -> TimeUnit.MICROSECONDS;
                    case "ms/op" -> TimeUnit.MILLISECONDS;
                    case "s/op" -> TimeUnit.SECONDS;
                    default ->
                        throw new IllegalStateException(
                                "A benchmark measures " + unit + " instead of time per operation.");
                };
        return time.toNanos(1);
    }
}
