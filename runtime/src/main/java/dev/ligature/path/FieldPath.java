package dev.ligature.path;

import dev.ligature.internal.predicate.Operand;
import dev.ligature.internal.predicate.Order;
import dev.ligature.internal.predicate.Test;
import dev.ligature.spi.Location;
import dev.ligature.spi.bson.ValueCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A stored member. Operands are stored as the member is; null operands are refused at once with a
 * {@code NullPointerException} that names the operator to use instead, other unfit ones when the operation runs, with an
 * {@link dev.ligature.InvalidValueException}.
 *
 * <p>Updates of a member of an embedded value that may be absent, and that has required members, change only the documents that have
 * the value: they never begin one that could not be read.
 *
 * @param <R> the document from which the path starts
 * @param <V> the member's value
 */
public class FieldPath<R, V> extends Path<R> {
    final ValueCodec<V> codec;

    public FieldPath(Location<R> location, ValueCodec<V> codec) {
        super(location);
        this.codec = codec;
    }

    /** Equal to a value. See <a href="https://www.mongodb.com/docs/manual/reference/operator/query/eq/">$eq</a>. */
    public Condition<R> eq(V value) {
        return compare("eq", value);
    }

    /**
     * Not equal to a value; true of documents without the member. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/query/ne/">$ne</a>.
     */
    public Condition<R> ne(V value) {
        return compare("ne", value);
    }

    /** Equal to one of the values. See <a href="https://www.mongodb.com/docs/manual/reference/operator/query/in/">$in</a>. */
    public Condition<R> in(Collection<? extends V> values) {
        return test(new Test.Among("$in", operands("in", values)));
    }

    /** Equal to one of the values. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Condition<R> in(V... values) {
        return in(Arrays.asList(values));
    }

    /**
     * Equal to none of the values; true of documents without the member. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/query/nin/">$nin</a>.
     */
    public Condition<R> nin(Collection<? extends V> values) {
        return test(new Test.Among("$nin", operands("nin", values)));
    }

    /** Equal to none of the values. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Condition<R> nin(V... values) {
        return nin(Arrays.asList(values));
    }

    /** The field exists, even if its value is null. See <a href="https://www.mongodb.com/docs/manual/reference/operator/query/exists/">$exists</a>. */
    public Condition<R> exists() {
        return exists(true);
    }

    /** The field exists, even if its value is null; or, for false, it does not exist. */
    public Condition<R> exists(boolean present) {
        return test(new Test.Exists(present));
    }

    /** Null or not stored. */
    public Condition<R> isNull() {
        return test(new Test.IsNull());
    }

    /** In ascending order. */
    public Sort<R> asc() {
        return new Sort<>(new Order(location.links(), location.field(), isList(), false));
    }

    /** In descending order. */
    public Sort<R> desc() {
        return new Sort<>(new Order(location.links(), location.field(), isList(), true));
    }

    /** Sets the member. See <a href="https://www.mongodb.com/docs/manual/reference/operator/update/set/">$set</a>. */
    public Update<R> set(V value) {
        return update("set", value);
    }

    /**
     * Removes the member. See <a href="https://www.mongodb.com/docs/manual/reference/operator/update/unset/">$unset</a>.
     *
     * @throws IllegalArgumentException when the member is required: the document could not be read again
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
