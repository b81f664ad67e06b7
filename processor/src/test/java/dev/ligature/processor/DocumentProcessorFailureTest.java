// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.lang.model.util.Elements;
import org.junit.jupiter.api.io.TempDir;

/** A mistake in the processor is told as one, and costs no more than the document that provokes it. */
class DocumentProcessorFailureTest {
    private static final String SOURCE = """
            import dev.ligature.annotation.*;
            import dev.ligature.link.*;
            import java.util.*;

            class Failing {
                @Document
                static class Broken { // a class, as Eclipse's compiler tells no lines of records
                    String id;
                    List<?> wrong;
                    Shape shape;

                    sealed interface Shape {}

                    record Circle(int radius) implements Shape {}
                }

                @Document
                record Linking(String id, @Link Ref<Broken> broken) {}

                @Document
                record Whole(String id) {}

                @Projection(Broken.class)
                record Shown(String id) {}

                @Projection(Whole.class)
                record Part(String id) {}
            }
            """;

    @WithEveryCompiler
    void reportsAnExceptionOnceBesideTheErrorsFoundSoFar(Compilers compiler, @TempDir Path directory)
            throws IOException {
        Compiled compiled = compile(compiler, directory, () -> new IllegalStateException("lost my way"));

        assertThat(compiled.problems()).hasSize(2);
        assertThat(compiled.problems().get(0).text()).startsWith("[ValueWildcard] Failing.Broken.wrong");
        assertThat(compiled.problems().get(1).line()).isEqualTo(7);
        assertThat(compiled.problems().get(1).text())
                .startsWith("[ProcessorFailed] Failing.Broken cannot be processed")
                .contains("Please report it")
                .contains("java.lang.IllegalStateException: lost my way")
                .contains("at dev.ligature.processor.declaration.DiscriminatorDeclaration");
    }

    @WithEveryCompiler
    void survivesAnOverflowOfTheStack(Compilers compiler, @TempDir Path directory) throws IOException {
        Compiled compiled = compile(compiler, directory, StackOverflowError::new);

        assertThat(compiled.problems().get(1).text())
                .startsWith("[ProcessorFailed]")
                .contains("java.lang.StackOverflowError");
    }

    @WithEveryCompiler
    void goesOnWithOtherDocumentsAndProjections(Compilers compiler, @TempDir Path directory) throws IOException {
        Compiled compiled = compile(compiler, directory, () -> new IllegalStateException("lost my way"));

        assertThat(compiled.generated())
                .containsOnlyKeys(
                        "Failing_PartProjection.java",
                        "Failing_WholeCodec.java",
                        "Failing_WholeRepository.java",
                        "QFailing_Whole.java");
    }

    @WithEveryCompiler
    void saysOnceThatTheTypesOfADocumentCouldNotBeWritten(Compilers compiler, @TempDir Path directory)
            throws IOException {
        Path file = Files.writeString(
                directory.resolve("House.java"), "@dev.ligature.annotation.Document class House { String id; }");
        DisturbedProcessor processor = new DisturbedProcessor(new DocumentProcessor(), environment -> {
            Filer full = DisturbedProcessor.with(Filer.class, environment.getFiler(), "createSourceFile", () -> {
                throw new FilerException("the disk is full");
            });
            return DisturbedProcessor.with(ProcessingEnvironment.class, environment, "getFiler", () -> full);
        });

        assertThat(compiler.compileWith(List.of(processor), List.of(file)).problems())
                .extracting(Compiled.Message::text)
                .containsExactly(
                        "[FileNotWritten] House needs a generated type HouseCodec, but it could not be written:"
                                + " the disk is full. If another processor generates a type of that name, rename this one.");
    }

    @WithEveryCompiler
    void leavesAConverterWhoseInterfaceIsUnknownToTheCompiler(Compilers compiler, @TempDir Path directory)
            throws IOException {
        Path file = Files.writeString(directory.resolve("House.java"), """
                import dev.ligature.annotation.Convert;
                import dev.ligature.annotation.Document;

                @Document
                class House {
                    String id;
                    @Convert(Cents.class)
                    Long price;

                    static class Cents implements Converter<Long, Integer> {}
                }
                """);

        assertThat(compiler.compileWith(List.of(new DocumentProcessor()), List.of(file))
                        .problems())
                .extracting(Compiled.Message::text)
                .anyMatch(text -> text.contains("Converter"))
                .noneMatch(text -> text.contains("[ProcessorFailed]"));
    }

    private static Compiled compile(Compilers compiler, Path directory, Supplier<? extends Throwable> failure)
            throws IOException {
        Path file = Files.writeString(directory.resolve("Failing.java"), SOURCE);
        return compiler.compileWith(List.of(failing(failure)), List.of(file));
    }

    /** The processor over a language model that fails when it is asked for binary names. */
    private static Processor failing(Supplier<? extends Throwable> failure) {
        return new DisturbedProcessor(new DocumentProcessor(), environment -> {
            Elements failing =
                    DisturbedProcessor.with(Elements.class, environment.getElementUtils(), "getBinaryName", () -> {
                        throw failure.get();
                    });
            return DisturbedProcessor.with(ProcessingEnvironment.class, environment, "getElementUtils", () -> failing);
        });
    }
}
