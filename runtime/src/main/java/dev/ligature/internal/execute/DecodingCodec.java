package dev.ligature.internal.execute;

import dev.ligature.DocumentReadException;
import dev.ligature.internal.bson.DriverInput;
import dev.ligature.internal.bson.Spare;
import dev.ligature.internal.bson.UnreadDocument;
import dev.ligature.spi.BsonSource;
import dev.ligature.spi.DocumentType;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bson.BsonReader;
import org.bson.BsonSerializationException;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * Reads the results of one kind of query; never writes. Drivers decode a whole reply at a time: an error thrown here would hide the
 * sound results before it. So one that cannot be read becomes a result too, and the reader goes on behind it.
 */
final class DecodingCodec<X> implements Codec<X> {
    private final DocumentType<?> type;
    private final Class<X> result;
    private final Function<BsonSource, X> decoder;
    private final BiFunction<DocumentReadException, RawBsonDocument, X> damaged;
    private final Spare<DriverInput> inputs = new Spare<>(DriverInput::new);

    /** Results are given out until one cannot be read, which is the error of the command. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // DriverFlux raises it before anybody takes it for an X
    DecodingCodec(DocumentType<?> type, Class<X> result, Function<BsonSource, X> decoder) {
        this(type, result, decoder, (failure, stored) -> (X) (Object) failure);
    }

    /** @param damaged makes the result that stands for one that cannot be read */
    DecodingCodec(
            DocumentType<?> type,
            Class<X> result,
            Function<BsonSource, X> decoder,
            BiFunction<DocumentReadException, RawBsonDocument, X> damaged) {
        this.type = type;
        this.result = result;
        this.decoder = decoder;
        this.damaged = damaged;
    }

    @Override
    public X decode(BsonReader reader, DecoderContext context) {
        DriverInput input = inputs.take();
        X decoded = decode(input.take(reader, type));
        if (input.isSmall()) {
            inputs.keep(input);
        }
        return decoded;
    }

    private X decode(BsonSource source) {
        try {
            return decoder.apply(source);
        } catch (RuntimeException e) {
            DocumentReadException failure = UnreadDocument.failure(type, source, 0, 0, e);
            return damaged(failure, new RawBsonDocument(source.copy()));
        }
    }

    private X damaged(DocumentReadException failure, RawBsonDocument stored) {
        try {
            return damaged.apply(failure, stored);
        } catch (BsonSerializationException e) { // not even its links can be told
            throw failure;
        }
    }

    @Override
    public void encode(BsonWriter writer, X value, EncoderContext context) {
        throw new IllegalStateException("results of queries are not written");
    }

    @Override
    public Class<X> getEncoderClass() {
        return result;
    }
}
