package dev.ligature.internal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.conversions.Bson;

/**
 * Holds for the documents that come after a place in the order of a keyset. A comparison by {@code $gt} or {@code $lt} sees values of
 * one type only and never a NaN, while a sort puts missing values and nulls first, as equals, and NaN before all numbers: both
 * are named here. Values stand only where operators expect an operand, so that none can be taken for an operator.
 *
 * @param values where the page before ends, one for each key
 * @see <a href="https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/">Comparison order</a>
 */
public record KeysetFilter(Keyset keyset, List<BsonValue> values) implements Bson {
    private static final BsonDouble NAN = new BsonDouble(Double.NaN);
    private static final BsonDouble LEAST = new BsonDouble(Double.NEGATIVE_INFINITY);

    public KeysetFilter {
        values = List.copyOf(values);
    }

    @Override
    public <D> BsonDocument toBsonDocument(Class<D> documentClass, CodecRegistry registry) {
        return filter();
    }

    /** After in the first key; or equal in it and after in the second; and so on. */
    BsonDocument filter() {
        List<BsonDocument> alternatives = new ArrayList<>();
        BsonDocument equal = new BsonDocument();
        for (int i = 0; i < values.size(); i++) {
            Keyset.Key key = keyset.keys().get(i);
            for (BsonDocument after : after(key, values.get(i))) {
                alternatives.add(equal.clone().append(key.field(), after));
            }
            equal.append(key.field(), test("$eq", values.get(i)));
        }
        if (alternatives.size() == 1) {
            return alternatives.get(0);
        }
        return bound(keyset.keys().get(0), values.get(0)).append("$or", new BsonArray(alternatives));
    }

    /** What comes after a value, as alternatives. */
    private static List<BsonDocument> after(Keyset.Key key, BsonValue value) {
        if (value.isNull()) {
            return key.descending() ? List.of() : List.of(test("$ne", value));
        }
        if (isNaN(value)) {
            return List.of(key.descending() ? test("$eq", BsonNull.VALUE) : test("$gte", LEAST));
        }
        if (!key.descending()) {
            return List.of(test("$gt", value));
        }
        BsonDocument less = test("$lt", value);
        if (key.isId()) { // which no document lacks
            return List.of(less);
        }
        return List.of(less, value.isNumber() ? noNumber() : test("$eq", BsonNull.VALUE));
    }

    /** What the first key of all documents from the value on satisfies: it adds nothing but the range of an index. */
    private static BsonDocument bound(Keyset.Key key, BsonValue value) {
        if (!key.descending()) {
            boolean first = value.isNull() || isNaN(value);
            return first ? new BsonDocument() : new BsonDocument(key.field(), test("$gte", value));
        }
        BsonDocument test = value.isNull()
                ? test("$eq", value)
                : isNaN(value) ? noNumber() : new BsonDocument("$not", test("$gt", value));
        return new BsonDocument(key.field(), test);
    }

    private static BsonDocument noNumber() {
        return test("$in", new BsonArray(List.of(BsonNull.VALUE, NAN)));
    }

    private static boolean isNaN(BsonValue value) {
        return value.isDouble()
                ? Double.isNaN(value.asDouble().getValue())
                : value.isDecimal128() && value.asDecimal128().getValue().isNaN();
    }

    private static BsonDocument test(String operator, BsonValue operand) {
        return new BsonDocument(operator, operand);
    }

    /** Without the values, which are in the command, for plans. */
    @Override
    public String toString() {
        return keyset.keys().stream()
                .map(Keyset.Key::toString)
                .collect(Collectors.joining(", ", "after the page before by ", ""));
    }
}
