// SPDX-License-Identifier: Apache-2.0
package dev.ligature.path;

import dev.ligature.spi.EnumNames;
import dev.ligature.spi.Location;
import dev.ligature.spi.bson.ValueCodec;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A map with enum constants as keys, stored as a document.
 *
 * @param <R> the document from which the path starts
 * @param <K> the type of the map's keys
 * @param <V> the type of the map's values
 * @param <P> the path of a value
 */
public class EnumMapPath<R, K extends Enum<K>, V, P> extends FieldPath<R, Map<K, V>> {
    private final EnumNames<K> keys;
    private final Function<Location<R>, P> valuePath;

    public EnumMapPath(
            Location<R> location, ValueCodec<Map<K, V>> codec, EnumNames<K> keys, Function<Location<R>, P> valuePath) {
        super(location, codec);
        this.keys = keys;
        this.valuePath = valuePath;
    }

    /** Returns the path of the value of the given key. */
    public P key(K key) {
        return valuePath.apply(location.key(keys.name(Objects.requireNonNull(key, () -> place("key") + "(null)"))));
    }
}
