// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import java.util.regex.Pattern;

/** Texts of the user in Javadoc, where some characters would end the comment or start a tag. */
final class JavadocText {
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
}
