package dev.ligature.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
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

    private static Compiled compile(Compilers compiler, Path directory, Supplier<? extends Throwable> failure)
            throws IOException {
        Path file = Files.writeString(directory.resolve("Failing.java"), SOURCE);
        return compiler.compileWith(List.of(new FailingProcessor(failure)), List.of(file));
    }

    /** The processor over a language model that fails when it is asked for binary names. */
    private static final class FailingProcessor extends AbstractProcessor {
        private final DocumentProcessor processor = new DocumentProcessor();
        private final Supplier<? extends Throwable> failure;

        FailingProcessor(Supplier<? extends Throwable> failure) {
            this.failure = failure;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            Elements failing = proxy(Elements.class, environment.getElementUtils(), "getBinaryName", null);
            processor.init(proxy(ProcessingEnvironment.class, environment, "getElementUtils", failing));
        }

        /** An object with another result of one method, or the failure. */
        private <T> T proxy(Class<T> type, T object, String method, Object result) {
            return type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                        if (called.getName().equals(method)) {
                            if (result == null) {
                                throw failure.get();
                            }
                            return result;
                        }
                        try {
                            return called.invoke(object, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        @Override
        @SuppressWarnings("DoNotClaimAnnotations") // as the one that it stands for
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }
    }
}
