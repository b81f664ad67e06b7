package dev.ligature.spi;

import java.util.Arrays;

/**
 * The stored names of a document's fields in the order in which they are written. Documents are read field by field, nearly always in
 * that order: one comparison with the name that is expected replaces a search among all. Immutable.
 */
public final class FieldNames {
    private static final int NONE = -1;

    private final String[] names;
    /** The places of the names by their hash codes, open addressing; at least half of it is {@link #NONE}. */
    private final int[] table;

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
    }

    /** The names, each once. */
    public static FieldNames of(String... names) {
        return new FieldNames(names.clone());
    }

    /**
     * The place of a field.
     *
     * @param expected where to look first; need not be the place of a field
     * @return from 0, or -1 for a field that is not among them
     */
    public int indexOf(String name, int expected) {
        return expected < names.length && names[expected].equals(name) ? expected : search(name);
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
}
