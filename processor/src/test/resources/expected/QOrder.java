// Generated from com.example.Order; edits are overwritten.
package com.example;

import dev.ligature.link.Ref;
import dev.ligature.path.DocumentPath;
import dev.ligature.path.EmbeddedPath;
import dev.ligature.path.FieldPath;
import dev.ligature.path.LinkListPath;
import dev.ligature.path.LinkPath;
import dev.ligature.path.ListPath;
import dev.ligature.path.MapPath;
import dev.ligature.path.NumberPath;
import dev.ligature.path.StringPath;
import dev.ligature.spi.DocumentGenerated;
import dev.ligature.spi.Location;
import dev.ligature.spi.ValueCodecs;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * Typed paths of {@link Order}: members are fields, links are methods.
 *
 * @param <R> the document from which the paths start
 */
@Generated("dev.ligature.processor.DocumentProcessor")
@DocumentGenerated(Order.class)
class QOrder<R> extends DocumentPath<R, Order> {
    /** {@link Order} as the root of a query. */
    static final QOrder<Order> order = new QOrder<>(Location.root(OrderCodec.TYPE));

    final StringPath<R> id;

    final CustomerPath<R> customer;

    final ListPath<R, List<Order.Line>, Order.Line, LinePath<Order.Line>> lines;

    final MapPath<R, Order.Line, LinePath<R>> extras;

    final ListPath<R, List<Order.Payment>, Order.Payment, FieldPath<Order.Payment, Order.Payment>> payments;

    /** Creates the paths of the document at the given location. */
    QOrder(Location<R> location) {
        super(location);
        this.id = new StringPath<>(location.required("_id"));
        this.customer = new CustomerPath<>(location.field("customer"));
        this.lines = new ListPath<>(location.required("lines"), OrderCodec.LINES, OrderCodec.LINE,
                LinePath::new);
        this.extras = new MapPath<>(location.required("extras"), OrderCodec.EXTRAS, LinePath::new);
        this.payments = new ListPath<>(location.required("payments"), OrderCodec.PAYMENTS,
                OrderCodec.PAYMENT, element -> new FieldPath<>(element, OrderCodec.PAYMENT));
    }

    /** Returns a reference, not fetched, to the {@link Order} with the given id. */
    static Ref<Order> ref(String id) {
        return OrderCodec.TYPE.ref(id);
    }

    /** Returns the id of the {@link Order} that is referred to; null if it is a new one that has none yet. */
    static @Nullable String id(Ref<Order> ref) {
        return OrderCodec.TYPE.idIn(ref);
    }

    /**
     * A link to {@link Order}.
     *
     * @param <R> the document from which the paths start
     */
    static final class Link<R> extends QOrder<R> implements LinkPath<R, Order, String> {
        /** Creates the paths of the document at the given location. */
        Link(Location<R> location) {
            super(location);
        }
    }

    /**
     * A list of links to {@link Order}.
     *
     * @param <R> the document from which the paths start
     */
    static final class Links<R> extends QOrder<R> implements LinkPath<R, Order, String>, LinkListPath<R, Order, QOrder<Order>> {
        /** Creates the paths of the document at the given location. */
        Links(Location<R> location) {
            super(location);
        }

        @Override
        public QOrder<Order> linkedPath() {
            return order;
        }
    }

    /**
     * Typed paths of {@link Order.Customer}.
     *
     * @param <R> the document from which the paths start
     */
    static final class CustomerPath<R> extends EmbeddedPath<R, Order.Customer> {
        final StringPath<R> name;

        CustomerPath(Location<R> location) {
            super(location, OrderCodec.CUSTOMER);
            this.name = new StringPath<>(location.required("name"));
        }
    }

    /**
     * Typed paths of {@link Order.Line}.
     *
     * @param <R> the document from which the paths start
     */
    static final class LinePath<R> extends EmbeddedPath<R, Order.Line> {
        final NumberPath<R, Integer> quantity;

        LinePath(Location<R> location) {
            super(location, OrderCodec.LINE);
            this.quantity = new NumberPath<>(location.required("quantity"), ValueCodecs.INTEGER);
        }
    }
}
