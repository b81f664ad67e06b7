// SPDX-License-Identifier: Apache-2.0
package dev.ligature.path;

import dev.ligature.internal.predicate.Operand;
import dev.ligature.internal.predicate.Order;
import dev.ligature.internal.predicate.Test;
import dev.ligature.spi.Location;
import dev.ligature.spi.PathLink;
import dev.ligature.spi.bson.ValueCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A stored member. Operands are stored as the member is. A null operand throws a {@code NullPointerException} at once,
 * which names the operator to use instead. If the member cannot store another operand, the operation that uses it fails
 * with {@link dev.ligature.InvalidValueException}.
 *
 * <p>An embedded value may be absent, but have required members. An update of a member of such a value changes only the
 * documents that have the value, so it never creates a value that cannot be read.
 *
 * @param <R> the document from which the path starts
 * @param <V> the type of the member
 */
public class FieldPath<R, V> extends Path<R> {
    final ValueCodec<V> codec;

    public FieldPath(Location<R> location, ValueCodec<V> codec) {
        super(location);
        this.codec = codec;
    }

    /**
     * Holds if the member equals the given value. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/query/eq/">$eq</a>.
     */
    public Condition<R> eq(V value) {
        return compare("eq", value);
    }

    /**
     * Holds if the member does not equal the given value, also for documents without the member. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/query/ne/">$ne</a>.
     */
    public Condition<R> ne(V value) {
        return compare("ne", value);
    }

    /**
     * Holds if the member equals one of the given values. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/query/in/">$in</a>.
     */
    public Condition<R> in(Collection<? extends V> values) {
        return test(new Test.Among("$in", operands("in", values)));
    }

    /** Holds if the member equals one of the given values. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Condition<R> in(V... values) {
        return in(Arrays.asList(values));
    }

    /**
     * Holds if the member equals none of the given values, also for documents without the member. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/query/nin/">$nin</a>.
     */
    public Condition<R> nin(Collection<? extends V> values) {
        return test(new Test.Among("$nin", operands("nin", values)));
    }

    /** Holds if the member equals none of the given values, also for documents without the member. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Condition<R> nin(V... values) {
        return nin(Arrays.asList(values));
    }

    /**
     * Holds if the member is stored, even if its value is null. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/query/exists/">$exists</a>.
     */
    public Condition<R> exists() {
        return exists(true);
    }

    /** Holds if the member is stored, even if its value is null; or, if the argument is false, if it is not stored. */
    public Condition<R> exists(boolean present) {
        return test(new Test.Exists(present));
    }

    /** Holds if the member is null or not stored. */
    public Condition<R> isNull() {
        return test(new Test.IsNull());
    }

    /** Sorts by the member in ascending order. */
    public Sort<R> asc() {
        return sort("asc", false);
    }

    /** Sorts by the member in descending order. */
    public Sort<R> desc() {
        return sort("desc", true);
    }

    private Sort<R> sort(String operator, boolean descending) {
        for (PathLink link : location.steps()) {
            if (!link.isWhole() || !link.isDotted()) {
                throw new IllegalArgumentException(place(operator) + ": a sort cannot go through " + link
                        + ", which is within a map or a list of lists. Sort by another member.");
            }
        }
        return new Sort<>(new Order(location.links(), location.field(), isList(), descending));
    }

    /**
     * Sets the member to the given value. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/update/set/">$set</a>.
     */
    public Update<R> set(V value) {
        return update("set", value);
    }

    /**
     * Removes the member. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/update/unset/">$unset</a>.
     *
     * @throws IllegalArgumentException if the member is required, because the document could not be read any more
     */
    public Update<R> unset() {
        return Update.unset(location);
    }

    /** Whether the member is stored as an array. */
    boolean isList() {
        return false;
    }

    final Condition<R> compare(String operator, V value) {
        return test(new Test.Compare("$" + operator, Operand.of(value, codec, place(operator))));
    }

    final Update<R> update(String operator, V value) {
        return Update.of("$" + operator, location, List.of(Operand.of(value, codec, place(operator))));
    }

    final String place(String operator) {
        return location + "." + operator;
    }

    private List<Operand> operands(String operator, Collection<? extends V> values) {
        List<Operand> operands = new ArrayList<>(values.size());
        for (V value : values) {
            operands.add(Operand.of(value, codec, place(operator)));
        }
        return operands;
    }
}
