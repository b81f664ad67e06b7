// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;

/** Compiles sources with the processor, all lints on and warnings as errors. */
final class Compilations {
    private static final Path RESOURCES = Path.of("src/test/resources");

    private Compilations() {}

    /** A directory or file of {@code src/test/resources}. */
    static Path resource(String name) {
        return RESOURCES.resolve(name);
    }

    static List<Path> files(String directory) {
        try (Stream<Path> files = Files.list(resource(directory))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JavaFileObject source(Path file) {
        return JavaFileObjects.forSourceString(typeName(file), read(file));
    }

    /** The type that a file declares, by its package and its own name. */
    private static String typeName(Path file) {
        String simpleName = file.getFileName().toString().replace(".java", "");
        return read(file)
                .lines()
                .filter(line -> line.startsWith("package "))
                .map(line -> line.substring("package ".length(), line.indexOf(';')) + "." + simpleName)
                .findFirst()
                .orElse(simpleName);
    }

    static Compilation compile(JavaFileObject... sources) {
        return compile(List.of(sources));
    }

    static Compilation compile(List<JavaFileObject> sources, Processor... others) {
        return compile(List.of(), sources, others);
    }

    /** Compiles with some processors. */
    static Compilation compileWith(List<JavaFileObject> sources, Processor... processors) {
        return compiler(List.of()).withProcessors(processors).compile(sources);
    }

    /** Compiles with more options, and with other processors in front. */
    static Compilation compile(List<String> options, List<JavaFileObject> sources, Processor... others) {
        List<Processor> processors = new ArrayList<>(Arrays.asList(others));
        processors.add(new DocumentIndexProcessor());
        processors.add(new DocumentProcessor());
        return compiler(options).withProcessors(processors).compile(sources);
    }

    /** Compiles with more options, and with a class path of its own. */
    static Compilation compile(List<JavaFileObject> sources, List<String> options, List<File> classPath) {
        return compiler(options)
                .withProcessors(new DocumentIndexProcessor(), new DocumentProcessor())
                .withClasspath(classPath)
                .compile(sources);
    }

    private static Compiler compiler(List<String> options) {
        List<String> all = new ArrayList<>(List.of("-Xlint:all,-processing,-classfile,-path", "-Werror"));
        all.addAll(options);
        return Compiler.javac().withOptions(all);
    }
}
