// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.UnsupportedTypeException;
import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.ValueCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.codecs.configuration.CodecRegistry;

/** Stands for a codec of the registry until it is bound to one. */
final class RegisteredCodec<V> implements ValueCodec<V> {
    private final Class<V> type;
    private final String member;

    RegisteredCodec(Class<V> type, String member) {
        this.type = type;
        this.member = member;
    }

    @Override
    public ValueCodec<V> bind(CodecRegistry registry) {
        Codec<V> codec;
        try {
            codec = registry.get(type);
        } catch (CodecConfigurationException e) {
            throw new UnsupportedTypeException(
                    member + " has the type " + type.getName()
                            + ", for which neither Ligature nor the codec registry of the"
                            + " database has a codec. Register one (MongoDatabase.withCodecRegistry), or store the value in a"
                            + " supported type.",
                    e);
        }
        DecoderContext decoding = DecoderContext.builder().build();
        return ValueCodecs.of(
                source -> codec.decode(source.reader(), decoding), (sink, value) -> sink.write(codec, value));
    }

    @Override
    public V read(BsonSource source) {
        throw unbound();
    }

    @Override
    public void write(BsonSink sink, V value) {
        throw unbound();
    }

    private IllegalStateException unbound() {
        return new IllegalStateException(member + ": the codec of " + type.getName() + " is not bound to a registry");
    }
}
