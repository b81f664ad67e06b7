package dev.ligature.internal.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bson.BsonType;

/** Goes over the elements of an encoded document, which are stepped over without being decoded. */
final class EncodedElements {
    private static final int LENGTH = Integer.BYTES;

    private final byte[] bytes;
    private final ByteBuffer numbers;
    private final int end;
    private int start;
    private int nameEnd;
    private int next;

    /** @param size of the document, which is at the start of the bytes */
    EncodedElements(byte[] bytes, int size) {
        this.bytes = bytes;
        this.numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.end = size - 1;
        this.next = LENGTH;
    }

    /** Goes to the next element; false when there is none. */
    boolean advance() {
        start = next;
        if (start >= end) {
            return false;
        }
        nameEnd = afterText(start + 1) - 1;
        next = nameEnd + 1 + size(BsonType.findByValue(bytes[start]), nameEnd + 1);
        return true;
    }

    /** Where the element starts. */
    int start() {
        return start;
    }

    /** Where the element after it starts. */
    int next() {
        return next;
    }

    boolean isNamed(byte[] name) {
        return Arrays.equals(bytes, start + 1, nameEnd, name, 0, name.length);
    }

    private int size(BsonType type, int at) {
        return switch (type) {
            case NULL, UNDEFINED, MIN_KEY, MAX_KEY, END_OF_DOCUMENT -> 0;
            case BOOLEAN -> 1;
            case INT32 -> Integer.BYTES;
            case DOUBLE, INT64, DATE_TIME, TIMESTAMP -> Long.BYTES;
            case OBJECT_ID -> 12;
            case DECIMAL128 -> 16;
            case DOCUMENT, ARRAY, JAVASCRIPT_WITH_SCOPE -> numbers.getInt(at);
            case STRING, JAVASCRIPT, SYMBOL -> LENGTH + numbers.getInt(at);
            case BINARY -> LENGTH + 1 + numbers.getInt(at);
            case DB_POINTER -> LENGTH + numbers.getInt(at) + 12;
            case REGULAR_EXPRESSION -> afterText(afterText(at)) - at;
        };
    }

    /** The place after a text that ends with a zero. */
    private int afterText(int from) {
        int at = from;
        while (bytes[at] != 0) {
            at++;
        }
        return at + 1;
    }
}
