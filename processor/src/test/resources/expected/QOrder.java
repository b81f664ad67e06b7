// Generated from com.example.Order; edits are overwritten.
package com.example;

import dev.ligature.link.Ref;
import dev.ligature.path.DocumentPath;
import dev.ligature.path.EmbeddedPath;
import dev.ligature.path.FetchPath;
import dev.ligature.path.LinkListPath;
import dev.ligature.path.LinkPath;
import dev.ligature.path.ListPath;
import dev.ligature.path.MapPath;
import dev.ligature.path.NumberPath;
import dev.ligature.path.StringPath;
import dev.ligature.spi.DocumentGenerated;
import dev.ligature.spi.Location;
import dev.ligature.spi.ValueCodecs;
import dev.ligature.spi.bson.ValueCodec;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    final LineListPath<R, List<Order.Line>, Order.Line, LinePath<Order.Line>> lines;

    final LineMapPath<R, Order.Line, LinePath<R>> extras;

    final PaymentListPath<R, List<Order.Payment>, Order.Payment, PaymentPath<Order.Payment>> payments;

    /** Creates the paths of the document at the given location. */
    QOrder(Location<R> location) {
        super(location);
        this.id = new StringPath<>(location.required("_id"));
        this.customer = new CustomerPath<>(location.field("customer"));
        this.lines = new LineListPath<>(location.required("lines"), OrderCodec.LINES,
                OrderCodec.LINE, LinePath::new);
        this.extras = new LineMapPath<>(location.required("extras"), OrderCodec.EXTRAS,
                LinePath::new);
        this.payments = new PaymentListPath<>(location.required("payments"), OrderCodec.PAYMENTS,
                OrderCodec.PAYMENT, PaymentPath::new);
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
    static final class Links<R> extends NestedLinks<R> implements LinkPath<R, Order, String> {
        /** Creates the paths of the document at the given location. */
        Links(Location<R> location) {
            super(location);
        }
    }

    /**
     * Links to {@link Order}, such as those within the values of a list, of a map or of a sealed type.
     *
     * @param <R> the document from which the paths start
     */
    static class NestedLinks<R> extends QOrder<R> implements FetchPath<R, Order, String>, LinkListPath<R, Order, QOrder<Order>> {
        /** Creates the paths of the document at the given location. */
        NestedLinks(Location<R> location) {
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

        /** The linked {@link House}. */
        QHouse.Link<R> home() {
            return new QHouse.Link<>(throughEmbedded("home"));
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

        /** The linked {@link Door}. */
        QDoor.Link<R> door() {
            return new QDoor.Link<>(throughEmbedded("door"));
        }
    }

    /**
     * The links within a {@link Order.Payment}.
     *
     * @param <R> the document from which the paths start
     */
    static final class PaymentPath<R> extends EmbeddedPath<R, Order.Payment> {
        PaymentPath(Location<R> location) {
            super(location, OrderCodec.PAYMENT);
        }

        /** The linked {@link House}s. */
        QHouse.NestedLinks<R> at() {
            return new QHouse.NestedLinks<>(throughEmbedded("at"));
        }
    }

    /**
     * A list of {@link Order.Line}s, and the links within them.
     *
     * @param <R> the document from which the paths start
     * @param <V> the type of the member
     * @param <E> the type of an element
     * @param <P> the path of an element within a condition on it
     */
    static final class LineListPath<R, V, E, P> extends ListPath<R, V, E, P> {
        LineListPath(Location<R> location, ValueCodec<V> codec, ValueCodec<E> element,
                Function<Location<E>, P> elementPath) {
            super(location, codec, element, elementPath);
        }

        /** The linked {@link Door}s. */
        QDoor.NestedLinks<R> door() {
            return new QDoor.NestedLinks<>(throughEmbedded("door"));
        }
    }

    /**
     * A map of {@link Order.Line}s, and the links within them.
     *
     * @param <R> the document from which the paths start
     * @param <V> the type of the map's values
     * @param <P> the path of a value
     */
    static final class LineMapPath<R, V, P> extends MapPath<R, V, P> {
        LineMapPath(Location<R> location, ValueCodec<Map<String, V>> codec,
                Function<Location<R>, P> valuePath) {
            super(location, codec, valuePath);
        }

        /** The linked {@link Door}s. */
        QDoor.NestedLinks<R> door() {
            return new QDoor.NestedLinks<>(throughEmbedded("door"));
        }
    }

    /**
     * A list of {@link Order.Payment}s, and the links within them.
     *
     * @param <R> the document from which the paths start
     * @param <V> the type of the member
     * @param <E> the type of an element
     * @param <P> the path of an element within a condition on it
     */
    static final class PaymentListPath<R, V, E, P> extends ListPath<R, V, E, P> {
        PaymentListPath(Location<R> location, ValueCodec<V> codec, ValueCodec<E> element,
                Function<Location<E>, P> elementPath) {
            super(location, codec, element, elementPath);
        }

        /** The linked {@link House}s. */
        QHouse.NestedLinks<R> at() {
            return new QHouse.NestedLinks<>(throughEmbedded("at"));
        }
    }
}
