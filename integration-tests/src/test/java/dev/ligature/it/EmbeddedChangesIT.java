// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.EmbeddedLinks.path;
import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.orders.QBuyer.buyer;
import static dev.ligature.it.orders.QCart.cart;
import static dev.ligature.it.orders.QOrder.order;
import static dev.ligature.testing.LigatureAssertions.assertThat;
import static dev.ligature.testing.LigatureAssertions.find;
import static dev.ligature.testing.LigatureAssertions.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DocumentNotFoundException;
import dev.ligature.it.orders.Buyer;
import dev.ligature.it.orders.Cart;
import dev.ligature.it.orders.Order;
import dev.ligature.it.orders.Order.Customer;
import dev.ligature.it.orders.Product;
import dev.ligature.it.orders.Shop;
import dev.ligature.link.Ref;
import dev.ligature.path.LinkPath;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Attaching and detaching links of single embedded values, where the values are stored. */
class EmbeddedChangesIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final LinkPath<Order, Buyer, String> ACCOUNT = order.customer.account();
    private static final LinkPath<Cart, Buyer, String> BUYER = cart.holder.buyer();
    private static final LinkPath<Product, Order, ObjectId> ORDERS = path(Product.class, "orders");

    private final Shop shop = new Shop(DATABASE.database());
    private final CommandRecorder recorder = DATABASE.recorder();

    @BeforeEach
    void clear() {
        shop.clear();
        recorder.clear();
    }

    private Order order(Optional<Customer> customer) {
        Order saved = Order.of("1");
        saved = get(shop.orders.insert(customer.map(saved::withCustomer).orElse(saved)));
        recorder.clear();
        return saved;
    }

    private static Optional<Customer> customer(Optional<Ref<Buyer>> account) {
        return Optional.of(new Customer("Ann", account));
    }

    private Optional<Ref<Buyer>> account(Order saved) {
        return get(shop.orders.findById(id(saved.id())))
                .customer()
                .orElseThrow()
                .account();
    }

    @Test
    void attachesAndDetachesByOneUpdate() {
        Order saved = order(customer(Optional.empty()));

        assertThat(get(shop.orders.attach(saved, ACCOUNT, "ann"))).isEqualTo(1);
        assertThat(recorder).containsExactly(update("orders"));
        assertThat(account(saved)).contains(Ref.to("ann"));
        assertThat(get(shop.orders.attach(saved, ACCOUNT, "bob"))).isEqualTo(1);
        assertThat(account(saved)).contains(Ref.to("bob"));
        assertThat(get(shop.orders.detach(saved, ACCOUNT, "ann"))).isZero();
        assertThat(get(shop.orders.detach(saved, ACCOUNT, "bob"))).isEqualTo(1);
        assertThat(account(saved)).isEmpty();
        get(shop.orders.attach(saved, ACCOUNT, "cid"));
        assertThat(get(shop.orders.detachAll(saved, ACCOUNT))).isEqualTo(1);
        assertThat(account(saved)).isEmpty();
    }

    /** Its other members are required: a link alone would make it unreadable. */
    @Test
    void doesNotCreateTheEmbeddedValue() {
        Order without = order(Optional.empty());
        BsonDocument before = shop.stored("orders", new BsonDocument());

        assertThatThrownBy(() -> get(shop.orders.attach(without, ACCOUNT, "ann")))
                .isInstanceOf(DocumentNotFoundException.class)
                .hasMessageContaining("Order " + without.id() + " has no customer")
                .hasMessageContaining("Order.customer.account cannot be attached")
                .hasMessageContaining("Save the Order with its customer first");
        assertThat(get(shop.orders.detach(without, ACCOUNT, "ann"))).isZero();
        assertThat(get(shop.orders.detachAll(without, ACCOUNT))).isZero();
        assertThat(shop.stored("orders", new BsonDocument())).isEqualTo(before);
        assertThatThrownBy(() -> get(shop.orders.attach(new ObjectId(), ACCOUNT, "ann")))
                .isInstanceOf(DocumentNotFoundException.class)
                .hasMessageContaining("is not in \"orders\"");
    }

    /** Such paths are none to attach to, but for those who take them for one. */
    @Test
    void refusesToChangeWhatIsInAListOrAMap() {
        LinkPath<Order, Product, ObjectId> line = path(Order.class, "lines.product");
        LinkPath<Order, Product, ObjectId> extra = path(Order.class, "extras.product");
        ObjectId any = new ObjectId();

        assertThatThrownBy(() -> shop.orders.attach(any, line, any))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Order.lines.product is in a list of embedded values: attach does not know")
                .hasMessageContaining("Change the Order, and save it");
        assertThatThrownBy(() -> shop.orders.detach(any, extra, any))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Order.extras.product is in a map");
        assertThatThrownBy(() -> shop.orders.detachAll(any, line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("detachAll");
        assertThatThrownBy(() -> shop.products.attach(any, ORDERS, any))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Order.lines.product is in a list");
        assertThat(recorder.names()).isEmpty();
    }

    @Test
    void attachesDbRefsOfEmbeddedClasses() {
        Cart with = Cart.of("with");
        with.holder = new Cart.Holder();
        Cart without = Cart.of("without");
        list(shop.carts.insertAll(List.of(with, without)));

        assertThat(get(shop.carts.attach(with, BUYER, "ann"))).isEqualTo(1);
        assertThat(shop.stored("carts", BsonDocument.parse("{name: 'with'}"))
                        .getDocument("holder")
                        .get("buyer"))
                .isEqualTo(BsonDocument.parse("{$ref: 'buyers', $id: 'ann'}"));
        assertThat(get(shop.carts.detachAll(with, BUYER))).isEqualTo(1);
        assertThat(get(shop.carts.findById(id(with.id))).holder.buyer).isNull();
        assertThat(get(shop.carts.detachAll(without, BUYER))).isZero();
        assertThat(shop.stored("carts", BsonDocument.parse("{name: 'without'}")).get("holder"))
                .isEqualTo(BsonNull.VALUE);
    }

    @Test
    void attachesAndDetachesThroughABackLink() {
        Order first = order(customer(Optional.empty()));
        Order second = order(customer(Optional.of(Ref.to("bob"))));
        Order without = order(Optional.empty());
        shop.buyer("ann", "Ann");
        recorder.clear();

        assertThat(get(shop.buyers.attach("ann", buyer.orders(), id(first.id()), id(second.id()))))
                .isEqualTo(2);
        assertThat(recorder).containsExactly(update("orders"));
        assertThat(account(first)).contains(Ref.to("ann"));
        assertThat(account(second)).contains(Ref.to("ann"));
        recorder.clear();
        assertThatThrownBy(() -> get(shop.buyers.attach("ann", buyer.orders(), id(without.id()))))
                .isInstanceOf(DocumentNotFoundException.class)
                .hasMessageContaining("has no customer");
        assertThat(recorder).containsExactly(update("orders"), find("orders"), find("orders"));
        assertThat(get(shop.buyers.detach("ann", buyer.orders(), id(first.id()))))
                .isEqualTo(1);
        assertThat(account(first)).isEmpty();
        assertThat(get(shop.buyers.detachAll("ann", buyer.orders()))).isEqualTo(1);
        assertThat(account(second)).isEmpty();
    }
}
