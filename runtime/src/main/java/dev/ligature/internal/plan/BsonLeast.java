// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonMaxKey;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
import org.bson.BsonValue;
import org.bson.types.ObjectId;

/**
 * The least values of types. A comparison holds only within one type, so what is not less than the least value of a
 * type is a value of that type.
 */
final class BsonLeast {
    private BsonLeast() {}

    /**
     * The least of the values that are compared with the given one, which is not NaN; a NaN is not compared with them.
     */
    static BsonValue of(BsonValue value) {
        return switch (value.getBsonType()) {
            case INT32, INT64, DOUBLE, DECIMAL128 -> new BsonDouble(Double.NEGATIVE_INFINITY);
            case STRING, SYMBOL -> new BsonString("");
            case DATE_TIME -> new BsonDateTime(Long.MIN_VALUE);
            case OBJECT_ID -> new BsonObjectId(new ObjectId(new byte[12]));
            case BINARY -> new BsonBinary((byte) 0, new byte[0]);
            case BOOLEAN -> BsonBoolean.FALSE;
            case TIMESTAMP -> new BsonTimestamp(0);
            case DOCUMENT -> new BsonDocument();
            default ->
                throw new IllegalArgumentException(
                        "a condition on a plain element joins several negated ranges of type " + value.getBsonType()
                                + ", which has no least value. Use one range instead.");
        };
    }

    /** The least of the values that come after all those with which the given one is compared. */
    static BsonValue beyond(BsonValue value) {
        return switch (value.getBsonType()) {
            case INT32, INT64, DOUBLE, DECIMAL128 -> new BsonString("");
            case STRING, SYMBOL -> new BsonDocument();
            case DOCUMENT -> new BsonArray();
            case BINARY -> new BsonObjectId(new ObjectId(new byte[12]));
            case OBJECT_ID -> BsonBoolean.FALSE;
            case BOOLEAN -> new BsonDateTime(Long.MIN_VALUE);
            case DATE_TIME -> new BsonTimestamp(0);
            default -> new BsonMaxKey();
        };
    }

    static boolean isNaN(BsonValue value) {
        return value.isDouble()
                ? Double.isNaN(value.asDouble().getValue())
                : value.isDecimal128() && value.asDecimal128().getValue().isNaN();
    }
}
