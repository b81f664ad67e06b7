// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi.bson;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Converts texts from bytes and to bytes. Nearly all texts are short and ASCII, which is copied as it is. */
final class Utf8 {
    /** How many bytes a char takes at most; the four bytes of a pair are for two chars. */
    static final int MOST_BYTES_OF_CHAR = 3;

    private static final char REPLACEMENT = '\uFFFD';
    /** The JVM is faster for longer texts. */
    private static final int SHORT_TEXT = 64;

    private Utf8() {}

    /**
     * The text of the given bytes.
     *
     * @throws dev.ligature.spi.bson.ReadFailure if they are not UTF-8
     */
    @SuppressWarnings("deprecation") // it takes each byte for a char, which is right for ASCII
    static String read(byte[] bytes, int from, int size) {
        return size <= SHORT_TEXT && Words.areAscii(bytes, from, size)
                ? new String(bytes, 0, from, size)
                : decoded(bytes, from, size);
    }

    private static String decoded(byte[] bytes, int from, int size) {
        String text = new String(bytes, from, size, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) { // it is in the text, or stands for what is not UTF-8
            requireUtf8(bytes, from, size);
        }
        return text;
    }

    private static void requireUtf8(byte[] bytes, int from, int size) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, size));
        } catch (CharacterCodingException e) {
            throw BsonCursor.damaged("text that is not UTF-8");
        }
    }

    /**
     * Writes a text where there is room for {@link #MOST_BYTES_OF_CHAR} bytes per char.
     *
     * @return the position after it
     * @throws UnstorableTextException if it has half a surrogate pair
     */
    static int write(String text, byte[] target, int from) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return writeChars(text, i, target, from + i);
            }
            target[from + i] = (byte) c;
        }
        return from + length;
    }

    private static int writeChars(String text, int first, byte[] target, int from) {
        UnstorableTextException.requirePaired("text", text);
        int at = from;
        for (int i = first; i < text.length(); i++) {
            int c = text.charAt(i);
            if (c < 0x80) {
                target[at++] = (byte) c;
            } else if (c < 0x800) {
                target[at++] = (byte) (0xc0 | (c >> 6));
                target[at++] = (byte) (0x80 | (c & 0x3f));
            } else if (Character.isSurrogate((char) c)) {
                int point = text.codePointAt(i++);
                target[at++] = (byte) (0xf0 | (point >> 18));
                target[at++] = (byte) (0x80 | ((point >> 12) & 0x3f));
                target[at++] = (byte) (0x80 | ((point >> 6) & 0x3f));
                target[at++] = (byte) (0x80 | (point & 0x3f));
            } else {
                target[at++] = (byte) (0xe0 | (c >> 12));
                target[at++] = (byte) (0x80 | ((c >> 6) & 0x3f));
                target[at++] = (byte) (0x80 | (c & 0x3f));
            }
        }
        return at;
    }

    /**
     * The bytes of a long text.
     *
     * @throws UnstorableTextException if it has half a surrogate pair
     */
    static byte[] encoded(String text) {
        UnstorableTextException.requirePaired("text", text);
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
