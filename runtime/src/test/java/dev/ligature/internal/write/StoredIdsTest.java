package dev.ligature.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;

class StoredIdsTest {
    private static BsonValue value(String json) {
        return BsonDocument.parse("{v: " + json + "}").get("v");
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
