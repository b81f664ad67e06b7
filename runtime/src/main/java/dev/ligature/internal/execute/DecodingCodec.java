package dev.ligature.internal.execute;

import java.util.function.Function;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** Reads the results of one kind of query; never writes. */
final class DecodingCodec<X> implements Codec<X> {
    private final Class<X> type;
    private final Function<BsonReader, X> decoder;

    DecodingCodec(Class<X> type, Function<BsonReader, X> decoder) {
        this.type = type;
        this.decoder = decoder;
    }

    @Override
    public X decode(BsonReader reader, DecoderContext context) {
        return decoder.apply(reader);
    }

    @Override
    public void encode(BsonWriter writer, X value, EncoderContext context) {
        throw new IllegalStateException("results of queries are not written");
    }

    @Override
    public Class<X> getEncoderClass() {
        return type;
    }
}
