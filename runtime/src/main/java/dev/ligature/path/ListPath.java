// SPDX-License-Identifier: Apache-2.0
package dev.ligature.path;

import dev.ligature.internal.predicate.Narrowing;
import dev.ligature.internal.predicate.Operand;
import dev.ligature.internal.predicate.PathAccess;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.internal.predicate.Test;
import dev.ligature.spi.Location;
import dev.ligature.spi.bson.ValueCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A list, a set or an array of values.
 *
 * @param <R> the document from which the path starts
 * @param <V> the type of the member
 * @param <E> the type of an element
 * @param <P> the path of an element within a condition on it
 */
public class ListPath<R, V, E, P> extends FieldPath<R, V> {
    private final ValueCodec<E> element;
    private final Function<Location<E>, P> elementPath;

    public ListPath(
            Location<R> location, ValueCodec<V> codec, ValueCodec<E> element, Function<Location<E>, P> elementPath) {
        super(location, codec);
        this.element = element;
        this.elementPath = elementPath;
    }

    @Override
    boolean isList() {
        return true;
    }

    /** Holds if the list contains the given element. */
    public Condition<R> contains(E value) {
        return test(new Test.Compare("$eq", Operand.of(value, element, place("contains"))));
    }

    /**
     * Holds if some element satisfies the given condition as a whole. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/query/elemMatch/">$elemMatch</a>.
     */
    public Condition<R> any(Function<P, Condition<E>> condition) {
        return anyElement(elementPredicate(condition));
    }

    /** Holds if every element satisfies the given condition, also for an empty or absent list. */
    public Condition<R> all(Function<P, Condition<E>> condition) {
        return noElement(Predicate.not(elementPredicate(condition)));
    }

    /** Holds if no element satisfies the given condition, also for an empty or absent list. */
    public Condition<R> none(Function<P, Condition<E>> condition) {
        return noElement(elementPredicate(condition));
    }

    /** Holds if the list is empty, null or not stored. */
    public Condition<R> isEmpty() {
        return size(0);
    }

    /**
     * Holds if the list has exactly as many elements as given; 0 also holds if it is null or not stored. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/query/size/">$size</a>.
     *
     * @throws IllegalArgumentException if the size is negative
     */
    public Condition<R> size(int size) {
        return test(new Test.HasSize(Sizes.notNegative(size, location)));
    }

    /**
     * Appends the given elements. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/update/push/">$push</a>.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Update<R> push(E... values) {
        return Update.of("$push", location, operands("push", values));
    }

    /**
     * Adds those of the given elements that the list does not contain. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/update/addToSet/">$addToSet</a>.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Update<R> addToSet(E... values) {
        return Update.of("$addToSet", location, operands("addToSet", values));
    }

    /**
     * Removes all elements that are equal to one of the given values. See <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/update/pull/">$pull</a>.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Update<R> pull(E... values) {
        return Update.of("$pull", location, operands("pull", values));
    }

    private Condition<R> anyElement(Predicate predicate) {
        return test(new Test.AnyElement(predicate));
    }

    private Condition<R> noElement(Predicate predicate) {
        return new Condition<>(Narrowing.none(location, PathAccess.DOOR.get().predicate(anyElement(predicate))));
    }

    private Predicate elementPredicate(Function<P, Condition<E>> condition) {
        return PathAccess.DOOR.get().predicate(condition.apply(elementPath.apply(Location.element(location))));
    }

    private List<Operand> operands(String operator, E[] values) {
        List<Operand> operands = new ArrayList<>(values.length);
        for (E value : values) {
            operands.add(Operand.of(value, element, place(operator)));
        }
        return operands;
    }
}
