// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.declarations.places;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles sources by Ligature's processor, beside what other compilations have left. */
final class Compilation {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    private final Path directory;
    private final List<Path> classPath = new ArrayList<>();

    /** @param directory where new folders and jars are put */
    Compilation(Path directory) {
        this.directory = directory;
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .forEach(classPath::add);
    }

    /** Compiles sources, which are given by the names of their types, into a folder of this name. */
    Path compile(String name, Map<String, String> sources, @Nullable Processor other) throws IOException {
        Path output = Files.createDirectories(directory.resolve(name));
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = JAVAC.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            JavaCompiler.CompilationTask task = JAVAC.getTask(
                    null,
                    files,
                    diagnostics,
                    List.of("--release", "17"),
                    null,
                    sources.entrySet().stream()
                            .map(source -> new Text(source.getKey(), source.getValue()))
                            .toList());
            task.setProcessors(processors(other));
            if (!task.call()) {
                throw new AssertionError(diagnostics.getDiagnostics().stream()
                        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                        .toList());
            }
        }
        return output;
    }

    /** Ligature's, as javac finds them, behind another one. */
    private static List<Processor> processors(@Nullable Processor other) {
        return Stream.concat(
                        Stream.ofNullable(other),
                        ServiceLoader.load(Processor.class).stream()
                                .map(ServiceLoader.Provider::get)
                                .filter(processor ->
                                        processor.getClass().getPackageName().startsWith("dev.ligature")))
                .toList();
    }

    /** Puts the files of a folder into a jar, for later compilations. */
    Path jar(Path folder) throws IOException {
        Path jar = directory.resolve(folder.getFileName() + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
        classPath.add(jar);
        return jar;
    }

    /** Loads the classes of folders and jars, beside those of the tests. */
    static URLClassLoader load(Path... parts) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path part : parts) {
            urls.add(part.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), Compilation.class.getClassLoader());
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String type, String text) {
            super(URI.create("string:///" + type.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
