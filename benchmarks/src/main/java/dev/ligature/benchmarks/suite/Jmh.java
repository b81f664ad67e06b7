// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.suite;

import dev.ligature.benchmarks.query.CannotException;
import dev.ligature.benchmarks.query.QueryBenchmark;
import dev.ligature.benchmarks.report.Measurement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Sections that are a JMH class with the parameters {@code workload} and {@code contender}. */
final class Jmh {
    private Jmh() {}

    /** In JVMs of their own and in turns. */
    static Section forked(String name, Class<?>... benchmarks) {
        return new Section(name, run -> {
            List<Measurement> measurements = new ArrayList<>();
            for (Class<?> benchmark : benchmarks) {
                measurements.addAll(new Forks(benchmark, run.quick()).measure());
            }
            return measurements;
        });
    }

    /** In this JVM and in turns. */
    static Section inTurns(String name, Class<?> benchmark) {
        return new Section(name, run -> new Rounds(benchmark, false, run.quick()).measure());
    }

    /** The same, with the CPU time of this process, in which an embedded server would be too. */
    static Section inTurnsWithCpu(String name, Class<? extends QueryBenchmark> benchmark) {
        return new Section(name, run -> new Rounds(benchmark, !run.embedded(), run.quick()).measure());
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

    /** What a turn took. */
    static long median(RunResult turn) {
        return Math.round(turn.getPrimaryResult().getStatistics().getPercentile(50));
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
}
