// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.compile;

import dev.ligature.benchmarks.process.ChildJvm;
import dev.ligature.benchmarks.process.ClassPath;
import dev.ligature.benchmarks.process.Samples;
import dev.ligature.benchmarks.report.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Compile time with a processor beside plain javac on the same sources plus the generated ones. */
public final class CompileSection {
    private static final String PROCESSED = "with the processor";
    private static final String PLAIN = "plain javac";

    private final Path directory;
    private final ClassPath classPath = ClassPath.current();

    private CompileSection(Path directory) {
        this.directory = directory;
    }

    /**
     * Compiles every subject, with the processor and without in turns.
     *
     * @param directory where sources and classes go
     * @throws IllegalStateException when something does not compile
     */
    public static List<Measurement> measure(Path directory, int types, int runs) throws IOException {
        CompileSection section = new CompileSection(directory.toAbsolutePath());
        List<Measurement> measurements = new ArrayList<>();
        for (Subject subject : Subject.ALL) {
            measurements.addAll(section.measure(subject, types, runs));
        }
        return measurements;
    }

    private List<Measurement> measure(Subject subject, int types, int runs) throws IOException {
        List<Path> sources = Sources.write(directory.resolve("sources"), subject, types);
        Path generated = directory.resolve("generated");
        Runs processed = new Runs();
        Runs plain = new Runs();
        List<Path> added = List.of();
        for (int run = 0; run < runs; run++) {
            processed.add(processed(subject, sources, Sources.empty(generated)));
            added = Sources.in(generated);
            plain.add(plain(
                    subject, Stream.concat(sources.stream(), added.stream()).toList()));
        }
        Map<String, Double> details = new LinkedHashMap<>();
        details.put("lines of source", (double) Sources.lines(sources));
        details.put("generated lines", (double) Sources.lines(added));
        details.put("generated files", (double) added.size());
        details.putAll(processed.details());
        String workload = String.format(Locale.ROOT, "%s, %,d types", subject.name(), types);
        return List.of(
                Measurement.median("", workload, PLAIN, plain.times, plain.details()),
                Measurement.median("", workload, PROCESSED, processed.times, details));
    }

    /** What several runs of the same took. */
    private static final class Runs {
        private static final double MEGABYTE = 1 << 20;

        private final Samples times = new Samples();
        private final Samples heaps = new Samples();

        void add(ChildJvm.Outcome run) {
            times.add(run.figure(CompileProcess.NANOS));
            heaps.add(run.figure(CompileProcess.BYTES));
        }

        Map<String, Double> details() {
            Map<String, Double> details = new LinkedHashMap<>(times.range());
            details.put("MB of heap", heaps.median() / MEGABYTE);
            return details;
        }
    }

    private ChildJvm.Outcome processed(Subject subject, List<Path> sources, Path generated) throws IOException {
        return compile(
                sources,
                classPath.only(subject.libraries()),
                List.of("-processorpath", classPath.only(subject.processors()).toString(), "-s", generated.toString()));
    }

    private ChildJvm.Outcome plain(Subject subject, List<Path> sources) throws IOException {
        return compile(sources, classPath.only(subject.libraries()), List.of("-proc:none"));
    }

    private ChildJvm.Outcome compile(List<Path> sources, ClassPath libraries, List<String> how) throws IOException {
        Path list = directory.resolve("sources.txt");
        Files.write(list, sources.stream().map(Path::toString).toList());
        List<String> arguments = new ArrayList<>(List.of(
                list.toString(),
                "-d",
                Sources.empty(directory.resolve("classes")).toString(),
                "-cp",
                libraries.toString(),
                "-parameters",
                "-nowarn"));
        arguments.addAll(how);
        ClassPath own = new ClassPath(
                classPath.entries().stream().filter(Files::isDirectory).toList());
        return new ChildJvm(List.of(), own, CompileProcess.class).run(arguments.toArray(String[]::new));
    }
}
