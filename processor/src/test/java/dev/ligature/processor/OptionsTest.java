// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.processor.validate.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.io.TempDir;

/** Options that are wrong, and options that ask for nothing. */
class OptionsTest {
    /** What the tests here produce. */
    static final Set<Message> MESSAGES = Set.of(Message.OPTION_INVALID, Message.OUTPUT_NOT_WRITTEN);

    private static final String HOUSE = """
            package com.example;
            @dev.ligature.annotation.Document
            record House(String id) {}
            """;

    @TempDir
    private Path directory;

    private List<String> errors(Compilers compiler, String... options) throws IOException {
        return new Project(compiler, directory)
                .with(options).compile("House", HOUSE).messages().stream()
                        .filter(message -> message.kind() == Diagnostic.Kind.ERROR)
                        .map(Compiled.Message::text)
                        .toList();
    }

    @WithEveryCompiler
    void refuseAPathThatDependsOnWhereTheCompilerRuns(Compilers compiler) throws IOException {
        assertThat(errors(compiler, "-Aligature.schema=docs/schema.json", "-Aligature.diagram=model.mmd"))
                .containsExactlyInAnyOrder(
                        "[OptionInvalid] -Aligature.schema=docs/schema.json is a relative path, but a compiler does not know the"
                                + " directory of the project. Give an absolute one: ${project.basedir}/docs/schema.json in Maven,"
                                + " ${projectDir}/docs/schema.json in Gradle, %PROJECT.DIR%/docs/schema.json in Eclipse.",
                        "[OptionInvalid] -Aligature.diagram=model.mmd is a relative path, but a compiler does not know the directory of"
                                + " the project. Give an absolute one: ${project.basedir}/model.mmd in Maven, ${projectDir}/model.mmd"
                                + " in Gradle, %PROJECT.DIR%/model.mmd in Eclipse.");
    }

    @WithEveryCompiler
    void refuseWhatIsNeitherTrueNorFalse(Compilers compiler) throws IOException {
        assertThat(errors(compiler, "-Aligature.jsonSchema=yes"))
                .containsExactly("[OptionInvalid] -Aligature.jsonSchema=yes is neither true nor false.");
    }

    @WithEveryCompiler
    void sayThatADirectoryCannotBeReadOrWritten(Compilers compiler) throws IOException {
        Path file = Files.createDirectory(directory.resolve("folder"));

        assertThat(errors(compiler, "-Aligature.diagram=" + file))
                .singleElement()
                .asString()
                .startsWith("[OutputNotWritten] -Aligature.diagram=" + file
                        + " names a file that cannot be read or written: ");
    }

    @WithEveryCompiler
    void sayThatAFileCannotBeRead(Compilers compiler) throws IOException {
        Path file = Files.write(directory.resolve("model.mmd"), new byte[] {(byte) 0xff});

        assertThat(errors(compiler, "-Aligature.diagram=" + file))
                .singleElement()
                .asString()
                .startsWith("[OutputNotWritten] -Aligature.diagram=" + file
                        + " names a file that cannot be read or written: ");
        assertThat(Files.readAllBytes(file)).containsExactly(0xff);
    }

    @WithEveryCompiler
    void areNotGivenWithoutAValue(Compilers compiler) throws IOException {
        assertThat(errors(
                        compiler,
                        "-Aligature.diagram=",
                        "-Aligature.schema=",
                        "-Aligature.schema.accept=",
                        "-Aligature.jsonSchema="))
                .isEmpty();
    }
}
