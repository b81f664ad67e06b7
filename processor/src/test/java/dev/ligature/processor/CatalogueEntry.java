package dev.ligature.processor;

import dev.ligature.processor.validate.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code docs/errors.md} says about one message, read from the file of its key in {@code catalogue/}: why, a bad example,
 * how to mend it, a good example.
 *
 * @param good empty for a message that no declaration causes
 */
record CatalogueEntry(Message message, String why, String bad, String mend, String good) {
    private static final String BLOCK = "```java\n";
    private static final String END = "```\n";

    static CatalogueEntry read(Message message) {
        String name = message.key() + ".md";
        List<String> parts =
                parts(Compilations.read(Compilations.resource("catalogue").resolve(name)), name);
        return new CatalogueEntry(
                message, parts.get(0), parts.get(1), parts.get(2), parts.size() == 4 ? parts.get(3) : "");
    }

    /** Prose and blocks in turn. */
    private static List<String> parts(String text, String name) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (!rest.isBlank()) {
            int begin = rest.indexOf(BLOCK);
            parts.add((begin < 0 ? rest : rest.substring(0, begin)).strip());
            if (begin < 0) {
                break;
            }
            int end = rest.indexOf(END, begin + BLOCK.length());
            parts.add(rest.substring(begin + BLOCK.length(), end));
            rest = rest.substring(end + END.length());
        }
        if (parts.size() < 3 || parts.size() > 4 || parts.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    name
                            + " has to say why, show a bad example in a block of java, say how to mend it, and show a good example");
        }
        return parts;
    }

    /** The first sentence of the reason. */
    String summary() {
        String line = why.replace('\n', ' ');
        int end = line.indexOf(". ");
        return end < 0 ? line : line.substring(0, end + 1);
    }
}
