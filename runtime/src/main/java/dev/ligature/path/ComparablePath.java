package dev.ligature.path;

import dev.ligature.spi.Location;
import dev.ligature.spi.bson.ValueCodec;

/**
 * A member whose stored form has an order.
 *
 * @param <R> the document from which the path starts
 * @param <V> the member's value
 */
public class ComparablePath<R, V> extends FieldPath<R, V> {
    public ComparablePath(Location<R> location, ValueCodec<V> codec) {
        super(location, codec);
    }

    /** Greater than a value. See <a href="https://www.mongodb.com/docs/manual/reference/operator/query/gt/">$gt</a>. */
    public Condition<R> gt(V value) {
        return compare("gt", value);
    }

    /** At least a value. See <a href="https://www.mongodb.com/docs/manual/reference/operator/query/gte/">$gte</a>. */
    public Condition<R> gte(V value) {
        return compare("gte", value);
    }

    /** Less than a value. See <a href="https://www.mongodb.com/docs/manual/reference/operator/query/lt/">$lt</a>. */
    public Condition<R> lt(V value) {
        return compare("lt", value);
    }

    /** At most a value. See <a href="https://www.mongodb.com/docs/manual/reference/operator/query/lte/">$lte</a>. */
    public Condition<R> lte(V value) {
        return compare("lte", value);
    }

    /** Sets the member where a value is smaller. See <a href="https://www.mongodb.com/docs/manual/reference/operator/update/min/">$min</a>. */
    public Update<R> min(V value) {
        return update("min", value);
    }

    /** Sets the member where a value is greater. See <a href="https://www.mongodb.com/docs/manual/reference/operator/update/max/">$max</a>. */
    public Update<R> max(V value) {
        return update("max", value);
    }
}
