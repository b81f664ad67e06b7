// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.bson;

import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.ValueCodec;
import java.util.Objects;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Single values in their stored form. */
public final class StoredValue {
    private static final String NAME = "value";
    private static final BsonDocumentCodec DOCUMENTS = new BsonDocumentCodec();

    private StoredValue() {}

    /** What a codec writes. */
    public static <V> BsonValue of(ValueCodec<V> codec, V value) {
        BsonSink sink = new BsonSink();
        sink.startDocument();
        sink.writeName(NAME);
        codec.write(sink, value);
        sink.end();
        BsonDocument document = new RawBsonDocument(sink.bytes(), 0, sink.length()).decode(DOCUMENTS);
        return Objects.requireNonNull(document.get(NAME));
    }

    /** What a codec reads from a value that is not a BSON null. */
    public static <V> V read(ValueCodec<V> codec, BsonValue stored) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            DOCUMENTS.encode(
                    writer,
                    new BsonDocument(NAME, stored),
                    EncoderContext.builder().build());
        }
        BsonSource source = BsonSource.of(buffer.getInternalBuffer(), buffer.getPosition());
        source.startDocument();
        source.advance();
        return codec.read(source);
    }
}
