// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.conversions.Bson;

/**
 * Holds for the documents that come after a place in the order of a keyset. A comparison by {@code $gt} or {@code $lt}
 * sees only values of one type and never a NaN, while a sort puts missing values and nulls first, as equals, and NaN
 * before all numbers. So both are named here. The two forms of a link are named too: a DBRef comes after all bare ids
 * that are texts or numbers, and before the others. Values stand only where operators expect an operand, so no value
 * can be taken for an operator.
 *
 * @param values where the page before ends, one for each key
 * @see <a href="https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/">Comparison order</a>
 */
public record KeysetFilter(Keyset keyset, List<BsonValue> values) implements Bson {
    private static final BsonDouble NAN = new BsonDouble(Double.NaN);
    private static final BsonDouble LEAST = new BsonDouble(Double.NEGATIVE_INFINITY);
    private static final BsonArray BEFORE_DOCUMENTS = types("int", "long", "double", "decimal", "string");
    private static final BsonArray DOCUMENTS = types("object");
    private static final BsonArray AFTER_DOCUMENTS = types("binData", "objectId", "bool", "date");

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
        List<BsonDocument> after = new ArrayList<>();
        if (!isNaN(value)) {
            after.add(test(key.descending() ? "$lt" : "$gt", value));
        } else if (!key.descending()) {
            after.add(test("$gte", LEAST));
        }
        BsonArray types = typesAfter(key, value);
        if (!types.isEmpty()) {
            after.add(test("$type", types));
        }
        if (key.descending() && !key.isId()) { // which no document lacks
            after.add(value.isNumber() && !isNaN(value) ? noNumber() : test("$eq", BsonNull.VALUE));
        }
        return after;
    }

    /** The types of the other stored form, if that comes after a value. */
    private static BsonArray typesAfter(Keyset.Key key, BsonValue value) {
        if (!key.isBareLink()) {
            return new BsonArray();
        }
        if (value.isDocument()) {
            return key.descending() ? BEFORE_DOCUMENTS : AFTER_DOCUMENTS;
        }
        boolean isBeforeDocuments = value.isNumber() || value.isString();
        return isBeforeDocuments == key.descending() ? new BsonArray() : DOCUMENTS;
    }

    /** What the first key of all documents from the value on satisfies. It only adds the range of an index. */
    private static BsonDocument bound(Keyset.Key key, BsonValue value) {
        if (key.descending()) {
            BsonDocument test = value.isNull()
                    ? test("$eq", value)
                    : isNaN(value) ? noNumber() : new BsonDocument("$not", test("$gt", value));
            return new BsonDocument(key.field(), test);
        }
        if (value.isNull() || isNaN(value)) {
            return new BsonDocument();
        }
        return new BsonDocument(
                key.field(),
                typesAfter(key, value).isEmpty() ? test("$gte", value) : new BsonDocument("$not", test("$lt", value)));
    }

    private static BsonDocument noNumber() {
        return test("$in", new BsonArray(List.of(BsonNull.VALUE, NAN)));
    }

    private static boolean isNaN(BsonValue value) {
        return value.isDouble()
                ? Double.isNaN(value.asDouble().getValue())
                : value.isDecimal128() && value.asDecimal128().getValue().isNaN();
    }

    private static BsonArray types(String... names) {
        return new BsonArray(Stream.of(names).map(BsonString::new).toList());
    }

    private static BsonDocument test(String operator, BsonValue operand) {
        return new BsonDocument(operator, operand);
    }

    /** Without the values, which are in the command. For plans. */
    @Override
    public String toString() {
        return keyset.keys().stream()
                .map(Keyset.Key::toString)
                .collect(Collectors.joining(", ", "after the page before by ", ""));
    }
}
