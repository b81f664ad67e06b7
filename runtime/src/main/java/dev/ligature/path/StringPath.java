// SPDX-License-Identifier: Apache-2.0
package dev.ligature.path;

import dev.ligature.InvalidValueException;
import dev.ligature.internal.Excerpt;
import dev.ligature.internal.Surrogates;
import dev.ligature.internal.predicate.Test;
import dev.ligature.spi.Location;
import dev.ligature.spi.ValueCodecs;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A string.
 *
 * @param <R> the document from which the path starts
 */
public final class StringPath<R> extends ComparablePath<R, String> {
    private static final String SPECIAL = "\\^$.|?*+()[]{}";
    /** Bytes of a pattern that servers take. */
    private static final int LONGEST_PATTERN = 32_764;

    public StringPath(Location<R> location) {
        super(location, ValueCodecs.STRING);
    }

    /**
     * Holds if the text starts with the given one, taken literally. An index on the member serves this condition.
     *
     * @throws InvalidValueException if the pattern that the text becomes is longer than 32,764 bytes, or if the text
     *     has half a surrogate pair
     */
    public Condition<R> startsWith(String prefix) {
        return matching("startsWith", "^" + literal(prefix, "startsWith"), "");
    }

    /**
     * Holds if the text contains the given one, taken literally.
     *
     * @throws InvalidValueException as {@link #startsWith} does
     */
    public Condition<R> contains(String text) {
        return matching("contains", literal(text, "contains"), "");
    }

    /**
     * Holds if a part of the text matches the given regular expression. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/query/regex/">$regex</a>.
     *
     * @throws InvalidValueException as {@link #startsWith} does
     */
    public Condition<R> matches(String regex) {
        return matching("matches", withoutNul(Objects.requireNonNull(regex, place("matches"))), "");
    }

    /**
     * Holds if a part of the text matches the given regular expression.
     *
     * @throws IllegalArgumentException if the pattern has other flags than {@code CASE_INSENSITIVE}, {@code MULTILINE},
     *     {@code DOTALL} and {@code COMMENTS}, because the server has no option for them
     * @throws InvalidValueException as {@link #startsWith} does
     */
    public Condition<R> matches(Pattern regex) {
        int flags = regex.flags();
        StringBuilder options = new StringBuilder();
        flags = option(flags, Pattern.CASE_INSENSITIVE, 'i', options);
        flags = option(flags, Pattern.MULTILINE, 'm', options);
        flags = option(flags, Pattern.DOTALL, 's', options);
        flags = option(flags, Pattern.COMMENTS, 'x', options);
        if (flags != 0) {
            throw new IllegalArgumentException(place("matches") + ": the server has no option for the flags of "
                    + Excerpt.of(regex) + " other than CASE_INSENSITIVE, MULTILINE, DOTALL and COMMENTS");
        }
        return matching("matches", withoutNul(regex.pattern()), options.toString());
    }

    private Condition<R> matching(String operator, String pattern, String options) {
        String problem = !Surrogates.arePaired(pattern)
                ? "half a surrogate pair, for which UTF-8 has no form. Take the character out."
                : pattern.length() > LONGEST_PATTERN || utf8(pattern) > LONGEST_PATTERN
                        ? "more than the " + LONGEST_PATTERN
                                + " bytes of a pattern. Compare by eq, or by a shorter one."
                        : null;
        if (problem != null) {
            throw new InvalidValueException(
                    place(operator) + "(\"" + Excerpt.of(pattern) + "\"): the pattern has " + problem);
        }
        return test(new Test.Matches(pattern, options));
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static int option(int flags, int flag, char letter, StringBuilder options) {
        if ((flags & flag) == 0) {
            return flags;
        }
        options.append(letter);
        return flags & ~flag;
    }

    private String literal(String text, String operator) {
        Objects.requireNonNull(text, place(operator));
        StringBuilder pattern = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (SPECIAL.indexOf(letter) >= 0) {
                pattern.append('\\');
            }
            pattern.append(letter);
        }
        return withoutNul(pattern.toString());
    }

    /** BSON ends a pattern at a NUL, so it is written as an escape, whether it is escaped or quoted already or not. */
    private static String withoutNul(String regex) {
        if (regex.indexOf('\0') < 0) {
            return regex;
        }
        StringBuilder pattern = new StringBuilder(regex.length() + 8);
        boolean escaped = false;
        boolean quoted = false;
        for (int i = 0; i < regex.length(); i++) {
            char letter = regex.charAt(i);
            if (letter == '\0') {
                pattern.append(quoted ? "\\E\\x00\\Q" : escaped ? "x00" : "\\x00");
            } else {
                pattern.append(letter);
            }
            if (escaped && letter == (quoted ? 'E' : 'Q')) {
                quoted = !quoted;
            }
            escaped = letter == '\\' && (quoted || !escaped);
        }
        return pattern.toString();
    }
}
