// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi.bson;

import dev.ligature.internal.Excerpt;
import dev.ligature.internal.Surrogates;
import org.bson.BsonSerializationException;

/** A text that a server would return as another one, or not at all. */
public final class UnstorableTextException extends BsonSerializationException {
    private static final long serialVersionUID = 1L;

    private UnstorableTextException(String kind, String text, String problem) {
        super("the " + kind + " \"" + Excerpt.of(text) + "\" has " + problem + ". Take the character out.");
    }

    /** Whether a text can be a name. */
    public static boolean isName(String text) {
        return text.indexOf('\0') < 0 && Surrogates.arePaired(text);
    }

    /** Checks a text that is stored with a NUL at its end, and so must not contain one. */
    public static void requireWithoutNul(String kind, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new UnstorableTextException(kind, text, "a NUL character, which would end it in BSON");
        }
        requirePaired(kind, text);
    }

    /** Checks that a text has no half of a surrogate pair. */
    public static void requirePaired(String kind, String text) {
        if (!Surrogates.arePaired(text)) {
            throw new UnstorableTextException(kind, text, "half a surrogate pair, for which UTF-8 has no form");
        }
    }
}
