// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.annotation.OnDelete;
import dev.ligature.path.ComparablePath;
import dev.ligature.path.DocumentPath;
import dev.ligature.path.EmbeddedPath;
import dev.ligature.path.LinkListPath;
import dev.ligature.path.ListPath;
import dev.ligature.path.MapPath;
import dev.ligature.path.NumberPath;
import dev.ligature.path.StringPath;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkHolder;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.LinkWay;
import dev.ligature.spi.Location;
import dev.ligature.spi.ValueCodecs;
import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.ValueCodec;
import java.util.List;
import java.util.function.Function;
import org.bson.codecs.configuration.CodecRegistry;

/** Declarations with links in embedded values, as the processor writes them; plans need no codecs. */
final class OrderTypes {
    static final class Order {}

    static final class Line {}

    static final class Product {}

    private static final LinkWay LINES = LinkWay.empty().through("lines", "rows", order -> null, LinkHolder.LISTED);
    private static final LinkWay EXTRAS = LinkWay.empty().through("extras", "extras", order -> null, LinkHolder.MAPPED);
    private static final LinkWay GRID =
            LinkWay.empty().through("grid", "grid", order -> null, LinkHolder.LISTED, LinkHolder.LISTED);
    private static final LinkWay MAIN = LinkWay.empty().through("main", "main", order -> null);

    static final DocumentType<Order> ORDER = DocumentType.builder(Order.class, "orders")
            .id("id", Integer.class, ValueCodecs.INTEGER, order -> null)
            .codec(registry -> {
                throw new UnsupportedOperationException("plans need no codec");
            })
            .link(MAIN, "product", "item", LinkShape.ONE, LinkStorage.ID, line -> null, () -> OrderTypes.PRODUCT)
            .link(LINES, "product", "item", LinkShape.ONE, LinkStorage.ID, line -> null, () -> OrderTypes.PRODUCT)
            .link(LINES, "similar", "alike", LinkShape.LIST, LinkStorage.DBREF, line -> null, () -> OrderTypes.PRODUCT)
            .link(EXTRAS, "product", "item", LinkShape.ONE, LinkStorage.ID, line -> null, () -> OrderTypes.PRODUCT)
            .link(GRID, "product", "item", LinkShape.ONE, LinkStorage.ID, line -> null, () -> OrderTypes.PRODUCT)
            .build();

    static final DocumentType<Product> PRODUCT = DocumentType.builder(Product.class, "products")
            .id("id", Integer.class, ValueCodecs.INTEGER, product -> null)
            .codec(registry -> {
                throw new UnsupportedOperationException("plans need no codec");
            })
            .backLink("orders", LinkShape.LIST, "lines.product", OnDelete.NOTHING, () -> ORDER)
            .build();

    static final QOrder<Order> order = new QOrder<>(Location.root(ORDER));
    static final QProduct<Product> product = new QProduct<>(Location.root(PRODUCT));

    private OrderTypes() {}

    /** Never asked to read or to write. */
    private record NoCodec() implements ValueCodec<Line> {
        @Override
        public Line read(BsonSource source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(BsonSink sink, Line value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ValueCodec<Line> bind(CodecRegistry registry) {
            return this;
        }
    }

    static final class QOrder<R> extends DocumentPath<R, Order> {
        final LinePath<R> main;
        final LineListPath<R, List<Line>, Line, LinePath<Line>> lines;
        final LineListPath<R, List<List<Line>>, List<Line>, LineListPath<List<Line>, List<Line>, Line, LinePath<Line>>>
                grid;
        final LineMapPath<R> extras;

        QOrder(Location<R> location) {
            super(location);
            main = new LinePath<>(location.field("main"));
            lines = lines(location.field("rows"));
            grid = new LineListPath<>(
                    location.field("grid"),
                    ValueCodecs.list(ValueCodecs.list(new NoCodec())),
                    ValueCodecs.list(new NoCodec()),
                    QOrder::lines);
            extras = new LineMapPath<>(location.field("extras"));
        }

        private static <R> LineListPath<R, List<Line>, Line, LinePath<Line>> lines(Location<R> location) {
            return new LineListPath<>(location, ValueCodecs.list(new NoCodec()), new NoCodec(), LinePath::new);
        }
    }

    static final class LinePath<R> extends EmbeddedPath<R, Line> {
        final NumberPath<R, Integer> quantity;

        LinePath(Location<R> location) {
            super(location, new NoCodec());
            quantity = new NumberPath<>(location.field("quantity"), ValueCodecs.INTEGER);
        }

        QProduct<R> product() {
            return new QProduct<>(throughEmbedded("item"));
        }

        QProduct<R> similar() {
            return new QProduct<>(throughEmbedded("alike"));
        }
    }

    static final class LineListPath<R, V, E, P> extends ListPath<R, V, E, P> {
        LineListPath(
                Location<R> location,
                ValueCodec<V> codec,
                ValueCodec<E> element,
                Function<Location<E>, P> elementPath) {
            super(location, codec, element, elementPath);
        }

        QProduct<R> product() {
            return new QProduct<>(throughEmbedded("item"));
        }

        QProduct<R> similar() {
            return new QProduct<>(throughEmbedded("alike"));
        }
    }

    static final class LineMapPath<R> extends MapPath<R, Line, LinePath<R>> {
        LineMapPath(Location<R> location) {
            super(location, ValueCodecs.map(new NoCodec()), LinePath::new);
        }

        QProduct<R> product() {
            return new QProduct<>(throughEmbedded("item"));
        }
    }

    static final class QProduct<R> extends DocumentPath<R, Product>
            implements LinkListPath<R, Product, QProduct<Product>> {
        final ComparablePath<R, Integer> id;
        final StringPath<R> name;
        private final Location<R> location;

        QProduct(Location<R> location) {
            super(location);
            this.location = location;
            id = new ComparablePath<>(location.field("_id"), ValueCodecs.INTEGER);
            name = new StringPath<>(location.field("name"));
        }

        QOrder<R> orders() {
            return new QOrder<>(location.through(PRODUCT.link("orders")));
        }

        @Override
        public QProduct<Product> linkedPath() {
            return product;
        }
    }
}
