// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.stored;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkHolder;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.LinkWay;
import dev.ligature.spi.ValueCodecs;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways through embedded documents, lists and maps, as they are stored. */
class StoredWayTest {
    private static final class Order {}

    private static final LinkWay CUSTOMER = LinkWay.empty().through("customer", "c", order -> null);
    private static final LinkWay LINES = LinkWay.empty().through("lines", "l", order -> null, LinkHolder.LISTED);
    private static final LinkWay BOXED = LinkWay.empty()
            .through("parcels", "boxes", order -> null, LinkHolder.LISTED)
            .through("content", "content", parcel -> null)
            .through("lines", "l", content -> null, LinkHolder.LISTED);
    private static final LinkWay EXTRAS = LinkWay.empty().through("extras", "x", order -> null, LinkHolder.MAPPED);
    private static final LinkWay BAGS =
            LinkWay.empty().through("bags", "bags", order -> null, LinkHolder.LISTED, LinkHolder.MAPPED);
    private static final LinkWay SHELVES =
            LinkWay.empty().through("shelves", "shelves", order -> null, LinkHolder.MAPPED, LinkHolder.LISTED);
    private static final LinkWay GRID =
            LinkWay.empty().through("grid", "grid", order -> null, LinkHolder.LISTED, LinkHolder.LISTED);

    private static final DocumentType<Order> ORDER = DocumentType.builder(Order.class, "orders")
            .id("id", Integer.class, ValueCodecs.INTEGER, order -> null)
            .codec(registry -> {
                throw new UnsupportedOperationException("is not read by a codec");
            })
            .link("seller", "s", LinkShape.OPTIONAL, LinkStorage.ID, () -> StoredWayTest.ORDER)
            .link(
                    CUSTOMER,
                    "account",
                    "a",
                    LinkShape.OPTIONAL,
                    LinkStorage.ID,
                    value -> null,
                    () -> StoredWayTest.ORDER)
            .link(LINES, "product", "p", LinkShape.ONE, LinkStorage.ID, value -> null, () -> StoredWayTest.ORDER)
            .link(
                    LINES,
                    "others",
                    "others",
                    LinkShape.LIST,
                    LinkStorage.DBREF,
                    value -> null,
                    () -> StoredWayTest.ORDER)
            .link(BOXED, "product", "p", LinkShape.ONE, LinkStorage.ID, value -> null, () -> StoredWayTest.ORDER)
            .link(EXTRAS, "product", "p", LinkShape.ONE, LinkStorage.ID, value -> null, () -> StoredWayTest.ORDER)
            .link(BAGS, "product", "p", LinkShape.ONE, LinkStorage.ID, value -> null, () -> StoredWayTest.ORDER)
            .link(SHELVES, "product", "p", LinkShape.ONE, LinkStorage.ID, value -> null, () -> StoredWayTest.ORDER)
            .link(GRID, "product", "p", LinkShape.ONE, LinkStorage.ID, value -> null, () -> StoredWayTest.ORDER)
            .build();

    private static LinkType link(String member) {
        return ORDER.link(member);
    }

    /** Each place with its path and what is there. */
    private static List<String> found(String member, String stored) {
        List<String> found = new ArrayList<>();
        StoredWay.forEachPlace(
                link(member),
                BsonDocument.parse(stored),
                (place, content) -> found.add(place + " " + place.path() + " "
                        + new BsonDocument("v", content).toJson().replace("\"", "'")));
        return found;
    }

    @Test
    void leadToALinkOfTheDocumentItself() {
        assertThat(found("seller", "{s: 1}")).containsExactly("seller s {'v': 1}");
        assertThat(found("seller", "{s: null}")).isEmpty();
        assertThat(found("seller", "{}")).isEmpty();
    }

