package dev.ligature.internal.execute;

import dev.ligature.DocumentReadException;
import dev.ligature.spi.DocumentType;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bson.BsonReader;
import org.bson.BsonReaderMark;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.RawBsonDocumentCodec;

/**
 * Reads the results of one kind of query; never writes. Drivers decode a whole reply at a time: an error thrown here would hide the
 * sound results before it. So one that cannot be read becomes a result too, and the reader goes on behind it.
 */
final class DecodingCodec<X> implements Codec<X> {
    private static final RawBsonDocumentCodec RAW = new RawBsonDocumentCodec();

    private final DocumentType<?> type;
    private final Class<X> result;
    private final Function<BsonReader, X> decoder;
    private final BiFunction<DocumentReadException, RawBsonDocument, X> damaged;

    /** Results are given out until one cannot be read, which is the error of the command. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // DriverFlux raises it before anybody takes it for an X
    DecodingCodec(DocumentType<?> type, Class<X> result, Function<BsonReader, X> decoder) {
        this(type, result, decoder, (failure, stored) -> (X) (Object) failure);
    }

    /** @param damaged makes the result that stands for one that cannot be read */
    DecodingCodec(
            DocumentType<?> type,
            Class<X> result,
            Function<BsonReader, X> decoder,
            BiFunction<DocumentReadException, RawBsonDocument, X> damaged) {
        this.type = type;
        this.result = result;
        this.decoder = decoder;
        this.damaged = damaged;
    }

    @Override
    public X decode(BsonReader reader, DecoderContext context) {
        BsonReaderMark start = reader.getMark();
        try {
            return decoder.apply(reader);
        } catch (RuntimeException e) {
            start.reset();
            RawBsonDocument stored = RAW.decode(reader, context);
            return damaged.apply(Damage.of(type, stored, e), stored);
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
