// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * The compilers that people build with. They read the same language and differ in what they tell processors, such as the order
 * of a type's members. Each compiles with the processor, for Java 17, with its lints on.
 *
 * <p>Sources and what becomes of them are files of a directory that is deleted again: Eclipse's compiler reads generated sources
 * from files only.
 */
public enum Compilers {
    JAVAC {
        @Override
        public JavaCompiler tool() {
            return ToolProvider.getSystemJavaCompiler();
        }

        @Override
        List<String> options() {
            return List.of("-Xlint:all,-classfile,-path,-options", "-Werror");
        }
    },
    ECLIPSE {
        @Override
        public JavaCompiler tool() {
            return new EclipseCompiler();
        }

        @Override
        List<String> options() {
            // Documentation counts as use of an import, as in Eclipse; what javac wants suppressed may be nothing here.
            return List.of("-failOnWarning", "-enableJavadoc", "-warn:-warningToken");
        }
    };

    public abstract JavaCompiler tool();

    /** The lints, and that they are errors. */
    abstract List<String> options();

    /** Compiles files, with the processors and others in front of them. */
    Compiled compile(List<Path> files, Processor... others) {
        List<Processor> processors = new ArrayList<>(Arrays.asList(others));
        processors.add(new DocumentIndexProcessor());
        processors.add(new DocumentProcessor());
        processors.add(new OtherAnnotationsProcessor());
        return compileWith(processors, files);
    }

    /** Compiles files with some processors. */
    Compiled compileWith(List<Processor> processors, List<Path> files) {
        try {
            Path directory = Files.createTempDirectory("ligature-" + name().toLowerCase(Locale.ROOT));
            try {
                return compile(files, directory, processors);
            } finally {
                deleteAll(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles sources, by the paths of their files: {@code com/example/House.java}. */
    Compiled compile(Map<String, String> sources, Processor... others) {
        try {
            Path directory = Files.createTempDirectory("ligature-sources");
            try {
                List<Path> files = new ArrayList<>();
                for (Map.Entry<String, String> each : sources.entrySet()) {
                    Path file = directory.resolve(each.getKey());
                    Files.createDirectories(file.getParent());
                    files.add(Files.writeString(file, each.getValue()));
                }
                return compile(files, others);
            } finally {
                deleteAll(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Compiled compile(List<Path> files, Path directory, List<Processor> processors) throws IOException {
        Path classes = Files.createDirectory(directory.resolve("classes"));
        Path generated = Files.createDirectory(directory.resolve("generated"));
        List<String> arguments = new ArrayList<>(options());
        arguments.addAll(List.of("--release", "17"));
        arguments.addAll(List.of("-d", classes.toString(), "-s", generated.toString()));
        arguments.addAll(List.of("-classpath", System.getProperty("java.class.path")));

        JavaCompiler compiler = tool();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter output = new StringWriter();
        boolean isSuccess;
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            CompilationTask task = compiler.getTask(
                    output, manager, diagnostics, arguments, null, manager.getJavaFileObjectsFromPaths(files));
            task.setLocale(Locale.ROOT);
            task.setProcessors(processors);
            isSuccess = task.call();
        }
        return Compiled.of(isSuccess, diagnostics.getDiagnostics(), output.toString(), generated, classes);
    }

    private static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.map(Path::toFile).sorted((one, other) -> other.compareTo(one)).forEach(File::delete);
        }
    }
}
