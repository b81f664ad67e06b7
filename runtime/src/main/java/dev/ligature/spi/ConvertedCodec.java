// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.annotation.Converter;
import dev.ligature.internal.Excerpt;
import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.ReadFailure;
import dev.ligature.spi.bson.ValueCodec;
import java.util.Objects;
import org.bson.codecs.configuration.CodecRegistry;

/** Stores the values of a type as those of another one, into which a converter turns them. */
record ConvertedCodec<A, S>(ValueCodec<S> stored, Converter<A, S> converter) implements ValueCodec<A> {
    @Override
    public A read(BsonSource source) {
        S value = stored.read(source);
        A converted = converter.fromStored(value);
        if (converted == null) {
            throw new ReadFailure(name() + ".fromStored returned null for " + Excerpt.of(value));
        }
        return converted;
    }

    @Override
    public void write(BsonSink sink, A value) {
        stored.write(sink, Objects.requireNonNull(converter.toStored(value), () -> name() + ".toStored returned null"));
    }

    private String name() {
        return converter.getClass().getSimpleName();
    }

    @Override
    public ValueCodec<A> bind(CodecRegistry registry) {
        return new ConvertedCodec<>(stored.bind(registry), converter);
    }
}
