// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.suite;

import dev.ligature.benchmarks.query.Connection;
import dev.ligature.benchmarks.report.ReliabilityReport;
import dev.ligature.benchmarks.report.Report;
import dev.ligature.benchmarks.report.ResultFiles;
import dev.ligature.benchmarks.report.SectionResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs sections of the suite and writes their results and the report. Works in the directory of the module {@code benchmarks}.
 *
 * <p>Arguments: {@code --sections codecs,streaming} runs these only and keeps the results of the others; {@code --quick} measures
 * less; {@code --render} only writes the reports again. A section that fails keeps its former results, and the run fails in the end.
 */
public final class Suite {
    private static final Path RESULTS = Path.of("results");
    private static final Path DOCUMENTATION = Path.of("..", "docs");

    private Suite() {}

    public static void main(String[] arguments) {
        Arguments parsed = Arguments.parse(List.of(arguments));
        ResultFiles files = new ResultFiles(RESULTS);
        List<Failure> failures = parsed.render() ? List.of() : run(parsed, files);
        new Report(files.read()).write(DOCUMENTATION);
        ReliabilityReport.of(RESULTS).ifPresent(report -> report.write(DOCUMENTATION));
        failures.forEach(Failure::print);
        // Clients of other libraries may have left threads that would keep the JVM.
        System.exit(failures.isEmpty() ? 0 : 1);
    }

    private static List<Failure> run(Arguments arguments, ResultFiles files) {
        List<Failure> failures = new ArrayList<>();
        try (Connection connection = Connection.shared()) {
            Conditions conditions = new Conditions(connection.uri("admin"), Connection.isEmbedded(), arguments.quick());
            for (Section section : arguments.sections()) {
                System.out.println("== " + section.name());
                long start = System.nanoTime();
                try {
                    files.write(new SectionResult(
                            section.name(),
                            command(section),
                            Environment.of(conditions),
                            section.contenders(),
                            section.body().measure(conditions)));
                } catch (Exception e) {
                    failures.add(new Failure(section.name(), e));
                }
                System.out.println("== " + section.name() + ": "
                        + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
            }
        }
        return failures;
    }

    private static String command(Section section) {
        return (Connection.isEmbedded() ? "" : "MONGODB_URI=… ")
                + "./mvnw -q -Psuite -pl benchmarks -am package -Dsuite.args=\"--sections " + section.name() + "\"";
    }

    private record Failure(String section, Exception cause) {
        void print() {
            System.err.println("Section " + section + " failed:");
            cause.printStackTrace();
        }
    }
}
