// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi.bson;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bson.BsonBinaryReader;
import org.bson.BsonReader;
import org.bson.BsonValue;
import org.bson.codecs.BsonValueCodec;
import org.bson.codecs.DecoderContext;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * A document as bytes, read from beginning to end. It is positioned at a value, at first the document itself. A
 * document or an array is entered by {@link #startDocument()}, read with {@link #advance()} or {@link FieldNames#next},
 * and left when nothing more is in it.
 *
 * <p>Whatever the bytes are, they are read as values or refused with a {@link ReadFailure}. The source knows where the
 * failure is, whoever throws it.
 */
public final class BsonSource extends BsonCursor {
    /** How many bytes must follow a document. */
    public static final int SLACK = Long.BYTES;

    private static final BsonValueCodec VALUES = new BsonValueCodec();
    private static final int OBJECT_ID_LENGTH = 12;
    private static final byte OLD_BINARY = 2;

    private int length;
    private @Nullable ByteBuffer buffer;

    BsonSource(byte[] bytes, int start, int end) {
        super(bytes, start, end);
        this.length = end - start;
    }

    /** A document that fills an array. */
    public static BsonSource of(byte[] document) {
        return of(document, document.length);
    }

    /** A document at the beginning of an array. It is copied if fewer than {@link #SLACK} bytes follow it. */
    public static BsonSource of(byte[] bytes, int length) {
        return new BsonSource(bytes.length - length < SLACK ? Arrays.copyOf(bytes, length + SLACK) : bytes, 0, length);
    }

    /** Starts with another document, at the beginning of an array in which {@link #SLACK} bytes follow it. */
    public void reset(byte[] document, int documentLength) {
        if (document != bytes) {
            buffer = null;
        }
        length = documentLength;
        restart(document, documentLength);
    }

    /**
     * The value of a field of the document at a position; null if there is none.
     *
     * @throws ReadFailure if the bytes up to the field are not BSON
     */
    public @Nullable BsonValue valueAt(int from, FieldNames field) {
        BsonSource document = new BsonSource(bytes, from, length);
        document.startDocument();
        int place = FieldNames.START;
        while ((place = field.next(document, place)) != FieldNames.END) {
            if (place == 0) {
                return VALUES.decode(document.reader(), DecoderContext.builder().build());
            }
            document.skip();
        }
        return null;
    }

    /** The bytes of the whole document. */
    public int length() {
        return length;
    }

    /** A copy of the whole document. */
    public byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    /** The name of the current element. */
    public String name() {
        int from = element + 1;
        return Utf8.read(bytes, from, afterText(from) - 1 - from);
    }

    /** Goes past the current value. */
    public void skip() {
        switch (type) {
            case BsonTypes.NULL, BsonTypes.UNDEFINED, BsonTypes.MIN_KEY, BsonTypes.MAX_KEY -> {}
            case BsonTypes.BOOLEAN -> take(1);
            case BsonTypes.INT32 -> take(Integer.BYTES);
            case BsonTypes.DOUBLE, BsonTypes.INT64, BsonTypes.DATE_TIME, BsonTypes.TIMESTAMP -> take(Long.BYTES);
            case BsonTypes.OBJECT_ID -> take(OBJECT_ID_LENGTH);
            case BsonTypes.DECIMAL128 -> take(2 * Long.BYTES);
            case BsonTypes.STRING, BsonTypes.JAVASCRIPT, BsonTypes.SYMBOL -> takeText();
            case BsonTypes.DOCUMENT, BsonTypes.ARRAY, BsonTypes.JAVASCRIPT_WITH_SCOPE -> position += sizeOfDocument();
            case BsonTypes.BINARY -> takeBinary();
            case BsonTypes.DB_POINTER -> {
                takeText();
                take(OBJECT_ID_LENGTH);
            }
            case BsonTypes.REGULAR_EXPRESSION -> position = afterText(afterText(position));
            default -> throw damaged("a value of " + typeName());
        }
    }

    /** Goes past the current value and checks everything in it, so that not even its nesting is too deep for others. */
    private void walk() {
        int outside = depth();
        do {
            if (type == BsonTypes.DOCUMENT || type == BsonTypes.ARRAY) {
                startDocument();
            } else if (type == BsonTypes.JAVASCRIPT_WITH_SCOPE) {
                take(LENGTH);
                goTo(position);
                takeText();
                goTo(position);
                startDocument();
            } else {
                skip();
            }
            while (depth() > outside && !advance()) {
                // leaves documents that have ended
            }
        } while (depth() > outside);
    }

    /** Returns a reader of the driver for the current value, and goes past the value. */
    public BsonReader reader() {
        int from = element;
        walk();
        byte[] document = new byte[LENGTH + (position - from) + 1];
        Words.putInt32(document, 0, document.length);
        System.arraycopy(bytes, from, document, LENGTH, position - from);
        BsonBinaryReader reader = new BsonBinaryReader(ByteBuffer.wrap(document));
        reader.readStartDocument();
        reader.readBsonType();
        reader.skipName();
        return reader;
    }

    public boolean readBoolean() {
        take(1);
        byte value = (byte) word;
        if ((value & ~1) != 0) {
            throw damaged("a boolean of the value " + value);
        }
        return value == 1;
    }

    public int readInt32() {
        take(Integer.BYTES);
        return (int) word;
    }

    public long readInt64() {
        take(Long.BYTES);
        return word;
    }

    public double readDouble() {
        return Double.longBitsToDouble(readInt64());
    }

    public ObjectId readObjectId() {
        int from = position;
        take(OBJECT_ID_LENGTH);
        return new ObjectId(buffer().position(from));
    }

    public Decimal128 readDecimal128() {
        take(2 * Long.BYTES);
        return Decimal128.fromIEEE754BIDEncoding(Words.int64(bytes, position - Long.BYTES), word);
    }

    /**
     * The current value.
     *
     * @throws ArithmeticException if the stored number is not finite, or is a negative zero
     */
    public BigDecimal readDecimal() {
        take(2 * Long.BYTES);
        return CompactDecimal.valueOf(Words.int64(bytes, position - Long.BYTES), word);
    }

    public String readString() {
        int size = takeText();
        return Utf8.read(bytes, position - size, size - 1);
    }

    /** Reads a string that is one of the given texts; {@link FieldName#NONE} if it is another one. */
    public FieldName readString(NameTable texts) {
        int size = takeText();
        return texts.find(bytes, position - size, size);
    }

    /** The bytes of a binary of any subtype. */
    public byte[] readBinary() {
        int size = takeBinary();
        int from = position - size;
        if (bytes[from - 1] == OLD_BINARY) { // its length is stored twice
            if (size < LENGTH || Words.int32(bytes, from) != size - LENGTH) {
                throw damaged("binary data of two lengths");
            }
            from += LENGTH;
        }
        return Arrays.copyOfRange(bytes, from, position);
    }

    /** The subtype of the binary that is the current value. */
    public byte binarySubtype() {
        return LENGTH < end - position ? bytes[position + LENGTH] : 0;
    }

    /** Whether the current value is a document that begins with a field whose name begins with a dollar sign. */
    public boolean isOperator() {
        int first = position + LENGTH;
        return type == BsonTypes.DOCUMENT && first + 1 < end && bytes[first] != 0 && bytes[first + 1] == '$';
    }

    /**
     * The string in a field of the document that is the current value, which does not move; null if there is none.
     *
     * @throws ReadFailure if there is something else
     */
    public @Nullable String peekString(FieldNames field) {
        return peek(field, true);
    }

    /** Like {@link #peekString}, but null if there is something else. */
    public @Nullable String peekIfString(FieldNames field) {
        return peek(field, false);
    }

    private @Nullable String peek(FieldNames field, boolean isRequired) {
        int outside = depth();
        int from = position;
        @Nullable String found = null;
        startDocument();
        int place = FieldNames.START;
        while (found == null && (place = field.next(this, place)) != FieldNames.END) {
            if (place == 0 && (isRequired || type() == BsonTypes.STRING)) {
                found = string();
            } else {
                skip();
            }
        }
        rewind(outside, from);
        return found;
    }

    private @Nullable String string() {
        if (type() == BsonTypes.STRING) {
            return readString();
        }
        if (isNull()) {
            return null;
        }
        throw ReadFailure.unexpected("a string", typeName());
    }

    /** Goes past some bytes. */
    private void take(int size) {
        if (size > end - position) {
            throw tooShort(size);
        }
        position += size;
    }

    private ReadFailure tooShort(int size) {
        return damaged("a value of " + size + " bytes, where there are " + Math.max(0, end - position));
    }

    /** Goes past a string; its size includes the zero. */
    private int takeText() {
        int size = (int) word;
        int from = position + LENGTH;
        if (size <= 0 || size > end - from || bytes[from + size - 1] != 0) {
            throw noText(size);
        }
        position = from + size;
        return size;
    }

    private ReadFailure noText(int size) {
        int room = Math.max(0, end - position - LENGTH);
        return damaged("a string of " + size + " bytes, where there are " + room + ", or without a zero at its end");
    }

    private int takeBinary() {
        int size = (int) word;
        take(LENGTH + 1);
        if (size < 0) {
            throw damaged("binary data of " + size + " bytes");
        }
        take(size);
        return size;
    }

    private ByteBuffer buffer() {
        ByteBuffer known = buffer;
        if (known == null) {
            known = ByteBuffer.wrap(bytes);
            buffer = known;
        }
        return known;
    }
}
