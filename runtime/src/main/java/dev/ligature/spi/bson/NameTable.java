// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi.bson;

import java.util.Arrays;

/** Names that are looked up by their bytes. */
public final class NameTable {
    private final FieldName[] names;
    /** By hash code, with open addressing; at least half of it is {@link FieldName#NONE}. */
    private final FieldName[] table;

    public NameTable(String... texts) {
        names = new FieldName[texts.length];
        table = new FieldName[4 * Math.max(1, Integer.highestOneBit(texts.length))]; // a power of two
        Arrays.fill(table, FieldName.NONE);
        for (int place = 0; place < texts.length; place++) {
            FieldName name = new FieldName(texts[place], place);
            int slot = slot(name.head(), name.tail());
            while (table[slot] != FieldName.NONE) {
                slot = next(slot);
            }
            table[slot] = name;
            names[place] = name;
        }
    }

    int size() {
        return names.length;
    }

    public FieldName get(int place) {
        return names[place];
    }

    /**
     * The name that consists of the given bytes, the last of which is a zero; {@link FieldName#NONE} if there is none.
     */
    FieldName find(byte[] bytes, int from, int length) {
        long head = FieldName.head(bytes, from, length);
        long tail = FieldName.tail(bytes, from, length);
        int slot = slot(head, tail);
        while (true) {
            FieldName name = table[slot];
            if (name == FieldName.NONE) {
                return name;
            }
            if (name.head() == head && name.tail() == tail && name.length() == length && name.isMiddleAt(bytes, from)) {
                return name;
            }
            slot = next(slot);
        }
    }

    private int slot(long head, long tail) {
        long mixed = (head ^ tail * 31) * 0x9E3779B97F4A7C15L; // spreads differences into the bits at the top
        return (int) (mixed >>> Integer.SIZE) & table.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & table.length - 1;
    }
}
