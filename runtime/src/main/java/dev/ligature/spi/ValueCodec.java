package dev.ligature.spi;

import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.configuration.CodecRegistry;

/**
 * Reads and writes one kind of value: the stored form of a member, an element or an operand. Immutable. Neither method sees
 * a BSON null: members and elements deal with those.
 *
 * @param <V> the value
 */
public interface ValueCodec<V> {
    /**
     * Reads the current value.
     *
     * @param type the type of the current value, never {@link BsonType#NULL}
     * @throws RuntimeException when the value does not fit
     */
    V read(BsonReader reader, BsonType type);

    /** Writes a value in the place where the writer stands. */
    void write(BsonWriter writer, V value);

    /**
     * This codec with what it takes from a registry in place; itself when it takes nothing.
     *
     * @throws org.bson.codecs.configuration.CodecConfigurationException when the registry lacks a codec
     */
    default ValueCodec<V> bind(CodecRegistry registry) {
        return this;
    }
}
