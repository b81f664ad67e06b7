// SPDX-License-Identifier: Apache-2.0
package dev.ligature.path;

import dev.ligature.spi.Location;
import dev.ligature.spi.bson.ValueCodec;

/**
 * An embedded value; the base of the generated paths of embedded values.
 *
 * @param <R> the document from which the path starts
 * @param <V> the type of the embedded value
 */
public abstract class EmbeddedPath<R, V> extends FieldPath<R, V> {
    protected EmbeddedPath(Location<R> location, ValueCodec<V> codec) {
        super(location, codec);
    }
}
