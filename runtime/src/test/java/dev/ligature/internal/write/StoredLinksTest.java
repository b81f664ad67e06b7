// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.internal.stored.StoredId;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;

class StoredLinksTest {
    private static final BsonInt32 ONE = new BsonInt32(1);
    private static final BsonInt32 TWO = new BsonInt32(2);

    @Test
    void areNoBackLinks() {
        assertThat(StoredLinks.of(Town.DOOR)).containsExactly(Town.DOOR.link("house"));
    }

    @Test
    void areReachedOverBackLinksToo() {
        assertThat(StoredLinks.reachable(Town.DOOR))
                .containsExactlyInAnyOrder(
                        Town.DOOR.link("house"),
                        Town.HOUSE.link("door"),
                        Town.HOUSE.link("neighbours"),
                        Town.HOUSE.link("lamp"));
    }

    @Test
    void areReadWithTheIdAndNothingElse() {
        assertThat(StoredLinks.projection(StoredLinks.of(Town.HOUSE)))
                .isEqualTo(BsonDocument.parse("{_id: 1, d: 1, n: 1, lamp: 1}"));
    }

    @Test
    void areLookedForInBothFormsWhereIdsAreDeclared() {
        assertThat(StoredLinks.referring(Town.HOUSE.link("door"), List.of(ONE, TWO)))
                .isEqualTo(BsonDocument.parse("{d: {$in: [1, {$ref: 'doors', $id: 1}, 2, {$ref: 'doors', $id: 2}]}}"));
    }

    @Test
    void areLookedForByTheIdsOfDbRefsWhereThoseAreDeclared() {
        assertThat(StoredLinks.referring(Town.HOUSE.link("neighbours"), List.of(ONE, TWO)))
                .isEqualTo(BsonDocument.parse("{'n.$id': {$in: [1, 2]}}"));
    }

    @Test
    void areReadInWhicheverFormTheyAreStored() {
        BsonDocument stored = BsonDocument.parse(
                "{_id: 9, d: {$ref: 'doors', $id: 1}, n: [2, null, {$ref: 'houses', $id: 1, $db: 'd'}], lamp: null}");

        assertThat(StoredLinks.read(stored, StoredLinks.of(Town.HOUSE)))
                .containsExactly(
                        new StoredLinks.Link(Town.HOUSE.link("door"), StoredId.of(ONE), stored.get("d")),
                        new StoredLinks.Link(Town.HOUSE.link("neighbours"), StoredId.of(TWO), TWO),
                        new StoredLinks.Link(
                                Town.HOUSE.link("neighbours"),
                                StoredId.of(ONE),
                                stored.getArray("n").get(2)));
    }
}
