// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QFlat.flat;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QShop.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.it.model.Address;
import dev.ligature.it.model.Flat;
import dev.ligature.it.model.FlatRepository;
import dev.ligature.it.model.Shop;
import dev.ligature.it.model.Shop.Stock;
import dev.ligature.it.model.ShopRepository;
import dev.ligature.path.Update;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** No update leaves a document that cannot be read. */
class PartialUpdateIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private static final Address YORK = new Address("High Street 1", "York", Optional.empty());

    private final ShopRepository shops = new ShopRepository(DATABASE.database());
    private final FlatRepository flats = new FlatRepository(DATABASE.database());

    static Stream<Arguments> removals() {
        return Stream.of(
                removal("House.name", house.name::unset),
                removal("House.id", house.id::unset),
                removal("Shop.stock.size", shop.stock.size::unset),
                removal("Shop.stock.shelves", shop.stock.shelves::unset),
                removal("Flat.address", flat.address::unset),
                removal("Flat.address.city", flat.address.city::unset),
                removal("Flat.formerAddresses.old.city", flat.formerAddresses.key("old").city::unset));
    }

    private static Arguments removal(String member, ThrowingCallable call) {
        return Arguments.of(member, call);
    }

    @ParameterizedTest
    @MethodSource("removals")
    void refusesToUnsetARequiredMember(String member, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(member
                        + ".unset(): a document without it cannot be read. Set another value, or let the member be"
                        + " Optional.");
    }

    @Test
    void unsetsMembersThatMayBeAbsent() {
        get(shops.insert(Shop.of(1).withStock(2, "a")));
        get(flats.insert(former(1, Map.of("old", YORK, "older", YORK))));

        assertThat(get(shops.find().update(shop.stock.unset()))).isEqualTo(1);
        assertThat(get(flats.find().update(flat.formerAddresses.key("old").unset(), flat.billing.unset())))
                .isEqualTo(1);

        assertThat(get(shops.findById(1))).isEqualTo(Shop.of(1));
        assertThat(get(flats.findById(1)).formerAddresses()).containsOnlyKeys("older");
    }

    static Stream<Arguments> parts() {
        return Stream.of(
                part(shop.stock.size.set(7), new Stock(7, List.of("a"))),
                part(shop.stock.size.inc(1), new Stock(3, List.of("a"))),
                part(shop.stock.size.min(1), new Stock(1, List.of("a"))),
                part(shop.stock.size.max(9), new Stock(9, List.of("a"))),
                part(shop.stock.shelves.push("b"), new Stock(2, List.of("a", "b"))),
                part(shop.stock.shelves.addToSet("b"), new Stock(2, List.of("a", "b"))));
    }

    private static Arguments part(Update<Shop> update, Stock changed) {
        return Arguments.of(update, changed);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void changesPartsOfThoseDocumentsOnlyThatHaveTheWhole(Update<Shop> update, Stock changed) {
        list(shops.insertAll(List.of(Shop.of(1).withStock(2, "a"), Shop.of(2))));
        insert("shops", "{_id: 3, name: 'Null', stock: null}");

        assertThat(get(shops.find().update(update))).isEqualTo(1);
        assertThat(get(shops.updateById(2, update))).isZero();

        assertThat(list(shops.find().sort(shop.id.asc()).all()))
                .extracting(Shop::stock)
                .containsExactly(Optional.of(changed), Optional.empty(), Optional.empty());
    }

    @Test
    void pullsFromListsWhereverTheyAre() {
        list(shops.insertAll(List.of(Shop.of(1).withStock(2, "a"), Shop.of(2))));

        assertThat(get(shops.find().update(shop.stock.shelves.pull("a")))).isEqualTo(2);

        assertThat(list(shops.find().sort(shop.id.asc()).all()))
                .containsExactly(Shop.of(1).withStock(2), Shop.of(2));
    }

    @Test
    void changesAllOfADocumentOrNothing() {
        list(shops.insertAll(List.of(Shop.of(1).withStock(2, "a"), Shop.of(2))));

        assertThat(get(shops.find().update(shop.name.set("New"), shop.stock.size.set(7), shop.stock.shelves.push("b"))))
                .isEqualTo(1);

        assertThat(list(shops.find().sort(shop.id.asc()).all()))
                .extracting(Shop::name)
                .containsExactly("New", "Corner");
    }

    @Test
    void beginsValuesOfWhichNothingIsRequired() {
        get(shops.insert(Shop.of(1)));

        assertThat(get(shops.find().update(shop.visits.count.inc(1), shop.visits.names.push("Ada"))))
                .isEqualTo(1);

        assertThat(get(shops.findById(1)).visits()).hasValueSatisfying(visits -> {
            assertThat(visits.count).isEqualTo(1);
            assertThat(visits.names).containsExactly("Ada");
        });
    }

    @Test
    void changesValuesOfMapsThatAreThere() {
        list(flats.insertAll(List.of(former(1, Map.of("old", YORK)), former(2, Map.of()))));

        assertThat(get(flats.find().update(flat.formerAddresses.key("old").city.set("Hull"))))
                .isEqualTo(1);

        assertThat(list(flats.find().sort(flat.id.asc()).all()))
                .extracting(Flat::formerAddresses)
                .containsExactly(Map.of("old", new Address("High Street 1", "Hull", Optional.empty())), Map.of());
    }

    @Test
    void asksForTheInnermostValueThatMayBeAbsent() {
        get(flats.insert(Flat.of(1)));
        CommandRecorder commands = DATABASE.recorder();

        get(flats.find()
                .update(
                        flat.address.city.set("a"),
                        flat.address.position.latitude.set(1.0),
                        flat.billing.city.set("b"),
                        flat.billing.position.longitude.set(2.0)));

        assertThat(SentUpdates.in(commands))
                .singleElement()
                .asString()
                .startsWith("flats: all {'address.position': {'$type': 'object'}, 'billing': {'$type': 'object'},"
                        + " 'billing.position': {'$type': 'object'}} ");
    }

    private static Flat former(int id, Map<String, Address> addresses) {
        Flat plain = Flat.of(id);
        return new Flat(
                id,
                plain.address(),
                plain.rooms(),
                addresses,
                plain.garage(),
                plain.billing(),
                plain.shape(),
                plain.ornaments());
    }

    private static void insert(String collection, String json) {
        get(Mono.from(DATABASE.database()
                .getCollection(collection, BsonDocument.class)
                .insertOne(BsonDocument.parse(json))));
    }
}
