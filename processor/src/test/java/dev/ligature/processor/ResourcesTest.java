package dev.ligature.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
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
                        compiler,
                        directory,
                        withoutResources(new DocumentIndexProcessor()),
                        new DocumentProcessor()))
                .containsExactly(
                        "[ResourceNotWritten] META-INF/ligature/documents.index could not be written: no resources here. What"
                                + " reads it, a framework or GraalVM, will not find the types that it would name. If you mean it,"
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

    /** As Eclipse does, whose file systems have no exception of Java's for it. */
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
        return new WithFiler(processor, "createResource", () -> {
            throw new FilerException("no resources here");
        });
    }

    /** The processor of the index, where one is that cannot be read. */
    private static Processor withFormerIndex(long lastModified) {
        Object former = Proxy.newProxyInstance(
                FileObject.class.getClassLoader(), new Class<?>[] {FileObject.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getLastModified")) {
                        return lastModified;
                    }
                    throw new IOException("not to be read");
                });
        return new WithFiler(new DocumentIndexProcessor(), "getResource", () -> former);
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

    /** A processor whose compiler answers one call in another way. */
    private static final class WithFiler extends AbstractProcessor {
        private final AbstractProcessor processor;
        private final String method;
        private final Callable<Object> answer;

        WithFiler(AbstractProcessor processor, String method, Callable<Object> answer) {
            this.processor = processor;
            this.method = method;
            this.answer = answer;
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
            Filer filer = environment.getFiler();
            Filer other = (Filer) Proxy.newProxyInstance(
                    Filer.class.getClassLoader(),
                    new Class<?>[] {Filer.class},
                    (proxy, called, arguments) ->
                            called.getName().equals(method) ? answer.call() : invoke(filer, called, arguments));
            processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                    ProcessingEnvironment.class.getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (proxy, called, arguments) ->
                            called.getName().equals("getFiler") ? other : invoke(environment, called, arguments)));
        }

        private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        @Override
        @SuppressWarnings("DoNotClaimAnnotations") // as the one that it stands for
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }
    }
}
