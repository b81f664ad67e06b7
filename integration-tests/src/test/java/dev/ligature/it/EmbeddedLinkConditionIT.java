// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.orders.QBank.bank;
import static dev.ligature.it.orders.QBuyer.buyer;
import static dev.ligature.it.orders.QCart.cart;
import static dev.ligature.it.orders.QOrder.order;
import static dev.ligature.it.orders.QProduct.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.it.orders.Bank;
import dev.ligature.it.orders.Cart;
import dev.ligature.it.orders.Cart.Card;
import dev.ligature.it.orders.Cart.Cash;
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
import dev.ligature.path.Condition;
import dev.ligature.query.FetchPlan;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.MissingIndex;
import dev.ligature.query.PageRequest;
import dev.ligature.repository.Find;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A condition through a link in embedded values has one meaning: in some value or in one, in lists and maps, in every operation. */
class EmbeddedLinkConditionIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final ObjectId DOOR = new ObjectId();
    private static final ObjectId BED = new ObjectId();
    private static final ObjectId TABLE = new ObjectId();
    private static final ObjectId LAMP = new ObjectId();
    private static final ObjectId GONE = new ObjectId();

    private final Shop shop = new Shop(DATABASE.database());

    @BeforeEach
    void orders() {
        store(shop);
    }

    /**
     * A: three doors and a lamp, for Ann. B: a door and five tables, or beds instead; a lamp in the extras; a customer without an account. C: no
     * lines, but parcels with tables, beds and lamps; no customer. D: a line whose product is gone; a bed and tables in the extras; for Bob.
     */
    static void store(Shop shop) {
        shop.clear();
        list(shop.products.insertAll(List.of(
                new Product(DOOR, "Oak door", 100, Optional.of(Ref.to("ann")), List.of(), Optional.empty()),
                new Product(BED, "Oak bed", 50, Optional.of(Ref.to("bob")), List.of(), Optional.empty()),
                new Product(TABLE, "Pine table", 20, Optional.empty(), List.of(), Optional.empty()),
                new Product(LAMP, "Lamp", 5, Optional.empty(), List.of(), Optional.empty()))));
        shop.buyer("ann", "Ann");
        shop.buyer("bob", "Bob");
        list(shop.orders.insertAll(List.of(
                Order.of("A", line(3, DOOR), line(1, LAMP))
                        .withCustomer(new Customer("Ann", Optional.of(Ref.to("ann")))),
                Order.of("B", line(1, DOOR), line(5, TABLE).withAlternatives(List.of(Ref.to(BED), Ref.to(GONE))))
                        .withCustomer(new Customer("Zoe", Optional.empty()))
                        .withExtras(Map.of("gift", line(1, LAMP))),
                Order.of("C")
                        .withParcels(List.of(
                                new Parcel("one", List.of(line(2, TABLE))),
                                new Parcel("two", List.of(line(1, BED), line(4, LAMP))))),
                Order.of("D", line(2, GONE))
                        .withCustomer(new Customer("Bob", Optional.of(Ref.to("bob"))))
                        .withExtras(Map.of(
                                "gift",
                                line(1, BED),
                                "wrap",
                                line(2, TABLE).withAlternatives(List.of(Ref.to(LAMP))))))));
    }

    private static Line line(int quantity, ObjectId of) {
        return Line.of(quantity, Ref.to(of));
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                // a single value
                of(order.customer.account().name.eq("Ann"), "A"),
                of(order.customer.account().name.eq("Ann").not(), "B", "C", "D"),
                of(order.customer.account().id.eq("bob"), "D"),
                of(order.customer.account().id.ne("bob"), "A"),
                of(order.customer.account().exists(), "A", "D"),
                of(order.customer.account().isNull(), "B", "C"),
                of(order.customer.account().name.eq("Ann").and(order.customer.name.eq("Ann")), "A"),
                // some value of a list
                of(order.lines.product().name.startsWith("Oak"), "A", "B"),
                of(order.lines.product().name.startsWith("Oak").not(), "C", "D"),
                of(order.lines.product().price.lt(50), "A", "B"),
                of(
                        order.lines
                                .product()
                                .price
                                .gt(50)
                                .and(order.lines.product().price.lt(10)),
                        "A"),
                of(order.lines.product().any(p -> p.price.gt(10).and(p.price.lt(50))), "B"),
                of(order.lines.product().none(p -> p.price.lt(10)), "B", "C", "D"),
                of(order.lines.product().all(p -> p.price.gt(10)), "B", "C", "D"),
                of(order.lines.product().maker().name.eq("Ann"), "A", "B"),
                of(order.lines.alternatives().name.eq("Oak bed"), "B"),
                of(order.lines.product().exists(), "A", "B", "D"),
                of(order.lines.product().isEmpty(), "C"),
                of(order.lines.product().size(2), "A", "B"),
                of(order.lines.product().size(0), "C"),
                of(order.lines.alternatives().exists(), "B"),
                of(order.lines.alternatives().isEmpty(), "A", "C", "D"),
                of(order.lines.alternatives().size(2), "B"),
                of(order.lines.product().id.eq(DOOR), "A", "B"),
                of(order.lines.product().id.in(GONE, LAMP), "A", "D"),
                of(order.lines.product().id.ne(DOOR), "A", "B", "D"),
                of(order.lines.product().id.nin(List.of(DOOR, LAMP)), "B", "D"),
                of(order.lines.alternatives().id.ne(BED), "B"),
                of(order.lines.product().id.ne(GONE).not(), "C", "D"),
                // one value of a list
                of(order.lines.any(l -> l.quantity.gt(2).and(l.product().name.startsWith("Oak"))), "A"),
                of(order.lines.any(l -> l.quantity.gt(2).and(l.product().price.lt(50))), "B"),
                of(order.lines.any(l -> l.product().price.lt(50)).and(order.lines.any(l -> l.quantity.eq(3))), "A"),
                of(order.lines.any(l -> l.product().id.eq(DOOR).and(l.quantity.eq(1))), "B"),
                of(order.lines.any(l -> l.product().id.ne(DOOR).and(l.quantity.gt(1))), "B", "D"),
                of(order.lines.any(l -> l.product().name.eq("Lamp").not()), "A", "B", "D"),
                of(order.lines.any(l -> l.product().name.eq("Lamp").or(l.quantity.eq(5))), "A", "B"),
                of(order.lines.all(l -> l.product().name.startsWith("Oak")), "C"),
                of(order.lines.none(l -> l.product().name.startsWith("Oak")), "C", "D"),
                of(
                        order.lines.any(l ->
                                l.alternatives().exists().and(l.product().price.eq(20))),
                        "B"),
                of(
                        order.lines.any(l ->
                                l.alternatives().isEmpty().and(l.product().price.eq(20))),
                        new String[0]),
                of(order.lines.any(l -> l.alternatives().size(2)), "B"),
                of(
                        order.lines.any(l -> l.alternatives()
                                .any(p -> p.price.eq(50).and(p.maker().name.eq("Bob")))),
                        "B"),
                of(order.lines.any(l -> l.product().maker().name.eq("Ann").and(l.quantity.eq(3))), "A"),
                // a list within a list
                of(order.parcels.lines.product().name.eq("Oak bed"), "C"),
                of(order.parcels.lines.product().id.ne(LAMP), "C"),
                of(order.parcels.lines.product().size(3), "C"),
                of(order.parcels.lines.product().isEmpty(), "A", "B", "D"),
                of(
                        order.parcels.any(p ->
                                p.label.eq("two").and(p.lines.product().name.eq("Oak bed"))),
                        "C"),
                of(
                        order.parcels.any(p ->
                                p.label.eq("one").and(p.lines.product().name.eq("Oak bed"))),
                        new String[0]),
                of(
                        order.parcels.any(p -> p.lines.any(
                                l -> l.quantity.eq(4).and(l.product().price.lt(10)))),
                        "C"),
                of(
                        order.parcels.any(p -> p.lines.any(
                                l -> l.quantity.eq(1).and(l.product().price.lt(10)))),
                        new String[0]),
                of(order.parcels.any(p -> p.lines.product().id.eq(LAMP).and(p.label.eq("two"))), "C"),
                of(order.parcels.any(p -> p.lines.product().isEmpty()), new String[0]),
                // some value of a map, and that of a key
                of(order.extras.product().name.eq("Oak bed"), "D"),
                of(order.extras.product().price.lt(10), "B"),
                of(order.extras.product().price.lt(10).not(), "A", "C", "D"),
                of(order.extras.product().any(p -> p.price.eq(50).and(p.name.eq("Pine table"))), new String[0]),
                of(order.extras.product().all(p -> p.price.gte(20)), "A", "C", "D"),
                of(order.extras.product().maker().name.eq("Bob"), "D"),
                of(order.extras.alternatives().price.eq(5), "D"),
                of(order.extras.product().exists(), "B", "D"),
                of(order.extras.product().isEmpty(), "A", "C"),
                of(order.extras.product().size(2), "D"),
                of(order.extras.alternatives().size(1), "D"),
                of(order.extras.product().id.eq(TABLE), "D"),
                of(order.extras.product().id.in(LAMP, GONE), "B"),
                of(order.extras.product().id.ne(LAMP), "D"),
                of(order.extras.product().id.nin(List.of(BED, TABLE)), "B"),
                of(order.extras.product().id.lte(MOST), "B", "D"),
                of(order.extras.product().id.lt(LEAST), new String[0]),
                of(order.extras.product().id.gt(LEAST), "B", "D"),
                of(order.extras.key("gift").product().name.eq("Oak bed"), "D"),
                of(order.extras.key("gift").product().name.eq("Pine table"), new String[0]),
                of(order.extras.key("wrap").product().id.eq(TABLE), "D"),
                of(order.extras.key("gift").product().exists(), "B", "D"),
                of(order.extras.key("wrap").alternatives().size(1), "D"));
    }

    private static final ObjectId LEAST = new ObjectId(new byte[12]);
    private static final ObjectId MOST = new ObjectId("ffffffffffffffffffffffff");

    private static Arguments of(Condition<Order> condition, String... numbers) {
        return Arguments.of(condition, List.of(numbers));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void meansTheSameInEveryOperation(Condition<Order> condition, List<String> numbers) {
        meansTheSame(shop.orders.find(condition), numbers);
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void meansTheSameWhenJoinsTakeOverFromSemiJoins(Condition<Order> condition, List<String> numbers) {
        meansTheSame(shop.orders.find(condition).semiJoinBound(0), numbers);
    }

    private void meansTheSame(Find<Order, ObjectId> find, List<String> numbers) {
        Find<Order, ObjectId> sorted = find.sort(order.number.asc());
        assertThat(numbers(sorted)).isEqualTo(numbers);
        for (FetchStrategy strategy : FetchStrategy.values()) {
            assertThat(numbers(sorted.fetch(order.lines.product(), order.customer.account())
                            .using(strategy)))
                    .as("fetched by %s", strategy)
                    .isEqualTo(numbers);
        }
        assertThat(get(find.count())).isEqualTo(numbers.size());
        assertThat(get(find.exists())).isEqualTo(!numbers.isEmpty());
        assertThat(list(sorted.ids())).hasSameSizeAs(numbers);
        assertThat(get(find.update(order.number.set("found")))).isEqualTo(numbers.size());
        assertThat(get(shop.orders.find(order.number.eq("found")).count())).isEqualTo(numbers.size());
        assertThat(get(find.delete())).isEqualTo(numbers.size());
        assertThat(get(shop.orders.count())).isEqualTo(4 - numbers.size());
    }

    private static List<String> numbers(Find<Order, ObjectId> find) {
        return list(find.all().map(Order::number));
    }

    private List<String> numbers(Condition<Order> condition) {
        return numbers(shop.orders.find(condition).sort(order.number.asc()));
    }

    @Test
    void findsByLinkedIdsWithoutAJoin() {
        DATABASE.recorder().clear();
        numbers(order.lines
                .product()
                .id
                .in(DOOR, BED)
                .and(order.customer.account().id.ne("ann")));
        numbers(order.lines
                .any(l -> l.product().id.ne(DOOR))
                .and(order.extras.product().id.eq(LAMP)));
        assertThat(DATABASE.recorder().names()).containsExactly("find", "find");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void findsThroughBackLinksOverEmbeddedValues(int bound) {
        assertThat(list(shop.products
                        .find(product.orders().number.eq("B"))
                        .semiJoinBound(bound)
                        .sort(product.name.asc())
                        .all()
                        .map(Product::name)))
                .containsExactly("Oak door", "Pine table");
        assertThat(list(shop.products
                        .find(product.orders()
                                .any(o -> o.customer.account().name.eq("Ann")))
                        .semiJoinBound(bound)
                        .sort(product.name.asc())
                        .all()
                        .map(Product::name)))
                .containsExactly("Lamp", "Oak door");
        assertThat(list(shop.products
                        .find(product.orders().isEmpty())
                        .semiJoinBound(bound)
                        .sort(product.name.asc())
                        .all()
                        .map(Product::name)))
                .containsExactly("Oak bed");
        assertThat(list(shop.products
                        .find(product.orders().size(2))
                        .semiJoinBound(bound)
                        .all()
                        .map(Product::name)))
                .containsExactly("Oak door");
        assertThat(list(shop.buyers
                        .find(buyer.orders()
                                .lines
                                .any(l -> l.quantity.eq(3).and(l.product().price.eq(100))))
                        .semiJoinBound(bound)
                        .all()
                        .map(each -> each.name)))
                .containsExactly("Ann");
        assertThat(list(shop.buyers
                        .find(buyer.orders().extras.product().name.eq("Oak bed"))
                        .semiJoinBound(bound)
                        .all()
                        .map(each -> each.name)))
                .containsExactly("Bob");
    }

    @Test
    void asksOnceForConditionsOnTheOneProductOfALine() {
        DATABASE.recorder().clear();
        assertThat(numbers(order.lines.any(
                        l -> l.product().price.gt(10).and(l.product().name.startsWith("Oak")))))
                .containsExactly("A", "B");
        assertThat(DATABASE.recorder().names()).containsExactly("find", "find");
    }

    @Test
    void readsSetsArraysAndMapsOfClassesAndSealedValues() {
        get(shop.banks.insert(Bank.of(1, "First")));
        get(shop.banks.insert(Bank.of(2, "Second")));
        Cart card = Cart.of("card");
        card.items.add(item(2, DOOR, BED, LAMP));
        card.gifts = new Item[] {item(1, LAMP)};
        card.payment = Optional.of(card(1));
        card.holder = new Holder();
        card.holder.buyer = Ref.to("ann");
        Cart transfer = Cart.of("transfer");
        transfer.saved.put("later", item(7, TABLE, DOOR));
        transfer.shelves.add(Map.of("top", item(1, LAMP)));
        transfer.presents.put(Cart.Occasion.BIRTHDAY, item(1, LAMP));
        transfer.payment = Optional.of(new Transfer("DE1", Ref.to(2), Optional.of(Ref.to("bob"))));
        transfer.refunds.add(card(2));
        transfer.refunds.add(new Cash(3));
        Cart cash = Cart.of("cash");
        cash.payment = Optional.of(new Cash(9));
        list(shop.carts.insertAll(List.of(card, transfer, cash)));

        assertThat(carts(cart.items.product().name.eq("Oak door"))).containsExactly("card");
        assertThat(carts(cart.items.similar().name.eq("Lamp"))).containsExactly("card");
        assertThat(carts(cart.items.similar().id.eq(BED))).containsExactly("card");
        assertThat(carts(cart.items.similar().id.ne(BED))).containsExactly("card");
        assertThat(carts(cart.items.similar().size(2))).containsExactly("card");
        assertThat(carts(cart.items.any(
                        i -> i.quantity.eq(2).and(i.similar().name.eq("Lamp")))))
                .containsExactly("card");
        assertThat(carts(cart.gifts.any(
                        i -> i.quantity.eq(1).and(i.product().price.eq(5)))))
                .containsExactly("card");
        assertThat(carts(cart.saved.product().name.eq("Pine table"))).containsExactly("transfer");
        assertThat(carts(cart.saved.key("later").similar().name.eq("Oak door"))).containsExactly("transfer");
        assertThat(carts(cart.presents.product().name.eq("Lamp"))).containsExactly("transfer");
        assertThat(carts(
                        cart.presents.key(Cart.Occasion.BIRTHDAY).product().name.eq("Lamp")))
                .containsExactly("transfer");
        assertThat(carts(cart.presents.key(Cart.Occasion.WEDDING).product().exists()))
                .isEmpty();
        assertThat(carts(cart.shelves.any(
                        shelf -> shelf.key("top").product().name.eq("Lamp"))))
                .containsExactly("transfer");
        assertThat(carts(cart.shelves.any(shelf -> shelf.key("top").product().id.eq(LAMP))))
                .containsExactly("transfer");
        assertThat(carts(cart.shelves.any(shelf -> shelf.key("low").product().exists())))
                .isEmpty();
        assertThat(carts(
                        cart.shelves.none(shelf -> shelf.key("top").product().id.eq(LAMP))))
                .containsExactly("card", "cash");
        assertThat(carts(cart.holder.buyer().name.eq("Ann"))).containsExactly("card");
        assertThat(carts(cart.holder.buyer().id.ne("ann"))).isEmpty();
        assertThat(carts(cart.payment.bank().name.eq("Second"))).containsExactly("transfer");
        assertThat(carts(cart.payment.bank().exists())).containsExactly("card", "transfer");
        assertThat(carts(cart.payment.bank().size(1))).containsExactly("card", "transfer");
        assertThat(carts(cart.payment.payer().name.eq("Bob"))).containsExactly("transfer");
        assertThat(carts(cart.refunds.bank().name.eq("Second"))).containsExactly("transfer");
        assertThat(carts(cart.refunds.any(r -> r.bank().id.eq(2)))).containsExactly("transfer");
        assertThat(list(shop.banks.find(bank.carts().name.eq("card")).all().map(Bank::name)))
                .containsExactly("First");
    }

    private static Item item(int quantity, ObjectId of, ObjectId... similar) {
        Item item = Item.of(quantity, Ref.to(of));
        for (ObjectId each : similar) {
            item.similar.add(Ref.to(each));
        }
        return item;
    }

    private static Card card(int bank) {
        Card card = new Card();
        card.bank = Ref.to(bank);
        return card;
    }

    private List<String> carts(Condition<Cart> condition) {
        return list(shop.carts.find(condition).sort(cart.name.asc()).all().map(each -> each.name));
    }

    @Test
    void sortsByLinksOfSingleValuesAndOfLists() {
        assertThat(numbers(shop.orders.find().sort(order.customer.account().name.desc(), order.number.asc())))
                .containsExactly("D", "A", "B", "C");
        assertThat(numbers(shop.orders.find().sort(order.customer.account().id.desc(), order.number.asc())))
                .containsExactly("D", "A", "B", "C");
        assertThat(numbers(shop.orders.find().sort(order.lines.product().price.desc(), order.number.asc())))
                .containsExactly("A", "B", "C", "D");
        assertThat(list(shop.orders
                        .find()
                        .sort(order.customer.account().id.desc())
                        .page(PageRequest.first(2))
                        .flatMapIterable(page -> page.items())
                        .map(Order::number)))
                .containsExactly("D", "A");
    }

    @Test
    void refusesWhatAPathThroughAMapOrAnElementCannotSay() {
        assertThatThrownBy(() -> order.extras.product().name.asc())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Order.extras.product.name.asc: a sort cannot go through extras.product, which is within a map or a"
                                + " list of lists. Sort by another member.");
        assertThatThrownBy(() -> order.extras.key("gift").product().id.desc())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a sort cannot go through extras.gift.item");
        assertThatThrownBy(
                        () -> shop.orders.find().fetch(order.extras.key("gift").product()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Order.extras.gift.item: this path names a key of a map, which only a condition can. Leave key(…)"
                                + " out, to name the links of all values.");
        assertThatThrownBy(() -> order.parcels.any(p -> p.lines.product().size(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a condition on one element cannot count");
        assertThatThrownBy(() -> get(
                        shop.orders.find().sort(order.lines.product().id.asc()).page(PageRequest.first(2))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be paged by lines.product._id ascending");
    }

    @Test
    void saysThatNoIndexServesAConditionThroughAMap() {
        shop.orders.createIndexes().block();
        assertThat(missing(order.lines.any(l -> l.product().name.eq("Lamp").and(l.quantity.eq(1)))))
                .noneMatch(each -> each.collection().equals("orders"));
        assertThat(missing(order.lines.product().name.eq("Lamp")))
                .noneMatch(each -> each.collection().equals("orders"));
        assertThat(missing(order.extras.product().name.eq("Lamp")))
                .filteredOn(each -> each.collection().equals("orders"))
                .singleElement()
                .satisfies(
                        each -> assertThat(each.advice())
                                .isEqualTo(
                                        "no index can serve it, so all documents are read. Add a condition on an indexed field."));
    }

    private List<MissingIndex> missing(Condition<Order> condition) {
        return list(shop.orders.find(condition).plan().check());
    }

    @Test
    void printsConditionsInElementsAndMaps() {
        FetchPlan plan = shop.orders
                .find(order.lines.any(l -> l.quantity.gt(2).and(l.product().name.startsWith("Oak"))))
                .plan();
        assertThat(plan.steps().get(1).command().getDocument("filter"))
                .isEqualTo(BsonDocument.parse(
                        "{lines: {$elemMatch: {quantity: {$gt: 2}, item: {$in: '<ids of step 1>'}}}}"));
        assertThat(plan.toString()).contains("product.name matches /^Oak/ → product in ids");
        assertThat(shop.orders
                        .find(order.extras.product().name.eq("Lamp"))
                        .plan()
                        .toString())
                .contains("extras.product.name == \"Lamp\" → extras.product in ids")
                .contains("$objectToArray");
    }
}
