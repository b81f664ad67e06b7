package dev.ligature.spi;

import org.bson.BsonType;

/** The types of BSON values, as the bytes that stand before the names. */
final class BsonTypes {
    static final byte DOUBLE = 1;
    static final byte STRING = 2;
    static final byte DOCUMENT = 3;
    static final byte ARRAY = 4;
    static final byte BINARY = 5;
    static final byte UNDEFINED = 6;
    static final byte OBJECT_ID = 7;
    static final byte BOOLEAN = 8;
    static final byte DATE_TIME = 9;
    static final byte NULL = 10;
    static final byte REGULAR_EXPRESSION = 11;
    static final byte DB_POINTER = 12;
    static final byte JAVASCRIPT = 13;
    static final byte SYMBOL = 14;
    static final byte JAVASCRIPT_WITH_SCOPE = 15;
    static final byte INT32 = 16;
    static final byte TIMESTAMP = 17;
    static final byte INT64 = 18;
    static final byte DECIMAL128 = 19;
    static final byte MAX_KEY = 127;
    static final byte MIN_KEY = -1;

    private BsonTypes() {}

    /** The name of a type, for messages. */
    static String name(byte type) {
        BsonType known = BsonType.findByValue(type & 0xff);
        return known == null || known == BsonType.END_OF_DOCUMENT
                ? String.format("the unknown type 0x%02x", type)
                : known.name();
    }
}
