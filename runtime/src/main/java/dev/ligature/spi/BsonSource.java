package dev.ligature.spi;

import dev.ligature.internal.ReadFailure;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
 * A document as bytes, read from the front to the back. It stands at a value, the document itself to begin with. A document or an array is
 * entered by {@link #startDocument()}, gone through by {@link #advance()} or {@link FieldNames#next}, and left when nothing more is in it.
 *
 * <p>Bytes come from outside, so every length is compared with the room there is before it is believed: whatever they are, they are read as
 * values or refused by a {@link ReadFailure}. It is the source that knows where the failure is, whoever throws it.
 */
public final class BsonSource {
    /** Documents in documents; servers store a hundred. What reads them calls itself, and must not use up the stack. */
    static final int MAX_DEPTH = 256;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final BsonValueCodec VALUES = new BsonValueCodec();
    private static final int LENGTH = Integer.BYTES;
    private static final int OBJECT_ID_LENGTH = 12;
    private static final char REPLACEMENT = '\uFFFD';
    private static final byte OLD_BINARY = 2;
    private static final int NONE = -1;

    private final byte[] bytes;
    private final int start;
    private final int length;
    private @Nullable ByteBuffer buffer;

    private int position;
    /** Where the document that is open ends: its last byte, a zero. Within it no text can run past that. */
    private int end;
    /** Where the current element starts; -1 for the whole. */
    private int element = NONE;

    private byte type = BsonTypes.DOCUMENT;
    /** Of each document around the open one the end, and the element in which the next one is. */
    private int[] levels = new int[8];

    private int depth;

    private BsonSource(byte[] bytes, int start, int length) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
        this.position = start;
        this.end = start + length;
    }

    /** A document that fills an array. */
    public static BsonSource of(byte[] document) {
        return new BsonSource(document, 0, document.length);
    }

    /** A document at the front of an array. With some bytes more behind it, it is read faster. */
    public static BsonSource of(byte[] bytes, int length) {
        return new BsonSource(bytes, 0, length);
    }

    /**
     * The value of a field of the document at a place; null where there is none.
     *
     * @throws ReadFailure when the bytes up to the field are not BSON
     */
    public @Nullable BsonValue valueAt(int from, FieldNames field) {
        BsonSource document = new BsonSource(bytes, from, start + length - from);
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
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    /** Where this stands. */
    public int position() {
        return position;
    }

    /** Where the current element starts. */
    public int element() {
        return element;
    }

    /** How many documents and arrays are open. */
    public int depth() {
        return depth;
    }

    byte type() {
        return type;
    }

    /** Whether the current value is a BSON null, after which nothing is to be read. */
    public boolean isNull() {
        return type == BsonTypes.NULL;
    }

    /** The name of the current element. */
    public String name() {
        return text(element + 1, nameEnd(element + 1) - element - 1);
    }

    /** The name of the type of the current value, for messages. */
    String typeName() {
        return BsonTypes.name(type);
    }

    /** Enters the document or the array that is the current value. */
    public void startDocument() {
        int from = position;
        int size = sizeOfDocument(from);
        if (2 * depth == levels.length) {
            growLevels();
        }
        levels[2 * depth] = end;
        levels[2 * depth + 1] = element;
        depth++;
        position = from + LENGTH;
        end = from + size - 1;
    }

    private int sizeOfDocument(int from) {
        int room = end - from;
        int size = room < LENGTH ? 0 : int32At(from);
        if (size <= LENGTH || size > room || bytes[from + size - 1] != 0) {
            throw damaged("a document of " + size + " bytes, where there are " + Math.max(0, room)
                    + ", or without a zero at its end");
        }
        return size;
    }

    private void growLevels() {
        if (depth == MAX_DEPTH) {
            throw damaged("documents in one another, more than " + MAX_DEPTH);
        }
        levels = Arrays.copyOf(levels, 2 * levels.length);
    }

    /** Goes to the next element; false where there is none, and the document is left. */
    public boolean advance() {
        if (!startElement()) {
            return false;
        }
        position = afterText(position);
        return true;
    }

    /** Goes to the name of the next element; false where there is none, and the document is left. */
    boolean startElement() {
        int at = position;
        if (at >= end) {
            leave();
            return false;
        }
        element = at;
        type = bytes[at];
        position = at + 1;
        return true;
    }

    private void leave() {
        if (position != end) {
            throw damaged("values that end behind their document");
        }
        position = end + 1;
        depth--;
        end = levels[2 * depth];
        element = levels[2 * depth + 1];
    }

    /** Returns to the value at a place in a document around this one, or in this one. */
    void rewind(int toDepth, int toPosition) {
        if (depth > toDepth) {
            depth = toDepth;
            end = levels[2 * depth];
            element = levels[2 * depth + 1];
        }
        rewind(toPosition);
    }

    /** Returns to the value of the current element, which is at a place where this has stood, to read it once more. */
    public void rewind(int toPosition) {
        position = toPosition;
        type = element == NONE ? BsonTypes.DOCUMENT : bytes[element];
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
            case BsonTypes.DOCUMENT, BsonTypes.ARRAY, BsonTypes.JAVASCRIPT_WITH_SCOPE ->
                position += sizeOfDocument(position);
            case BsonTypes.BINARY -> takeBinary();
            case BsonTypes.DB_POINTER -> {
                takeText();
                take(OBJECT_ID_LENGTH);
            }
            case BsonTypes.REGULAR_EXPRESSION -> position = afterText(afterText(position));
            default -> throw damaged("a value of " + typeName());
        }
    }

    /** Goes past the current value, and through all that is in it: not even what is nested is too much for others then. */
    private void walk() {
        int outside = depth;
        do {
            if (type == BsonTypes.DOCUMENT || type == BsonTypes.ARRAY) {
                startDocument();
            } else if (type == BsonTypes.JAVASCRIPT_WITH_SCOPE) {
                take(LENGTH);
                takeText();
                startDocument();
            } else {
                skip();
            }
            while (depth > outside && !advance()) {
                // leaves documents that have come to their end
            }
        } while (depth > outside);
    }

    /** A driver's reader of the current value, which this goes past. */
    BsonReader reader() {
        int from = element;
        walk();
        byte[] document = new byte[LENGTH + (position - from) + 1];
        INTS.set(document, 0, document.length);
        System.arraycopy(bytes, from, document, LENGTH, position - from);
        BsonBinaryReader reader = new BsonBinaryReader(ByteBuffer.wrap(document));
        reader.readStartDocument();
        reader.readBsonType();
        reader.skipName();
        return reader;
    }

    boolean readBoolean() {
        byte value = bytes[take(1)];
        if ((value & ~1) != 0) {
            throw damaged("a boolean of the value " + value);
        }
        return value == 1;
    }

    int readInt32() {
        return int32At(take(Integer.BYTES));
    }

    long readInt64() {
        return int64At(take(Long.BYTES));
    }

    double readDouble() {
        return Double.longBitsToDouble(readInt64());
    }

    ObjectId readObjectId() {
        int at = take(OBJECT_ID_LENGTH);
        return new ObjectId(buffer().position(at));
    }

    Decimal128 readDecimal128() {
        int at = take(2 * Long.BYTES);
        return Decimal128.fromIEEE754BIDEncoding(int64At(at + Long.BYTES), int64At(at));
    }

    String readString() {
        int size = takeText();
        return text(position - size, size - 1);
    }

    /** The bytes of a binary of any subtype. */
    byte[] readBinary() {
        int size = takeBinary();
        int from = position - size;
        if (bytes[from - 1] == OLD_BINARY) { // whose length is there twice
            if (size < LENGTH || int32At(from) != size - LENGTH) {
                throw damaged("binary data of two lengths");
            }
            from += LENGTH;
        }
        return Arrays.copyOfRange(bytes, from, position);
    }

    /** The subtype of the binary that is the current value. */
    byte binarySubtype() {
        return LENGTH < end - position ? bytes[position + LENGTH] : 0;
    }

    /** Whether the current value is a document that begins with a field whose name begins with a dollar sign. */
    boolean isOperator() {
        int first = position + LENGTH;
        return type == BsonTypes.DOCUMENT && first + 1 < end && bytes[first] != 0 && bytes[first + 1] == '$';
    }

    /** The string in a field of the document that is the current value and remains so; null where there is none. */
    @Nullable
    String peekString(FieldNames field) {
        int outside = depth;
        int from = position;
        @Nullable String found = null;
        startDocument();
        int place = FieldNames.START;
        while (found == null && (place = field.next(this, place)) != FieldNames.END) {
            if (place == 0) {
                found = Reads.string(this);
            } else {
                skip();
            }
        }
        rewind(outside, from);
        return found;
    }

    /** What a name that is compared with others starts in. */
    byte[] bytes() {
        return bytes;
    }

    /** Goes behind the name, which is known to be there. */
    void skipName(int size) {
        position += size;
    }

    /** Goes behind the name, whatever it is. */
    void skipName() {
        position = afterText(position);
    }

    /** The place of some bytes, which this goes past. */
    private int take(int size) {
        int at = position;
        if (size > end - at) {
            throw damaged("a value of " + size + " bytes, where there are " + Math.max(0, end - at));
        }
        position = at + size;
        return at;
    }

    /** Goes past a string; its size is that with the zero. */
    private int takeText() {
        int size = int32At(take(LENGTH));
        if (size <= 0 || size > end - position || bytes[position + size - 1] != 0) {
            throw damaged("a string of " + size + " bytes, where there are " + (end - position)
                    + ", or without a zero at its end");
        }
        position += size;
        return size;
    }

    private int takeBinary() {
        int size = int32At(take(LENGTH));
        take(1);
        if (size < 0) {
            throw damaged("binary data of " + size + " bytes");
        }
        take(size);
        return size;
    }

    /** The place behind a text that ends with a zero. */
    private int afterText(int from) {
        int zero = from;
        while (zero < end && bytes[zero] != 0) {
            zero++;
        }
        if (zero >= end) {
            throw damaged("a name without an end");
        }
        return zero + 1;
    }

    private int nameEnd(int from) {
        int zero = from;
        while (zero < end && bytes[zero] != 0) {
            zero++;
        }
        return zero;
    }

    private String text(int from, int size) {
        String text = new String(bytes, from, size, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) { // which is there, or stands for what is not UTF-8
            requireUtf8(from, size);
        }
        return text;
    }

    private void requireUtf8(int from, int size) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, size));
        } catch (CharacterCodingException e) {
            throw damaged("text that is not UTF-8");
        }
    }

    private int int32At(int at) {
        return (int) INTS.get(bytes, at);
    }

    private long int64At(int at) {
        return (long) LONGS.get(bytes, at);
    }

    private ByteBuffer buffer() {
        ByteBuffer known = buffer;
        if (known == null) {
            known = ByteBuffer.wrap(bytes);
            buffer = known;
        }
        return known;
    }

    private static ReadFailure damaged(String found) {
        return new ReadFailure("not BSON: found " + found);
    }

    /** The path of the current element from a document on in which it is; empty where this stands at that document or behind it. */
    public String path(int fromDepth) {
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

    /** How many elements stand before one of an array: their names say it, but nobody has to believe them. */
    private int index(int array, int elementOfArray) {
        BsonSource before = new BsonSource(bytes, nameEnd(array + 1) + 1, elementOfArray);
        before.position = nameEnd(array + 1) + 1 + LENGTH;
        before.end = elementOfArray;
        int index = 0;
        while (before.position < elementOfArray) {
            before.advance();
            before.skip();
            index++;
        }
        return index;
    }

    private String lenientName(int at) {
        return new String(bytes, at + 1, nameEnd(at + 1) - at - 1, StandardCharsets.UTF_8);
    }
}
