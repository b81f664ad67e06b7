// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.integration.DocumentIndex;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Files.delete(directory.resolve("classes/com/example/Barn.class"));

        compile(compiler, "House", HOUSE);

        assertThat(index()).isEqualTo(ALL.replaceFirst("document com.example.Barn .*\n", ""));
    }

    @WithEveryCompiler
    void writesNothingWhereThereIsNoDocument(Compilers compiler) throws IOException {
        compile(compiler, "Barn", NO_BARN);

        assertThat(directory.resolve("classes/META-INF")).doesNotExist();
    }

    @WithEveryCompiler
    void isReadAsOneFromAllPartsOfAClassPath(Compilers compiler, @TempDir Path other) throws IOException {
        compile(compiler, "House", HOUSE, "Card", CARD);
        Path first = directory;
        directory = other;
        compile(compiler, "Barn", BARN);

        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes(first), classes(other)}, null)) {
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

    private static URL classes(Path project) throws IOException {
        return project.resolve("classes").toUri().toURL();
    }

    private String index() throws IOException {
        return Files.readString(directory.resolve("classes").resolve(DocumentIndex.RESOURCE));
    }

    private void compile(Compilers compiler, String... namesAndSources) throws IOException {
        Compiled compiled = new Project(compiler, directory).compile(namesAndSources);
        assertThat(compiled.isSuccess())
                .as(() -> compiled.messages().toString())
                .isTrue();
    }
}
