// SPDX-License-Identifier: Apache-2.0
package dev.ligature.path;

import dev.ligature.InvalidValueException;
import dev.ligature.internal.Excerpt;
import dev.ligature.spi.Location;
import dev.ligature.spi.bson.UnstorableTextException;
import dev.ligature.spi.bson.ValueCodec;
import java.util.Map;
import java.util.function.Function;

/**
 * A map with strings as keys, stored as a document.
 *
 * @param <R> the document from which the path starts
 * @param <V> the type of the map's values
 * @param <P> the path of a value
 */
public class MapPath<R, V, P> extends FieldPath<R, Map<String, V>> {
    private final Function<Location<R>, P> valuePath;

    public MapPath(Location<R> location, ValueCodec<Map<String, V>> codec, Function<Location<R>, P> valuePath) {
        super(location, codec);
        this.valuePath = valuePath;
    }

    /**
     * Returns the path of the value of the given key.
     *
     * @throws IllegalArgumentException if the key is empty, starts with {@code $} or contains a dot, because no path
     *     can name it
     * @throws InvalidValueException if the key contains a NUL character or half a surrogate pair, because no map with
     *     it can be stored
     */
    public P key(String key) {
        if (!UnstorableTextException.isName(key)) {
            throw new InvalidValueException(
                    place("key") + "(\"" + Excerpt.of(key)
                            + "\"): a key with a NUL character or half a surrogate pair cannot be stored. Take the character out.");
        }
        if (key.isEmpty() || key.startsWith("$") || key.indexOf('.') >= 0) {
            throw new IllegalArgumentException(place("key") + "(\"" + Excerpt.of(key)
                    + "\"): a key in a path must not be empty, start with $ or contain a dot");
        }
        return valuePath.apply(location.key(key));
    }
}
