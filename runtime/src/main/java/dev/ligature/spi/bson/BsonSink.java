// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi.bson;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.bson.BsonSerializationException;
import org.bson.codecs.Encoder;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * A document as bytes, written from beginning to end into an array that grows. Each value follows its name or, in an
 * array, its index. Documents and arrays are started and ended.
 */
public final class BsonSink {
    private static final EncoderContext CONTEXT = EncoderContext.builder().build();
    private static final int FIRST_SIZE = 512;
    private static final int LENGTH = Integer.BYTES;
    private static final int OBJECT_ID_LENGTH = 12;
    /** Texts up to this length are copied char by char, into room for the longest form that they may have. */
    private static final int SHORT_TEXT = 48;

    /** The digits of the first indexes, each with a zero after it. */
    private static final int[] INDEXES = new int[1_000];

    static {
        for (int index = 0; index < INDEXES.length; index++) {
            byte[] digits = Integer.toString(index).getBytes(StandardCharsets.ISO_8859_1);
            INDEXES[index] = Words.int32(Arrays.copyOf(digits, Integer.BYTES), 0);
        }
    }

    private static final int MOST_DIGITS = 10;

    private byte[] bytes = new byte[FIRST_SIZE];
    private @Nullable ByteBuffer buffer;
    private int position;
    /** Where to put the type of the next value, before its name. */
    private int element;
    /** For each open document: its start, and the element that holds it. */
    private int[] levels = new int[8];

    private int depth;

    /** An empty one. */
    public BsonSink() {}

    /** Makes this empty again. */
    public void clear() {
        position = 0;
        element = 0;
        depth = 0;
    }

    /** The array, with the document at its beginning. */
    public byte[] bytes() {
        return bytes;
    }

    /** The bytes of the document. */
    public int length() {
        return position;
    }

    /** The bytes of the document, in an array of their own. */
    public byte[] copy() {
        return Arrays.copyOf(bytes, position);
    }

    /** The name of the field of the outermost document that is being written, or was written last. */
    public String field() {
        int at = depth > 1 ? levels[3] : element;
        if (at == 0) { // in front of the first one
            return "";
        }
        int zero = at + 1;
        while (zero < position && bytes[zero] != 0) {
            zero++;
        }
        return new String(bytes, at + 1, zero - at - 1, StandardCharsets.UTF_8);
    }

    /** Starts the document itself, or one that is a value. */
    public void startDocument() {
        start(BsonTypes.DOCUMENT);
    }

    /** Begins an array. */
    public void startArray() {
        start(BsonTypes.ARRAY);
    }

    private void start(byte type) {
        require(LENGTH);
        if (depth > 0) {
            bytes[element] = type;
        }
        if (2 * depth == levels.length) {
            growLevels();
        }
        levels[2 * depth] = position;
        levels[2 * depth + 1] = element;
        depth++;
        position += LENGTH;
    }

    private void growLevels() {
        if (depth == BsonCursor.MAX_DEPTH) {
            throw new BsonSerializationException("documents are nested more than " + depth + " deep");
        }
        levels = Arrays.copyOf(levels, 2 * levels.length);
    }

    /** Ends the document or the array that was started last. */
    public void end() {
        require(1);
        bytes[position++] = 0;
        depth--;
        int start = levels[2 * depth];
        element = levels[2 * depth + 1];
        Words.putInt32(bytes, start, position - start);
    }

    /** Writes the name of a field; its value follows. */
    public void writeName(FieldNames names, int place) {
        position = startElement(names, place, BsonTypes.NULL, 0);
    }

    /**
     * Writes the name of a field and the type of its value.
     *
     * @param size how many bytes the value takes at least; there is room for them afterwards
     * @return where to put the value
     */
    private int startElement(FieldNames names, int place, byte type, int size) {
        FieldName name = names.name(place);
        require(1 + name.room() + size);
        int at = position;
        bytes[at] = type;
        name.write(bytes, at + 1);
        element = at;
        return at + 1 + name.length();
    }

    /** Writes a field. */
    public <V> void write(FieldNames names, int place, ValueCodec<V> codec, V value) {
        writeName(names, place);
        codec.write(this, value);
    }

    /**
     * Writes the name of a field that is not known in advance; its value follows.
     *
     * @throws UnstorableTextException if it has a NUL
     */
    public void writeName(String name) {
        UnstorableTextException.requireWithoutNul("key", name);
        require(1);
        element = position++;
        writeText(name);
    }

    /** Writes the index of an element; its value follows. */
    public void writeIndex(int index) {
        require(MOST_DIGITS + 2);
        element = position++;
        if (index < INDEXES.length) {
            Words.putInt32(bytes, position, INDEXES[index]);
            position += index < 10 ? 2 : index < 100 ? 3 : 4;
        } else {
            writeText(Integer.toString(index));
        }
    }

    public void writeNull() {
        bytes[element] = BsonTypes.NULL;
    }

    public void writeNull(FieldNames names, int place) {
        position = startElement(names, place, BsonTypes.NULL, 0);
    }

    public void writeBoolean(boolean value) {
        require(1);
        bytes[element] = BsonTypes.BOOLEAN;
        bytes[position++] = (byte) (value ? 1 : 0);
    }

    public void writeBoolean(FieldNames names, int place, boolean value) {
        int at = startElement(names, place, BsonTypes.BOOLEAN, 1);
        bytes[at] = (byte) (value ? 1 : 0);
        position = at + 1;
    }

    public void writeInt32(int value) {
        require(Integer.BYTES);
        bytes[element] = BsonTypes.INT32;
        Words.putInt32(bytes, position, value);
        position += Integer.BYTES;
    }

