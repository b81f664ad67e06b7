// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class StoredIdTest {
    private static StoredId id(String json) {
        return StoredId.of(
                Objects.requireNonNull(BsonDocument.parse("{v: " + json + "}").get("v")));
    }

    @Test
    void comparesNumbersAsServersDo() {
        assertThat(id("5"))
                .isEqualTo(id("5.0"))
                .isEqualTo(id("{$numberLong: '5'}"))
                .isEqualTo(id("{$numberDecimal: '5.00'}"))
                .hasSameHashCodeAs(id("{$numberDecimal: '5.00'}"))
                .isNotEqualTo(id("'5'"))
                .isNotEqualTo(id("5.5"));
        assertThat(id("5.5")).isEqualTo(id("{$numberDecimal: '5.50'}"));
        assertThat(id("5.1")).isNotEqualTo(id("{$numberDecimal: '5.1'}"));
        assertThat(id("0")).isEqualTo(id("{$numberDouble: '-0.0'}")).isEqualTo(id("{$numberDecimal: '-0'}"));
        assertThat(id("{$numberDouble: 'NaN'}")).isEqualTo(id("{$numberDecimal: 'NaN'}"));
        assertThat(id("{$numberDouble: 'Infinity'}"))
                .isEqualTo(id("{$numberDecimal: 'Infinity'}"))
                .isNotEqualTo(id("{$numberDouble: '-Infinity'}"));
    }

    @Test
    void comparesLargeNumbersExactly() {
        assertThat(id("{$numberLong: '9007199254740993'}")).isNotEqualTo(id("9007199254740992.0"));
        assertThat(id("{$numberLong: '9223372036854775807'}"))
                .isEqualTo(id("{$numberDecimal: '9223372036854775807'}"))
                .isNotEqualTo(id("{$numberDouble: '9223372036854775807'}"));
        assertThat(id("{$numberLong: '-9223372036854775808'}"))
                .isEqualTo(id("{$numberDouble: '-9223372036854775808'}"));
        assertThat(id("{$numberDouble: '1e20'}")).isEqualTo(id("{$numberDecimal: '1E+20'}"));
        assertThat(id("{$numberDecimal: '1E+6000'}")).isNotEqualTo(id("{$numberDecimal: '1E+6001'}"));
    }

    @Test
    void comparesEmbeddedIdsFieldByFieldInTheirOrder() {
        assertThat(id("{a: 1, b: [2, 'x']}"))
                .isEqualTo(id("{a: 1.0, b: [{$numberLong: '2'}, 'x']}"))
                .isNotEqualTo(id("{b: [2, 'x'], a: 1}"))
                .isNotEqualTo(id("{a: 1, b: [2, 'y']}"));
    }

    @Test
    void tellsBinariesApartByTheirSubtypesAndBytes() {
        assertThat(id("{$binary: {base64: 'AQI=', subType: '00'}}"))
                .isEqualTo(id("{$binary: {base64: 'AQI=', subType: '00'}}"))
                .isNotEqualTo(id("{$binary: {base64: 'AQM=', subType: '00'}}"));
        assertThat(id("{$binary: {base64: 'AAECAwQFBgcICQoLDA0ODw==', subType: '03'}}"))
                .isNotEqualTo(id("{$binary: {base64: 'AAECAwQFBgcICQoLDA0ODw==', subType: '04'}}"));
    }

    @Test
    void keepsTheValueAsItWasGiven() {
        assertThat(id("5.0").value().isDouble()).isTrue();
        assertThat(id("{$symbol: 'a'}")).isEqualTo(id("'a'"));
    }
}
