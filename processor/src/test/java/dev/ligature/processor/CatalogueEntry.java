// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor;

import dev.ligature.processor.validate.Message;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code docs/errors.md} says about one message, read from the file of its key in {@code catalogue/}: why, a bad example,
 * how to mend it, a good example. The prose may hold blocks that say in which setting the examples are compiled.
 *
 * @param good empty for a message that no declaration causes
 */
record CatalogueEntry(Message message, String why, String bad, String mend, String good) {
    private static final Pattern ENTRY =
            Pattern.compile("(?s)(.+?)\n\n```java\n(.+?)```\n\n(.+?)\n(?:\n```java\n(.+?)```\n)?");

    static CatalogueEntry read(Message message) {
        Matcher entry = ENTRY.matcher(Compilations.read(file(message)));
        if (!entry.matches()) {
            throw new IllegalArgumentException(
                    file(message)
                            + " has to say why, show a bad example in a block of java, say how to mend it, and show a good example");
        }
        return new CatalogueEntry(
                message, entry.group(1), entry.group(2), entry.group(3), entry.group(4) == null ? "" : entry.group(4));
    }

    static Path file(Message message) {
        return Compilations.resource("catalogue").resolve(message.key() + ".md");
    }

    /** The first sentence of the reason. */
    String summary() {
        String line = why.replace('\n', ' ');
        int end = line.indexOf(". ");
        return end < 0 ? line : line.substring(0, end + 1);
    }

    /** Of the bad example. */
    ExampleSetting setting() {
        return ExampleSetting.in(why);
    }

    /** Of the good example: what how to mend it says, or else that of the bad one. */
    ExampleSetting mendedSetting() {
        ExampleSetting mended = ExampleSetting.in(mend);
        return mended.isPlain() ? setting() : mended;
    }
}
