// SPDX-License-Identifier: Apache-2.0
package dev.ligature.path;

import dev.ligature.spi.Location;
import dev.ligature.spi.bson.ValueCodec;

/**
 * A member whose stored values have an order.
 *
 * @param <R> the document from which the path starts
 * @param <V> the type of the member
 */
public class ComparablePath<R, V> extends FieldPath<R, V> {
    public ComparablePath(Location<R> location, ValueCodec<V> codec) {
        super(location, codec);
    }

    /**
     * Holds if the member is greater than the given value. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/query/gt/">$gt</a>.
     */
    public Condition<R> gt(V value) {
        return compare("gt", value);
    }

    /**
     * Holds if the member is greater than or equal to the given value. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/query/gte/">$gte</a>.
     */
    public Condition<R> gte(V value) {
        return compare("gte", value);
    }

    /**
     * Holds if the member is less than the given value. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/query/lt/">$lt</a>.
     */
    public Condition<R> lt(V value) {
        return compare("lt", value);
    }

    /**
     * Holds if the member is less than or equal to the given value. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/query/lte/">$lte</a>.
     */
    public Condition<R> lte(V value) {
        return compare("lte", value);
    }

    /**
     * Sets the member if the given value is smaller. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/update/min/">$min</a>.
     */
    public Update<R> min(V value) {
        return update("min", value);
    }

    /**
     * Sets the member if the given value is greater. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/update/max/">$max</a>.
     */
    public Update<R> max(V value) {
        return update("max", value);
    }
}
