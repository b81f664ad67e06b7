// Generated from com.example.Sketch; edits are overwritten.
package com.example;

import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentGenerated;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.EmbeddedCodec;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.FieldNames;
import dev.ligature.spi.Reads;
import dev.ligature.spi.ValueCodec;
import dev.ligature.spi.ValueCodecs;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.bson.BsonReader;
import org.bson.BsonReaderMark;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.configuration.CodecRegistry;

/** Reads and writes {@link Sketch} documents of the collection {@code sketch}. */
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

    /** Makes the codec; {@code registry} gives the codecs of types that Ligature does not map itself. */
    SketchCodec(CodecRegistry registry) {
        super(TYPE);
        this.pricesCodec = PRICES.bind(registry);
    }

    @Override
    public Sketch read(BsonReader reader, ExtraFields extra) {
        String id = null;
        long version = 0;
        boolean versionFound = false;
        List<Sketch.Shape> shapes = null;
        Map<String, Sketch.Price> prices = null;
        Sketch.Part whole = null;
        String field = "";
        int place = -1;
        try {
            reader.readStartDocument();
            for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
                field = reader.readName();
                place = FIELDS.indexOf(field, place);
                switch (place) {
                    case 0 -> id = Reads.string(reader, type);
                    case 1 -> {
                        version = Reads.int64(reader, type);
                        versionFound = true;
                    }
                    case 2 -> shapes = Reads.value(reader, type, SHAPES);
                    case 3 -> prices = Reads.value(reader, type, pricesCodec);
                    case 4 -> whole = Reads.value(reader, type, PART);
                    default -> extra.read(reader, field);
                }
            }
            reader.readEndDocument();
            field = "";
            requireFound(versionFound, "version", id);
            return new Sketch(
                    required(id, "_id", id),
                    version,
                    required(shapes, "shapes", id),
                    required(prices, "prices", id),
                    required(whole, "whole", id));
        } catch (RuntimeException e) {
            throw readFailure(id, field, e);
        }
    }

    @Override
    public void write(BsonWriter writer, Sketch sketch) {
        writer.writeStartDocument();
        String id = sketch.id();
        if (id != null) {
            writer.writeString("_id", id);
        }
        writer.writeInt64("version", sketch.version());
        writer.writeName("shapes");
        SHAPES.write(writer, present(sketch.shapes(), "shapes"));
        writer.writeName("prices");
        pricesCodec.write(writer, present(sketch.prices(), "prices"));
        writer.writeName("whole");
        PART.write(writer, present(sketch.whole(), "whole"));
        writer.writeEndDocument();
    }

    @Override
    public Sketch withId(Sketch sketch, Object id) {
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
    public Object link(Sketch sketch, int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public Sketch withLink(Sketch sketch, int index, Object value) {
        throw new IndexOutOfBoundsException(index);
    }

    /** Reads and writes {@link Sketch.Circle}, embedded. */
    private static final class CircleCodec extends EmbeddedCodec<Sketch.Circle> {
        private static final FieldNames FIELDS = FieldNames.of("radius");

        CircleCodec() {
            super("Sketch.Circle");
        }

        @Override
        protected Sketch.Circle readDocument(BsonReader reader) {
            double radius = 0;
            boolean radiusFound = false;
            String field = "";
            int place = -1;
            try {
                reader.readStartDocument();
                for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
                    field = reader.readName();
                    place = FIELDS.indexOf(field, place);
                    switch (place) {
                        case 0 -> {
                            radius = Reads.float64(reader, type);
                            radiusFound = true;
                        }
                        default -> reader.skipValue();
                    }
                }
                reader.readEndDocument();
            } catch (RuntimeException e) {
                throw readFailure(field, e);
            }
            requireFound(radiusFound, "radius");
            return new Sketch.Circle(radius);
        }

        @Override
        public void write(BsonWriter writer, Sketch.Circle circle) {
            writer.writeStartDocument();
            writer.writeString("kind", "circle");
            writer.writeDouble("radius", circle.radius());
            writer.writeEndDocument();
        }
    }

    /** Reads and writes {@link Sketch.Square}, embedded. */
    private static final class SquareCodec extends EmbeddedCodec<Sketch.Square> {
        private static final FieldNames FIELDS = FieldNames.of("side");

        SquareCodec() {
            super("Sketch.Square");
        }

        @Override
        protected Sketch.Square readDocument(BsonReader reader) {
            double side = 0;
            boolean sideFound = false;
            String field = "";
            int place = -1;
            try {
                reader.readStartDocument();
                for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
                    field = reader.readName();
                    place = FIELDS.indexOf(field, place);
                    switch (place) {
                        case 0 -> {
                            side = Reads.float64(reader, type);
                            sideFound = true;
                        }
                        default -> reader.skipValue();
                    }
                }
                reader.readEndDocument();
            } catch (RuntimeException e) {
                throw readFailure(field, e);
            }
            requireFound(sideFound, "side");
            return new Sketch.Square(side);
        }

        @Override
        public void write(BsonWriter writer, Sketch.Square square) {
            writer.writeStartDocument();
            writer.writeString("kind", "com.example.Sketch$Square");
            writer.writeDouble("side", square.side());
            writer.writeEndDocument();
        }
    }

    /** Reads and writes {@link Sketch.Shape}, embedded. */
    private static final class ShapeCodec extends EmbeddedCodec<Sketch.Shape> {
        ShapeCodec() {
            super("Sketch.Shape");
        }

        @Override
        protected Sketch.Shape readDocument(BsonReader reader) {
            BsonReaderMark mark = reader.getMark();
            String subtype = null;
            reader.readStartDocument();
            for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
                if (reader.readName().equals("kind")) {
                    subtype = Reads.string(reader, type);
                    break;
                }
                reader.skipValue();
            }
            mark.reset();
            if (subtype == null) {
                throw unknownSubtype("kind", null, "\"circle\", \"com.example.Sketch$Square\"");
            }
            return switch (subtype) {
                case "circle" -> CIRCLE.read(reader, BsonType.DOCUMENT);
                case "com.example.Sketch$Square" -> SQUARE.read(reader, BsonType.DOCUMENT);
                default -> throw unknownSubtype("kind", subtype, "\"circle\", \"com.example.Sketch$Square\"");
            };
        }

        @Override
        public void write(BsonWriter writer, Sketch.Shape shape) {
            if (shape instanceof Sketch.Circle circle) {
                CIRCLE.write(writer, circle);
            } else if (shape instanceof Sketch.Square square) {
                SQUARE.write(writer, square);
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
        protected Sketch.Price readDocument(BsonReader reader) {
            Currency currency = null;
            long cents = 0;
            boolean centsFound = false;
            String field = "";
            int place = -1;
            try {
                reader.readStartDocument();
                for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
                    field = reader.readName();
                    place = FIELDS.indexOf(field, place);
                    switch (place) {
                        case 0 -> currency = Reads.value(reader, type, currencyCodec);
                        case 1 -> {
                            cents = Reads.int64(reader, type);
                            centsFound = true;
                        }
                        default -> reader.skipValue();
                    }
                }
                reader.readEndDocument();
            } catch (RuntimeException e) {
                throw readFailure(field, e);
            }
            requireFound(centsFound, "cents");
            return new Sketch.Price(required(currency, "currency"), cents);
        }

        @Override
        public void write(BsonWriter writer, Sketch.Price price) {
            writer.writeStartDocument();
            writer.writeName("currency");
            currencyCodec.write(writer, present(price.currency(), "currency"));
            writer.writeInt64("cents", price.cents());
            writer.writeEndDocument();
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
        protected Sketch.Part readDocument(BsonReader reader) {
            String name = null;
            List<Sketch.Part> parts = null;
            String field = "";
            int place = -1;
            try {
                reader.readStartDocument();
                for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
                    field = reader.readName();
                    place = FIELDS.indexOf(field, place);
                    switch (place) {
                        case 0 -> name = Reads.string(reader, type);
                        case 1 -> parts = Reads.value(reader, type, PART_PARTS);
                        default -> reader.skipValue();
                    }
                }
                reader.readEndDocument();
            } catch (RuntimeException e) {
                throw readFailure(field, e);
            }
            return new Sketch.Part(required(name, "name"), required(parts, "parts"));
        }

        @Override
        public void write(BsonWriter writer, Sketch.Part part) {
            writer.writeStartDocument();
            writer.writeString("name", present(part.name(), "name"));
            writer.writeName("parts");
            PART_PARTS.write(writer, present(part.parts(), "parts"));
            writer.writeEndDocument();
        }
    }
}
