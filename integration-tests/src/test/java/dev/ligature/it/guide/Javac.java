// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.guide;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The compiler of this JVM, with the class path of the tests and all that it can warn of. */
final class Javac implements AutoCloseable {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final List<String> OPTIONS = List.of(
            "--release", "17", "-Xlint:all,-processing,-classfile,-path,-options", "--should-stop=ifError=FLOW");

    private final List<Path> classPath;
    private final Path directory;
    private final StandardJavaFileManager files = JAVAC.getStandardFileManager(null, Locale.ROOT, null);
    private int outputs;

    /** Writes into new folders of the directory. */
    Javac(Path directory) {
        this.directory = directory;
        this.classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
    }

    /** Compiles documents, by Ligature's processor. */
    Result process(List<Source> sources) {
        return compile(sources, classPath, true);
    }

    /** Compiles sources beside documents that have been compiled. */
    Result compile(List<Source> sources, Path documents) {
        return compile(
                sources, Stream.concat(Stream.of(documents), classPath.stream()).toList(), false);
    }

    private Result compile(List<Source> sources, List<Path> path, boolean isProcessed) {
        try {
            Path output = Files.createDirectories(directory.resolve(Integer.toString(outputs++)));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, path);
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output));
            DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
            JavaCompiler.CompilationTask task = JAVAC.getTask(null, files, diagnostics, OPTIONS, null, sources);
            task.setProcessors(isProcessed ? processors() : List.of());
            task.call();
            return new Result(
                    output,
                    diagnostics.getDiagnostics().stream()
                            .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                            .map(Javac::text)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ligature's, as javac finds them. */
    private static List<Processor> processors() {
        return ServiceLoader.load(Processor.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(processor -> processor.getClass().getPackageName().startsWith("dev.ligature"))
                .toList();
    }

    private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
        String kind = diagnostic.getKind() == Diagnostic.Kind.ERROR ? "error" : "warning";
        String place = diagnostic.getSource() == null
                ? ""
                : diagnostic.getSource().getName() + ":" + diagnostic.getLineNumber() + ": ";
        return place + kind + ": " + diagnostic.getMessage(Locale.ROOT).lines().collect(Collectors.joining("\n    "));
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    /**
     * What came of it.
     *
     * @param classes the folder with the classes
     * @param problems errors and warnings, each with its page and line
     */
    record Result(Path classes, List<String> problems) {}
}
