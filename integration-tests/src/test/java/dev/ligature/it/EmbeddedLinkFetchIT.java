// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.ids;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.orders.QOrder.order;
import static dev.ligature.testing.LigatureAssertions.aggregate;
import static dev.ligature.testing.LigatureAssertions.assertThat;
import static dev.ligature.testing.LigatureAssertions.find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DanglingLinkException;
import dev.ligature.LinkNotFetchedException;
import dev.ligature.UnsavedLinkException;
import dev.ligature.it.orders.Bank;
import dev.ligature.it.orders.Buyer;
import dev.ligature.it.orders.Cart;
import dev.ligature.it.orders.Order;
import dev.ligature.it.orders.Order.Customer;
import dev.ligature.it.orders.Order.Line;
import dev.ligature.it.orders.Order.Parcel;
import dev.ligature.it.orders.Product;
import dev.ligature.it.orders.Shop;
import dev.ligature.link.Ref;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.MissingTargets;
import dev.ligature.query.PageRequest;
import dev.ligature.repository.Find;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

/** Links in embedded values are fetched like those of documents: in every way, with nothing of what is stored lost. */
class EmbeddedLinkFetchIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Shop shop = new Shop(DATABASE.database());

    @BeforeEach
    void clear() {
        shop.clear();
    }

    private List<Order> orders(FetchWay way) {
        Flux<Order> roots = shop.orders.find().sort(order.number.asc()).all();
        return switch (way) {
            case LOOKUP, BATCH, AUTO -> list(all(way).all());
            case ON_DEMAND -> list(roots.concatMap(each -> shop.orders.fetchLinks(each, 1)));
            case STREAM -> list(shop.orders.fetchLinks(roots));
        };
    }

    private Find<Order, ObjectId> all(FetchWay way) {
        return shop.orders.find().sort(order.number.asc()).fetchLinks(1).using(FetchStrategy.valueOf(way.name()));
    }

    private Order order(FetchWay way) {
        return orders(way).get(0);
    }

    private Cart cart(FetchWay way) {
        Flux<Cart> roots = shop.carts.find().all();
        return switch (way) {
            case LOOKUP, BATCH, AUTO ->
                list(shop.carts
                                .find()
                                .fetchLinks(1)
                                .using(FetchStrategy.valueOf(way.name()))
                                .all())
                        .get(0);
            case ON_DEMAND ->
                list(roots.concatMap(each -> shop.carts.fetchLinks(each, 1))).get(0);
            case STREAM -> list(shop.carts.fetchLinks(roots)).get(0);
        };
    }

    @ParameterizedTest
    @EnumSource(FetchWay.class)
    void ofASingleRecord(FetchWay way) {
        shop.buyer("ann", "Ann");
        get(shop.orders.insert(Order.of("1").withCustomer(new Customer("A.", Optional.of(Ref.to("ann"))))));
        get(shop.orders.insert(Order.of("2").withCustomer(new Customer("B.", Optional.empty()))));
        get(shop.orders.insert(Order.of("3")));

        List<Order> fetched = orders(way);

        assertThat(customer(fetched.get(0)).account().orElseThrow().get().name).isEqualTo("Ann");
        assertThat(customer(fetched.get(1)).account()).isEmpty();
        assertThat(fetched.get(2).customer()).isEmpty();
    }

    private static Customer customer(Order order) {
        return order.customer().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(FetchWay.class)
    void ofAListOfRecordsWithTheirOrderAndDuplicates(FetchWay way) {
        Ref<Product> oak = shop.ref("Oak", 1);
        Ref<Product> ash = shop.ref("Ash", 2);
        get(shop.orders.insert(Order.of(
                "1",
                Line.of(1, Ref.to(id(ash.id()))),
                Line.of(2, oak).withAlternatives(List.of(Ref.to(id(ash.id())), oak, Ref.to(id(ash.id())))),
                Line.of(3, Ref.to(id(ash.id()))))));
        BsonDocument before = shop.stored("orders", new BsonDocument());

        Order fetched = order(way);

        assertThat(fetched.lines())
                .extracting(line -> line.product().get().name())
                .containsExactly("Ash", "Oak", "Ash");
        assertThat(fetched.lines()).extracting(Line::quantity).containsExactly(1, 2, 3);
        List<Ref<Product>> alternatives = fetched.lines().get(1).alternatives().orElseThrow();
        assertThat(Ref.fetched(alternatives)).extracting(Product::name).containsExactly("Ash", "Oak", "Ash");
        assertThat(alternatives.get(0).get())
                .isSameAs(fetched.lines().get(0).product().get())
                .isSameAs(fetched.lines().get(2).product().get());
        assertThat(fetched.lines().get(0).alternatives()).isEmpty();
        get(shop.orders.save(fetched));
        assertThat(shop.stored("orders", new BsonDocument())).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(FetchWay.class)
    void ofAMapOfRecords(FetchWay way) {
        Map<String, Line> extras = new LinkedHashMap<>();
        extras.put("gift", Line.of(1, shop.ref("Bow", 1)));
        extras.put("a.b", Line.of(2, shop.ref("Box", 2)).withAlternatives(List.of(shop.ref("Bag", 3))));
        get(shop.orders.insert(Order.of("1").withExtras(extras)));
        BsonDocument before = shop.stored("orders", new BsonDocument());

        Order fetched = order(way);

        assertThat(line(fetched.extras(), "gift").product().get().name()).isEqualTo("Bow");
        assertThat(line(fetched.extras(), "a.b").product().get().name()).isEqualTo("Box");
        assertThat(Ref.fetched(line(fetched.extras(), "a.b").alternatives().orElseThrow()))
                .extracting(Product::name)
                .containsExactly("Bag");
        get(shop.orders.save(fetched));
        assertThat(shop.stored("orders", new BsonDocument())).isEqualTo(before);
    }

    private static Line line(Map<String, Line> lines, String key) {
        return Objects.requireNonNull(lines.get(key));
    }

    @ParameterizedTest
    @EnumSource(FetchWay.class)
    void ofAListInAList(FetchWay way) {
        get(shop.orders.insert(Order.of("1")
                .withParcels(List.of(
                        new Parcel("a", List.of(Line.of(1, shop.ref("Oak", 1)), Line.of(2, shop.ref("Ash", 2)))),
                        new Parcel("b", List.of()),
                        new Parcel(
                                "c",
                                List.of(Line.of(3, shop.ref("Elm", 3))
                                        .withAlternatives(List.of(shop.ref("Fir", 4)))))))));

        Order fetched = order(way);

        assertThat(fetched.parcels())
                .flatExtracting(Parcel::lines)
                .extracting(line -> line.product().get().name())
                .containsExactly("Oak", "Ash", "Elm");
        assertThat(Ref.fetched(
                        fetched.parcels().get(2).lines().get(0).alternatives().orElseThrow()))
                .extracting(Product::name)
                .containsExactly("Fir");
    }

    @ParameterizedTest
    @EnumSource(FetchWay.class)
    void ofClassesInAllContainers(FetchWay way) {
        shop.buyer("ann", "Ann");
        Cart cart = Cart.of("1");
        cart.holder = new Cart.Holder();
        cart.holder.buyer = Ref.to("ann");
        Cart.Item item = Cart.Item.of(1, shop.ref("Oak", 1));
        item.similar.add(shop.ref("Ash", 2));
        item.similar.add(shop.ref("Elm", 3));
        cart.items.add(item);
        cart.items.add(new Cart.Item());
        cart.gifts = new Cart.Item[] {Cart.Item.of(2, shop.ref("Fir", 4))};
        cart.saved.put("later", Cart.Item.of(3, shop.ref("Yew", 5)));
        cart.presents.put(Cart.Occasion.BIRTHDAY, Cart.Item.of(1, shop.ref("Box", 6)));
        get(shop.carts.insert(cart));
        BsonDocument before = shop.stored("carts", new BsonDocument());

        Cart fetched = cart(way);

        assertThat(ref(Objects.requireNonNull(fetched.holder).buyer).get().name).isEqualTo("Ann");
        List<Cart.Item> items = List.copyOf(fetched.items);
        assertThat(ref(items.get(0).product).get().name()).isEqualTo("Oak");
        assertThat(Ref.fetched(items.get(0).similar)).extracting(Product::name).containsExactly("Ash", "Elm");
        assertThat(items.get(1).product).isNull();
        assertThat(ref(fetched.gifts[0].product).get().name()).isEqualTo("Fir");
        assertThat(ref(Objects.requireNonNull(fetched.saved.get("later")).product)
                        .get()
                        .name())
                .isEqualTo("Yew");
        assertThat(ref(Objects.requireNonNull(fetched.presents.get(Cart.Occasion.BIRTHDAY)).product)
                        .get()
                        .name())
                .isEqualTo("Box");
        get(shop.carts.save(fetched));
        assertThat(shop.stored("carts", new BsonDocument())).isEqualTo(before);
    }

    /** Neither lists nor maps are there. */
    @ParameterizedTest
    @EnumSource(FetchWay.class)
    void ofAClassThatIsStoredWithoutItsMembers(FetchWay way) {
        shop.store("carts", "{name: 'old', refunds: null}");

        Cart fetched = cart(way);

        assertThat(fetched.name).isEqualTo("old");
        assertThat(fetched.items).isEmpty();
    }

    private static <T> Ref<T> ref(@Nullable Ref<T> ref) {
        return Objects.requireNonNull(ref);
    }

    @ParameterizedTest
    @EnumSource(FetchWay.class)
    void ofSubtypesOfASealedType(FetchWay way) {
        shop.buyer("ann", "Ann");
        get(shop.banks.insert(Bank.of(1, "North")));
        get(shop.banks.insert(Bank.of(2, "South")));
        Cart.Card card = new Cart.Card();
        card.bank = Ref.to(1);
        Cart cart = Cart.of("1");
        cart.payment = Optional.of(card);
        cart.refunds.add(new Cart.Cash(10));
        cart.refunds.add(new Cart.Transfer("DE1", Ref.to(2), Optional.of(Ref.to("ann"))));
        cart.refunds.add(new Cart.Card());
        get(shop.carts.insert(cart));
        BsonDocument before = shop.stored("carts", new BsonDocument());

        Cart fetched = cart(way);

        assertThat(ref(((Cart.Card) fetched.payment.orElseThrow()).bank).get().name())
                .isEqualTo("North");
        Cart.Transfer transfer = (Cart.Transfer) fetched.refunds.get(1);
        assertThat(ref(transfer.bank()).get().name()).isEqualTo("South");
        assertThat(transfer.payer().orElseThrow().get().name).isEqualTo("Ann");
        get(shop.carts.save(fetched));
        assertThat(shop.stored("carts", new BsonDocument())).isEqualTo(before);
    }

    /** What is stored in the other form is found too; a join cannot find it. */
    @ParameterizedTest
    @EnumSource(FetchWay.class)
    void ofBothStoredForms(FetchWay way) {
        ObjectId oak = id(shop.product("Oak", 1).id());
        shop.store(
                "orders",
                "{number: '1', lines: [{quantity: 1, item: {$ref: 'products', $id: {$oid: '" + oak
                        + "'}}}, {quantity: 2, item: {$oid: '" + oak + "'}}], extras: {}, boxes: []}");

        Order fetched = order(way);

        assertThat(fetched.lines())
                .extracting(line -> line.product().get().name())
                .containsExactly("Oak", "Oak");
    }

    @ParameterizedTest
    @EnumSource(FetchWay.class)
    void leavesMissingTargetsInTheirPlaces(FetchWay way) {
        ObjectId missing = new ObjectId();
        get(shop.orders.insert(Order.of(
                "1",
                Line.of(1, Ref.to(missing)),
                Line.of(2, shop.ref("Oak", 1)).withAlternatives(List.of(Ref.to(missing), shop.ref("Ash", 2))))));

        Order fetched = order(way);

        assertThat(fetched.lines().get(0).product().isMissing()).isTrue();
        assertThat(fetched.lines().get(1).product().isFetched()).isTrue();
        assertThat(fetched.lines().get(1).alternatives().orElseThrow())
                .extracting(Ref::isMissing)
                .containsExactly(true, false);
        assertThatThrownBy(() -> fetched.lines().get(0).product().get())
                .isInstanceOf(DanglingLinkException.class)
                .hasMessageStartingWith("Order.Line.product points to " + missing);
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void dropsMissingTargetsFromListsButStoresThemAgain(FetchStrategy strategy) {
        List<Ref<Product>> alternatives = List.of(Ref.to(new ObjectId()), shop.ref("Ash", 2), Ref.to(new ObjectId()));
        get(shop.orders.insert(Order.of("1", Line.of(2, shop.ref("Oak", 1)).withAlternatives(alternatives))
                .withExtras(Map.of("gift", Line.of(1, shop.ref("Bow", 3)).withAlternatives(alternatives)))));
        BsonDocument before = shop.stored("orders", new BsonDocument());

        Order fetched = get(shop.orders
                .find()
                .fetchLinks(1)
                .missing(MissingTargets.DROP)
                .using(strategy)
                .one());

        for (Line line : List.of(fetched.lines().get(0), line(fetched.extras(), "gift"))) {
            assertThat(Ref.fetched(line.alternatives().orElseThrow()))
                    .extracting(Product::name)
                    .containsExactly("Ash");
            assertThat(line.alternatives().orElseThrow()).hasSize(1);
        }
        get(shop.orders.save(fetched));
        assertThat(shop.stored("orders", new BsonDocument())).isEqualTo(before);
    }

    @Test
    void saysWhereAMissingTargetIs() {
        ObjectId missing = new ObjectId();
        Line found = Line.of(1, shop.ref("Oak", 1));
        Line dangling = Line.of(1, Ref.to(missing));

        assertFails(Order.of("1", found, dangling), "Order.lines[1].product points to the Product " + missing);
        assertFails(
                Order.of("1", found.withAlternatives(List.of(found.product(), Ref.to(missing)))),
                "Order.lines[0].alternatives[1] points to the Product " + missing);
        assertFails(
                Order.of("1").withExtras(Map.of("gift", dangling)),
                "Order.extras[\"gift\"].product points to the Product " + missing);
        assertFails(
                Order.of("1")
                        .withParcels(
                                List.of(new Parcel("a", List.of(found)), new Parcel("b", List.of(found, dangling)))),
                "Order.parcels[1].lines[1].product points to the Product " + missing);
        assertFails(
                Order.of("1").withCustomer(new Customer("A.", Optional.of(Ref.to("nobody")))),
                "Order.customer.account points to the Buyer nobody");
    }

    private void assertFails(Order stored, String message) {
        Order inserted = get(shop.orders.insert(stored));

        assertThatThrownBy(() -> shop.orders
                        .find()
                        .fetchLinks(1)
                        .missing(MissingTargets.FAIL)
                        .all()
                        .blockLast())
                .isInstanceOf(DanglingLinkException.class)
                .hasMessage("Order " + inserted.id() + ": " + message + ", which does not exist.");
        get(shop.orders.deleteById(id(inserted.id())));
    }

    @Test
    void namesTheLinkThatIsNotFetched() {
        get(shop.orders.insert(Order.of("1", Line.of(1, shop.ref("Oak", 1)))));
        Ref<Product> product = get(shop.orders.find().one()).lines().get(0).product();

        assertThatThrownBy(product::get)
                .isInstanceOf(LinkNotFetchedException.class)
                .hasMessageStartingWith("Order.Line.product to " + product.id() + " is not fetched.");
    }

    @Test
    void namesTheLinkToADocumentThatIsNotSaved() {
        Order unsaved = Order.of("1", Line.of(1, Ref.of(Product.of("Oak", 1))));

        assertThatThrownBy(() -> shop.orders.insert(unsaved).block())
                .isInstanceOf(UnsavedLinkException.class)
                .hasMessageContaining("product links to a Product that is not saved yet");
        assertThat(shop.orders.count().block()).isZero();
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void backOverAListSetAndASingleValue(FetchStrategy strategy) {
        Product oak = shop.product("Oak", 1);
        Product ash = shop.product("Ash", 2);
        shop.buyer("ann", "Ann");
        get(shop.banks.insert(Bank.of(1, "North")));
        ObjectId oakId = id(oak.id());
        get(shop.orders.insert(Order.of("1", Line.of(1, Ref.to(oakId)), Line.of(2, Ref.to(oakId)))));
        get(shop.orders.insert(Order.of("2", Line.of(1, Ref.to(id(ash.id()))), Line.of(1, Ref.to(oakId)))
                .withCustomer(new Customer("A.", Optional.of(Ref.to("ann"))))));
        get(shop.orders.insert(Order.of("3").withExtras(Map.of("gift", Line.of(1, Ref.to(oakId))))));
        Cart cart = Cart.of("cart");
        cart.items.add(Cart.Item.of(1, Ref.to(oakId)));
        cart.payment = Optional.of(new Cart.Transfer("DE1", Ref.to(1), Optional.empty()));
        get(shop.carts.insert(cart));

        List<Product> products =
                list(shop.products.find().fetchLinks(1).using(strategy).all());
        Buyer buyer = get(shop.buyers.find().fetchLinks(1).using(strategy).one());
        Bank bank = get(shop.banks.find().fetchLinks(1).using(strategy).one());

        assertThat(products).extracting(Product::name).containsExactlyInAnyOrder("Oak", "Ash");
        for (Product product : products) {
            boolean isOak = product.name().equals("Oak");
            assertThat(product.orders())
                    .extracting(ref -> ref.get().number())
                    .containsExactlyElementsOf(isOak ? List.of("1", "2") : List.of("2"));
            assertThat(product.carts().orElseThrow()).hasSize(isOak ? 1 : 0);
        }
        assertThat(buyer.orders).extracting(ref -> ref.get().number()).containsExactly("2");
        assertThat(bank.carts()).extracting(ref -> ref.get().name).containsExactly("cart");
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void toSeveralLevelsAndAroundACycle(FetchStrategy strategy) {
        shop.buyer("ann", "Ann");
        Product oak = get(shop.products.insert(Product.of("Oak", 1).madeBy(Ref.to("ann"))));
        Order inserted = get(shop.orders.insert(Order.of("1", Line.of(1, Ref.to(id(oak.id()))))
                .withExtras(Map.of("gift", Line.of(1, Ref.to(id(oak.id())))))));

        Order fetched = get(shop.orders.find().fetchLinks(3).using(strategy).one());

        Product product = fetched.lines().get(0).product().get();
        assertThat(product.maker().orElseThrow().get().name).isEqualTo("Ann");
        assertThat(product.orders()).hasSize(1);
        assertThat(product.orders().get(0).get()).isSameAs(fetched);
        assertThat(line(fetched.extras(), "gift").product().get()).isSameAs(product);
        assertThat(fetched.id()).isEqualTo(inserted.id());
    }

    /** From a document that is itself joined, keys are gathered from its side array. */
    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void behindABackLink(FetchStrategy strategy) {
        shop.buyer("ann", "Ann");
        Ref<Product> oak = shop.ref("Oak", 1);
        get(shop.orders.insert(Order.of("1", Line.of(1, oak).withAlternatives(List.of(shop.ref("Ash", 1))))
                .withCustomer(new Customer("A.", Optional.of(Ref.to("ann"))))
                .withExtras(Map.of("gift", Line.of(1, shop.ref("Bow", 1))))
                .withParcels(List.of(new Parcel("a", List.of(Line.of(1, shop.ref("Elm", 1))))))));

        Buyer buyer = get(shop.buyers.find().fetchLinks(2).using(strategy).one());

        Order fetched = buyer.orders.get(0).get();
        assertThat(fetched.lines().get(0).product().get().name()).isEqualTo("Oak");
        assertThat(fetched.lines()
                        .get(0)
                        .alternatives()
                        .orElseThrow()
                        .get(0)
                        .get()
                        .name())
                .isEqualTo("Ash");
        assertThat(line(fetched.extras(), "gift").product().get().name()).isEqualTo("Bow");
        assertThat(fetched.parcels().get(0).lines().get(0).product().get().name())
                .isEqualTo("Elm");
        assertThat(customer(fetched).account().orElseThrow().get()).isSameAs(buyer);
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void ofThePagesAndStreamsOfManyDocuments(FetchStrategy strategy) {
        List<Product> products = list(shop.products.insertAll(
                IntStream.range(0, 7).mapToObj(i -> Product.of("P" + i, i)).toList()));
        List<Order> many = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            many.add(Order.of(
                    String.format("%04d", i),
                    Line.of(1, Ref.to(id(products.get(i % 7).id()))),
                    Line.of(1, Ref.to(id(products.get((i + 1) % 7).id())))));
        }
        list(shop.orders.insertAll(many));
        Find<Order, ObjectId> find =
                shop.orders.find().sort(order.number.asc()).fetchLinks(1).using(strategy);

        List<Order> all = list(find.all());
        List<Order> page = get(find.page(PageRequest.at(100, 5))).items();

        assertThat(all).hasSize(600);
        for (int i = 0; i < 600; i++) {
            assertThat(all.get(i).lines())
                    .extracting(line -> line.product().get().name())
                    .containsExactly("P" + i % 7, "P" + (i + 1) % 7);
        }
        assertThat(page).allSatisfy(each -> assertThat(each.lines())
                .allMatch(line -> line.product().isFetched()));
        assertThat(page).hasSize(5);
    }

    /** The ways to a document type share one find, and its documents. No path leads through a map, so its links are not joined. */
    @Test
    void takesOneCommandPerCollection() {
        Ref<Product> oak = shop.ref("Oak", 1);
        shop.buyer("ann", "Ann");
        get(shop.orders.insert(Order.of("1", Line.of(1, oak).withAlternatives(List.of(oak)))
                .withCustomer(new Customer("A.", Optional.of(Ref.to("ann"))))
                .withExtras(Map.of("gift", Line.of(1, shop.ref("Bow", 1))))
                .withParcels(List.of(new Parcel("a", List.of(Line.of(1, shop.ref("Elm", 1))))))));
        Find<Order, ObjectId> find = shop.orders.find().fetchLinks(1);
        CommandRecorder recorder = DATABASE.recorder();

        recorder.clear();
        list(find.using(FetchStrategy.BATCH).all());

        assertThat(recorder).containsExactlyInAnyOrder(find("orders"), find("products"), find("buyers"));

        recorder.clear();
        list(find.using(FetchStrategy.LOOKUP).all());

        assertThat(recorder).containsExactly(aggregate("orders"), find("products"));
    }

    @Test
    void keepsDocumentsThatWereFetchedBefore() {
        Ref<Product> oak = shop.ref("Oak", 1);
        Order inserted = get(shop.orders.insert(Order.of("1", Line.of(1, oak))));
        Order first = get(shop.orders.fetchLinks(get(shop.orders.findById(id(inserted.id()))), 1));
        Product product = first.lines().get(0).product().get();

        Order again = get(shop.orders.fetchLinks(first, 1));

        assertThat(again.lines().get(0).product().get()).isSameAs(product);
        assertThat(ids(List.of(again.lines().get(0).product()))).containsExactly(oak.id());
    }
}