    public void writeInt32(FieldNames names, int place, int value) {
        int at = startElement(names, place, BsonTypes.INT32, Integer.BYTES);
        Words.putInt32(bytes, at, value);
        position = at + Integer.BYTES;
    }

    public void writeInt64(long value) {
        writeLong(BsonTypes.INT64, value);
    }

    public void writeInt64(FieldNames names, int place, long value) {
        writeLong(names, place, BsonTypes.INT64, value);
    }

    public void writeDouble(double value) {
        writeLong(BsonTypes.DOUBLE, Double.doubleToRawLongBits(value));
    }

    public void writeDouble(FieldNames names, int place, double value) {
        writeLong(names, place, BsonTypes.DOUBLE, Double.doubleToRawLongBits(value));
    }

    /** Writes a date, as milliseconds since the epoch. */
    public void writeDateTime(long value) {
        writeLong(BsonTypes.DATE_TIME, value);
    }

    /** Writes a date; parts finer than a millisecond are cut off. */
    public void writeInstant(FieldNames names, int place, Instant value) {
        writeLong(names, place, BsonTypes.DATE_TIME, value.toEpochMilli());
    }

    private void writeLong(byte type, long value) {
        require(Long.BYTES);
        bytes[element] = type;
        Words.putInt64(bytes, position, value);
        position += Long.BYTES;
    }

    private void writeLong(FieldNames names, int place, byte type, long value) {
        int at = startElement(names, place, type, Long.BYTES);
        Words.putInt64(bytes, at, value);
        position = at + Long.BYTES;
    }

    public void writeDecimal128(long high, long low) {
        writeLong(BsonTypes.DECIMAL128, low);
        require(Long.BYTES);
        Words.putInt64(bytes, position, high);
        position += Long.BYTES;
    }

    public void writeObjectId(ObjectId value) {
        require(OBJECT_ID_LENGTH);
        bytes[element] = BsonTypes.OBJECT_ID;
        putObjectId(value, position);
    }

    public void writeObjectId(FieldNames names, int place, ObjectId value) {
        putObjectId(value, startElement(names, place, BsonTypes.OBJECT_ID, OBJECT_ID_LENGTH));
    }

    private void putObjectId(ObjectId value, int at) {
        value.putToByteBuffer(buffer().position(at));
        position = at + OBJECT_ID_LENGTH;
    }

    /**
     * Writes a text.
     *
     * @throws UnstorableTextException if it has half a surrogate pair
     */
    public void writeString(String value) {
        require(LENGTH);
        bytes[element] = BsonTypes.STRING;
        putString(value, position);
    }

    public void writeString(FieldNames names, int place, String value) {
        putString(value, startElement(names, place, BsonTypes.STRING, LENGTH));
    }

    private void putString(String value, int at) {
        position = at + LENGTH;
        writeText(value);
        Words.putInt32(bytes, at, position - at - LENGTH);
    }

    /** Writes a text that is known in advance. */
    public void writeString(FieldName text) {
        require(LENGTH + text.room());
        bytes[element] = BsonTypes.STRING;
        Words.putInt32(bytes, position, text.length());
        text.write(bytes, position + LENGTH);
        position += LENGTH + text.length();
    }

    public void writeBinary(byte subtype, byte[] value) {
        require(LENGTH + 1);
        require(value.length, LENGTH + 1);
        bytes[element] = BsonTypes.BINARY;
        Words.putInt32(bytes, position, value.length);
        bytes[position + LENGTH] = subtype;
        System.arraycopy(value, 0, bytes, position + LENGTH + 1, value.length);
        position += LENGTH + 1 + value.length;
    }

    /** Writes a value with a codec of the driver. */
    public <V> void write(Encoder<V> encoder, V value) {
        BasicOutputBuffer encoded = new BasicOutputBuffer();
        try (StorableWriter writer = new StorableWriter(encoded)) {
            writer.writeStartDocument();
            writer.writeName("");
            encoder.encode(writer, value, CONTEXT);
            writer.writeEndDocument();
        }
        byte[] document = encoded.getInternalBuffer();
        int from = LENGTH + 2; // after the type and the empty name
        int size = encoded.getPosition() - 1 - from;
        require(size);
        bytes[element] = document[LENGTH];
        System.arraycopy(document, from, bytes, position, size);
        position += size;
    }

    /** Writes a text as UTF-8, and a zero after it. */
    private void writeText(String text) {
        int length = text.length();
        if (length <= SHORT_TEXT) {
            require(Utf8.MOST_BYTES_OF_CHAR * length + 1);
            position = Utf8.write(text, bytes, position);
        } else {
            byte[] encoded = Utf8.encoded(text);
            require(encoded.length, 1);
            System.arraycopy(encoded, 0, bytes, position, encoded.length);
            position += encoded.length;
        }
        bytes[position++] = 0;
    }

    private ByteBuffer buffer() {
        ByteBuffer known = buffer;
        if (known == null) {
            known = ByteBuffer.wrap(bytes);
            buffer = known;
        }
        return known;
    }

    private void require(int size, int more) {
        require(Math.addExact(size, more));
    }

    private void require(int size) {
        if (size > bytes.length - position) {
            grow(size);
        }
    }

    private void grow(int size) {
        long needed = (long) position + size;
        if (needed > Integer.MAX_VALUE - Long.BYTES) {
            throw new BsonSerializationException("the document is larger than an array can be");
        }
        bytes = Arrays.copyOf(
                bytes, (int) Math.min(Integer.MAX_VALUE - Long.BYTES, Math.max(needed, 2L * bytes.length)));
        buffer = null;
    }
}
