// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What errors show of values and of server messages: enough to recognise them, on one line. Errors go into logs, and
 * what they show comes from outside. It may be long, and it may have line ends that make one entry look like two.
 */
public final class Excerpt {
    /** Characters of a value. */
    public static final int VALUE = 200;
    /** How many characters of another exception's message are shown. */
    public static final int CAUSE = 400;
    /** How many characters a whole message has. */
    public static final int MESSAGE = 1_000;

    /** What drivers put between a server's error and its whole reply. */
    private static final String REPLY = " The full response is ";

    private Excerpt() {}

    /** A value, or the start of a long one. */
    public static String of(@Nullable Object value) {
        return start(String.valueOf(value), VALUE);
    }

    /** An exception's message, without the reply of the server. */
    public static String ofCause(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        int reply = message.indexOf(REPLY);
        return start(reply < 0 ? message : message.substring(0, reply), CAUSE).stripTrailing();
    }

    /** A message, or both ends of a long one: the beginning says what is wrong, the end what to do. */
    public static String ofMessage(String text) {
        if (text.length() <= MESSAGE) {
            return text;
        }
        int half = MESSAGE / 2;
        return head(text, half) + " … " + tail(text, half);
    }

    private static String start(String text, int length) {
        return text.length() <= length
                ? printable(text)
                : printable(head(text, length)) + "… (" + text.length() + " characters)";
    }

    private static String head(String text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private static String tail(String text, int length) {
        int from = text.length() - length;
        return text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
    }

    private static String printable(String text) {
        if (text.codePoints().noneMatch(Excerpt::isHidden)) {
            return text;
        }
        StringBuilder printable = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '\0' -> printable.append("\\0");
                case '\n' -> printable.append("\\n");
                case '\r' -> printable.append("\\r");
                case '\t' -> printable.append("\\t");
                default -> {
                    if (isHidden(letter)) {
                        printable.append(String.format(Locale.ROOT, "\\u%04x", letter));
                    } else {
                        printable.appendCodePoint(letter);
                    }
                }
            }
        });
        return printable.toString();
    }

    /**
     * Control characters, the line ends of Unicode, characters that change the direction of text, and halves of
     * surrogate pairs.
     */
    private static boolean isHidden(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
