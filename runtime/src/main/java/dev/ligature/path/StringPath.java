package dev.ligature.path;

import dev.ligature.internal.predicate.Test;
import dev.ligature.spi.Location;
import dev.ligature.spi.ValueCodecs;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A string.
 *
 * @param <R> the document from which the path starts
 */
public final class StringPath<R> extends ComparablePath<R, String> {
    private static final String SPECIAL = "\\^$.|?*+()[]{}";

    public StringPath(Location<R> location) {
        super(location, ValueCodecs.STRING);
    }

    /** Starts with a text, taken literally; an index on the member serves it. */
    public Condition<R> startsWith(String prefix) {
        return test(new Test.Matches("^" + literal(prefix, "startsWith"), ""));
    }

    /** Contains a text, taken literally. */
    public Condition<R> contains(String text) {
        return test(new Test.Matches(literal(text, "contains"), ""));
    }

    /** A part of the text matches the regular expression. See <a href="https://www.mongodb.com/docs/manual/reference/operator/query/regex/">$regex</a>. */
    public Condition<R> matches(String regex) {
        return test(new Test.Matches(withoutNul(Objects.requireNonNull(regex, place("matches"))), ""));
    }

    /**
     * A part of the text matches the regular expression.
     *
     * @throws IllegalArgumentException when the pattern has flags that the server lacks; it has {@code CASE_INSENSITIVE},
     *     {@code MULTILINE}, {@code DOTALL} and {@code COMMENTS}
     */
    public Condition<R> matches(Pattern regex) {
        int flags = regex.flags();
        StringBuilder options = new StringBuilder();
        flags = option(flags, Pattern.CASE_INSENSITIVE, 'i', options);
        flags = option(flags, Pattern.MULTILINE, 'm', options);
        flags = option(flags, Pattern.DOTALL, 's', options);
        flags = option(flags, Pattern.COMMENTS, 'x', options);
        if (flags != 0) {
            throw new IllegalArgumentException(place("matches") + ": the server has no option for the flags of " + regex
                    + " other than CASE_INSENSITIVE, MULTILINE, DOTALL and COMMENTS");
        }
        return test(new Test.Matches(withoutNul(regex.pattern()), options.toString()));
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

    /** BSON ends a pattern at a NUL, so it is written as an escape, whether it is escaped already or not. */
    private static String withoutNul(String regex) {
        if (regex.indexOf('\0') < 0) {
            return regex;
        }
        StringBuilder pattern = new StringBuilder(regex.length() + 8);
        boolean escaped = false;
        for (int i = 0; i < regex.length(); i++) {
            char letter = regex.charAt(i);
            if (letter == '\0') {
                pattern.append(escaped ? "x00" : "\\x00");
            } else {
                pattern.append(letter);
            }
            escaped = letter == '\\' && !escaped;
        }
        return pattern.toString();
    }
}
