// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/**
 * Sources of the package {@code com.example} that are compiled into one directory, time and again. What is there from other sources is on the
 * class path, as in incremental builds.
 */
final class Project {
    private final Compilers compiler;
    private final Path sources;
    private final Path classes;
    private final List<String> options = new ArrayList<>();

    Project(Compilers compiler, Path directory) throws IOException {
        this.compiler = compiler;
        this.sources = Files.createDirectories(directory.resolve("sources"));
        this.classes = Files.createDirectories(directory.resolve("classes"));
    }

    /** What the processors are told: {@code -Aligature.schema=…}. */
    Project with(String... more) {
        options.clear();
        options.addAll(List.of(more));
        return this;
    }

    Path classes() {
        return classes;
    }

    /** Compiles some sources, given by the names of their types and their texts. */
    Compiled compile(String... namesAndSources) throws IOException {
        Path folder = Files.createTempDirectory(sources, "sources");
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < namesAndSources.length; i += 2) {
            deleteClasses(namesAndSources[i]);
            files.add(Files.writeString(folder.resolve(namesAndSources[i] + ".java"), namesAndSources[i + 1]));
        }
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("--release", "17", "-d", classes.toString(), "-s", folder.toString()));
        arguments.addAll(List.of("-classpath", classes + File.pathSeparator + System.getProperty("java.class.path")));
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter output = new StringWriter();
        boolean isSuccess;
        try (StandardJavaFileManager manager =
                compiler.tool().getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            CompilationTask task = compiler.tool()
                    .getTask(output, manager, diagnostics, arguments, null, manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new DocumentIndexProcessor(), new DocumentProcessor()));
            isSuccess = task.call();
        }
        return Compiled.of(isSuccess, diagnostics.getDiagnostics(), output.toString(), folder, classes);
    }

    /** Deletes the class files of a source that is compiled again, and of what was generated from it. */
    private void deleteClasses(String name) throws IOException {
        Path folder = classes.resolve("com/example");
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    if (file.getFileName().toString().matches("Q?" + name + "[A-Z_$.].*")) {
                        Files.delete(file);
                    }
                }
            }
        }
    }
}
