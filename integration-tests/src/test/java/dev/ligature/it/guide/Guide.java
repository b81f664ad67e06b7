// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The pages that show code. */
final class Guide {
    static final Path ROOT = Path.of("..");

    /** Equal to a golden file that is compiled. */
    private static final Set<String> GENERATED = Set.of("docs/errors.md", "docs/generated-example.md");

    private Guide() {}

    static List<Page> pages() {
        return Stream.of(Stream.of(ROOT.resolve("README.md")), files("docs"), files("docs/guide"))
                .flatMap(files -> files)
                .map(file -> Page.read(ROOT, file))
                .filter(page -> !page.snippets().isEmpty() && !GENERATED.contains(page.name()))
                .toList();
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
