// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.stored;

import dev.ligature.internal.Excerpt;
import dev.ligature.spi.DocumentType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonNumber;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/**
 * An id as it is stored. It equals another one if the server takes them for the same: 5 is 5.0, whatever the types of
 * the numbers, alone and within embedded documents and arrays. Decoded ids cannot be used for this, because some have
 * no {@code equals}.
 */
public final class StoredId {
    private static final int DIGITS_OF_LONG = 19;
    private static final int SHOWN = 10;

    private final BsonValue value;
    private final Object key;

    private StoredId(BsonValue value) {
        this.value = value;
        this.key = key(value);
    }

    /** The id that a value is. */
    public static StoredId of(BsonValue value) {
        return new StoredId(value);
    }

    /** The id of a stored document. */
    public static StoredId ofDocument(BsonDocument stored) {
        return new StoredId(Objects.requireNonNull(stored.get("_id"), "a stored document has an id"));
    }

    /** The value as it was given: what is sent keeps its type. */
    public BsonValue value() {
        return value;
    }

    /** The given ids as messages show them: only the first ten if there are more. */
    public static String show(List<BsonValue> ids) {
        return ids.size() == 1
                ? show(ids.get(0))
                : ids.stream()
                        .limit(SHOWN)
                        .map(StoredId::show)
                        .collect(Collectors.joining(", ", "[", ids.size() > SHOWN ? ", …]" : "]"));
    }

    /** The given id as messages show it. */
    public static String show(BsonValue id) {
        if (id.isObjectId()) {
            return id.asObjectId().getValue().toHexString();
        }
        return Excerpt.of(id.isString() ? id.asString().getValue() : id);
    }

    /** The given id as users see it, or as it is stored if it cannot be an id of the type. */
    public static Object decoded(DocumentType<?> type, BsonValue id) {
        Object decoded = type.readId(id);
        return decoded == null ? id : decoded;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredId that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return value.toString();
    }

    private static Object key(BsonValue value) {
        return switch (value.getBsonType()) {
            case INT32, INT64 -> value.asNumber().longValue();
            case DOUBLE, DECIMAL128 -> number(value.asNumber());
            case ARRAY -> value.asArray().stream().map(StoredId::key).toList();
            case DOCUMENT -> fields(value.asDocument());
            case SYMBOL -> new BsonString(value.asSymbol().getSymbol());
            default -> value;
        };
    }

    private static List<Object> fields(BsonDocument document) {
        List<Object> fields = new ArrayList<>(2 * document.size());
        document.forEach((name, value) -> {
            fields.add(name);
            fields.add(key(value));
        });
        return fields;
    }

    /** Exact: a double is a binary fraction, which is rarely the decimal one that is printed. */
    private static Object number(BsonNumber number) {
        BigDecimal exact;
        if (number.isDouble()) {
            double value = number.doubleValue();
            if (!Double.isFinite(value)) {
                return value;
            }
            exact = new BigDecimal(value);
        } else {
            Decimal128 value = number.decimal128Value();
            if (!value.isFinite()) {
                return value.doubleValue();
            }
            exact = new BigDecimal(value.toString()); // this accepts a negative zero too
        }
        BigDecimal shortest = exact.stripTrailingZeros();
        boolean fitsLong = shortest.scale() <= 0
                && shortest.precision() - shortest.scale() <= DIGITS_OF_LONG
                && shortest.toBigInteger().bitLength() < Long.SIZE;
        return fitsLong ? shortest.longValue() : (Object) shortest;
    }
}
