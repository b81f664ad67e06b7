// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Java as the catalogue shows it, without packages and imports. What begins after an empty line, at the left margin, is a file
 * of its own; a line with a package or with imports counts for all files that follow.
 */
record Example(String text) {
    private static final String IMPORTS =
            "import dev.ligature.annotation.*; import dev.ligature.link.*; import java.util.*;"
                    + " import org.bson.codecs.pojo.annotations.*; import org.bson.types.ObjectId;";
    /** Where options let the processor write files; called {@code /project} in what the compiler says. */
    static final Path PROJECT = temporaryDirectory();

    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum) (\\w+)");
    /** What the compiler adds to warnings because of {@code -Werror}. */
    private static final String WARNINGS_ARE_ERRORS = "compiler.err.warnings.and.werror";

    private static final int WIDTH = 110;

    private static Path temporaryDirectory() {
        try {
            Path directory = Files.createTempDirectory("ligature-project");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param packageName the package of the files that declare none */
    List<JavaFileObject> files(String packageName) {
        List<JavaFileObject> files = new ArrayList<>();
        String current = packageName;
        StringBuilder imports = new StringBuilder(IMPORTS);
        for (String part : text.strip().split("\n\n(?=[^ }])", -1)) {
            if (part.startsWith("package ")) {
                current = part.substring("package ".length(), part.indexOf(';'));
            } else if (part.startsWith("import ")) {
                imports.append(' ').append(part.replace('\n', ' '));
            } else {
                files.add(JavaFileObjects.forSourceString(
                        current + "." + typeName(part), "package " + current + "; " + imports + "\n" + part + "\n"));
            }
        }
        return files;
    }

    private static String typeName(String part) {
        Matcher type = TYPE.matcher(part);
        if (!type.find()) {
            throw new IllegalArgumentException("No type in\n" + part);
        }
        return type.group(1);
    }

    static List<Told> told(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(each -> !each.getCode().equals(WARNINGS_ARE_ERRORS))
                .map(Told::of)
                .toList();
    }

    /**
     * A message of the compiler.
     *
     * @param shown as a compiler prints it, with the line, in which the place is marked
     */
    record Told(Diagnostic.Kind kind, String text, String shown) {
        static Told of(Diagnostic<? extends JavaFileObject> diagnostic) {
            String text = diagnostic.getMessage(Locale.ROOT).replace(PROJECT.toString(), "/project");
            String head = diagnostic.getKind().name().toLowerCase(Locale.ROOT).replace("mandatory_", "") + ": " + text;
            JavaFileObject source = diagnostic.getSource();
            if (source == null) {
                return new Told(diagnostic.getKind(), text, wrapped(head));
            }
            String file = source.getName().replaceFirst(".*/", "");
            String line = content(source).split("\n", -1)[(int) diagnostic.getLineNumber() - 1];
            String mark = " ".repeat((int) diagnostic.getColumnNumber() - 1) + "^";
            return new Told(
                    diagnostic.getKind(),
                    text,
                    wrapped(file + ":" + (diagnostic.getLineNumber() - 1) + ": " + head) + "\n" + line + "\n" + mark);
        }

        /** With another name for a directory. */
        Told in(String directory, String name) {
            return new Told(kind, text.replace(directory, name), shown.replace(directory, name));
        }

        private static String content(JavaFileObject source) {
            try {
                return source.getCharContent(true).toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Wrapped at spaces; further lines are indented. */
        private static String wrapped(String text) {
            return text.lines().flatMap(Told::lines).collect(Collectors.joining("\n"));
        }

        private static Stream<String> lines(String line) {
            List<String> lines = new ArrayList<>();
            String rest = line;
            while (!line.strip().startsWith("at ") && rest.length() > WIDTH && rest.lastIndexOf(' ', WIDTH) > 4) {
                int end = rest.lastIndexOf(' ', WIDTH);
                lines.add(rest.substring(0, end));
                rest = "    " + rest.substring(end + 1);
            }
            lines.add(rest);
            return lines.stream();
        }
    }
}
