// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.predicate;

import dev.ligature.InvalidValueException;
import dev.ligature.LigatureException;
import dev.ligature.internal.Excerpt;
import dev.ligature.internal.bson.StoredValue;
import dev.ligature.spi.bson.UnstorableTextException;
import dev.ligature.spi.bson.ValueCodec;
import java.util.Objects;
import org.bson.BsonValue;
import org.bson.codecs.configuration.CodecRegistry;

/**
 * A value that a member is compared with or set to, and how the member stores it.
 *
 * @param place the member and the operator, {@code House.name.eq}, for errors
 */
public record Operand(Object value, ValueCodec<Object> codec, String place) {
    /** An operand of a member's codec. */
    @SuppressWarnings("unchecked") // encode reports a value that came in through a raw type
    public static <V> Operand of(V value, ValueCodec<V> codec, String place) {
        Objects.requireNonNull(
                value,
                () -> place + "(null): use isNull() to ask for members without a value, unset() to" + " remove one");
        return new Operand(value, (ValueCodec<Object>) codec, place);
    }

    /**
     * The stored form.
     *
     * @throws InvalidValueException when the value cannot be stored in the member
     */
    public BsonValue encode(CodecRegistry registry) {
        try {
            return StoredValue.of(codec.bind(registry), value);
        } catch (LigatureException e) {
            throw e;
        } catch (UnstorableTextException e) {
            throw new InvalidValueException(place + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new InvalidValueException(
                    place + "(" + Excerpt.of(value) + "): a " + value.getClass().getName()
                            + " cannot be stored in this member: " + Excerpt.ofCause(e),
                    e);
        }
    }

    @Override
    public String toString() {
        String text = Excerpt.of(value);
        return value instanceof CharSequence ? "\"" + text + '"' : text;
    }
}
