// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.fuzz;

import dev.ligature.processor.Compilers;
import dev.ligature.processor.DocumentProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/**
 * What one run of a compiler has made. Processing and compiling are runs of their own: the errors of one declaration say nothing of
 * others then.
 *
 * @param crash what ended it, empty when it came to its end
 * @param files the contents of generated sources or of class files, by their paths
 */
record CompilerRun(List<Said> said, String crash, Map<String, byte[]> files) {
    private static final Pattern TRACE = Pattern.compile("(?m)^\\s+at .+\\(.+\\.java:\\d+\\)");

    /**
     * A message.
     *
     * @param path the path of its source or generated source, empty when it has none
     * @param line below 1 when it has no place
     * @param isOfProcessor whether the processor says so, as far as the compiler tells
     */
    record Said(Diagnostic.Kind kind, String path, long line, String text, boolean isOfProcessor) {
        boolean isError() {
            return kind == Diagnostic.Kind.ERROR;
        }

        boolean isProblem() {
            return isError() || kind == Diagnostic.Kind.WARNING || kind == Diagnostic.Kind.MANDATORY_WARNING;
        }
    }

    /** Runs the processor only. */
    static CompilerRun process(Compilers compiler, Map<String, String> sources) {
        return run(compiler, sources, true);
    }

    /** Compiles sources that have been processed. */
    static CompilerRun compile(Compilers compiler, Map<String, String> sources) {
        return run(compiler, sources, false);
    }

    private static CompilerRun run(Compilers compiler, Map<String, String> sources, boolean isProcessing) {
        try {
            Path directory = Files.createTempDirectory("ligature-fuzz");
            try {
                return run(compiler, sources, isProcessing, directory);
            } finally {
                deleteAll(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> options(Compilers compiler) {
        return switch (compiler) {
            case JAVAC ->
                List.of(
                        "-Xlint:all,-processing,-classfile,-path,-options",
                        "-Xmaxerrs",
                        "100000",
                        "-Xmaxwarns",
                        "100000");
            case ECLIPSE -> List.of("-nowarn");
        };
    }

    private static CompilerRun run(
            Compilers compiler, Map<String, String> sources, boolean isProcessing, Path directory) throws IOException {
        Path written = Files.createDirectory(directory.resolve("written"));
        Path made = Files.createDirectory(directory.resolve("made"));
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = written.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        List<String> arguments = new ArrayList<>(options(compiler));
        arguments.addAll(List.of("-source", "17", "-target", "17", isProcessing ? "-proc:only" : "-proc:none"));
        arguments.addAll(List.of("-d", made.toString(), "-s", made.toString()));
        arguments.addAll(List.of("-classpath", System.getProperty("java.class.path")));

        JavaCompiler tool = compiler.tool();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter output = new StringWriter();
        String crash = "";
        try (StandardJavaFileManager manager =
                tool.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = tool.getTask(
                    output, manager, diagnostics, arguments, null, manager.getJavaFileObjectsFromPaths(files));
            if (isProcessing) {
                task.setProcessors(List.of(new DocumentProcessor()));
            }
            task.call();
        } catch (RuntimeException | Error e) { // what a processor throws comes out of some compilers
            crash = trace(e);
        }
        if (crash.isEmpty() && TRACE.matcher(output.toString()).find()) {
            crash = output.toString();
        }
        List<Said> said = diagnostics.getDiagnostics().stream()
                .map(each -> said(each, List.of(written, made)))
                .toList();
        return new CompilerRun(said, crash, read(made));
    }

    private static String trace(Throwable thrown) {
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        StringBuilder trace = new StringBuilder(cause.toString());
        Stream.of(cause.getStackTrace()).limit(12).forEach(frame -> trace.append("\n  at ")
                .append(frame));
        return trace.toString();
    }

    private static Said said(Diagnostic<? extends JavaFileObject> diagnostic, List<Path> roots) {
        JavaFileObject source = diagnostic.getSource();
        Path file = source == null ? Path.of("") : Path.of(source.toUri());
        Path path = roots.stream()
                .filter(file::startsWith)
                .map(root -> root.relativize(file))
                .findFirst()
                .orElse(file);
        String code = diagnostic.getCode();
        return new Said(
                diagnostic.getKind(),
                path.toString(),
                diagnostic.getLineNumber(),
                diagnostic.getMessage(Locale.ROOT),
                code != null && code.contains("proc.messager"));
    }

    private static Map<String, byte[]> read(Path directory) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(CompilerRun::isSourceOrClass).toList()) {
                contents.put(directory.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    private static boolean isSourceOrClass(Path file) {
        return file.toString().endsWith(".java") || file.toString().endsWith(".class");
    }

    private static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.map(Path::toFile).sorted((one, other) -> other.compareTo(one)).forEach(file -> file.delete());
        }
    }
}
