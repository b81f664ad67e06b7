package dev.ligature.spi;

import java.util.Arrays;

/**
 * The stored names of a document's fields. Documents are read field by field, and their orders recur: that in which a codec writes, or
 * that of the names, in which a server stores what {@code $set} adds. Which field came after which is learned, so that a comparison
 * with the name that is expected replaces a search among all.
 *
 * <p>For many threads at a time, without synchronization: what is learned are ints, each written at once, and a name is compared with what
 * it stands for before it is believed. One that is out of date costs a search and no more.
 */
public final class FieldNames {
    private static final int NONE = -1;

    private final String[] names;
    /** The places of the names by their hash codes, open addressing; at least half of it is {@link #NONE}. */
    private final int[] table;
    /** The places of the two fields that were last learned to follow each one; the first pair is of those that begin a document. */
    private final int[] following;

    private FieldNames(String[] names) {
        this.names = names;
        this.table = new int[4 * Math.max(1, Integer.highestOneBit(names.length))]; // a power of two
        Arrays.fill(table, NONE);
        for (int place = 0; place < names.length; place++) {
            int slot = slot(names[place]);
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
        return new FieldNames(names.clone());
    }

    /**
     * The place of a field.
     *
     * @param previous what this method has said of the field before it, -1 for the first field of a document
     * @return from 0, or less than 0 for a field that is not among them
     */
    public int indexOf(String name, int previous) {
        int expected = expected(name, previous);
        return expected == NONE ? learned(name, known(previous)) : expected;
    }

    /**
     * The place of a field where it needs no search, or -1. Two fields are remembered, and the one that is next in the order of writing: where
     * a collection holds documents of several orders, or a field is missing now and then, nothing is to be learned again and again.
     */
    int expected(String name, int previous) {
        int last = known(previous);
        int pair = 2 * (last + 1);
        // Each is read once: another thread may write it meanwhile.
        int newer = following[pair];
        if (isAt(newer, name)) {
            return newer;
        }
        int older = following[pair + 1];
        return isAt(older, name) ? older : isAt(last + 1, name) ? last + 1 : NONE;
    }

    private int learned(String name, int last) {
        int place = search(name);
        if (place == NONE) {
            return unknownAfter(last);
        }
        int pair = 2 * (last + 1);
        following[pair + 1] = following[pair];
        following[pair] = place;
        return place;
    }

    private boolean isAt(int place, String name) {
        return place < names.length && names[place].equals(name);
    }

    private int search(String name) {
        for (int slot = slot(name); table[slot] != NONE; slot = next(slot)) {
            if (names[table[slot]].equals(name)) {
                return table[slot];
            }
        }
        return NONE;
    }

    private int slot(String name) {
        int hash = name.hashCode();
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
}
