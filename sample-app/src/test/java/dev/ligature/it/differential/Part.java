package dev.ligature.it.differential;

import dev.ligature.path.EmbeddedPath;
import dev.ligature.path.NumberPath;
import dev.ligature.path.StringPath;
import dev.ligature.spi.EmbeddedCodec;
import dev.ligature.spi.Location;
import dev.ligature.spi.Reads;
import dev.ligature.spi.ValueCodecs;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonReader;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.BsonWriter;

/** An embedded value; an id, too. */
record Part(int n, String t) {
    static final EmbeddedCodec<Part> CODEC = new PartCodec();

    BsonDocument stored() {
        return new BsonDocument("n", new BsonInt32(n)).append("t", new BsonString(t));
    }

    /** As the processor's codecs of embedded values. */
    private static final class PartCodec extends EmbeddedCodec<Part> {
        PartCodec() {
            super("Part");
        }

        @Override
        protected Part readDocument(BsonReader reader) {
            int n = 0;
            String t = null;
            reader.readStartDocument();
            for (BsonType type = reader.readBsonType();
                    type != BsonType.END_OF_DOCUMENT;
                    type = reader.readBsonType()) {
                switch (reader.readName()) {
                    case "n" -> n = Reads.int32(reader, type);
                    case "t" -> t = Reads.string(reader, type);
                    default -> reader.skipValue();
                }
            }
            reader.readEndDocument();
            return new Part(n, required(t, "t"));
        }

        @Override
        public void write(BsonWriter writer, Part value) {
            writer.writeStartDocument();
            writer.writeInt32("n", value.n);
            writer.writeString("t", value.t);
            writer.writeEndDocument();
        }
    }

    /** As the processor's paths of embedded values. */
    static final class Path<R> extends EmbeddedPath<R, Part> {
        final NumberPath<R, Integer> n;
        final StringPath<R> t;

        Path(Location<R> location) {
            super(location, CODEC);
            n = new NumberPath<>(location.field("n"), ValueCodecs.INTEGER);
            t = new StringPath<>(location.field("t"));
        }
    }
}
