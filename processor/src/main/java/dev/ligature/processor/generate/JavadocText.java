// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import java.util.regex.Pattern;

/** Javadoc of generated code: texts of the user, of which some characters would end a comment or start a tag, and its layout. */
public final class JavadocText {
    private static final String OPEN = "/**\n";
    private static final String LINE = "* ";
    private static final String CLOSE = "*/";
    /** How many characters a sentence may have to be put on one line. */
    private static final int LONGEST = 100;

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_. -]+");

    private JavadocText() {}

    /** The text as code, with everything that might do harm as numeric entities. */
    static String code(String text) {
        if (HARMLESS.matcher(text).matches()) {
            return "{@code " + text + "}";
        }
        StringBuilder escaped = new StringBuilder("<code>");
        text.codePoints().forEach(point -> {
            if (HARMLESS.matcher(Character.toString(point)).matches()) {
                escaped.appendCodePoint(point);
            } else {
                escaped.append("&#").append(point).append(';');
            }
        });
        return escaped.append("</code>").toString();
    }

    /** Puts the comments of one sentence in a source on one line each: JavaPoet spreads them over three. */
    public static String shortened(String source) {
        StringBuilder shortened = new StringBuilder(source.length());
        int copied = 0;
        for (int open = source.indexOf(OPEN); open >= 0; open = source.indexOf(OPEN, open + OPEN.length())) {
            int line = afterSpaces(source, open + OPEN.length());
            int end = source.indexOf('\n', line);
            int close = afterSpaces(source, end + 1);
            if (source.startsWith(LINE, line)
                    && end - line <= LINE.length() + LONGEST
                    && source.startsWith(CLOSE, close)) {
                shortened
                        .append(source, copied, open)
                        .append("/** ")
                        .append(source, line + LINE.length(), end)
                        .append(" */");
                copied = close + CLOSE.length();
            }
        }
        return shortened.append(source, copied, source.length()).toString();
    }

    private static int afterSpaces(String source, int from) {
        int at = from;
        while (source.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
