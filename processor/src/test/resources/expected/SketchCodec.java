// Generated from com.example.Sketch; edits are overwritten.
package com.example;

import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentGenerated;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.EmbeddedCodec;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.Reads;
import dev.ligature.spi.UnionCodec;
import dev.ligature.spi.ValueCodecs;
import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.FieldNames;
import dev.ligature.spi.bson.ValueCodec;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Sketch} documents of the collection {@code sketch}. */
@Generated("dev.ligature.processor.DocumentProcessor")
@DocumentGenerated(Sketch.class)
final class SketchCodec extends DocumentCodec<Sketch> {
    /** The collection, the id and the links of {@link Sketch}. */
    static final DocumentType<Sketch> TYPE = DocumentType.builder(Sketch.class, "sketch")
            .id("id", String.class, ValueCodecs.STRING, Sketch::id)
            .version("version", "version", Sketch::version)
            .field("shapes", "shapes")
            .field("prices", "prices")
            .field("whole", "whole")
            .codec(SketchCodec::new)
            .build();

    static final ValueCodec<Sketch.Circle> CIRCLE = new CircleCodec();

    static final ValueCodec<Sketch.Square> SQUARE = new SquareCodec();

    static final ValueCodec<Sketch.Shape> SHAPE = new ShapeCodec();

    static final ValueCodec<Currency> PRICE_CURRENCY = ValueCodecs.registered(Currency.class, "Sketch.Price.currency");

    static final ValueCodec<Sketch.Price> PRICE = new PriceCodec(PRICE_CURRENCY);

    static final ValueCodec<List<Sketch.Part>> PART_PARTS = ValueCodecs.list(ValueCodecs.lazy(() -> SketchCodec.PART));

    static final ValueCodec<Sketch.Part> PART = new PartCodec();

    static final ValueCodec<List<Sketch.Shape>> SHAPES = ValueCodecs.list(SHAPE);

    static final ValueCodec<Map<String, Sketch.Price>> PRICES = ValueCodecs.map(PRICE);

    private static final FieldNames FIELDS = FieldNames.of("_id", "version", "shapes", "prices",
            "whole");

    private final ValueCodec<Map<String, Sketch.Price>> pricesCodec;

    /** Creates the codec. {@code registry} has the codecs of types that Ligature does not map itself. */
    SketchCodec(CodecRegistry registry) {
        super(TYPE);
        this.pricesCodec = PRICES.bind(registry);
    }

    @Override
    protected Sketch readDocument(BsonSource source, ExtraFields extra) {
        String id = null;
        long version = 0;
        boolean versionFound = false;
        List<Sketch.Shape> shapes = null;
        Map<String, Sketch.Price> prices = null;
        Sketch.Part whole = null;
        source.startDocument();
        int place = FieldNames.START;
        while ((place = FIELDS.next(source, place)) != FieldNames.END) {
            switch (place) {
                case 0 -> id = Reads.string(source);
                case 1 -> {
                    version = Reads.int64(source);
                    versionFound = true;
                }
                case 2 -> shapes = Reads.value(source, SHAPES);
                case 3 -> prices = Reads.value(source, pricesCodec);
                case 4 -> whole = Reads.value(source, PART);
                default -> extra.read(source);
            }
        }
        requireFound(versionFound, "version");
        return new Sketch(
                required(id, "_id"),
                version,
                required(shapes, "shapes"),
                required(prices, "prices"),
                required(whole, "whole"));
    }

    @Override
    public void write(BsonSink sink, Sketch sketch) {
        sink.startDocument();
        String id = sketch.id();
        if (id != null) {
            sink.writeString(FIELDS, 0, id);
        }
        sink.writeInt64(FIELDS, 1, sketch.version());
        sink.write(FIELDS, 2, SHAPES, present(sketch.shapes(), "shapes"));
        sink.write(FIELDS, 3, pricesCodec, present(sketch.prices(), "prices"));
        sink.write(FIELDS, 4, PART, present(sketch.whole(), "whole"));
        sink.end();
    }

    @Override
    public Sketch withId(Sketch sketch, @Nullable Object id) {
        return new Sketch(
                (String) id,
                sketch.version(),
                sketch.shapes(),
                sketch.prices(),
                sketch.whole());
    }

    @Override
    public Sketch withVersion(Sketch sketch, long version) {
        return new Sketch(
                sketch.id(),
                version,
                sketch.shapes(),
                sketch.prices(),
                sketch.whole());
    }

