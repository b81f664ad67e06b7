// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.ligature.processor.Example.Told;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/**
 * In which setting an example is compiled, as blocks in the prose of the catalogue say: {@code text options} are the compiler's options,
 * with {@code /project} for the directory of the project; {@code java before} was compiled with them before; {@code java jar} was compiled
 * without Ligature; {@code json FILE} is a file of the project.
 */
record ExampleSetting(List<String> options, String before, String jar, String fileName, String file) {
    private static final Pattern BLOCK = Pattern.compile("(?s)```(\\S+ [^\n]+)\n(.*?)```");
    private static final String PROJECT = "/project";

    static ExampleSetting in(String prose) {
        List<String> options = List.of();
        String before = "";
        String jar = "";
        String fileName = "";
        String file = "";
        for (Matcher block = BLOCK.matcher(prose); block.find(); ) {
            String text = block.group(2);
            switch (block.group(1)) {
                case "text options" -> options = text.lines().toList();
                case "java before" -> before = text;
                case "java jar" -> jar = text;
                default -> {
                    fileName = block.group(1).substring(block.group(1).indexOf(' ') + 1);
                    file = text;
                }
            }
        }
        return new ExampleSetting(options, before, jar, fileName, file);
    }

    boolean isPlain() {
        return options.isEmpty() && before.isEmpty() && jar.isEmpty() && file.isEmpty();
    }

    /** What the compiler says about an example, with the directory of the project as the catalogue names it. */
    List<Told> compile(Example example) {
        if (isPlain()) {
            return Example.told(Compilations.compile(example.files("com.example")));
        }
        try {
            Path directory = Files.createTempDirectory("ligature-example");
            try {
                return compile(example, directory).stream()
                        .map(told -> told.in(directory.toString(), PROJECT))
                        .toList();
            } finally {
                deleteAll(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Told> compile(Example example, Path directory) throws IOException {
        if (!file.isEmpty()) {
            Files.writeString(directory.resolve(fileName), file);
        }
        Path classes = Files.createDirectory(directory.resolve("classes"));
        if (!jar.isEmpty()) {
            write(Compiler.javac().withOptions("-proc:none").compile(new Example(jar).files("com.example")), classes);
        }
        List<String> arguments = options.stream()
                .map(option -> option.replace(PROJECT, directory.toString()))
                .toList();
        List<File> classPath = new ArrayList<>(List.of(classes.toFile()));
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .forEach(classPath::add);
        if (!before.isEmpty()) {
            List<Told> told =
                    Example.told(Compilations.compile(new Example(before).files("com.example"), arguments, classPath));
            if (!told.isEmpty()) {
                throw new IllegalArgumentException("What was there before is wrong already: " + told);
            }
        }
        return Example.told(Compilations.compile(example.files("com.example"), arguments, classPath));
    }

    private static void write(Compilation compilation, Path directory) throws IOException {
        for (JavaFileObject each : compilation.generatedFiles()) {
            if (each.getKind() == JavaFileObject.Kind.CLASS) {
                Path target = directory.resolve(each.getName().replaceFirst("^/CLASS_OUTPUT/", ""));
                Files.createDirectories(target.getParent());
                try (InputStream bytes = each.openInputStream()) {
                    Files.copy(bytes, target);
                }
            }
        }
    }

    private static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.map(Path::toFile).sorted((one, other) -> other.compareTo(one)).forEach(File::delete);
        }
    }
}
