// Generated from com.example.Sketch; edits are overwritten.
package com.example;

import dev.ligature.link.Ref;
import dev.ligature.path.DocumentPath;
import dev.ligature.path.EmbeddedPath;
import dev.ligature.path.FetchPath;
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
import java.util.Currency;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * Typed paths of {@link Sketch}: members are fields, links are methods.
 *
 * @param <R> the document from which the paths start
 */
@Generated("dev.ligature.processor.DocumentProcessor")
@DocumentGenerated(Sketch.class)
class QSketch<R> extends DocumentPath<R, Sketch> {
    /** {@link Sketch} as the root of a query. */
    static final QSketch<Sketch> sketch = new QSketch<>(Location.root(SketchCodec.TYPE));

    final StringPath<R> id;

    final NumberPath<R, Long> version;

    final ListPath<R, List<Sketch.Shape>, Sketch.Shape, FieldPath<Sketch.Shape, Sketch.Shape>> shapes;

    final MapPath<R, Sketch.Price, PricePath<R>> prices;

    final PartPath<R> whole;

    /** Creates the paths of the document at the given location. */
    QSketch(Location<R> location) {
        super(location);
        this.id = new StringPath<>(location.required("_id"));
        this.version = new NumberPath<>(location.required("version"), ValueCodecs.LONG);
        this.shapes = new ListPath<>(location.required("shapes"), SketchCodec.SHAPES,
                SketchCodec.SHAPE, element -> new FieldPath<>(element, SketchCodec.SHAPE));
        this.prices = new MapPath<>(location.required("prices"), SketchCodec.PRICES,
                PricePath::new);
        this.whole = new PartPath<>(location.required("whole"));
    }

    /** Returns a reference, not fetched, to the {@link Sketch} with the given id. */
    static Ref<Sketch> ref(String id) {
        return SketchCodec.TYPE.ref(id);
    }

    /** Returns the id of the {@link Sketch} that is referred to; null if it is a new one that has none yet. */
    static @Nullable String id(Ref<Sketch> ref) {
        return SketchCodec.TYPE.idIn(ref);
    }

    /**
     * A link to {@link Sketch}.
     *
     * @param <R> the document from which the paths start
     */
    static final class Link<R> extends QSketch<R> implements LinkPath<R, Sketch, String> {
        /** Creates the paths of the document at the given location. */
        Link(Location<R> location) {
            super(location);
        }
    }

    /**
     * A list of links to {@link Sketch}.
     *
     * @param <R> the document from which the paths start
     */
    static final class Links<R> extends NestedLinks<R> implements LinkPath<R, Sketch, String> {
        /** Creates the paths of the document at the given location. */
        Links(Location<R> location) {
            super(location);
        }
    }

    /**
     * Links to {@link Sketch}, such as those within the values of a list, of a map or of a sealed type.
     *
     * @param <R> the document from which the paths start
     */
    static class NestedLinks<R> extends QSketch<R> implements FetchPath<R, Sketch, String>, LinkListPath<R, Sketch, QSketch<Sketch>> {
        /** Creates the paths of the document at the given location. */
        NestedLinks(Location<R> location) {
            super(location);
        }

        @Override
        public QSketch<Sketch> linkedPath() {
            return sketch;
        }
    }

    /**
     * Typed paths of {@link Sketch.Price}.
     *
     * @param <R> the document from which the paths start
     */
    static final class PricePath<R> extends EmbeddedPath<R, Sketch.Price> {
        final FieldPath<R, Currency> currency;

        final NumberPath<R, Long> cents;

        PricePath(Location<R> location) {
            super(location, SketchCodec.PRICE);
            this.currency = new FieldPath<>(location.required("currency"), SketchCodec.PRICE_CURRENCY);
            this.cents = new NumberPath<>(location.required("cents"), ValueCodecs.LONG);
        }
    }

    /**
     * Typed paths of {@link Sketch.Part}.
     *
     * @param <R> the document from which the paths start
     */
    static final class PartPath<R> extends EmbeddedPath<R, Sketch.Part> {
        final StringPath<R> name;

        final ListPath<R, List<Sketch.Part>, Sketch.Part, PartPath<Sketch.Part>> parts;

        PartPath(Location<R> location) {
            super(location, SketchCodec.PART);
            this.name = new StringPath<>(location.required("name"));
            this.parts = new ListPath<>(location.required("parts"), SketchCodec.PART_PARTS,
                    ValueCodecs.lazy(() -> SketchCodec.PART), PartPath::new);
        }
    }
}
