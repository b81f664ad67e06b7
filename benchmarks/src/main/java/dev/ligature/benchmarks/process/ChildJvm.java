// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JVM of its own for one measurement, of the same kind as this one. It reports figures as lines {@code name=value} on its standard
 * output; everything else that it prints is shown when it fails.
 *
 * @param options of the JVM, such as {@code -Xmx64m}
 */
public record ChildJvm(List<String> options, ClassPath classPath, Class<?> main) {
    private static final String PREFIX = "figure ";

    public ChildJvm {
        options = List.copyOf(options);
    }

    /**
     * What came of a run.
     *
     * @param figures what it reported, in order
     * @param nanosToFirst from before the process was started to the first figure's arrival
     */
    public record Outcome(Map<String, Long> figures, long nanosToFirst) {
        public long figure(String name) {
            return Objects.requireNonNull(
                    figures.get(name), () -> "The process did not report " + name + ": " + figures);
        }
    }

    /** Called in the child. */
    public static void report(String name, long value) {
        System.out.println(PREFIX + name + "=" + value);
    }

    /**
     * Runs it to its end.
     *
     * @throws IllegalStateException when it fails, with all that it printed
     */
    public Outcome run(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath.toString(), main.getName()));
        command.addAll(List.of(arguments));
        try {
            return run(new ProcessBuilder(command).redirectErrorStream(true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + main.getSimpleName() + " was running.", e);
        }
    }

    private Outcome run(ProcessBuilder builder) throws IOException, InterruptedException {
        Map<String, Long> figures = new LinkedHashMap<>();
        StringBuilder printed = new StringBuilder();
        long nanosToFirst = 0;
        long start = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (@Nullable String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(PREFIX)) {
                    nanosToFirst = figures.isEmpty() ? System.nanoTime() - start : nanosToFirst;
                    int equals = line.indexOf('=');
                    figures.put(line.substring(PREFIX.length(), equals), Long.valueOf(line.substring(equals + 1)));
                } else {
                    printed.append(line).append('\n');
                }
            }
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException(main.getSimpleName() + " ended with " + code + ":\n" + printed);
            }
            return new Outcome(figures, nanosToFirst);
        } finally {
            process.destroyForcibly();
        }
    }
}
