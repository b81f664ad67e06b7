// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi.bson;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A name as bytes, with the zero that ends it. Compared and written eight bytes at a time. */
public final class FieldName {
    /** Where no name is. */
    public static final FieldName NONE = new FieldName();

    private final int place;
    private final int length;
    /** Filled with zeros to a multiple of eight bytes. */
    private final byte[] padded;
    /** The first eight bytes, filled with zeros if the name is shorter. */
    private final long head;
    /** Which bits of eight bytes belong to the head. */
    private final long mask;
    /** The last eight bytes; zero if the name has no more than those of the head. */
    private final long tail;

    private FieldName() {
        place = -1;
        length = 0;
        padded = new byte[0];
        head = 1; // which is nowhere when nothing is looked at
        mask = 0;
        tail = 0;
    }

    /** @param place its number among others */
    FieldName(String name, int place) {
        byte[] bytes = (name + '\0').getBytes(StandardCharsets.UTF_8);
        this.place = place;
        this.length = bytes.length;
        this.padded = Arrays.copyOf(bytes, (length + Long.BYTES - 1) / Long.BYTES * Long.BYTES);
        this.head = Words.int64(padded, 0);
        this.mask = length < Long.BYTES ? ~(-1L << (Byte.SIZE * length)) : -1;
        this.tail = tail(padded, 0, length);
    }

    /** The first eight bytes of a name with its zero, filled with zeros if it is shorter. */
    static long head(byte[] bytes, int from, int length) {
        long word = Words.int64(bytes, from);
        return length < Long.BYTES ? word & ~(-1L << (Byte.SIZE * length)) : word;
    }

    /** The last eight bytes of a name with its zero; zero if there are no more than eight. */
    static long tail(byte[] bytes, int from, int length) {
        return length <= Long.BYTES ? 0 : Words.int64(bytes, from + length - Long.BYTES);
    }

    public int place() {
        return place;
    }

    /** The number of its bytes, including the zero. */
    int length() {
        return length;
    }

    /** How many bytes {@link #write} may touch. */
    int room() {
        return padded.length;
    }

    long head() {
        return head;
    }

    long tail() {
        return tail;
    }

    /**
     * Whether this name is at a position in a document. The zero that ends the document ends every comparison, so no
     * byte is read that is more than eight after it.
     */
    boolean isAt(byte[] bytes, int from) {
        return (Words.int64(bytes, from) & mask) == head && (length <= Long.BYTES || isRestAt(bytes, from));
    }

    /** Whether what follows the first eight bytes matches, if those do. */
    private boolean isRestAt(byte[] bytes, int from) {
        return isMiddleAt(bytes, from) && Words.int64(bytes, from + length - Long.BYTES) == tail;
    }

    /** Whether what is between the head and the tail matches, if the head does. */
    boolean isMiddleAt(byte[] bytes, int from) {
        for (int i = Long.BYTES; i < length - Long.BYTES; i += Long.BYTES) {
            if (Words.int64(bytes, from + i) != Words.int64(padded, i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return length == 0 ? "" : new String(padded, 0, length - 1, StandardCharsets.UTF_8);
    }

    /** Writes this, and perhaps some zeros after it, where there is {@link #room()} for it. */
    void write(byte[] target, int at) {
        Words.putInt64(target, at, head);
        for (int i = Long.BYTES; i < length; i += Long.BYTES) {
            Words.putInt64(target, at + i, Words.int64(padded, i));
        }
    }
}
