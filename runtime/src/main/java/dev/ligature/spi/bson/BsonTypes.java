// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi.bson;

import org.bson.BsonType;

/** The types of BSON values, as the bytes that come before the names. */
public final class BsonTypes {
    public static final byte DOUBLE = 1;
    public static final byte STRING = 2;
    public static final byte DOCUMENT = 3;
    public static final byte ARRAY = 4;
    public static final byte BINARY = 5;
    public static final byte UNDEFINED = 6;
    public static final byte OBJECT_ID = 7;
    public static final byte BOOLEAN = 8;
    public static final byte DATE_TIME = 9;
    public static final byte NULL = 10;
    public static final byte REGULAR_EXPRESSION = 11;
    public static final byte DB_POINTER = 12;
    public static final byte JAVASCRIPT = 13;
    public static final byte SYMBOL = 14;
    public static final byte JAVASCRIPT_WITH_SCOPE = 15;
    public static final byte INT32 = 16;
    public static final byte TIMESTAMP = 17;
    public static final byte INT64 = 18;
    public static final byte DECIMAL128 = 19;
    public static final byte MAX_KEY = 127;
    public static final byte MIN_KEY = -1;

    private BsonTypes() {}

    /** The name of a type, for messages. */
    static String name(byte type) {
        BsonType known = BsonType.findByValue(type & 0xff);
        return known == null || known == BsonType.END_OF_DOCUMENT
                ? String.format("the unknown type 0x%02x", type)
                : known.name();
    }
}
