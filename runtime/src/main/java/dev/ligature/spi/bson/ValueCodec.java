// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi.bson;

import org.bson.codecs.configuration.CodecRegistry;

/**
 * Reads and writes one kind of value: the stored form of a member, an element or an operand. Immutable. Neither method sees
 * a BSON null: members and elements deal with those.
 *
 * @param <V> the value
 */
public interface ValueCodec<V> {
    /**
     * Reads the current value, which is not a BSON null, and goes past it.
     *
     * @throws RuntimeException if the value does not fit
     */
    V read(BsonSource source);

    /** Writes a value after its name, which is written already. */
    void write(BsonSink sink, V value);

    /**
     * Returns this codec with the codecs that it needs from a registry; itself if it needs none.
     *
     * @throws org.bson.codecs.configuration.CodecConfigurationException if the registry lacks a codec
     */
    default ValueCodec<V> bind(CodecRegistry registry) {
        return this;
    }
}
