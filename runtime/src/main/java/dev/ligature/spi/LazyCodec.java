// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.spi.bson.BsonSink;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.ValueCodec;
import java.util.function.Supplier;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a codec that is created together with this one, because values may contain others of their own type. It is
 * bound to a registry when it is first used, one level of values at a time. If the registry lacks a codec, that shows
 * earlier, when the outermost codec is bound.
 */
final class LazyCodec<V> implements ValueCodec<V> {
    private final Supplier<ValueCodec<V>> supplier;
    private volatile @Nullable ValueCodec<V> codec;

    LazyCodec(Supplier<ValueCodec<V>> supplier) {
        this.supplier = supplier;
    }

    private ValueCodec<V> codec() {
        ValueCodec<V> known = codec;
        if (known == null) {
            known = supplier.get();
            codec = known;
        }
        return known;
    }

    @Override
    public V read(BsonSource source) {
        return codec().read(source);
    }

    @Override
    public void write(BsonSink sink, V value) {
        codec().write(sink, value);
    }

    @Override
    public ValueCodec<V> bind(CodecRegistry registry) {
        return new LazyCodec<>(() -> codec().bind(registry));
    }
}
