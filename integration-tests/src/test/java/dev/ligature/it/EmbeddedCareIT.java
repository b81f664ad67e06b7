// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.orders.QCart.cart;
import static dev.ligature.it.orders.QOrder.order;
import static dev.ligature.testing.LigatureAssertions.assertThat;
import static dev.ligature.testing.LigatureAssertions.find;
import static dev.ligature.testing.LigatureAssertions.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.RequiredLinkException;
import dev.ligature.it.orders.Cart;
import dev.ligature.it.orders.Order;
import dev.ligature.it.orders.Order.Line;
import dev.ligature.it.orders.Product;
import dev.ligature.it.orders.Shop;
import dev.ligature.link.DanglingLink;
import dev.ligature.link.Ref;
import dev.ligature.query.RepairRule;
import dev.ligature.query.RestoreResult;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Looking after links of embedded values: those that dangle, those in the other form, and what nothing links to. */
class EmbeddedCareIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final ObjectId ID = new ObjectId("665000000000000000000001");
    private static final ObjectId OAK = new ObjectId("66500000000000000000000a");
    private static final ObjectId GONE = new ObjectId("66500000000000000000000e");

    private final Shop shop = new Shop(DATABASE.database());
    private final CommandRecorder recorder = DATABASE.recorder();

    @BeforeEach
    void clear() {
        shop.clear();
        shop.store("products", json("{_id: $oak, name: 'Oak door', price: 90}"));
        shop.store("buyers", "{_id: 'ann', name: 'Ann'}");
        recorder.clear();
    }

    private static String json(String text) {
        return text.replace("$id", "{$oid: '" + ID + "'}")
                .replace("$oak", "{$oid: '" + OAK + "'}")
                .replace("$gone", "{$oid: '" + GONE + "'}");
    }

    /** A value of a line, whose DBRefs are spelled with {@code #}. */
    private static String dbRefs(String text) {
        return text.replace("#ref", "$ref").replace("#id", "$id");
    }

    private void order(String members) {
        shop.store("orders", dbRefs(json("{_id: $id, number: '1', " + members + "}")));
        recorder.clear();
    }

    private void cart(String members) {
        shop.store("carts", dbRefs(json("{_id: $id, name: 'c', " + members + "}")));
        recorder.clear();
    }

    private BsonDocument stored(String collection) {
        BsonDocument stored = shop.stored(collection, new BsonDocument());
        stored.remove("_id");
        stored.remove("number");
        stored.remove("name");
        return stored;
    }

    private static BsonDocument document(String members) {
        return BsonDocument.parse(dbRefs(json("{" + members + "}")));
    }

    @Test
    void findsWhatDanglesByItsWholePlace() {
        order(
                "customer: {name: 'Bob', account: 'bob'},"
                        + " lines: [{quantity: 1, item: $oak}, null, {quantity: 2, item: $gone, alternatives: [$oak, null, $gone]}],"
                        + " extras: {gift: {quantity: 1, item: $gone}, 'p.q': {quantity: 1, item: $oak}},"
                        + " boxes: [{label: 'a', lines: []}, {label: 'b', lines: [{quantity: 1, item: $oak}, {quantity: 1, item: $gone}]}]");

        assertThat(list(shop.orders.dangling()))
                .containsExactlyInAnyOrder(
                        new DanglingLink(ID, "customer.account", 0, "customer.account", "bob"),
                        new DanglingLink(ID, "lines.product", 0, "lines[2].product", GONE),
                        new DanglingLink(ID, "lines.alternatives", 2, "lines[2].alternatives[2]", GONE),
                        new DanglingLink(ID, "extras.product", 0, "extras[\"gift\"].product", GONE),
                        new DanglingLink(ID, "parcels.lines.product", 0, "parcels[1].lines[1].product", GONE));
        assertThat(recorder).containsExactlyInAnyOrder(find("orders"), find("products"), find("buyers"));
        assertThat(list(shop.orders.dangling(order.parcels.lines.product())))
                .extracting(DanglingLink::place)
                .containsExactly("parcels[1].lines[1].product");
        assertThat(list(shop.orders.dangling(order.customer.account())))
                .extracting(DanglingLink::targetId)
                .containsExactly("bob");
    }

    @Test
    void findsWhatDanglesInEmbeddedClasses() {
        cart("holder: {title: 'Dr', buyer: {#ref: 'buyers', #id: 'bob'}},"
                + " items: [{quantity: 1, product: $gone, similar: [{#ref: 'products', #id: $gone}]}],"
                + " gifts: [{quantity: 1, similar: []}, {quantity: 1, product: $gone, similar: []}],"
                + " saved: {later: {quantity: 1, product: $gone, similar: []}},"
                + " payment: {kind: 'card', number: '1', bank: 7}, refunds: [{kind: 'cash', amount: 1},"
                + " {kind: 'transfer', iban: 'x', bank: 8, payer: 'bob'}]");

        assertThat(list(shop.carts.dangling()))
                .extracting(DanglingLink::place)
                .containsExactlyInAnyOrder(
                        "holder.buyer",
                        "items[0].product",
                        "items[0].similar[0]",
                        "gifts[1].product",
                        "saved[\"later\"].product",
                        "payment.bank",
                        "refunds[1].bank",
                        "refunds[1].payer");
    }

    @Test
    void pullsWhatDanglesFromTheListsOfEmbeddedValues() {
        order("lines: [{quantity: 1, item: $gone, alternatives: [$gone, $oak, $gone]}, {quantity: 2, item: $oak},"
                + " {quantity: 3, item: $oak, alternatives: [$oak]}, {quantity: 4, item: $oak, alternatives: null}],"
                + " extras: {}, boxes: [{label: 'a', lines: [{quantity: 1, item: $oak, alternatives: [$gone]}]}]");

        assertThat(get(shop.orders.repair(order.lines.alternatives(), RepairRule.PULL)))
                .isEqualTo(1);
        assertThat(recorder).containsExactly(find("orders"), find("products"), update("orders"));
        assertThat(get(shop.orders.repair(order.parcels.lines.alternatives(), RepairRule.PULL)))
                .isEqualTo(1);

        assertThat(stored("orders"))
                .isEqualTo(
                        document(
                                "lines: [{quantity: 1, item: $gone, alternatives: [$oak]}, {quantity: 2, item: $oak},"
                                        + " {quantity: 3, item: $oak, alternatives: [$oak]}, {quantity: 4, item: $oak, alternatives: null}],"
                                        + " extras: {}, boxes: [{label: 'a', lines: [{quantity: 1, item: $oak, alternatives: []}]}]"));
    }

    @Test
    void removesDanglingMembersOfEmbeddedValues() {
        order("customer: {name: 'Bob', account: 'bob'}, lines: [{quantity: 1, item: $oak, alternatives: [$gone]},"
                + " {quantity: 2, item: $oak, alternatives: [$oak]}], extras: {}, boxes: []");
        cart("holder: {title: 'Dr', buyer: {#ref: 'buyers', #id: 'bob'}}, items: [{quantity: 1, product: $gone,"
                + " similar: []}, {quantity: 2, product: $oak, similar: []}, {quantity: 3, product: {#ref: 'products',"
                + " #id: $gone}, similar: []}]");

        assertThat(get(shop.orders.repair(order.customer.account(), RepairRule.PULL)))
                .isEqualTo(1);
        assertThat(get(shop.orders.repair(order.lines.alternatives(), RepairRule.UNSET)))
                .isEqualTo(1);
        assertThat(get(shop.carts.repair(cart.holder.buyer(), RepairRule.UNSET)))
                .isEqualTo(1);
        assertThat(get(shop.carts.repair(cart.items.product(), RepairRule.UNSET)))
                .isEqualTo(1);

        assertThat(stored("orders"))
                .isEqualTo(document("customer: {name: 'Bob'}, lines: [{quantity: 1, item: $oak},"
                        + " {quantity: 2, item: $oak, alternatives: [$oak]}], extras: {}, boxes: []"));
        assertThat(stored("carts"))
                .isEqualTo(document("holder: {title: 'Dr', buyer: null}, items: [{quantity: 1, similar: []},"
                        + " {quantity: 2, product: $oak, similar: []}, {quantity: 3, similar: []}]"));
    }

    /** A key with a dot would name another place: such a link stays, and is still found. */
    @Test
    void repairsTheValuesOfMapsByTheirKeys() {
        cart(
                "saved: {now: {quantity: 1, product: $gone, similar: []}, later: {quantity: 2, product: $gone, similar: []},"
                        + " never: {quantity: 3, product: $oak, similar: []}, 'a.b': {quantity: 4, product: $gone, similar: []}}");
        order("lines: [], extras: {gift: {quantity: 1, item: $oak, alternatives: [$gone, $oak]}}, boxes: []");

        assertThat(get(shop.carts.repair(cart.saved.product(), RepairRule.UNSET)))
                .isEqualTo(1);
        assertThat(get(shop.orders.repair(order.extras.alternatives(), RepairRule.PULL)))
                .isEqualTo(1);

        assertThat(stored("carts"))
                .isEqualTo(
                        document(
                                "saved: {now: {quantity: 1, similar: []}, later: {quantity: 2, similar: []},"
                                        + " never: {quantity: 3, product: $oak, similar: []}, 'a.b': {quantity: 4, product: $gone, similar: []}}"));
        assertThat(stored("orders"))
                .isEqualTo(document(
                        "lines: [], extras: {gift: {quantity: 1, item: $oak, alternatives: [$oak]}}, boxes: []"));
        assertThat(list(shop.carts.dangling(cart.saved.product())))
                .extracting(DanglingLink::place)
                .containsExactly("saved[\"a.b\"].product");
    }

    @Test
    void refusesToRemoveRequiredMembersOfEmbeddedValues() {
        for (RepairRule rule : RepairRule.values()) {
            assertThatThrownBy(() -> get(shop.orders.repair(order.lines.product(), rule)))
                    .isInstanceOf(RequiredLinkException.class)
                    .hasMessageContaining("Order.lines.product is required")
                    .hasMessageContaining("Give another Product to the embedded values");
        }
        assertThat(recorder.names()).isEmpty();
    }

    @Test
    void restoresTheDeclaredFormAtEachPlace() {
        order("lines: [{quantity: 1, item: {#ref: 'products', #id: $oak}}, {quantity: 2, item: $oak}, {quantity: 3,"
                + " item: {#ref: 'products', #id: $gone}, alternatives: [$oak, {#ref: 'products', #id: $oak}]}],"
                + " extras: {gift: {quantity: 1, item: {#ref: 'products', #id: $oak}}}, boxes: []");
        cart("items: [{quantity: 1, product: $oak, similar: [$oak, {#ref: 'products', #id: $oak}, $gone]}]");

        assertThat(get(shop.orders.planRestore(order.lines.product()))).isEqualTo(new RestoreResult(1, 1, 0, 0, 0));
        assertThat(get(shop.orders.restore(order.lines.product()))).isEqualTo(new RestoreResult(1, 1, 0, 0, 0));
        assertThat(get(shop.orders.restore(order.lines.alternatives()))).isEqualTo(new RestoreResult(1, 1, 0, 0, 0));
        assertThat(get(shop.orders.restore(order.extras.product()))).isEqualTo(new RestoreResult(1, 1, 0, 0, 0));
        assertThat(get(shop.carts.restore(cart.items.similar()))).isEqualTo(new RestoreResult(1, 1, 0, 0, 0));

        assertThat(stored("orders"))
                .isEqualTo(
                        document(
                                "lines: [{quantity: 1, item: $oak}, {quantity: 2, item: $oak}, {quantity: 3, item: $gone,"
                                        + " alternatives: [$oak, $oak]}], extras: {gift: {quantity: 1, item: $oak}}, boxes: []"));
        assertThat(stored("carts"))
                .isEqualTo(document("items: [{quantity: 1, product: $oak, similar: [{#ref: 'products', #id: $oak},"
                        + " {#ref: 'products', #id: $oak}, {#ref: 'products', #id: $gone}]}]"));
    }

    @Test
    void saysWhatItCannotRestoreInAMap() {
        order("lines: [], extras: {'a.b': {quantity: 1, item: {#ref: 'products', #id: $oak}}, c: {quantity: 2, item:"
                + " {#ref: 'products', #id: $oak}}}, boxes: []");

        assertThat(get(shop.orders.planRestore(order.extras.product()))).isEqualTo(new RestoreResult(1, 1, 0, 0, 1));
        assertThat(get(shop.orders.restore(order.extras.product()))).isEqualTo(new RestoreResult(1, 1, 0, 0, 1));

        assertThat(stored("orders")
                        .getDocument("extras")
                        .getDocument("c")
                        .get("item")
                        .isObjectId())
                .isTrue();
        assertThat(stored("orders")
                        .getDocument("extras")
                        .getDocument("a.b")
                        .get("item")
                        .isDocument())
                .isTrue();
    }

    @Test
    void findsWhatNoEmbeddedValueLinksTo() {
        Ref<Product> inLine = shop.ref("in a line", 1);
        Ref<Product> inMap = shop.ref("in a map", 1);
        get(shop.orders.insert(Order.of("1", Line.of(1, inLine)).withExtras(Map.of("gift", Line.of(1, inMap)))));
        Cart saved = Cart.of("c");
        Cart.Item item = new Cart.Item();
        item.similar = List.of(shop.ref("similar", 1));
        saved.items.add(item);
        get(shop.carts.insert(saved));
        Product orphan = shop.product("orphan", 1);

        assertThat(list(shop.orders.orphans(order.lines.product())).stream().map(Ref::id))
                .containsExactlyInAnyOrder(OAK, id(orphan.id()));
        assertThat(get(shop.orders.deleteOrphans(order.extras.product()))).isEqualTo(2);
        assertThat(list(shop.products.find().all()))
                .extracting(Product::name)
                .containsExactlyInAnyOrder("in a line", "in a map", "similar");
    }

    @Test
    void refusesThePathOfAKey() {
        assertThatThrownBy(() -> shop.orders.dangling(order.extras.key("gift").product()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("this path names a key of a map, which only a condition can");
    }
}
