// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import org.junit.jupiter.api.io.TempDir;

/** What is written beside the classes. */
class ResourcesTest {
    private static final String SOURCE = """
            package com.example;
            @dev.ligature.annotation.Document
            public record House(String id) {
                @dev.ligature.annotation.Projection(House.class)
                record Card(String id) {}
            }
            """;
    private static final String NATIVE = "META-INF/native-image/dev.ligature/";

    @WithEveryCompiler
    void tellsNativeImagesWhatIsFoundByName(Compilers compiler) {
        Compiled compiled = compiler.compile(Map.of("com/example/House.java", SOURCE));

        assertThat(compiled.problems()).isEmpty();
        assertThat(compiled.resources())
                .containsOnlyKeys(
                        "META-INF/ligature/documents.index",
                        NATIVE + "com.example.House/reflect-config.json",
                        NATIVE + "com.example.House$Card/reflect-config.json")
                .containsEntry(NATIVE + "com.example.House/reflect-config.json", """
                        [
                          {"name": "com.example.House"},
                          {"name": "com.example.HouseCodec"},
                          {
                            "name": "com.example.HouseRepository",
                            "methods": [
                              {"name": "<init>", "parameterTypes": ["com.mongodb.reactivestreams.client.MongoDatabase"]},
                              {"name": "<init>", "parameterTypes": ["com.mongodb.reactivestreams.client.MongoDatabase", "dev.ligature.repository.RepositoryOptions"]}
                            ]
                          }
                        ]
                        """)
                .containsEntry(NATIVE + "com.example.House$Card/reflect-config.json", """
                        [
                          {"name": "com.example.House$Card"},
                          {"name": "com.example.House_CardProjection"}
                        ]
                        """);
    }

    @WithEveryCompiler
    void writesTheSameBytesEveryTime(Compilers compiler) {
        assertThat(compiler.compile(Map.of("com/example/House.java", SOURCE)).resources())
                .isEqualTo(compiler.compile(Map.of("com/example/House.java", SOURCE))
                        .resources());
    }

    @WithEveryCompiler
    void saysThatTheIndexCouldNotBeWritten(Compilers compiler, @TempDir Path directory) throws IOException {
        assertThat(warnings(
                        compiler, directory, withoutResources(new DocumentIndexProcessor()), new DocumentProcessor()))
                .containsExactly(
                        "[ResourceNotWritten] META-INF/ligature/documents.index could not be written: no resources here. A"
                                + " framework or GraalVM that reads it will not find the types that it would name. If you mean it,"
                                + " add @SuppressWarnings(\"ResourceNotWritten\").");
    }

    @WithEveryCompiler
    void saysWhichTypesNativeImagesAreNotTold(Compilers compiler, @TempDir Path directory) throws IOException {
        assertThat(warnings(compiler, directory, withoutResources(new DocumentProcessor())))
                .hasSize(2)
                .allMatch(text ->
                        text.startsWith("[ResourceNotWritten] META-INF/native-image/dev.ligature/com.example.House"))
                .anyMatch(text -> text.contains("House$Card/reflect-config.json could not be written"));
    }

    /** Fails like Eclipse, whose file systems do not throw one of Java's exceptions for it. */
    @WithEveryCompiler
    void writesTheIndexWhateverACompilerSaysOfAFormerOneThatIsNotThere(Compilers compiler, @TempDir Path directory)
            throws IOException {
        Compiled compiled = compile(compiler, directory, withFormerIndex(-1), new DocumentProcessor());

        assertThat(warnings(compiled)).isEmpty();
        assertThat(compiled.resources()).containsKey("META-INF/ligature/documents.index");
    }

    @WithEveryCompiler
    void losesNothingOfAFormerIndexThatCannotBeRead(Compilers compiler, @TempDir Path directory) throws IOException {
        Compiled compiled = compile(compiler, directory, withFormerIndex(1), new DocumentProcessor());

        assertThat(warnings(compiled)).singleElement().asString().contains("could not be written: not to be read");
        assertThat(compiled.resources()).doesNotContainKey("META-INF/ligature/documents.index");
    }

    private static Processor withoutResources(AbstractProcessor processor) {
        return withFiler(processor, "createResource", () -> {
            throw new FilerException("no resources here");
        });
    }

    /** The processor of the index, with a former index that cannot be read. */
    private static Processor withFormerIndex(long lastModified) {
        Object former = Proxy.newProxyInstance(
                FileObject.class.getClassLoader(), new Class<?>[] {FileObject.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getLastModified")) {
                        return lastModified;
                    }
                    throw new IOException("not to be read");
                });
        return withFiler(new DocumentIndexProcessor(), "getResource", () -> former);
    }

    private static Compiled compile(Compilers compiler, Path directory, Processor... processors) throws IOException {
        return compiler.compileWith(
                List.of(processors), List.of(Files.writeString(directory.resolve("House.java"), SOURCE)));
    }

    private static List<String> warnings(Compiled compiled) {
        return compiled.messages().stream()
                .filter(message -> message.kind() == Diagnostic.Kind.WARNING)
                .map(Compiled.Message::text)
                .toList();
    }

    private static List<String> warnings(Compilers compiler, Path directory, Processor... processors)
            throws IOException {
        return warnings(compile(compiler, directory, processors));
    }

    /** A processor whose filer answers one call differently. */
    private static Processor withFiler(
            AbstractProcessor processor, String method, DisturbedProcessor.Behaviour answer) {
        return new DisturbedProcessor(processor, environment -> {
            Filer other = DisturbedProcessor.with(Filer.class, environment.getFiler(), method, answer);
            return DisturbedProcessor.with(ProcessingEnvironment.class, environment, "getFiler", () -> other);
        });
    }
}
