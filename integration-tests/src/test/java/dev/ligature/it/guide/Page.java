// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the documentation, as far as the compiler is concerned: its fenced blocks, and what it says to them in comments.
 *
 * @param name its path from the root of the repository
 * @param snippets its blocks, in order
 * @param imports lines of imports that are hidden in a comment
 * @param given declarations of variables that its blocks may use
 */
record Page(String name, List<Snippet> snippets, List<String> imports, List<String> given) {
    private static final Pattern FENCE = Pattern.compile("(\\s*)(`{3,})(\\w*).*");
    private static final Pattern COMMENT = Pattern.compile("([a-z ]+?)\\s*(?::\\s*(.*))?", Pattern.DOTALL);
    private static final Set<String> MARKS = Set.of("model", "does not compile", "from", "file");
    /** Languages of which a page can say as a whole where they are from. */
    private static final Set<String> PROGRAMS = Set.of("java", "kotlin", "groovy");

    static Page read(Path root, Path file) {
        try {
            String name = root.relativize(file).toString().replace('\\', '/');
            return new Reader(name, Files.readAllLines(file)).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Page of(String name, String text) {
        return new Reader(name, text.lines().toList()).read();
    }

    private static final class Reader {
        private final String name;
        private final List<String> lines;
        private final List<Snippet> snippets = new ArrayList<>();
        private final List<String> imports = new ArrayList<>();
        private final List<String> given = new ArrayList<>();
        private final Map<String, String> marks = new HashMap<>();
        private String pageSource = "";
        private int next;

        Reader(String name, List<String> lines) {
            this.name = name;
            this.lines = lines;
        }

        Page read() {
            while (next < lines.size()) {
                String line = lines.get(next++);
                Matcher fence = FENCE.matcher(line);
                if (fence.matches()) {
                    block(fence.group(1), fence.group(2), fence.group(3));
                } else if (line.strip().startsWith("<!--")) {
                    comment(line.strip());
                } else if (!line.isBlank() && !marks.isEmpty()) {
                    throw new IllegalStateException(
                            name + ":" + next + ": no block follows the comment " + marks.keySet());
                }
            }
            return new Page(name, List.copyOf(snippets), List.copyOf(imports), List.copyOf(given));
        }

        private void block(String indent, String fence, String language) {
            int first = next;
            List<String> block = new ArrayList<>();
            while (next < lines.size() && !lines.get(next).strip().equals(fence)) {
                String line = lines.get(next++);
                block.add(line.startsWith(indent) ? line.substring(indent.length()) : line);
            }
            next++;
            if (!pageSource.isEmpty() && marks.isEmpty() && PROGRAMS.contains(language)) {
                marks.put("from", pageSource);
            }
            snippets.add(new Snippet(name, first + 1, language, List.copyOf(block), Map.copyOf(marks)));
            marks.clear();
        }

        private void comment(String start) {
            StringBuilder comment = new StringBuilder(start);
            while (comment.indexOf("-->") < 0 && next < lines.size()) {
                comment.append('\n').append(lines.get(next++));
            }
            String text =
                    comment.toString().replace("<!--", "").replace("-->", "").strip();
            if (text.startsWith("imports\n")) {
                text.lines().skip(1).forEach(imports::add);
                return;
            }
            Matcher parts = COMMENT.matcher(text);
            if (!parts.matches()) {
                return;
            }
            String value = parts.group(2) == null ? "" : parts.group(2).strip();
            switch (parts.group(1)) {
                case "given" -> given.add(value);
                case "page from" -> pageSource = value;
                default -> {
                    if (MARKS.contains(parts.group(1))) {
                        marks.put(parts.group(1), value);
                    }
                }
            }
        }
    }
}
