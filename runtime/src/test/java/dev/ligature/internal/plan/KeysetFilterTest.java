// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import static dev.ligature.internal.plan.Types.HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.internal.predicate.Order;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes after a place in an order. */
class KeysetFilterTest {
    private static final String NAN = "{$numberDouble: 'NaN'}";
    private static final String OID = "{$oid: '665000000000000000000001'}";
    private static final String LEAST = "{$numberDouble: '-Infinity'}";

    /** A filter over keys as sorts name them, {@code -} in front of descending ones. */
    private static BsonDocument filter(String values, String... keys) {
        List<Order> sort = Arrays.stream(keys)
                .map(key -> new Order(List.of(), key.replace("-", ""), false, key.startsWith("-")))
                .toList();
        List<BsonValue> parsed = BsonDocument.parse("{values: " + values + "}")
                .getArray("values")
                .getValues();
        return new KeysetFilter(Keyset.of(HOUSE, sort), parsed).filter();
    }

    private static BsonDocument bson(String json) {
        return BsonDocument.parse(json);
    }

    static Stream<Arguments> singleKeys() {
        return Stream.of(
                Arguments.of("a", "'x'", "{a: {$gte: 'x'}, $or: [{a: {$gt: 'x'}}, {a: {$eq: 'x'}, _id: {$gt: 1}}]}"),
                Arguments.of("a", "5", "{a: {$gte: 5}, $or: [{a: {$gt: 5}}, {a: {$eq: 5}, _id: {$gt: 1}}]}"),
                Arguments.of("a", "null", "{$or: [{a: {$ne: null}}, {a: {$eq: null}, _id: {$gt: 1}}]}"),
                Arguments.of("a", NAN, "{$or: [{a: {$gte: " + LEAST + "}}, {a: {$eq: " + NAN + "}, _id: {$gt: 1}}]}"),
                Arguments.of(
                        "a",
                        LEAST,
                        "{a: {$gte: " + LEAST + "}, $or: [{a: {$gt: " + LEAST + "}}, {a: {$eq: " + LEAST
                                + "}, _id: {$gt: 1}}]}"),
                Arguments.of(
                        "-a",
                        "'x'",
                        "{a: {$not: {$gt: 'x'}},"
                                + " $or: [{a: {$lt: 'x'}}, {a: {$eq: null}}, {a: {$eq: 'x'}, _id: {$lt: 1}}]}"),
                Arguments.of(
                        "-a",
                        "5",
                        "{a: {$not: {$gt: 5}}," + " $or: [{a: {$lt: 5}}, {a: {$in: [null, " + NAN
                                + "]}}, {a: {$eq: 5}, _id: {$lt: 1}}]}"),
                Arguments.of("-a", "null", "{a: {$eq: null}, _id: {$lt: 1}}"),
                Arguments.of(
                        "-a",
                        NAN,
                        "{a: {$in: [null, " + NAN + "]}, $or: [{a: {$eq: null}}, {a: {$eq: " + NAN
                                + "}, _id: {$lt: 1}}]}"),
                Arguments.of(
                        "-a",
                        "{$numberDecimal: 'NaN'}",
                        "{a: {$in: [null, " + NAN + "]},"
                                + " $or: [{a: {$eq: null}}, {a: {$eq: {$numberDecimal: 'NaN'}}, _id: {$lt: 1}}]}"));
    }

    @ParameterizedTest
    @MethodSource("singleKeys")
    void continuesAfterAValueOfOneKey(String key, String value, String expected) {
        assertThat(filter("[" + value + ", 1]", key)).isEqualTo(bson(expected));
    }

