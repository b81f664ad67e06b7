// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import dev.ligature.DocumentReadException;
import dev.ligature.internal.bson.DriverInput;
import dev.ligature.internal.bson.Spare;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.UnreadDocument;
import dev.ligature.spi.bson.BsonSource;
import java.util.Objects;
import java.util.function.BiFunction;
import org.bson.BsonReader;
import org.bson.BsonSerializationException;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * Reads the results of one kind of query; never writes. Drivers decode a whole reply at a time, and an error thrown
 * here would hide the sound results before it. So a result that cannot be read becomes a value too, and the reader goes
 * on after it.
 */
final class DecodingCodec<X> implements Codec<X> {
    private final DocumentType<?> type;
    private final Results<X> results;
    private final Spare<DriverInput> inputs = new Spare<>(DriverInput::new);

    DecodingCodec(DocumentType<?> type, Results<X> results) {
        this.type = type;
        this.results = results;
    }

    @Override
    public X decode(BsonReader reader, DecoderContext context) {
        DriverInput input = inputs.take();
        X decoded = decode(taken(input, reader));
        if (input.isSmall()) {
            inputs.keep(input);
        }
        return decoded;
    }

    private BsonSource taken(DriverInput input, BsonReader reader) {
        try {
            return input.take(reader);
        } catch (RuntimeException e) {
            throw UnreadDocument.untaken(type, e);
        }
    }

    private X decode(BsonSource source) {
        try {
            return Objects.requireNonNull(results.reader()).apply(source);
        } catch (RuntimeException e) {
            DocumentReadException failure = UnreadDocument.failure(type, source, 0, 0, e);
            return damaged(failure, new RawBsonDocument(source.copy()));
        }
    }

    @SuppressWarnings("unchecked") // DriverFlux turns a failure into an error before anybody takes it for an X
    private X damaged(DocumentReadException failure, RawBsonDocument stored) {
        BiFunction<DocumentReadException, RawBsonDocument, X> damaged = results.damaged();
        if (damaged == null) {
            return (X) (Object) failure;
        }
        try {
            return damaged.apply(failure, stored);
        } catch (BsonSerializationException e) { // not even its links can be read
            throw failure;
        }
    }

    @Override
    public void encode(BsonWriter writer, X value, EncoderContext context) {
        throw new IllegalStateException("results of queries are not written");
    }

    @Override
    public Class<X> getEncoderClass() {
        return results.result();
    }
}
