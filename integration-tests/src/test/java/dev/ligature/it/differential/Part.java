// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.path.EmbeddedPath;
import dev.ligature.path.NumberPath;
import dev.ligature.path.StringPath;
import dev.ligature.spi.EmbeddedCodec;
import dev.ligature.spi.Location;
import dev.ligature.spi.Reads;
import dev.ligature.spi.ValueCodecs;
import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.FieldNames;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** An embedded value; an id, too. */
record Part(int n, String t) {
    static final EmbeddedCodec<Part> CODEC = new PartCodec();

    BsonDocument stored() {
        return new BsonDocument("n", new BsonInt32(n)).append("t", new BsonString(t));
    }

    /** As the processor's codecs of embedded values. */
    private static final class PartCodec extends EmbeddedCodec<Part> {
        private static final FieldNames FIELDS = FieldNames.of("n", "t");

        PartCodec() {
            super("Part");
        }

        @Override
        protected Part readDocument(BsonSource source) {
            int n = 0;
            String t = null;
            source.startDocument();
            int place = FieldNames.START;
            while ((place = FIELDS.next(source, place)) != FieldNames.END) {
                switch (place) {
                    case 0 -> n = Reads.int32(source);
                    case 1 -> t = Reads.string(source);
                    default -> source.skip();
                }
            }
            return new Part(n, required(t, "t"));
        }

        @Override
        public void write(BsonSink sink, Part value) {
            sink.startDocument();
            sink.writeInt32(FIELDS, 0, value.n);
            sink.writeString(FIELDS, 1, value.t);
            sink.end();
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