    @Test
    void leadThroughASingleValue() {
        assertThat(found("customer.account", "{c: {a: 1}}")).containsExactly("customer.account c.a {'v': 1}");
        assertThat(found("customer.account", "{c: {}}")).isEmpty();
        assertThat(found("customer.account", "{c: null}")).isEmpty();
        assertThat(found("customer.account", "{c: 'odd'}")).isEmpty();
    }

    @Test
    void leadToEachElementOfAList() {
        assertThat(found("lines.product", "{l: [{p: 1}, null, {}, {p: {$ref: 'o', $id: 2}}, 7]}"))
                .containsExactly(
                        "lines[0].product l.0.p {'v': 1}", "lines[3].product l.3.p {'v': {'$ref': 'o', '$id': 2}}");
        assertThat(found("lines.others", "{l: [{others: [1, 2]}, {others: []}, {others: null}]}"))
                .containsExactly("lines[0].others l.0.others {'v': [1, 2]}", "lines[1].others l.1.others {'v': []}");
    }

    @Test
    void leadThroughListsInLists() {
        assertThat(found(
                        "parcels.content.lines.product",
                        "{boxes: [{content: {l: [{p: 1}, {p: 2}]}}, {}, {content: {l: [{p: 3}]}}]}"))
                .containsExactly(
                        "parcels[0].content.lines[0].product boxes.0.content.l.0.p {'v': 1}",
                        "parcels[0].content.lines[1].product boxes.0.content.l.1.p {'v': 2}",
                        "parcels[2].content.lines[0].product boxes.2.content.l.0.p {'v': 3}");
        assertThat(found("grid.product", "{grid: [[{p: 1}], [], [{p: 2}, {p: 3}]]}"))
                .containsExactly(
                        "grid[0][0].product grid.0.0.p {'v': 1}",
                        "grid[2][0].product grid.2.0.p {'v': 2}",
                        "grid[2][1].product grid.2.1.p {'v': 3}");
    }

    @Test
    void leadToEachKeyOfAMap() {
        assertThat(found("extras.product", "{x: {gift: {p: 1}, p: {p: 2}, none: null}}"))
                .containsExactly("extras[\"gift\"].product x.gift.p {'v': 1}", "extras[\"p\"].product x.p.p {'v': 2}");
        assertThat(found("bags.product", "{bags: [{red: {p: 1}}, {blue: {p: 2}, green: {}}]}"))
                .containsExactly(
                        "bags[0][\"red\"].product bags.0.red.p {'v': 1}",
                        "bags[1][\"blue\"].product bags.1.blue.p {'v': 2}");
        assertThat(found("shelves.product", "{shelves: {top: [{p: 1}, {p: 2}], low: []}}"))
                .containsExactly(
                        "shelves[\"top\"][0].product shelves.top.0.p {'v': 1}",
                        "shelves[\"top\"][1].product shelves.top.1.p {'v': 2}");
    }

    @Test
    void arePathsOfQueriesUnlessAMapOrAListOfListsIsOnTheWay() {
        assertThat(ORDER.links().stream().filter(StoredWay::hasPath).map(LinkType::member))
                .containsExactly(
                        "seller", "customer.account", "lines.product", "lines.others", "parcels.content.lines.product");
    }

    @Test
    void areReadWholeFromTheFirstListOrMapOn() {
        assertThat(ORDER.links())
                .extracting(StoredWay::wholePath)
                .containsExactly("s", "c.a", "l", "l", "boxes", "x", "bags", "shelves", "grid");
    }

