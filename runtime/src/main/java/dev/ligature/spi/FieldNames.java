package dev.ligature.spi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The stored names of a document's fields, as bytes. Documents are read field by field, and their orders recur: that in which a codec
 * writes, or that of the names, in which a server stores what {@code $set} adds. Which field came after which is learned, so that a
 * comparison with the name that is expected replaces a search among all.
 *
 * <p>For many threads at a time, without synchronization: what is learned are ints, each written at once, and a name is compared with what
 * it stands for before it is believed. One that is out of date costs a search and no more.
 */
public final class FieldNames {
    /** What is said of the field before the first one. */
    public static final int START = -1;
    /** What is said where a document has no more fields. */
    public static final int END = Integer.MIN_VALUE;

    private static final int NONE = -1;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Each with the zero that ends it. */
    private final byte[][] names;
    /** The first bytes of each name, compared and written at once; those that are not of it are zero. */
    private final long[] heads;
    /** The last bytes of each name of more than eight; zero of shorter ones. */
    private final long[] tails;
    /** Which bits of eight bytes belong to the head. */
    private final long[] masks;
    /** The places of the names by their hash codes, open addressing; at least half of it is {@link #NONE}. */
    private final int[] table;
    /** The places of the two fields that were last learned to follow each one; the first pair is of those that begin a document. */
    private final int[] following;

    private FieldNames(byte[][] names) {
        this.names = names;
        this.heads = new long[names.length];
        this.tails = new long[names.length];
        this.masks = new long[names.length];
        this.table = new int[4 * Math.max(1, Integer.highestOneBit(names.length))]; // a power of two
        Arrays.fill(table, NONE);
        for (int place = 0; place < names.length; place++) {
            byte[] name = names[place];
            heads[place] = (long) LONGS.get(Arrays.copyOf(name, Math.max(Long.BYTES, name.length)), 0);
            tails[place] = name.length <= Long.BYTES ? 0 : (long) LONGS.get(name, name.length - Long.BYTES);
            masks[place] = name.length < Long.BYTES ? (1L << (Byte.SIZE * name.length)) - 1 : -1;
            int slot = slot(name, 0);
            while (table[slot] != NONE) {
                slot = next(slot);
            }
            table[slot] = place;
        }
        this.following = new int[2 * (names.length + 1)];
        Arrays.setAll(following, i -> i / 2);
    }

    /** The names, each once, in the order in which a codec writes them. */
    public static FieldNames of(String... names) {
        return new FieldNames(Arrays.stream(names)
                .map(name -> (name + '\0').getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new));
    }

    /**
     * Goes to the value of the next field of the document that is open; where there is none, the document is left.
     *
     * @param previous what this method has said of the field before it, {@link #START} for the first one
     * @return the place of the field from 0, {@link #END}, or another number less than 0 for a field that is not among them
     */
    public int next(BsonSource source, int previous) {
        if (!source.startElement()) {
            return END;
        }
        byte[] bytes = source.bytes();
        int from = source.position();
        int place = expected(bytes, from, previous);
        if (place == NONE) {
            source.skipName(); // which has an end then
            return learned(bytes, from, known(previous));
        }
        source.skipName(names[place].length);
        return place;
    }

    /**
     * The place of a field where it needs no search, or -1. Two fields are remembered, and the one that is next in the order of writing: where
     * a collection holds documents of several orders, or a field is missing now and then, nothing is to be learned again and again.
     */
    int expected(byte[] bytes, int from, int previous) {
        int last = known(previous);
        int pair = 2 * (last + 1);
        // Each is read once: another thread may write it meanwhile.
        int newer = following[pair];
        if (isAt(newer, bytes, from)) {
            return newer;
        }
        int older = following[pair + 1];
        return isAt(older, bytes, from) ? older : isAt(last + 1, bytes, from) ? last + 1 : NONE;
    }

    private int learned(byte[] bytes, int from, int last) {
        int place = search(bytes, from);
        if (place == NONE) {
            return unknownAfter(last);
        }
        int pair = 2 * (last + 1);
        following[pair + 1] = following[pair];
        following[pair] = place;
        return place;
    }

    /** Whether a name stands among bytes. One that runs past the end of its document is none: a zero is there. */
    private boolean isAt(int place, byte[] bytes, int from) {
        if (place >= names.length) {
            return false;
        }
        if (from > bytes.length - Long.BYTES) { // too near to the end to be compared at once
            return isAt(names[place], 0, bytes, from);
        }
        if (((long) LONGS.get(bytes, from) & masks[place]) != heads[place]) {
            return false;
        }
        int length = names[place].length;
        if (length <= Long.BYTES) {
            return true;
        }
        int last = from + length - Long.BYTES;
        return last <= bytes.length - Long.BYTES
                && (long) LONGS.get(bytes, last) == tails[place]
                && (length <= 2 * Long.BYTES || isAt(names[place], Long.BYTES, bytes, from));
    }

    /** Whether what follows the first bytes of a name stands in its place. */
    private static boolean isAt(byte[] name, int first, byte[] bytes, int from) {
        return from + name.length <= bytes.length
                && Arrays.equals(name, first, name.length, bytes, from + first, from + name.length);
    }

    private int search(byte[] bytes, int from) {
        for (int slot = slot(bytes, from); table[slot] != NONE; slot = next(slot)) {
            if (isAt(names[table[slot]], 0, bytes, from)) {
                return table[slot];
            }
        }
        return NONE;
    }

    private int slot(byte[] bytes, int from) {
        int hash = 0;
        for (int i = from; bytes[i] != 0; i++) {
            hash = 31 * hash + bytes[i];
        }
        return (hash ^ hash >>> 16) & table.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & table.length - 1;
    }

    /** A field that is not among them leaves the place before it in mind, as a number less than 0. */
    private static int unknownAfter(int last) {
        return -2 - last;
    }

    /** The place of the last field that is among them, or -1. */
    private static int known(int previous) {
        return previous < 0 ? -2 - previous : previous;
    }

    /** A name with the zero that ends it. */
    byte[] encoded(int place) {
        return names[place];
    }

    /** The first eight bytes of a name; zeros where it is shorter. */
    long head(int place) {
        return heads[place];
    }
}
