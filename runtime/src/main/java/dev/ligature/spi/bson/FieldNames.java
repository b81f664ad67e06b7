// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi.bson;

/**
 * The stored names of a document's fields, as bytes. Documents are read field by field, and their orders recur: the
 * order in which a codec writes, or that of the names, in which a server stores what {@code $set} adds. Which field
 * followed which is learned, so a comparison with the expected name replaces a search among all.
 *
 * <p>Used by many threads at a time, without synchronization. What is learned are references to immutable objects, each
 * written at once, and a name is compared with what it stands for before it is trusted. A reference that is out of date
 * costs only a search.
 */
public final class FieldNames {
    /** Stands for the field before the first one. */
    public static final int START = -1;
    /** Returned when a document has no more fields. */
    public static final int END = Integer.MIN_VALUE;
    /** With so many wrong guesses within a document, its order recurs nowhere; from then on searches are cheaper. */
    private static final int SURPRISES = 4;

    private final NameTable names;
    /** The two fields that were last learned to follow each one. The first pair is for the beginning of a document. */
    private final FieldName[] following;

    private FieldNames(NameTable names) {
        this.names = names;
        this.following = new FieldName[2 * (names.size() + 1)];
        for (int pair = 0; pair < following.length; pair += 2) {
            following[pair] = inOrder(pair);
            following[pair + 1] = inOrder(pair);
        }
    }

    /** The names, each once, in the order in which a codec writes them. */
    public static FieldNames of(String... names) {
        return new FieldNames(new NameTable(names));
    }

    /**
     * Goes to the value of the next field of the open document. If there is none, leaves the document.
     *
     * @param previous what this method has returned for the field before it; {@link #START} for the first one
     * @return the place of the field from 0, {@link #END}, or another number less than 0 for a field that is not among
     *     these
     */
    public int next(BsonSource source, int previous) {
        if (!source.startElement()) {
            return END;
        }
        int pair = pairBehind(previous);
        if (source.surprises >= SURPRISES) {
            return searched(source, pair);
        }
        FieldName name = expected(source.bytes(), source.position() + 1, pair);
        if (name == FieldName.NONE) {
            return learned(source, pair);
        }
        source.skipName(name.length());
        return name.place();
    }

    /** The name at a place if it needs no search, or {@link FieldName#NONE}. */
    FieldName expected(byte[] bytes, int from, int pair) {
        FieldName newer = following[pair];
        return newer.isAt(bytes, from) ? newer : otherExpected(bytes, from, pair);
    }

    /**
     * Two fields are remembered, and the one that is next in the order of writing. So if a collection has documents of
     * several orders, or a field is missing now and then, nothing has to be learned again and again.
     */
    private FieldName otherExpected(byte[] bytes, int from, int pair) {
        FieldName older = following[pair + 1]; // read once: another thread may write it at the same time
        if (older.isAt(bytes, from)) {
            return older;
        }
        FieldName inOrder = inOrder(pair);
        return inOrder.isAt(bytes, from) ? inOrder : FieldName.NONE;
    }

    /**
     * Searches without a guess, because too many were wrong. Each guess that would have been right takes one of those
     * back.
     */
    private int searched(BsonSource source, int pair) {
        FieldName name = source.findName(names);
        if (name == FieldName.NONE) {
            return unknownBehind(pair);
        }
        if (name == following[pair] || name == following[pair + 1]) {
            source.surprises--;
        }
        return name.place();
    }

    private int learned(BsonSource source, int pair) {
        source.surprises++;
        FieldName name = source.findName(names);
        if (name == FieldName.NONE) {
            return unknownBehind(pair);
        }
        following[pair + 1] = following[pair];
        following[pair] = name;
        return name.place();
    }

    /** The field that is written after another one. */
    private FieldName inOrder(int pair) {
        int place = pair / 2;
        return place < names.size() ? names.get(place) : FieldName.NONE;
    }

    /** A field that is not among these keeps the one before it in mind, as a number less than 0. */
    private static int unknownBehind(int pair) {
        return -1 - pair / 2;
    }

    /** Where the fields are that follow the last one that is among these. */
    static int pairBehind(int previous) {
        return 2 * (previous < 0 ? -1 - previous : previous + 1);
    }

    public FieldName name(int place) {
        return names.get(place);
    }
}
