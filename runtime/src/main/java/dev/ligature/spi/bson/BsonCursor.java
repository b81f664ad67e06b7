// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi.bson;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Moves through the bytes of a document: from element to element, into documents and arrays and out of them. {@link
 * BsonSource} reads the values.
 *
 * <p>Bytes come from outside, so every length is compared with the room that is left before it is trusted.
 */
public abstract sealed class BsonCursor permits BsonSource {
    /**
     * How deep documents may nest; servers store a hundred levels. The readers are recursive and must not use up the
     * stack.
     */
    static final int MAX_DEPTH = 256;

    static final int LENGTH = Integer.BYTES;
    private static final int NONE = -1;

    /** At least eight bytes more than the document has: wherever it has a byte, eight can be read at once. */
    byte[] bytes;

    int position;
    /** Where the open document ends: its last byte, a zero. No text inside it can run past that. */
    int end;
    /** Where the current element starts; -1 for the document itself. */
    int element = NONE;

    byte type = BsonTypes.DOCUMENT;
    /** The first eight bytes of the current value: the whole of a number, the length of anything longer. */
    long word;
    /** How often a field of this document was not the one that was expected. See {@link FieldNames}. */
    int surprises;
    /** For each document around the open one: its end, and the element that holds the next one. */
    private int[] levels = new int[8];

    private int depth;

    BsonCursor(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.end = end;
        goTo(start);
    }

    /** Starts with another document, at the beginning of an array. */
    final void restart(byte[] other, int otherEnd) {
        bytes = other;
        end = otherEnd;
        element = NONE;
        type = BsonTypes.DOCUMENT;
        surprises = 0;
        depth = 0;
        goTo(0);
    }

    /** Stands at a value. */
    final void goTo(int value) {
        position = value;
        word = Words.int64(bytes, value);
    }

    /** Where this stands. */
    public final int position() {
        return position;
    }

    /** Where the current element starts. */
    public final int element() {
        return element;
    }

    /** How many documents and arrays are open. */
    public final int depth() {
        return depth;
    }

    public final byte type() {
        return type;
    }

    /** Whether the current value is a BSON null, after which nothing is to be read. */
    public final boolean isNull() {
        return type == BsonTypes.NULL;
    }

    /** The name of the type of the current value, for messages. */
    public final String typeName() {
        return BsonTypes.name(type);
    }

    /** Enters the document or the array that is the current value. */
    public final void startDocument() {
        int from = position;
        int size = sizeOfDocument();
        if (2 * depth == levels.length) {
            growLevels();
        }
        levels[2 * depth] = end;
        levels[2 * depth + 1] = element;
        depth++;
        position = from + LENGTH;
        end = from + size - 1;
    }

    /** The bytes of the values that are left in the document or the array that was entered last. */
    public final int room() {
        return Math.max(0, end - position);
    }

    /** The size of the document or the array that is the current value. */
    final int sizeOfDocument() {
        int size = (int) word;
        if (size <= LENGTH || size > end - position || bytes[position + size - 1] != 0) {
            throw noDocument(size);
        }
        return size;
    }

    private ReadFailure noDocument(int size) {
        return damaged("a document of " + (room() < LENGTH ? 0 : size) + " bytes, where there are " + room()
                + ", or without a zero at its end");
    }

    private void growLevels() {
        if (depth == MAX_DEPTH) {
            throw damaged("documents nested more than " + MAX_DEPTH + " deep");
        }
        levels = Arrays.copyOf(levels, 2 * levels.length);
    }

    /** Goes to the next element. If there is none, leaves the document and returns false. */
    public final boolean advance() {
        if (!startElement()) {
            return false;
        }
        goTo(afterText(position + 1));
        return true;
    }

    /** Goes to the next element and past its name. If there is none, leaves the document and returns false. */
    final boolean startElement() {
        int at = position;
        if (at >= end) {
            leave();
            return false;
        }
        element = at;
        type = bytes[at];
        return true;
    }

    private void leave() {
        if (position != end) {
            throw damaged("values that end after their document");
        }
        position = end + 1;
        depth--;
        end = levels[2 * depth];
        element = levels[2 * depth + 1];
    }

    /** The buffer for a name that is compared with others. */
    final byte[] bytes() {
        return bytes;
    }

    /** Goes past the name of the element, which is known. */
    final void skipName(int size) {
        goTo(position + 1 + size);
    }

    /** Goes past the name of the element, whatever it is, and looks it up among others. */
    final FieldName findName(NameTable names) {
        int from = position + 1;
        int behind = afterText(from);
        goTo(behind);
        return names.find(bytes, from, behind - from);
    }

    /** The position after a text that ends with a zero. */
    final int afterText(int from) {
        int zero = Words.zeroFrom(bytes, from, end);
        if (zero >= end) {
            throw damaged("a name without an end");
        }
        return zero + 1;
    }

    /** Returns to the value at a position in this document or one around it. */
    final void rewind(int toDepth, int toPosition) {
        if (depth > toDepth) {
            depth = toDepth;
            end = levels[2 * depth];
            element = levels[2 * depth + 1];
        }
        rewind(toPosition);
    }

    /** Returns to the value of the current element, at a position where this has been, to read it again. */
    public final void rewind(int toPosition) {
        goTo(toPosition);
        type = element == NONE ? BsonTypes.DOCUMENT : bytes[element];
    }

    static ReadFailure damaged(String found) {
        return new ReadFailure("not BSON: found " + found);
    }

    /**
     * The path of the current element, from a document that contains it; empty if this is at that document or after it.
     */
    public final String path(int fromDepth) {
        StringBuilder path = new StringBuilder();
        for (int level = fromDepth + 1; level <= depth; level++) {
            int at = level == depth ? element : levels[2 * level + 1];
            int around = levels[2 * level - 1];
            if (at == around) { // nothing has been read of the document
                break;
            }
            if (around != NONE && bytes[around] == BsonTypes.ARRAY) {
                path.append('[').append(index(around, at)).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(lenientName(at));
            }
        }
        return path.toString();
    }

    /** How many elements come before one of an array. Their names say it too, but need not be right. */
    private int index(int array, int elementOfArray) {
        BsonSource before = new BsonSource(bytes, behindName(array) + LENGTH, elementOfArray);
        int index = 0;
        while (before.position < elementOfArray) {
            before.advance();
            before.skip();
            index++;
        }
        return index;
    }

    /** The name of an element, which may or may not be text. */
    private String lenientName(int at) {
        return new String(bytes, at + 1, behindName(at) - at - 2, StandardCharsets.UTF_8);
    }

    /** Where the value of an element that has been entered begins. */
    private int behindName(int at) {
        return Math.min(Words.zeroFrom(bytes, at + 1, end), end) + 1;
    }
}
