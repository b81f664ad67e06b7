// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.internal.stored.StoredId;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkHolder;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.LinkWay;
import dev.ligature.spi.ValueCodecs;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
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

    private static final LinkWay LINES = LinkWay.empty().through("lines", "l", order -> null, LinkHolder.LISTED);
    private static final LinkWay EXTRAS =
            LinkWay.empty().through("box", "box", order -> null).through("extras", "x", box -> null, LinkHolder.MAPPED);
    private static final LinkWay CELLS = LinkWay.empty()
            .through("box", "box", order -> null)
            .through("extras", "x", box -> null)
            .through("cell", "cell", extras -> null);

    /** Its links are in embedded values. One of its subtypes has a map where another one has a single value. */
    private static final DocumentType<Object> ORDER = DocumentType.builder(Object.class, "orders")
            .id("id", Integer.class, ValueCodecs.INTEGER, order -> null)
            .codec(registry -> {
                throw new UnsupportedOperationException("is read without a codec");
            })
            .link(LINES, "product", "p", LinkShape.ONE, LinkStorage.ID, value -> null, () -> Town.DOOR)
            .link(LINES, "others", "others", LinkShape.LIST, LinkStorage.DBREF, value -> null, () -> Town.DOOR)
            .link(EXTRAS, "product", "p", LinkShape.ONE, LinkStorage.ID, value -> null, () -> Town.DOOR)
            .link(CELLS, "product", "p", LinkShape.ONE, LinkStorage.ID, value -> null, () -> Town.DOOR)
            .build();

    @Test
    void ofEmbeddedValuesAreReadByTheirPathsUnlessPlacesMatter() {
        assertThat(StoredLinks.projection(List.of(ORDER.link("lines.product"), ORDER.link("lines.others"))))
                .isEqualTo(BsonDocument.parse("{_id: 1, 'l.p': 1, 'l.others': 1}"));
        assertThat(StoredLinks.projectionWithPlaces(StoredLinks.of(ORDER)).keySet())
                .as("no path together with a part of it")
                .containsExactly("_id", "l", "box.x");
        assertThat(StoredLinks.projection(StoredLinks.of(ORDER)).keySet())
                .containsExactly("_id", "l.p", "l.others", "box.x");
    }

    @Test
    void ofEmbeddedValuesAreReadFromListsAndMaps() {
        BsonDocument stored = BsonDocument.parse(
                "{_id: 9, l: [{p: 1, others: [{$ref: 'doors', $id: 2}, null]}, {p: null}], box: {x: {a: {p: 2}, b: {}}}}");

        assertThat(StoredLinks.read(stored, StoredLinks.of(ORDER)))
                .extracting(each -> each.type().member() + " " + each.id())
                .containsExactly(
                        "lines.product BsonInt32{value=1}",
                        "lines.others BsonInt32{value=2}",
                        "box.extras.product BsonInt32{value=2}");
    }

    @Test
    void areLookedForInBothFormsWhereIdsAreDeclared() {
        assertThat(StoredLinks.referring(Town.HOUSE.link("door"), List.of(new BsonString("a"), new BsonString("b"))))
                .isEqualTo(BsonDocument.parse(
                        "{d: {$in: ['a', {$ref: 'doors', $id: 'a'}, 'b', {$ref: 'doors', $id: 'b'}]}}"));
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
