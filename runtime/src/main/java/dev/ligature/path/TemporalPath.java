// SPDX-License-Identifier: Apache-2.0
package dev.ligature.path;

import dev.ligature.spi.Location;
import dev.ligature.spi.bson.ValueCodec;
import java.util.List;

/**
 * A point in time that is stored as a BSON date.
 *
 * @param <R> the document from which the path starts
 * @param <V> the type of the member
 */
public final class TemporalPath<R, V> extends ComparablePath<R, V> {
    public TemporalPath(Location<R> location, ValueCodec<V> codec) {
        super(location, codec);
    }

    /**
     * Sets the member to the server's time. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/update/currentDate/">$currentDate</a>.
     */
    public Update<R> currentDate() {
        return Update.of("$currentDate", location, List.of());
    }
}
