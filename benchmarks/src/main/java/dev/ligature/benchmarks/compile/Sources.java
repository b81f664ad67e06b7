// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Source files in directories below {@code target}. */
final class Sources {
    private Sources() {}

    /** Writes the sources of a subject into an empty directory. */
    static List<Path> write(Path directory, Subject subject, int types) throws IOException {
        Path bench = Files.createDirectories(empty(directory).resolve("bench"));
        for (int number = 0; number < types; number++) {
            Files.writeString(
                    bench.resolve("D" + number + ".java"), subject.source().apply(number));
        }
        return in(directory);
    }

    static List<Path> in(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    static long lines(List<Path> files) throws IOException {
        long lines = 0;
        for (Path file : files) {
            try (Stream<String> text = Files.lines(file)) {
                lines += text.count();
            }
        }
        return lines;
    }

    /** The directory, made anew. */
    static Path empty(Path directory) throws IOException {
        if (Files.exists(directory)) {
            List<Path> old;
            try (Stream<Path> files = Files.walk(directory)) {
                old = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : old) {
                Files.delete(file);
            }
        }
        return Files.createDirectories(directory);
    }
}