    @Override
    public @Nullable Object link(Sketch sketch, int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public Sketch withLink(Sketch sketch, int index, @Nullable Object value) {
        throw new IndexOutOfBoundsException(index);
    }

    /** Reads and writes {@link Sketch.Circle}, embedded. */
    private static final class CircleCodec extends EmbeddedCodec<Sketch.Circle> {
        private static final FieldNames FIELDS = FieldNames.of("kind", "radius");

        CircleCodec() {
            super("Sketch.Circle");
        }

        @Override
        protected Sketch.Circle readDocument(BsonSource source) {
            double radius = 0;
            boolean radiusFound = false;
            source.startDocument();
            int place = FieldNames.START;
            while ((place = FIELDS.next(source, place)) != FieldNames.END) {
                switch (place) {
                    case 1 -> {
                        radius = Reads.float64(source);
                        radiusFound = true;
                    }
                    default -> source.skip();
                }
            }
            requireFound(radiusFound, "radius");
            return new Sketch.Circle(radius);
        }

        @Override
        public void write(BsonSink sink, Sketch.Circle circle) {
            sink.startDocument();
            sink.writeString(FIELDS, 0, "circle");
            sink.writeDouble(FIELDS, 1, circle.radius());
            sink.end();
        }
    }

    /** Reads and writes {@link Sketch.Square}, embedded. */
    private static final class SquareCodec extends EmbeddedCodec<Sketch.Square> {
        private static final FieldNames FIELDS = FieldNames.of("kind", "side");

        SquareCodec() {
            super("Sketch.Square");
        }

        @Override
        protected Sketch.Square readDocument(BsonSource source) {
            double side = 0;
            boolean sideFound = false;
            source.startDocument();
            int place = FieldNames.START;
            while ((place = FIELDS.next(source, place)) != FieldNames.END) {
                switch (place) {
                    case 1 -> {
                        side = Reads.float64(source);
                        sideFound = true;
                    }
                    default -> source.skip();
                }
            }
            requireFound(sideFound, "side");
            return new Sketch.Square(side);
        }

        @Override
        public void write(BsonSink sink, Sketch.Square square) {
            sink.startDocument();
            sink.writeString(FIELDS, 0, "com.example.Sketch$Square");
            sink.writeDouble(FIELDS, 1, square.side());
            sink.end();
        }
    }

    /** Reads and writes {@link Sketch.Shape}, embedded. */
    private static final class ShapeCodec extends UnionCodec<Sketch.Shape> {
        ShapeCodec() {
            super("Sketch.Shape", "kind", "circle", "com.example.Sketch$Square");
        }

        @Override
        protected Sketch.Shape readDocument(BsonSource source) {
            String discriminator = discriminator(source);
            return switch (discriminator) {
                case "circle" -> CIRCLE.read(source);
                case "com.example.Sketch$Square" -> SQUARE.read(source);
                default -> throw unknownSubtype(discriminator);
            };
        }

        @Override
        public void write(BsonSink sink, Sketch.Shape shape) {
            if (shape instanceof Sketch.Circle circle) {
                CIRCLE.write(sink, circle);
            } else if (shape instanceof Sketch.Square square) {
                SQUARE.write(sink, square);
            } else {
                throw new AssertionError(shape);
            }
        }
    }

    /** Reads and writes {@link Sketch.Price}, embedded. */
    private static final class PriceCodec extends EmbeddedCodec<Sketch.Price> {
        private static final FieldNames FIELDS = FieldNames.of("currency", "cents");

        private final ValueCodec<Currency> currencyCodec;

        PriceCodec(ValueCodec<Currency> currencyCodec) {
            super("Sketch.Price");
            this.currencyCodec = currencyCodec;
        }

        @Override
        protected Sketch.Price readDocument(BsonSource source) {
            Currency currency = null;
            long cents = 0;
            boolean centsFound = false;
            source.startDocument();
            int place = FieldNames.START;
            while ((place = FIELDS.next(source, place)) != FieldNames.END) {
                switch (place) {
                    case 0 -> currency = Reads.value(source, currencyCodec);
                    case 1 -> {
                        cents = Reads.int64(source);
                        centsFound = true;
                    }
                    default -> source.skip();
                }
            }
            requireFound(centsFound, "cents");
            return new Sketch.Price(required(currency, "currency"), cents);
        }

        @Override
        public void write(BsonSink sink, Sketch.Price price) {
            sink.startDocument();
            sink.write(FIELDS, 0, currencyCodec, present(price.currency(), "currency"));
            sink.writeInt64(FIELDS, 1, price.cents());
            sink.end();
        }

        @Override
        public ValueCodec<Sketch.Price> bind(CodecRegistry registry) {
            return new PriceCodec(currencyCodec.bind(registry));
        }
    }

    /** Reads and writes {@link Sketch.Part}, embedded. */
    private static final class PartCodec extends EmbeddedCodec<Sketch.Part> {
        private static final FieldNames FIELDS = FieldNames.of("name", "parts");

        PartCodec() {
            super("Sketch.Part");
        }

        @Override
        protected Sketch.Part readDocument(BsonSource source) {
            String name = null;
            List<Sketch.Part> parts = null;
            source.startDocument();
            int place = FieldNames.START;
            while ((place = FIELDS.next(source, place)) != FieldNames.END) {
                switch (place) {
                    case 0 -> name = Reads.string(source);
                    case 1 -> parts = Reads.value(source, PART_PARTS);
                    default -> source.skip();
                }
            }
            return new Sketch.Part(required(name, "name"), required(parts, "parts"));
        }

        @Override
        public void write(BsonSink sink, Sketch.Part part) {
            sink.startDocument();
            sink.writeString(FIELDS, 0, present(part.name(), "name"));
            sink.write(FIELDS, 1, PART_PARTS, present(part.parts(), "parts"));
            sink.end();
        }
    }
}
