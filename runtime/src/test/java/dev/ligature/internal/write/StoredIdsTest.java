package dev.ligature.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;

class StoredIdsTest {
    private static BsonValue value(String json) {
        return BsonDocument.parse("{v: " + json + "}").get("v");
    }

    private static Object key(String json) {
        return StoredIds.key(value(json));
    }

    @Test
    void comparesNumbersAsServersDo() {
        assertThat(key("5"))
                .isEqualTo(key("5.0"))
                .isEqualTo(key("{$numberLong: '5'}"))
                .isEqualTo(key("{$numberDecimal: '5.00'}"))
                .isNotEqualTo(key("'5'"))
                .isNotEqualTo(key("5.5"));
        assertThat(key("0")).isEqualTo(key("{$numberDouble: '-0.0'}")).isEqualTo(key("{$numberDecimal: '-0'}"));
        assertThat(key("{$numberLong: '9007199254740993'}")).isNotEqualTo(key("9007199254740992.0"));
        assertThat(key("{$numberDouble: 'NaN'}")).isEqualTo(key("{$numberDecimal: 'NaN'}"));
        assertThat(key("{$numberDouble: 'Infinity'}")).isEqualTo(key("{$numberDecimal: 'Infinity'}"));
    }

    @Test
    void comparesEmbeddedIdsFieldByField() {
        assertThat(key("{a: 1, b: [2, 'x']}"))
                .isEqualTo(key("{a: 1.0, b: [{$numberLong: '2'}, 'x']}"))
                .isNotEqualTo(key("{b: [2, 'x'], a: 1}"))
                .isNotEqualTo(key("{a: 1, b: [2, 'y']}"));
        assertThat(key("{$binary: {base64: 'AQI=', subType: '00'}}"))
                .isEqualTo(key("{$binary: {base64: 'AQI=', subType: '00'}}"))
                .isNotEqualTo(key("{$binary: {base64: 'AQM=', subType: '00'}}"));
    }

    @Test
    void readsTheIdOutOfEitherForm() {
        assertThat(StoredIds.bare(value("7"))).isEqualTo(value("7"));
        assertThat(StoredIds.bare(value("{$ref: 'x', $id: 7}"))).isEqualTo(value("7"));
        assertThat(StoredIds.bare(value("{$id: 7, $ref: 'x', $db: 'd'}"))).isEqualTo(value("7"));
        assertThat(StoredIds.bare(value("{a: 7}"))).isEqualTo(value("{a: 7}"));
        assertThat(StoredIds.bare(value("{$ref: 'x'}"))).isEqualTo(value("{$ref: 'x'}"));
        assertThat(StoredIds.bare(value("{}"))).isEqualTo(value("{}"));
    }

    @Test
    void knowsWhatAQueryWouldTakeForAnother() {
        assertThat(StoredIds.isQueryable(value("'a'"))).isTrue();
        assertThat(StoredIds.isQueryable(value("{a: 7}"))).isTrue();
        assertThat(StoredIds.isQueryable(value("{$ref: 'x'}"))).isFalse();
        assertThat(StoredIds.isQueryable(value("/a/"))).isFalse();
    }
}