    static Stream<Arguments> links() {
        String dbRef = "{$ref: 'doors', $id: 'x'}";
        return Stream.of(
                Arguments.of(
                        false,
                        "'x'",
                        "{door: {$not: {$lt: 'x'}}, $or: [{door: {$gt: 'x'}}, {door: {$type: ['object']}},"
                                + " {door: {$eq: 'x'}, _id: {$gt: 1}}]}"),
                Arguments.of(
                        true,
                        "'x'",
                        "{door: {$not: {$gt: 'x'}}, $or: [{door: {$lt: 'x'}}, {door: {$eq: null}},"
                                + " {door: {$eq: 'x'}, _id: {$lt: 1}}]}"),
                Arguments.of(
                        false,
                        OID,
                        "{door: {$gte: " + OID + "}, $or: [{door: {$gt: " + OID + "}}, {door: {$eq: " + OID
                                + "}, _id: {$gt: 1}}]}"),
                Arguments.of(
                        true,
                        OID,
                        "{door: {$not: {$gt: " + OID + "}}, $or: [{door: {$lt: " + OID + "}},"
                                + " {door: {$type: ['object']}}, {door: {$eq: null}}, {door: {$eq: " + OID
                                + "}, _id: {$lt: 1}}]}"),
                Arguments.of(
                        false,
                        dbRef,
                        "{door: {$not: {$lt: " + dbRef + "}}, $or: [{door: {$gt: " + dbRef + "}},"
                                + " {door: {$type: ['binData', 'objectId', 'bool', 'date']}}, {door: {$eq: " + dbRef
                                + "}, _id: {$gt: 1}}]}"),
                Arguments.of(
                        true,
                        dbRef,
                        "{door: {$not: {$gt: " + dbRef + "}}, $or: [{door: {$lt: " + dbRef + "}},"
                                + " {door: {$type: ['int', 'long', 'double', 'decimal', 'string']}}, {door: {$eq: null}},"
                                + " {door: {$eq: " + dbRef + "}, _id: {$lt: 1}}]}"));
    }

    /** The other form of a link is of another type, which comparisons do not see. */
    @ParameterizedTest
    @MethodSource("links")
    void continuesWithLinksInTheOtherForm(boolean descending, String value, String expected) {
        List<Order> sort = List.of(new Order(HOUSE.links().subList(0, 1), "_id", false, descending));
        List<BsonValue> values = BsonDocument.parse("{values: [" + value + ", 1]}")
                .getArray("values")
                .getValues();

        assertThat(new KeysetFilter(Keyset.of(HOUSE, sort), values).filter()).isEqualTo(bson(expected));
    }

    @Test
    void isOneComparisonWhereTheIdAloneIsSorted() {
        assertThat(filter("[7]")).isEqualTo(bson("{_id: {$gt: 7}}"));
        assertThat(filter("[7]", "-_id")).isEqualTo(bson("{_id: {$lt: 7}}"));
    }

    @Test
    void continuesInTheFirstKeyThatDiffers() {
        assertThat(filter("['x', 2, 1]", "a", "-b"))
                .isEqualTo(bson("{a: {$gte: 'x'}, $or: [{a: {$gt: 'x'}}, {a: {$eq: 'x'}, b: {$lt: 2}},"
                        + " {a: {$eq: 'x'}, b: {$in: [null, " + NAN + "]}},"
                        + " {a: {$eq: 'x'}, b: {$eq: 2}, _id: {$lt: 1}}]}"));
        assertThat(filter("[null, null, 1]", "-a", "b"))
                .isEqualTo(bson("{a: {$eq: null}, $or: [{a: {$eq: null}, b: {$ne: null}},"
                        + " {a: {$eq: null}, b: {$eq: null}, _id: {$gt: 1}}]}"));
        assertThat(filter("[null, null, 1]", "-a", "-b"))
                .isEqualTo(bson("{a: {$eq: null}, b: {$eq: null}, _id: {$lt: 1}}"));
    }

    @Test
    void takesADocumentForAValueOnly() {
        assertThat(filter("[{$where: 'x'}, {$ne: 1}]", "a"))
                .isEqualTo(bson("{a: {$gte: {$where: 'x'}},"
                        + " $or: [{a: {$gt: {$where: 'x'}}}, {a: {$eq: {$where: 'x'}}, _id: {$gt: {$ne: 1}}}]}"));
    }
}
