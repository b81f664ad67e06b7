// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor in builds of other kinds: named modules, targets in jars, Gradle. */
class DocumentProcessorBuildTest {
    @Test
    void linksToDocumentsOfClassFiles(@TempDir Path library) throws IOException {
        writeClasses(Compilations.compile(sources("good")), library);

        Compilation compilation = Compiler.javac()
                .withProcessors(new DocumentProcessor())
                .withClasspath(Stream.concat(Stream.of(library.toFile()), classPath().stream())
                        .toList())
                .withOptions("-Xlint:all,-processing,-classfile,-path", "-Werror")
                .compile(sources("good/tricky/other-package"));

        assertThat(compilation).succeededWithoutWarnings();
    }

    @Test
    void saysThatTheDocumentsOfAJarAreNotProcessed(@TempDir Path library) throws IOException {
        writeClasses(
                Compiler.javac().withOptions("-proc:none").compile(JavaFileObjects.forSourceString("lib.Door", """
                                package lib;
                                @dev.ligature.annotation.Document
                                public record Door(String id, int height) {}
                                """)),
                library);
        JavaFileObject house = JavaFileObjects.forSourceString("House", """
                import dev.ligature.annotation.*;
                import dev.ligature.link.*;
                @Document
                record House(String id, @Link Ref<lib.Door> door) {}
                @Projection(lib.Door.class)
                record Height(int height) {}
                """);

        Compilation compilation = Compiler.javac()
                .withProcessors(new DocumentProcessor())
                .withClasspath(Stream.concat(Stream.of(library.toFile()), classPath().stream())
                        .toList())
                .compile(house);

        assertThat(compilation).hadErrorCount(2);
        assertThat(compilation)
                .hadErrorContaining(
                        "[DocumentNotProcessed] House.door needs what Ligature generates for Door, but the class"
                                + " files of Door have been compiled without it: there is no lib.QDoor. Add ligature-processor to the"
                                + " build of Door, as this build has it.")
                .inFile(house)
                .onLine(4);
        assertThat(compilation)
                .hadErrorContaining("[DocumentNotProcessed] Height needs")
                .inFile(house)
                .onLine(6);
    }

    /** What builds do that compile changed files only. */
    @Test
    void writesForOneChangedFileWhatAWholeBuildWrites(@TempDir Path former) throws IOException {
        String door = """
                import dev.ligature.annotation.*;
                import dev.ligature.link.*;
                @Document
                record Door(String id, @BackLink(originalField = "door") BackRef<House> house) {}
                """;
        String house = """
                import dev.ligature.annotation.*;
                import dev.ligature.link.*;
                @Document
                record House(String id, %s @Link Ref<Door> door) {}
                """;
        JavaFileObject changed = JavaFileObjects.forSourceString("House", house.formatted("String name,"));
        writeClasses(
                Compilations.compile(List.of(
                        JavaFileObjects.forSourceString("Door", door),
                        JavaFileObjects.forSourceString("House", house.formatted("")))),
                former);

        Compilation part = Compiler.javac()
                .withProcessors(new DocumentProcessor())
                .withClasspath(Stream.concat(Stream.of(former.toFile()), classPath().stream())
                        .toList())
                .compile(changed);
        Compilation whole = Compilations.compile(List.of(JavaFileObjects.forSourceString("Door", door), changed));

        assertThat(part).succeeded();
        Map<String, String> written = sources(part);
        assertThat(written).containsOnlyKeys("HouseCodec.java", "HouseRepository.java", "QHouse.java");
        assertThat(sources(whole)).containsAllEntriesOf(written);
    }

