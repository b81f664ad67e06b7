// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.integration.DocumentIndex;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.junit.jupiter.api.io.TempDir;

/** The index of a compilation, as frameworks read it: all of it, whatever part of the sources a compiler was given. */
class DocumentIndexProcessorTest {
    private static final String HOUSE = """
            package com.example;
            @dev.ligature.annotation.Document
            public record House(String id, String name) {
                @dev.ligature.annotation.Document
                record Plan(String id) {}
            }
            """;
    private static final String CARD = """
            package com.example;
            @dev.ligature.annotation.Projection(House.class)
            record Card(String name) {}
            """;
    private static final String BARN = """
            package com.example;
            @dev.ligature.annotation.Document
            class Barn {
                String id;
            }
            """;
    private static final String NO_BARN = """
            package com.example;
            class Barn {}
            """;
    private static final String ALL = """
            # Written by Ligature's processor; edits are overwritten.
            document com.example.Barn com.example.BarnRepository
            document com.example.House com.example.HouseRepository
            document com.example.House$Plan com.example.House_PlanRepository
            projection com.example.Card com.example.CardProjection
            """;

    @TempDir
    private Path work;

    @TempDir
    private Path directory;

    @WithEveryCompiler
    void namesAllDocumentsAndProjectionsInOrder(Compilers compiler) throws IOException {
        compile(compiler, "Card", CARD, "House", HOUSE, "Barn", BARN);

        assertThat(index()).isEqualTo(ALL);
    }

    @WithEveryCompiler
    void keepsWhatAPartOfTheSourcesDoesNotMention(Compilers compiler) throws IOException {
        compile(compiler, "House", HOUSE, "Card", CARD);

        compile(compiler, "Barn", BARN);

        assertThat(index()).isEqualTo(ALL);
    }

    @WithEveryCompiler
    void losesWhatIsNoDocumentAnyMore(Compilers compiler) throws IOException {
        compile(compiler, "House", HOUSE, "Card", CARD, "Barn", BARN);

        compile(compiler, "House", HOUSE, "Barn", NO_BARN);

        assertThat(index()).isEqualTo(ALL.replaceFirst("document com.example.Barn .*\n", ""));
    }

    @WithEveryCompiler
    void losesWhatIsGone(Compilers compiler) throws IOException {
        compile(compiler, "House", HOUSE, "Card", CARD, "Barn", BARN);
        Files.delete(directory.resolve("com/example/Barn.class"));

        compile(compiler, "House", HOUSE);

        assertThat(index()).isEqualTo(ALL.replaceFirst("document com.example.Barn .*\n", ""));
    }

    @WithEveryCompiler
    void writesNothingWhereThereIsNoDocument(Compilers compiler) throws IOException {
        compile(compiler, "Barn", NO_BARN);

        assertThat(directory.resolve("META-INF")).doesNotExist();
    }

    @WithEveryCompiler
    void isReadAsOneFromAllPartsOfAClassPath(Compilers compiler, @TempDir Path other) throws IOException {
        compile(compiler, "House", HOUSE, "Card", CARD);
        Path first = directory;
        directory = other;
        compile(compiler, "Barn", BARN);

        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {first.toUri().toURL(), other.toUri().toURL()}, null)) {
            DocumentIndex index = DocumentIndex.read(loader);

            assertThat(index.documents())
                    .containsExactly(
                            new DocumentIndex.Document("com.example.Barn", "com.example.BarnRepository"),
                            new DocumentIndex.Document("com.example.House", "com.example.HouseRepository"),
                            new DocumentIndex.Document("com.example.House$Plan", "com.example.House_PlanRepository"));
            assertThat(index.projections())
                    .containsExactly(new DocumentIndex.Projection("com.example.Card", "com.example.CardProjection"));
        }
    }

    private String index() throws IOException {
        return Files.readString(directory.resolve(DocumentIndex.RESOURCE));
    }

    /** Compiles into the directory, what is there from other sources being on the class path, as incremental builds do. */
    private void compile(Compilers compiler, String... namesAndSources) throws IOException {
        Path sources = Files.createTempDirectory(work, "sources");
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < namesAndSources.length; i += 2) {
            deleteClasses(namesAndSources[i]);
            files.add(Files.writeString(sources.resolve(namesAndSources[i] + ".java"), namesAndSources[i + 1]));
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                compiler.tool().getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            var task = compiler.tool()
                    .getTask(
                            new StringWriter(),
                            manager,
                            diagnostics,
                            List.of(
                                    "--release",
                                    "17",
                                    "-d",
                                    directory.toString(),
                                    "-s",
                                    sources.toString(),
                                    "-classpath",
                                    directory + File.pathSeparator + System.getProperty("java.class.path")),
                            null,
                            manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new DocumentIndexProcessor(), new DocumentProcessor()));
            assertThat(task.call())
                    .as(() -> diagnostics.getDiagnostics().stream()
                            .map(each -> each.getSource() + ": " + each.getMessage(Locale.ROOT))
                            .collect(Collectors.joining("\n")))
                    .isTrue();
        }
    }

    /** Those of a source that is compiled again, and of what was generated from it. */
    private void deleteClasses(String name) throws IOException {
        Path classes = directory.resolve("com/example");
        if (Files.exists(classes)) {
            try (Stream<Path> files = Files.list(classes)) {
                for (Path file : files.toList()) {
                    if (file.getFileName().toString().matches("Q?" + name + "[A-Z_$.].*")) {
                        Files.delete(file);
                    }
                }
            }
        }
    }
}
