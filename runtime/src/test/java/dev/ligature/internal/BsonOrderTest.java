// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;

/** The order of values of all types. */
class BsonOrderTest {
    private static List<BsonValue> values(String json) {
        return BsonDocument.parse("{v: [" + json + "]}").getArray("v").getValues();
    }

    /** Each value is less than all that follow. */
    private static void ascending(String json) {
        List<BsonValue> values = values(json);
        for (int i = 0; i < values.size(); i++) {
            for (int j = 0; j < values.size(); j++) {
                assertThat(Integer.signum(BsonOrder.INSTANCE.compare(values.get(i), values.get(j))))
                        .as("%s and %s", values.get(i), values.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    private static void equal(String json) {
        List<BsonValue> values = values(json);
        for (BsonValue one : values) {
            for (BsonValue other : values) {
                assertThat(BsonOrder.INSTANCE.compare(one, other))
                        .as("%s and %s", one, other)
                        .isZero();
            }
        }
    }

    @Test
    void putsTypesInOrder() {
        ascending("{$minKey: 1}, null, 1, 'a', {a: 1}, [1], {$binary: {base64: 'AA==', subType: '00'}},"
                + " {$oid: '665000000000000000000001'}, false, {$date: 0}, {$timestamp: {t: 1, i: 1}},"
                + " {$regularExpression: {pattern: 'a', options: ''}}, {$maxKey: 1}");
    }

    @Test
    void comparesNumbersByValueAcrossTypes() {
        ascending("{$numberDouble: 'NaN'}, {$numberDouble: '-Infinity'}, {$numberDecimal: '-1E+6000'}, -2,"
                + " {$numberDecimal: '-1.5'}, {$numberLong: '-1'}, 0, {$numberDecimal: '0.1'}, 0.5, 1,"
                + " {$numberLong: '9007199254740992'}, {$numberLong: '9007199254740993'}, 1e300,"
                + " {$numberDecimal: '1E+6000'}, {$numberDouble: 'Infinity'}");
        equal("0, {$numberLong: '0'}, -0.0, {$numberDecimal: '-0'}, {$numberDecimal: '0E+3'}");
        equal("2, {$numberLong: '2'}, 2.0, {$numberDecimal: '2.00'}");
        equal("{$numberDouble: 'NaN'}, {$numberDecimal: 'NaN'}");
        equal("{$numberDouble: '-Infinity'}, {$numberDecimal: '-Infinity'}");
    }

    @Test
    void comparesStringsByCodePoints() {
        ascending(
                "'', 'B', 'a', 'a\\u0000', 'ab', 'z', 'ä', '\\ud7ff', '\\ue000', '\\uffff', '\\ud83d\\ude00', '\\ud83d\\ude01',"
                        + " '\\udbff\\udfff'");
    }

    @Test
    void comparesBinariesByLengthThenSubtypeThenBytesWithoutSign() {
        ascending("{$binary: {base64: '', subType: '80'}}, {$binary: {base64: '/w==', subType: '00'}},"
                + " {$binary: {base64: 'AAA=', subType: '00'}}, {$binary: {base64: 'f38=', subType: '00'}},"
                + " {$binary: {base64: 'gAA=', subType: '00'}}, {$binary: {base64: 'AAA=', subType: '04'}},"
                + " {$binary: {base64: 'AAA=', subType: '80'}},"
                + " {$uuid: '70000000-0000-4000-8000-000000000000'}, {$uuid: 'f0000000-0000-4000-8000-000000000000'}");
    }

    @Test
    void comparesDocumentsFieldByFieldByTypeThenNameThenValue() {
        ascending("{}, {a: null}, {b: 1}, {b: 1, a: 0}, {b: 2}, {c: 0}, {a: ''}, {a: {}}, {a: {b: 1}}, {a: []}");
        equal("{a: 1}, {a: 1.0}");
    }

    @Test
    void comparesArraysEntryByEntry() {
        ascending("[], [null], [1], [1, 1], [2], ['a'], [[]]");
    }

    @Test
    void comparesOtherScalars() {
        ascending(
                "{$oid: '000000000000000000000001'}, {$oid: '7fffffffffffffffffffffff'}, {$oid: '800000000000000000000000'}");
        ascending("false, true");
        ascending("{$date: {$numberLong: '-1'}}, {$date: {$numberLong: '0'}}, {$date: {$numberLong: '1'}}");
        ascending("{$timestamp: {t: 1, i: 2}}, {$timestamp: {t: 2, i: 1}}, {$timestamp: {t: 4294967295, i: 1}}");
        ascending(
                "{$regularExpression: {pattern: 'a', options: ''}}, {$regularExpression: {pattern: 'a', options: 'i'}},"
                        + " {$regularExpression: {pattern: 'b', options: ''}}");
    }
}