    /** The generated sources by their names. */
    private static Map<String, String> sources(Compilation compilation) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedSourceFiles()) {
            sources.put(
                    file.getName().substring(file.getName().lastIndexOf('/') + 1),
                    file.getCharContent(true).toString());
        }
        return sources;
    }

    @Test
    void namesClassesOfJarsThatDoNotNameTheirParameters(@TempDir Path library) throws IOException {
        writeClasses(Compiler.javac().compile(JavaFileObjects.forSourceString("lib.Money", """
                        package lib;
                        public final class Money {
                            private final long cents;
                            public Money(long cents) { this.cents = cents; }
                            public long cents() { return cents; }
                        }
                        """)), library);

        Compilation compilation = Compiler.javac()
                .withProcessors(new DocumentProcessor())
                .withClasspath(Stream.concat(Stream.of(library.toFile()), classPath().stream())
                        .toList())
                .withOptions("-Xlint:all,-path", "-Werror")
                .compile(JavaFileObjects.forSourceString("Priced", """
                        @dev.ligature.annotation.Document
                        record Priced(String id, lib.Money price) {}
                        """));

        assertThat(compilation).succeeded();
        assertThat(compilation)
                .hadNoteContaining(
                        "[ValueLeftToRegistry] Priced.price uses Money, which is not embedded: its class file does"
                                + " not name the parameters of its constructor");
    }

    /** With javac itself: the file manager of compile-testing knows no modules. */
    @Test
    void generatesForExportedPackagesOfNamedModules(@TempDir Path directory) throws IOException {
        Path module = Files.writeString(directory.resolve("module-info.java"), """
                module com.example {
                    requires transitive dev.ligature;
                    exports com.example;
                }
                """);
        List<String> arguments = new ArrayList<>(List.of(
                "-Xlint:all,-path,-module,-requires-automatic,-requires-transitive-automatic",
                "-Werror",
                "-d",
                directory.toString(),
                "--module-path",
                path(classPath()),
                "--processor-path",
                System.getProperty("java.class.path"),
                "-processor",
                DocumentProcessor.class.getName() + "," + OtherAnnotationsProcessor.class.getName(),
                module.toString()));
        Compilations.files("good").forEach(file -> arguments.add(file.toString()));
        ByteArrayOutputStream errors = new ByteArrayOutputStream();

        ToolProvider.getSystemJavaCompiler().run(null, null, errors, arguments.toArray(String[]::new));

        assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(directory.resolve("com/example/HouseCodec.class")).exists();
        assertThat(Files.readString(directory.resolve("com/example/HouseCodec.java")))
                .contains("@Nullable Object")
                .doesNotContain("@Generated");
    }

    /** Where the annotation is not there, or not seen by those who read an exported package, generated code does without. */
    @Test
    void namesNoAnnotationsThatTheCompilationLacks() {
        JavaFileObject house = JavaFileObjects.forSourceString("House", """
                @dev.ligature.annotation.Document
                record House(String id, String name) {}
                """);
        List<File> withoutJSpecify = classPath().stream()
                .filter(file -> !file.getName().contains("jspecify"))
                .toList();

        Compilation compilation = Compiler.javac()
                .withProcessors(new DocumentProcessor())
                .withClasspath(withoutJSpecify)
                .compile(house);

        assertThat(compilation).succeeded();
        assertThat(compilation)
                .generatedSourceFile("HouseCodec")
                .contentsAsUtf8String()
                .doesNotContain("Nullable");
        assertThat(compilation)
                .generatedSourceFile("HouseCodec")
                .contentsAsUtf8String()
                .contains("@Generated(\"dev.ligature.processor.DocumentProcessor\")");
    }

    private static String path(List<File> files) {
        return String.join(
                File.pathSeparator, files.stream().map(File::toString).toList());
    }

    @Test
    void tellsGradleWhichProcessorIsIsolatingAndWhichIsNot() throws IOException {
        assertThat(resource("META-INF/gradle/incremental.annotation.processors"))
                .containsExactly(
                        DocumentIndexProcessor.class.getName() + ",aggregating",
                        DocumentProcessor.class.getName() + ",isolating");
    }

    /** The second claims the annotations of both. */
    @Test
    void putsTheIndexFirstInTheServiceFile() throws IOException {
        assertThat(resource("META-INF/services/javax.annotation.processing.Processor"))
                .containsExactly(DocumentIndexProcessor.class.getName(), DocumentProcessor.class.getName());
    }

    /** The lines of a file of the processor's own. */
    private static List<String> resource(String name) throws IOException {
        URL classes =
                DocumentProcessor.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes}, null);
                InputStream stream = loader.getResourceAsStream(name)) {
            assertThat(stream).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static List<JavaFileObject> sources(String directory) {
        return Compilations.files(directory).stream().map(Compilations::source).toList();
    }

    /** The runtime and what it needs: what a user's build has. */
    private static List<File> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Stream.of("runtime", "mongodb", "bson", "reactor", "reactive-streams", "jspecify")
                        .anyMatch(part -> entry.contains(File.separator + part) || entry.contains("-" + part)))
                .map(File::new)
                .toList();
    }

    private static void writeClasses(Compilation compilation, Path directory) throws IOException {
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String name = file.toUri().getPath().replaceFirst(".*/" + StandardLocation.CLASS_OUTPUT + "/", "");
                Path target = directory.resolve(name);
                Files.createDirectories(target.getParent());
                try (InputStream stream = file.openInputStream()) {
                    Files.copy(stream, target);
                }
            }
        }
    }
}
