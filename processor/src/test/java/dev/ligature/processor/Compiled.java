// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What a compiler made of sources.
 *
 * @param isSuccess whether the compiler says so itself
 * @param output what it printed besides its messages, such as the stack trace of a processor that failed
 * @param generated the texts of generated sources by their paths: {@code com/example/HouseCodec.java}
 * @param classes the class files by the binary names of their classes
 * @param resources the texts of other files beside the classes, by their paths
 */
record Compiled(
        boolean isSuccess,
        List<Message> messages,
        String output,
        SortedMap<String, String> generated,
        SortedMap<String, byte[]> classes,
        SortedMap<String, String> resources) {

    /**
     * An error, a warning or a note.
     *
     * @param file the simple name of its source, empty when it has none
     * @param line -1 when it has no place
     */
    record Message(Diagnostic.Kind kind, String file, long line, String text) {
        static Message of(Diagnostic<? extends JavaFileObject> diagnostic) {
            JavaFileObject source = diagnostic.getSource();
            return new Message(
                    diagnostic.getKind(),
                    source == null
                            ? ""
                            : Path.of(source.getName()).getFileName().toString(),
                    diagnostic.getLineNumber(),
                    diagnostic.getMessage(Locale.ROOT));
        }
    }

    static Compiled of(
            boolean isSuccess,
            List<Diagnostic<? extends JavaFileObject>> diagnostics,
            String output,
            Path generated,
            Path classes) {
        SortedMap<String, String> texts = texts(generated, ".java");
        SortedMap<String, String> resources = texts(classes, ".json");
        resources.putAll(texts(classes, ".index"));
        SortedMap<String, byte[]> binaries = new TreeMap<>();
        read(classes, ".class")
                .forEach(
                        (path, bytes) -> binaries.put(path.replace(".class", "").replace('/', '.'), bytes));
        return new Compiled(
                isSuccess, diagnostics.stream().map(Message::of).toList(), output, texts, binaries, resources);
    }

    private static SortedMap<String, String> texts(Path directory, String suffix) {
        SortedMap<String, String> texts = new TreeMap<>();
        read(directory, suffix).forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    private static Map<String, byte[]> read(Path directory, String suffix) {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(suffix)).toList()) {
                contents.put(directory.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }

    /** Errors and warnings. */
    List<Message> problems() {
        return messages.stream()
                .filter(message -> message.kind() != Diagnostic.Kind.NOTE && message.kind() != Diagnostic.Kind.OTHER)
                .toList();
    }

    /** The compiled classes, to be run beside those of the tests. */
    ClassLoader loader() {
        return new ClassLoader(Compiled.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }
}