    @Test
    void areNamedByUpdatesForTheElementsOfAllLists() {
        BsonDocument held = BsonDocument.parse("{$in: [1]}");
        StoredRoute single = StoredRoute.of(link("customer.account"));
        StoredRoute listed = StoredRoute.of(link("lines.product"));
        StoredRoute boxed = StoredRoute.of(link("parcels.content.lines.product"));

        assertThat(single.field()).isEqualTo("c.a");
        assertThat(single.elements()).isEqualTo("c.a");
        assertThat(single.list()).isNull();
        assertThat(single.elementFilters(held, false)).isEmpty();
        assertThat(listed.field()).isEqualTo("l.p");
        assertThat(listed.elements()).isEqualTo("l.$[e0].p");
        assertThat(listed.list()).isEqualTo("l");
        assertThat(listed.elementFilters(held, false)).containsExactly(BsonDocument.parse("{'e0.p': {$in: [1]}}"));
        assertThat(boxed.field()).isEqualTo("boxes.content.l.p");
        assertThat(boxed.elements()).isEqualTo("boxes.$[e0].content.l.$[e1].p");
        assertThat(boxed.list()).isEqualTo("boxes");
        assertThat(boxed.elementFilters(held, false))
                .containsExactly(
                        BsonDocument.parse("{'e0.content.l.p': {$in: [1]}, 'e0.content.l.0': {$exists: true}}"),
                        BsonDocument.parse("{'e1.p': {$in: [1]}}"));
        assertThat(boxed.elementFilters(held, true).get(1))
                .isEqualTo(BsonDocument.parse("{'e1.p': {$in: [1]}, 'e1.p.0': {$exists: true}}"));
    }

    private static List<String> routes(String member, String stored) {
        List<String> routes = new ArrayList<>();
        StoredWay.forEachPlace(
                link(member),
                BsonDocument.parse(stored),
                (place, content) ->
                        routes.add(place.route().field() + " " + place.route().elements()));
        return routes.stream().distinct().toList();
    }

    @Test
    void areNamedByUpdatesWithTheKeysOfMaps() {
        assertThat(routes("lines.product", "{l: [{p: 1}, {p: 2}]}")).containsExactly("l.p l.$[e0].p");
        assertThat(routes("extras.product", "{x: {gift: {p: 1}, p: {p: 2}}}"))
                .containsExactly("x.gift.p x.gift.p", "x.p.p x.p.p");
        assertThat(routes("bags.product", "{bags: [{red: {p: 1}}, {red: {p: 1}, blue: {p: 2}}]}"))
                .containsExactly("bags.red.p bags.$[e0].red.p", "bags.blue.p bags.$[e0].blue.p");
        assertThat(routes("shelves.product", "{shelves: {top: [{p: 1}, {p: 2}]}}"))
                .containsExactly("shelves.top.p shelves.top.$[e0].p");
        assertThat(routes("grid.product", "{grid: [[{p: 1}], [{p: 2}, {p: 3}]]}"))
                .containsExactly("grid.0.p grid.0.$[e0].p", "grid.1.p grid.1.$[e0].p");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "$a"})
    void haveNoPathThroughAKeyThatWouldNameAnotherPlace(String key) {
        StoredWay.forEachPlace(
                link("extras.product"),
                new BsonDocument("x", new BsonDocument(key, BsonDocument.parse("{p: 1}"))),
                (place, content) -> {
                    assertThat(place.hasPath()).isFalse();
                    assertThat(place).hasToString("extras[\"" + key + "\"].product");
                });
        StoredWay.forEachPlace(
                link("extras.product"),
                BsonDocument.parse("{x: {'0': {p: 1}}}"),
                (place, content) -> assertThat(place.hasPath()).isTrue());
    }

    @Test
    void giveTheIdsOfTheDeclaredFormAlone() {
        List<Object> referred = new ArrayList<>();
        BsonDocument stored = BsonDocument.parse("{l: [{p: 1, others: [2, {$ref: 'o', $id: 3}, null]}, {p: {$ref: 'o',"
                + " $id: 4}, others: null}, {p: 5}]}");

        StoredForm.forEachReferred(link("lines.product"), stored, referred::add);
        StoredForm.forEachReferred(link("lines.others"), stored, referred::add);

        assertThat(referred)
                .extracting(Object::toString)
                .containsExactly("BsonInt32{value=1}", "BsonInt32{value=5}", "BsonInt32{value=3}");
        assertThat(StoredForm.readableIds(link("lines.product"), stored)).containsExactly(1, 5);
    }
}
