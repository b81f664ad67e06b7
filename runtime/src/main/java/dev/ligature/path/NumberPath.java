// SPDX-License-Identifier: Apache-2.0
package dev.ligature.path;

import dev.ligature.spi.Location;
import dev.ligature.spi.bson.ValueCodec;

/**
 * A number.
 *
 * @param <R> the document from which the path starts
 * @param <V> the boxed type of the member
 */
public final class NumberPath<R, V extends Number> extends ComparablePath<R, V> {
    public NumberPath(Location<R> location, ValueCodec<V> codec) {
        super(location, codec);
    }

    /**
     * Adds the given amount. See <a href="https://www.mongodb.com/docs/manual/reference/operator/update/inc/">$inc</a>.
     */
    public Update<R> inc(V amount) {
        return update("inc", amount);
    }
}
