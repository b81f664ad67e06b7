package dev.ligature.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
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

    private static final List<BsonValue> IDS = List.of(value("1"), value("'a'"));

    @Test
    void writesTheDeclaredForm() {
        assertThat(StoredIds.declared(Town.HOUSE.link("door"), IDS)).isEqualTo(value("[1, 'a']"));
        assertThat(StoredIds.declared(Town.HOUSE.link("neighbours"), IDS))
                .isEqualTo(value("[{$ref: 'houses', $id: 1}, {$ref: 'houses', $id: 'a'}]"));
    }

    @Test
    void looksForBothFormsWhicheverIsDeclared() {
        assertThat(StoredIds.inBothForms(Town.HOUSE.link("door"), IDS))
                .isEqualTo(value("[1, {$ref: 'doors', $id: 1}, 'a', {$ref: 'doors', $id: 'a'}]"));
        assertThat(StoredIds.dbRefPath(Town.HOUSE.link("neighbours"))).isEqualTo("n.$id");
    }

    @Test
    void knowsTheDbRefsThatEveryServerTakesForOne() {
        assertThat(StoredIds.isPlainDbRef(value("{$ref: 'x', $id: 7}"))).isTrue();
        assertThat(StoredIds.isPlainDbRef(value("{$id: 7, $ref: 'x', $db: 'd', more: 1}")))
                .isTrue();
        assertThat(StoredIds.isPlainDbRef(value("{$db: 'd', $ref: 'x', $id: 7}")))
                .isFalse();
        assertThat(StoredIds.isPlainDbRef(value("{$ref: 'x'}"))).isFalse();
        assertThat(StoredIds.isPlainDbRef(value("{$id: 7}"))).isFalse();
        assertThat(StoredIds.isPlainDbRef(value("7"))).isFalse();
    }

    @Test
    void showsTheFirstOfManyIds() {
        assertThat(StoredIds.show(List.of(value("'a'")))).isEqualTo("a");
        assertThat(StoredIds.show(List.of(value("{$oid: '65f0c0ffee0123456789abcd'}"), value("'a'"))))
                .isEqualTo("[65f0c0ffee0123456789abcd, a]");
        assertThat(StoredIds.show(Collections.nCopies(11, value("'a'"))))
                .isEqualTo("[a, a, a, a, a, a, a, a, a, a, …]");
    }

    @Test
    void decodesAsFarAsItIsAnId() {
        ObjectId id = new ObjectId();

        assertThat(StoredIds.decoded(Town.DOOR, new BsonObjectId(id))).isEqualTo(id);
        assertThat(StoredIds.decoded(Town.DOOR, value("7"))).isEqualTo(value("7"));
    }
}
