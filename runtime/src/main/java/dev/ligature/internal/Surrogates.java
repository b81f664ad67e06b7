package dev.ligature.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds halves of surrogate pairs in texts. UTF-8 has no form for them: they are stored as bytes that are read back as other characters,
 * or that a server refuses.
 */
public final class Surrogates {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** The first byte of three that drivers make of half a pair; also that of some letters, and in numbers and ids by chance. */
    private static final int FIRST = 0xed;

    private static final long FIRSTS = 0xededededededededL;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Surrogates() {}

    /** Whether each half of a pair in a text has the other half. */
    public static boolean arePaired(String text) {
        int at = 0;
        while (at < text.length()) {
            int letter = text.codePointAt(at); // a half alone is one of its own
            if (letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE) {
                return false;
            }
            at += Character.charCount(letter);
        }
        return true;
    }

    /** Whether some text in encoded documents may have half a pair; false is certain. */
    public static boolean mayBeHalved(byte[] encoded, int length) {
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            long found = (long) LONGS.get(encoded, at) ^ FIRSTS;
            boolean hasFirst = ((found - ONES) & ~found & HIGH_BITS) != 0;
            if (hasFirst && isHalf(encoded, at, at + Long.BYTES, length)) {
                return true;
            }
        }
        return isHalf(encoded, at, length, length);
    }

    private static boolean isHalf(byte[] encoded, int from, int to, int length) {
        for (int i = from; i < to && i + 2 < length; i++) {
            if ((encoded[i] & 0xff) == FIRST && (encoded[i + 1] & 0xe0) == 0xa0 && (encoded[i + 2] & 0xc0) == 0x80) {
                return true;
            }
        }
        return false;
    }
}
