// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** How MongoDB's manual has values stored, compared and sorted. */
final class Values {
    private Values() {}

    /** A value of Java's as it is stored; null is a BSON null. */
    static BsonValue bson(@Nullable Object value) {
        if (value == null) {
            return BsonNull.VALUE;
        }
        if (value instanceof Integer number) {
            return new BsonInt32(number);
        }
        if (value instanceof Long number) {
            return new BsonInt64(number);
        }
        if (value instanceof Double number) {
            return new BsonDouble(number);
        }
        if (value instanceof BigDecimal number) {
            return new BsonDecimal128(new Decimal128(number));
        }
        if (value instanceof String text) {
            return new BsonString(text);
        }
        if (value instanceof Instant instant) {
            return new BsonDateTime(instant.toEpochMilli());
        }
        if (value instanceof ObjectId id) {
            return new BsonObjectId(id);
        }
        if (value instanceof UUID id) {
            return new BsonBinary(id);
        }
        if (value instanceof Part part) {
            return part.stored();
        }
        if (value instanceof List<?> list) {
            BsonArray array = new BsonArray();
            list.forEach(element -> array.add(bson(element)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            BsonDocument document = new BsonDocument();
            map.forEach((key, each) -> document.append((String) key, bson(each)));
            return document;
        }
        throw new IllegalArgumentException("stored by no field: " + value.getClass());
    }

    /** Whether there is none: not stored, or stored as null. */
    static boolean isAbsent(@Nullable BsonValue value) {
        return value == null || value.isNull();
    }

    /** Equal as a query has it: numbers by their value, whatever their type. */
    static boolean equal(@Nullable BsonValue one, @Nullable BsonValue other) {
        return compare(one, other) == 0;
    }

    /** Whether two values are of types that a range of a query compares. */
    static boolean isComparable(@Nullable BsonValue one, @Nullable BsonValue other) {
        return rank(one) == rank(other) && isNaN(one) == isNaN(other);
    }

    /**
     * The order of a sort: by the rank of the type, then by value. What is absent comes first, NaN is the least of all numbers.
     *
     * @see <a href="https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/">Comparison order</a>
     */
    static int compare(@Nullable BsonValue one, @Nullable BsonValue other) {
        int rank = rank(one);
        if (rank != rank(other)) {
            return Integer.compare(rank, rank(other));
        }
        if (isAbsent(one) || isAbsent(other)) {
            return 0;
        }
        return switch (one.getBsonType()) {
            case INT32, INT64, DOUBLE, DECIMAL128 -> compareNumbers(one, other);
            case STRING ->
                Arrays.compareUnsigned(
                        utf8(one.asString().getValue()), utf8(other.asString().getValue()));
            case DOCUMENT -> compareDocuments(one.asDocument(), other.asDocument());
            case ARRAY -> compareLists(one.asArray(), other.asArray());
            case BINARY -> compareBinaries(one.asBinary(), other.asBinary());
            case OBJECT_ID ->
                Arrays.compareUnsigned(
                        one.asObjectId().getValue().toByteArray(),
                        other.asObjectId().getValue().toByteArray());
            case DATE_TIME ->
                Long.compare(one.asDateTime().getValue(), other.asDateTime().getValue());
            default -> throw new IllegalArgumentException("stored by no field: " + one);
        };
    }

    private static int rank(@Nullable BsonValue value) {
        if (value == null) {
            return 1;
        }
        return switch (value.getBsonType()) {
            case NULL -> 1;
            case INT32, INT64, DOUBLE, DECIMAL128 -> 2;
            case STRING -> 3;
            case DOCUMENT -> 4;
            case ARRAY -> 5;
            case BINARY -> 6;
            case OBJECT_ID -> 7;
            case DATE_TIME -> 8;
            default -> throw new IllegalArgumentException("stored by no field: " + value);
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int compareNumbers(BsonValue one, BsonValue other) {
        double oneDouble = approximate(one);
        double otherDouble = approximate(other);
        if (Double.isFinite(oneDouble) && Double.isFinite(otherDouble)) {
            return exact(one).compareTo(exact(other));
        }
        if (isNaN(one) || isNaN(other)) {
            return Boolean.compare(isNaN(other), isNaN(one));
        }
        return Double.compare(oneDouble, otherDouble);
    }

    static boolean isNaN(@Nullable BsonValue value) {
        return value != null && value.isNumber() && Double.isNaN(approximate(value));
    }

    /** Whether a text has characters beyond the basic plane, which by their UTF-16 units come before some within it. */
    static boolean isRareText(BsonValue value) {
        return value.isString()
                && value.asString().getValue().codePoints().anyMatch(Character::isSupplementaryCodePoint);
    }

    private static double approximate(BsonValue number) {
        return number.isDecimal128()
                ? number.asDecimal128().getValue().doubleValue()
                : number.asNumber().doubleValue();
    }

    /** The exact value of a finite number; negative zero is zero. */
    static BigDecimal exact(BsonValue number) {
        return switch (number.getBsonType()) {
            case INT32 -> BigDecimal.valueOf(number.asInt32().getValue());
            case INT64 -> BigDecimal.valueOf(number.asInt64().getValue());
            case DOUBLE -> new BigDecimal(number.asDouble().getValue());
            default -> number.asDecimal128().getValue().bigDecimalValue();
        };
    }

    /** Field by field: by the type of the value, the name, the value; the one that ends first comes first. */
    private static int compareDocuments(BsonDocument one, BsonDocument other) {
        Iterator<Map.Entry<String, BsonValue>> others = other.entrySet().iterator();
        for (Map.Entry<String, BsonValue> field : one.entrySet()) {
            if (!others.hasNext()) {
                return 1;
            }
            Map.Entry<String, BsonValue> next = others.next();
            int order = Integer.compare(rank(field.getValue()), rank(next.getValue()));
            order = order != 0 ? order : Arrays.compareUnsigned(utf8(field.getKey()), utf8(next.getKey()));
            order = order != 0 ? order : compare(field.getValue(), next.getValue());
            if (order != 0) {
                return order;
            }
        }
        return others.hasNext() ? -1 : 0;
    }

    private static int compareLists(BsonArray one, BsonArray other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private static int compareBinaries(BsonBinary one, BsonBinary other) {
        int order = Integer.compare(one.getData().length, other.getData().length);
        order = order != 0 ? order : Integer.compare(one.getType(), other.getType());
        return order != 0 ? order : Arrays.compareUnsigned(one.getData(), other.getData());
    }

    /** What equal values have in common, for sets and maps. */
    static Object key(BsonValue value) {
        if (value.isNumber()) {
            double number = approximate(value);
            return Double.isFinite(number) ? exact(value).stripTrailingZeros() : (Object) number;
        }
        if (value.isDocument()) {
            List<Object> fields = new ArrayList<>();
            value.asDocument().forEach((name, each) -> fields.add(List.of(name, key(each))));
            return fields;
        }
        return value;
    }
}
