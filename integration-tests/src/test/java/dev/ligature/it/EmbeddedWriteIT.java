// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static dev.ligature.testing.LigatureAssertions.assertThat;
import static dev.ligature.testing.LigatureAssertions.insert;
import static dev.ligature.testing.LigatureAssertions.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.InvalidLinkException;
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
import dev.ligature.query.WriteRule;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Writing documents whose embedded values link: cascades, places in messages, and nothing lost by saving. */
class EmbeddedWriteIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final ObjectId GONE = new ObjectId("66500000000000000000000e");

    private final Shop shop = new Shop(DATABASE.database());
    private final CommandRecorder recorder = DATABASE.recorder();

    @BeforeEach
    void clear() {
        shop.clear();
        recorder.clear();
    }

    private static Line line(Product product) {
        return Line.of(1, Ref.of(product));
    }

    private static Line saved() {
        return Line.of(1, Ref.to(GONE));
    }

    @Test
    void writesWhatEmbeddedRecordsLinkTo() {
        Product oak = Product.of("Oak door", 90).madeBy(Ref.of(Buyer.of("max", "Max")));
        Product elm = Product.of("Elm door", 80);
        Order made = Order.of("1", line(oak), line(elm).withAlternatives(List.of(Ref.of(oak), Ref.to(GONE))))
                .withCustomer(new Customer("Ann", Optional.of(Ref.of(Buyer.of("ann", "Ann")))))
                .withExtras(Map.of("gift", line(Product.of("Key", 1))))
                .withParcels(List.of(new Parcel("first", List.of(line(elm), line(Product.of("Box", 2))))));

        Order inserted = get(shop.orders.insert(made, WriteRule.WRITE));

        // a buyer has an id, and so may be there already
        assertThat(recorder).containsExactly(update("buyers"), insert("products"), insert("orders"));
        assertThat(recorder.commands().get(1).document().getArray("documents")).hasSize(4);
        assertThat(inserted.lines().get(0).product().id())
                .isNotNull()
                .isEqualTo(inserted.lines()
                        .get(1)
                        .alternatives()
                        .orElseThrow()
                        .get(0)
                        .id())
                .isEqualTo(id(inserted.lines().get(0).product().get().id()));
        Order read = get(shop.orders.findById(id(inserted.id())).fetchLinks(1));
        assertThat(read).isEqualTo(inserted);
        assertThat(read.lines().get(0).product().get().name()).isEqualTo("Oak door");
        assertThat(read.extras().get("gift").product().get().name()).isEqualTo("Key");
        assertThat(read.parcels().get(0).lines().get(1).product().get().name()).isEqualTo("Box");
        assertThat(read.customer().orElseThrow().account().orElseThrow().get().name)
                .isEqualTo("Ann");
    }

    @Test
    void writesWhatEmbeddedClassesLinkTo() {
        Product oak = Product.of("Oak door", 90);
        Cart cart = Cart.of("mine");
        cart.holder = new Cart.Holder();
        cart.holder.buyer = Ref.of(Buyer.of("ann", "Ann"));
        Cart.Item item = Cart.Item.of(2, Ref.of(oak));
        item.similar = List.of(Ref.of(Product.of("Elm door", 80)), Ref.of(oak));
        cart.items.add(item);
        cart.gifts = new Cart.Item[] {Cart.Item.of(1, Ref.of(oak))};
        cart.saved.put("later", Cart.Item.of(1, Ref.of(Product.of("Key", 1))));
        Cart.Card card = new Cart.Card();
        card.bank = Ref.of(Bank.of(7, "Bank"));
        cart.payment = Optional.of(card);

        get(shop.carts.insert(cart, WriteRule.WRITE));

        assertThat(recorder)
                .containsExactlyInAnyOrder(update("buyers"), insert("products"), update("banks"), insert("carts"));
        assertThat(recorder.commands().get(3).collection()).isEqualTo("carts");
        assertThat(list(shop.products.find().all()))
                .extracting(Product::name)
                .containsExactlyInAnyOrder("Oak door", "Elm door", "Key");
        assertThat(item.product).isNotNull();
        assertThat(item.product.id()).isEqualTo(cart.gifts[0].product.id()).isNotNull();
        BsonDocument stored = shop.stored("carts", BsonDocument.parse("{name: 'mine'}"));
        assertThat(stored.getDocument("holder").getDocument("buyer"))
                .isEqualTo(BsonDocument.parse("{$ref: 'buyers', $id: 'ann'}"));
        assertThat(stored.getArray("items").get(0).asDocument().getArray("similar"))
                .allMatch(each -> each.asDocument().getString("$ref").getValue().equals("products"));
        assertThat(stored.getDocument("payment").getInt32("bank").getValue()).isEqualTo(7);
    }

    @Test
    void savesWithWhatIsNewBehindEmbeddedValues() {
        Order order = get(shop.orders.insert(Order.of("1", Line.of(1, shop.ref("Oak door", 90)))));
        recorder.clear();

        Order changed = order.withLines(List.of(order.lines().get(0), line(Product.of("Elm door", 80))));
        get(shop.orders.save(changed, WriteRule.WRITE));

        assertThat(recorder).containsExactly(insert("products"), update("orders"));
        assertThat(list(shop.orders.find().fetchLinks(1).all()).get(0).lines())
                .extracting(each -> each.product().get().name())
                .containsExactly("Oak door", "Elm door");
    }

    @Test
    void namesThePlaceOfALinkToWhatIsNotSaved() {
        Product unsaved = Product.of("Oak door", 90);
        List<Line> lines = List.of(saved(), line(unsaved));

        refuses("Order.lines[1].product links to a Product", Order.of("1").withLines(lines));
        refuses(
                "Order.extras[\"gift\"].product links to a Product",
                Order.of("1").withExtras(Map.of("gift", line(unsaved))));
        refuses(
                "Order.parcels[1].lines[1].product links to a Product",
                Order.of("1").withParcels(List.of(new Parcel("a", List.of(saved())), new Parcel("b", lines))));
        refuses(
                "Order.lines[0].alternatives[1] links to a Product",
                Order.of("1", saved().withAlternatives(List.of(Ref.to(GONE), Ref.of(unsaved)))));
        refuses(
                "Order.customer.account links to a Buyer",
                Order.of("1").withCustomer(new Customer("Ann", Optional.of(Ref.of(new Buyer())))));
    }

    private void refuses(String text, Order order) {
        assertThatThrownBy(() -> get(shop.orders.insert(order)))
                .isInstanceOf(UnsavedLinkException.class)
                .hasMessageContaining(text)
                .hasMessageContaining("WriteRule.WRITE");
        assertThat(recorder.names()).isEmpty();
    }

    @Test
    void namesThePlaceOfALinkWithAnIdOfAnotherType() {
        Ref<Product> wrong = Ref.to("oak");

        assertThatThrownBy(() -> get(shop.orders.insert(Order.of("1", saved(), Line.of(2, wrong)))))
                .isInstanceOf(InvalidLinkException.class)
                .hasMessageContaining("Order.lines[1].product")
                .hasMessageContaining("oak")
                .hasMessageContaining("ObjectId");
        assertThat(recorder.names()).isEmpty();
    }

    /** Order, duplicates, dangling ids, and no list as opposed to an empty one. */
    @Test
    void losesNothingBySaving() {
        String oid = "{$oid: '" + GONE + "'}";
        String document =
                "{_id: {$oid: '665000000000000000000001'}, number: '1', customer: {name: 'Ann', account: 'ann'},"
                        + " lines: [{quantity: 1, item: $x, alternatives: [$x, $x]}, {quantity: 2, item: $x},"
                        + " {quantity: 3, item: $x, alternatives: []}],"
                        + " extras: {b: {quantity: 1, item: $x}, a: {quantity: 1, item: $x, alternatives: [$x]}},"
                        + " boxes: [{label: 'one', lines: [{quantity: 1, item: $x}]}, {label: 'two', lines: []}], more: [1, {x: 1}]}";
        shop.store("orders", document.replace("$x", oid));
        BsonDocument before = shop.stored("orders", new BsonDocument());

        Order read = list(shop.orders.find().fetchLinks().all()).get(0);
        get(shop.orders.save(read));

        assertThat(read.lines().get(0).product().isMissing()).isTrue();
        assertThat(shop.stored("orders", new BsonDocument())).isEqualTo(before);
        get(shop.orders.replace(get(shop.orders.findById(id(read.id())).fetchLinks())));
        before.remove("more"); // a replacement is the whole document
        assertThat(shop.stored("orders", new BsonDocument())).isEqualTo(before);
    }
}
