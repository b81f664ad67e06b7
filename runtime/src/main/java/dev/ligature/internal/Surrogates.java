// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal;

/**
 * Finds halves of surrogate pairs in texts. UTF-8 has no form for them: they are stored as bytes that come back as
 * other characters, or that a server refuses.
 */
public final class Surrogates {
    private Surrogates() {}

    /** Whether each half of a pair in a text has the other half. */
    public static boolean arePaired(String text) {
        int at = 0;
        while (at < text.length()) {
            int letter = text.codePointAt(at); // a single half counts as a code point
            if (letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE) {
                return false;
            }
            at += Character.charCount(letter);
        }
        return true;
    }
}
