// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.orders.QOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.annotation.Path;
import dev.ligature.annotation.Projection;
import dev.ligature.it.orders.Bank;
import dev.ligature.it.orders.Buyer;
import dev.ligature.it.orders.Cart;
import dev.ligature.it.orders.Cart.Holder;
import dev.ligature.it.orders.Cart.Item;
import dev.ligature.it.orders.Cart.Transfer;
import dev.ligature.it.orders.Order;
import dev.ligature.it.orders.Order.Customer;
import dev.ligature.it.orders.Order.Line;
import dev.ligature.it.orders.Order.Parcel;
import dev.ligature.it.orders.Product;
import dev.ligature.it.orders.Shop;
import dev.ligature.link.Ref;
import dev.ligature.query.FetchStrategy;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Projections show what lies behind links in embedded values; what is in lists and maps they show as one list. */
class EmbeddedLinkProjectionIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Shop shop = new Shop(DATABASE.database());
    private final ObjectId gone = new ObjectId();

    @BeforeEach
    void clear() {
        shop.clear();
    }

    @Projection(Order.class)
    record Receipt(
            String number,
            @Path("customer.name") Optional<String> buyer,
            @Path("customer.account.name") Optional<String> account,
            @Path("lines.product.name") List<String> products,
            @Path("lines.product.maker.name") List<String> makers,
            @Path("parcels.lines.product.price") List<Integer> prices,
            @Path("extras.product.name") List<String> extras,
            @Path("lines.alternatives.name") List<String> alternatives) {}

    @Projection(Order.class)
    record Keys(
            List<Line> lines,
            @Path("customer.account.id") Optional<String> account,
            @Path("customer.account") Optional<Ref<Buyer>> link,
            @Path("lines.product.id") List<ObjectId> products,
            @Path("lines.product") List<Ref<Product>> links,
            @Path("lines.alternatives") List<Ref<Product>> alternatives,
            @Path("extras.product.id") List<ObjectId> extras) {}

    @Projection(Order.class)
    record AccountName(@Path("customer.account.name") Optional<String> name, List<String> linesProductName) {}

    @Projection(Product.class)
    record Sales(
            String name,
            @Path("orders.number") List<String> orders,
            @Path("orders.lines.product.name") List<String> together,
            @Path("orders.customer.account.id") List<String> buyers) {}

    @Projection(Cart.class)
    record Basket(
            String name,
            @Path("holder.buyer.name") Optional<String> buyer,
            @Path("items.product.name") List<String> products,
            @Path("gifts.product.name") List<String> gifts,
            @Path("saved.product.name") List<String> saved,
            @Path("items.similar.id") List<ObjectId> keys) {}

    @Projection(Bank.class)
    record Payments(String name, @Path("carts.name") List<String> carts) {}

    private Product door() {
        return get(shop.products.insert(Product.of("Oak door", 100).madeBy(Ref.to("bob"))));
    }

    private void savedOrders() {
        shop.buyer("ann", "Ann");
        shop.buyer("bob", "Bob");
        Product door = door();
        Product lamp = shop.product("Lamp", 5);
        Ref<Product> toDoor = Ref.to(Houses.id(door.id()));
        Ref<Product> toLamp = Ref.to(Houses.id(lamp.id()));
        get(shop.orders.insert(Order.of(
                        "A",
                        Line.of(1, toLamp),
                        Line.of(2, toDoor).withAlternatives(List.of(toLamp, Ref.to(gone), toLamp)),
                        Line.of(3, toLamp))
                .withCustomer(new Customer("Ann", Optional.of(Ref.to("ann"))))
                .withExtras(Map.of("gift", Line.of(1, toDoor)))
                .withParcels(List.of(
                        new Parcel("one", List.of()),
                        new Parcel("two", List.of(Line.of(1, toDoor), Line.of(1, toLamp))),
                        new Parcel("three", List.of(Line.of(1, toLamp)))))));
        get(shop.orders.insert(Order.of("B")));
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void showsWhatLiesBehindLinksInValuesListsAndMaps(FetchStrategy strategy) {
        savedOrders();

        assertThat(list(shop.orders
                        .find()
                        .sort(order.number.asc())
                        .using(strategy)
                        .as(Receipt.class)
                        .all()))
                .containsExactly(
                        new Receipt(
                                "A",
                                Optional.of("Ann"),
                                Optional.of("Ann"),
                                List.of("Lamp", "Oak door", "Lamp"),
                                List.of("Bob"),
                                List.of(100, 5, 5),
                                List.of("Oak door"),
                                List.of("Lamp", "Lamp")),
                        new Receipt(
                                "B",
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of()));
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void showsIdsAndLinksBesideTheValuesThatHoldThem(FetchStrategy strategy) {
        savedOrders();

        Keys keys = get(shop.orders
                .find(order.number.eq("A"))
                .using(strategy)
                .as(Keys.class)
                .first());
        assertThat(keys.lines()).extracting(Line::quantity).containsExactly(1, 2, 3);
        assertThat(keys.account()).contains("ann");
        assertThat(keys.link()).contains(Ref.to("ann"));
        assertThat(keys.products())
                .isEqualTo(
                        keys.lines().stream().map(line -> line.product().id()).toList());
        assertThat(keys.links())
                .isEqualTo(keys.lines().stream().map(Line::product).toList());
        assertThat(keys.alternatives()).hasSize(3).contains(Ref.to(gone));
        assertThat(keys.extras()).containsExactly(keys.products().get(1));
        Keys none = get(shop.orders
                .find(order.number.eq("B"))
                .using(strategy)
                .as(Keys.class)
                .first());
        assertThat(none)
                .isEqualTo(new Keys(
                        List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of()));
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void followsBackLinksOverEmbeddedValues(FetchStrategy strategy) {
        savedOrders();

        assertThat(list(shop.products.find().using(strategy).as(Sales.class).all()))
                .containsExactlyInAnyOrder(
                        new Sales("Oak door", List.of("A"), List.of("Lamp", "Oak door", "Lamp"), List.of("ann")),
                        new Sales("Lamp", List.of("A"), List.of("Lamp", "Oak door", "Lamp"), List.of("ann")));
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void readsClassesInSetsArraysAndMaps(FetchStrategy strategy) {
        savedOrders();
        Product door = door();
        Ref<Product> toDoor = Ref.to(Houses.id(door.id()));
        Cart cart = Cart.of("full");
        cart.holder = new Holder();
        cart.holder.buyer = Ref.to("bob");
        Item item = Item.of(1, toDoor);
        item.similar.add(toDoor);
        item.similar.add(Ref.to(gone));
        cart.items.add(item);
        cart.gifts = new Item[] {Item.of(1, toDoor), Item.of(2, Ref.to(gone))};
        cart.saved.put("later", item);
        get(shop.carts.insert(cart));

        assertThat(list(shop.carts.find().using(strategy).as(Basket.class).all()))
                .containsExactly(new Basket(
                        "full",
                        Optional.of("Bob"),
                        List.of("Oak door"),
                        List.of("Oak door"),
                        List.of("Oak door"),
                        List.of(Houses.id(door.id()), gone)));
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void followsABackLinkOverASealedValue(FetchStrategy strategy) {
        get(shop.banks.insert(Bank.of(1, "First")));
        Cart cart = Cart.of("paid");
        cart.payment = Optional.of(new Transfer("DE1", Ref.to(1), Optional.empty()));
        get(shop.carts.insert(cart));

        assertThat(list(shop.banks.find().using(strategy).as(Payments.class).all()))
                .containsExactly(new Payments("First", List.of("paid")));
    }

    @Test
    void findsAPathByTheNameOfAComponent() {
        savedOrders();

        assertThat(get(shop.orders
                        .find(order.number.eq("A"))
                        .as(AccountName.class)
                        .first()))
                .isEqualTo(new AccountName(Optional.of("Ann"), List.of("Lamp", "Oak door", "Lamp")));
    }

    @Test
    void readsOnlyWhatItShows() {
        savedOrders();
        DATABASE.recorder().clear();

        list(shop.orders.find().using(FetchStrategy.BATCH).as(AccountName.class).all());

        assertThat(DATABASE.recorder()
                        .commands()
                        .get(0)
                        .document()
                        .getDocument("projection")
                        .keySet())
                .containsExactly("_id", "customer.account", "lines");
    }
}
