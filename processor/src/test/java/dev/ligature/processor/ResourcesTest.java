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
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
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
                        new WithoutResources(new DocumentIndexProcessor()),
                        new DocumentProcessor()))
                .containsExactly(
                        "[ResourceNotWritten] META-INF/ligature/documents.index could not be written: no resources here. What"
                                + " reads it, a framework or GraalVM, will not find the types that it would name. If you mean it,"
                                + " add @SuppressWarnings(\"ResourceNotWritten\").");
    }

    @WithEveryCompiler
    void saysWhichTypesNativeImagesAreNotTold(Compilers compiler, @TempDir Path directory) throws IOException {
        assertThat(warnings(compiler, directory, new WithoutResources(new DocumentProcessor())))
                .hasSize(2)
                .allMatch(text ->
                        text.startsWith("[ResourceNotWritten] META-INF/native-image/dev.ligature/com.example.House"))
                .anyMatch(text -> text.contains("House$Card/reflect-config.json could not be written"));
    }

    private static List<String> warnings(Compilers compiler, Path directory, Processor... processors)
            throws IOException {
        Path file = Files.writeString(directory.resolve("House.java"), SOURCE);
        return compiler.compileWith(List.of(processors), List.of(file)).messages().stream()
                .filter(message -> message.kind() == Diagnostic.Kind.WARNING)
                .map(Compiled.Message::text)
                .toList();
    }

    /** A processor whose compiler writes no resources. */
    private static final class WithoutResources extends AbstractProcessor {
        private final AbstractProcessor processor;

        WithoutResources(AbstractProcessor processor) {
            this.processor = processor;
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
            Filer refusing = (Filer) Proxy.newProxyInstance(
                    Filer.class.getClassLoader(), new Class<?>[] {Filer.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("createResource")) {
                            throw new FilerException("no resources here");
                        }
                        return invoke(filer, method, arguments);
                    });
            processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                    ProcessingEnvironment.class.getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("getFiler") ? refusing : invoke(environment, method, arguments)));
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
