// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block that is a piece of a file, which its own module compiles and tests. Its lines are there in this order and one after the
 * other, whatever their indentation; a line that is nothing but a comment with an ellipsis skips lines.
 */
final class Quotation {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Set<String> GAPS = Set.of("// …", "# …", "<!-- … -->", "…");

    private Quotation() {}

    /** What is wrong with it, if anything. */
    static List<String> failures(Path root, Snippet snippet, String source) {
        List<List<String>> files = new ArrayList<>();
        for (String name : SPACE.splitAsStream(source).toList()) {
            Path path = root.resolve(name);
            if (!Files.exists(path)) {
                return List.of(snippet.failure("there is no " + name));
            }
            files.addAll(filesOf(path));
        }
        List<List<String>> pieces = pieces(snippet.lines());
        if (files.stream().anyMatch(file -> holds(file, pieces))) {
            return List.of();
        }
        return List.of(snippet.failure("is not a piece of " + source + firstStrange(snippet, files)));
    }

    private static String firstStrange(Snippet snippet, List<List<String>> files) {
        return lines(snippet.lines().stream())
                .filter(line -> !GAPS.contains(line))
                .filter(line -> files.stream().noneMatch(file -> file.contains(line)))
                .findFirst()
                .map(line -> ", which has no line \"" + line + "\"")
                .orElse(": its lines are in another order there, or others are between them");
    }

    private static boolean holds(List<String> file, List<List<String>> pieces) {
        List<String> rest = file;
        for (List<String> piece : pieces) {
            int at = Collections.indexOfSubList(rest, piece);
            if (at < 0) {
                return false;
            }
            rest = rest.subList(at + piece.size(), rest.size());
        }
        return true;
    }

    private static List<List<String>> pieces(List<String> block) {
        List<List<String>> pieces = new ArrayList<>();
        pieces.add(new ArrayList<>());
        lines(block.stream()).forEach(line -> {
            if (GAPS.contains(line)) {
                pieces.add(new ArrayList<>());
            } else {
                pieces.get(pieces.size() - 1).add(line);
            }
        });
        return pieces;
    }

    private static List<List<String>> filesOf(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !path.relativize(file).startsWith("target"))
                    .map(Quotation::linesOf)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> linesOf(Path file) {
        try {
            return lines(Files.readString(file).lines()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Stream<String> lines) {
        return lines.map(String::strip).filter(line -> !line.isEmpty());
    }
}
