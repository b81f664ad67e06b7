// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonNumber;
import org.bson.BsonRegularExpression;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.types.Decimal128;

/**
 * The order in which a server sorts values of all types. Numbers are compared by value whatever their type, strings by their bytes,
 * documents field by field.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/">Comparison/sort order</a>
 */
public final class BsonOrder implements Comparator<BsonValue> {
    public static final BsonOrder INSTANCE = new BsonOrder();

    private BsonOrder() {}

    @Override
    public int compare(BsonValue one, BsonValue other) {
        int types = Integer.compare(rank(one.getBsonType()), rank(other.getBsonType()));
        return types != 0 ? types : compareOfOneRank(one, other);
    }

    private static int rank(BsonType type) {
        return switch (type) {
            case MIN_KEY -> 0;
            case END_OF_DOCUMENT, UNDEFINED -> 1;
            case NULL -> 2;
            case INT32, INT64, DOUBLE, DECIMAL128 -> 3;
            case STRING, SYMBOL -> 4;
            case DOCUMENT -> 5;
            case ARRAY -> 6;
            case BINARY -> 7;
            case OBJECT_ID -> 8;
            case BOOLEAN -> 9;
            case DATE_TIME -> 10;
            case TIMESTAMP -> 11;
            case REGULAR_EXPRESSION -> 12;
            case DB_POINTER -> 13;
            case JAVASCRIPT -> 14;
            case JAVASCRIPT_WITH_SCOPE -> 15;
            case MAX_KEY -> 16;
        };
    }

    private int compareOfOneRank(BsonValue one, BsonValue other) {
        return switch (one.getBsonType()) {
            case INT32, INT64, DOUBLE, DECIMAL128 -> compareNumbers((BsonNumber) one, (BsonNumber) other);
            case STRING, SYMBOL -> compareStrings(text(one), text(other));
            case DOCUMENT -> compareDocuments(one.asDocument(), other.asDocument());
            case ARRAY -> compareArrays(one.asArray(), other.asArray());
            case BINARY -> compareBinaries(one.asBinary(), other.asBinary());
            case OBJECT_ID -> one.asObjectId().compareTo(other.asObjectId());
            case BOOLEAN -> one.asBoolean().compareTo(other.asBoolean());
            case DATE_TIME -> one.asDateTime().compareTo(other.asDateTime());
            case TIMESTAMP -> one.asTimestamp().compareTo(other.asTimestamp());
            case REGULAR_EXPRESSION ->
                compareRegularExpressions(one.asRegularExpression(), other.asRegularExpression());
            case DB_POINTER, JAVASCRIPT, JAVASCRIPT_WITH_SCOPE -> compareStrings(one.toString(), other.toString());
            case MIN_KEY, END_OF_DOCUMENT, UNDEFINED, NULL, MAX_KEY -> 0;
        };
    }

    private static String text(BsonValue value) {
        return value.isSymbol()
                ? value.asSymbol().getSymbol()
                : value.asString().getValue();
    }

    /** By UTF-8 bytes, which is the same as by code points. */
    public static int compareStrings(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) { // a surrogate is part of a code point beyond all that are one char
                boolean surrogate = Character.isSurrogate(a);
                return surrogate == Character.isSurrogate(b) ? Character.compare(a, b) : surrogate ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    private static int compareNumbers(BsonNumber one, BsonNumber other) {
        boolean integers = one.isInt32() || one.isInt64();
        if (integers && (other.isInt32() || other.isInt64())) {
            return Long.compare(one.longValue(), other.longValue());
        }
        int places = Integer.compare(place(one), place(other));
        return places != 0 || place(one) != 0 ? places : exact(one).compareTo(exact(other));
    }

    /** For numbers that are not finite: NaN comes first, and the infinite ones at the ends. */
    private static int place(BsonNumber number) {
        if (number.isDouble()) {
            double value = number.doubleValue();
            return Double.isNaN(value) ? -2 : Double.isInfinite(value) ? (int) Math.signum(value) : 0;
        }
        if (number.isDecimal128()) {
            Decimal128 value = number.decimal128Value();
            return value.isNaN() ? -2 : value.isInfinite() ? (value.isNegative() ? -1 : 1) : 0;
        }
        return 0;
    }

    private static BigDecimal exact(BsonNumber number) {
        if (number.isDouble()) {
            return new BigDecimal(number.doubleValue());
        }
        return number.isDecimal128()
                ? new BigDecimal(number.decimal128Value().toString()) // takes a negative zero
                : BigDecimal.valueOf(number.longValue());
    }

    /** Field by field, in their order: by type, then by name, then by value. */
    private int compareDocuments(BsonDocument one, BsonDocument other) {
        Iterator<Map.Entry<String, BsonValue>> others = other.entrySet().iterator();
        for (Map.Entry<String, BsonValue> field : one.entrySet()) {
            if (!others.hasNext()) {
                return 1;
            }
            Map.Entry<String, BsonValue> otherField = others.next();
            BsonValue value = field.getValue();
            BsonValue otherValue = otherField.getValue();
            int result = Integer.compare(rank(value.getBsonType()), rank(otherValue.getBsonType()));
            if (result == 0) {
                result = compareStrings(field.getKey(), otherField.getKey());
            }
            if (result == 0) {
                result = compareOfOneRank(value, otherValue);
            }
            if (result != 0) {
                return result;
            }
        }
        return others.hasNext() ? -1 : 0;
    }

    private int compareArrays(List<BsonValue> one, List<BsonValue> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int result = compare(one.get(i), other.get(i));
            if (result != 0) {
                return result;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    /** By length, then by subtype, then by bytes without sign. */
    private static int compareBinaries(BsonBinary one, BsonBinary other) {
        int result = Integer.compare(one.getData().length, other.getData().length);
        if (result == 0) {
            result = Byte.compareUnsigned(one.getType(), other.getType());
        }
        return result != 0 ? result : Arrays.compareUnsigned(one.getData(), other.getData());
    }

    private static int compareRegularExpressions(BsonRegularExpression one, BsonRegularExpression other) {
        int result = compareStrings(one.getPattern(), other.getPattern());
        return result != 0 ? result : compareStrings(one.getOptions(), other.getOptions());
    }
}
