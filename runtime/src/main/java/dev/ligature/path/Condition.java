// SPDX-License-Identifier: Apache-2.0
package dev.ligature.path;

import dev.ligature.internal.predicate.Assignment;
import dev.ligature.internal.predicate.Order;
import dev.ligature.internal.predicate.PathAccess;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.spi.Location;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a document must satisfy. You make conditions with the operators of paths. A condition means the same in every
 * operation. A condition through a link holds if some linked document satisfies it. Immutable.
 *
 * @param <R> the document; a condition on another document does not compile
 */
public final class Condition<R> {
    static {
        PathAccess.DOOR.open(new Access());
    }

    private final Predicate predicate;

    Condition(Predicate predicate) {
        this.predicate = predicate;
    }

    /**
     * Holds if both conditions hold. Two conditions on the same list may be satisfied by different entries; {@code
     * any(…)} of the list asks for one entry that satisfies both.
     */
    public Condition<R> and(Condition<R> other) {
        return new Condition<>(Predicate.and(predicate, Objects.requireNonNull(other, "other").predicate));
    }

    /** Holds if at least one of the conditions holds. */
    public Condition<R> or(Condition<R> other) {
        return new Condition<>(Predicate.or(predicate, Objects.requireNonNull(other, "other").predicate));
    }

    /** Holds for exactly those documents for which this condition does not hold. */
    public Condition<R> not() {
        return new Condition<>(Predicate.not(predicate));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Condition<?> that && predicate.equals(that.predicate);
    }

    @Override
    public int hashCode() {
        return predicate.hashCode();
    }

    @Override
    public String toString() {
        return predicate.toString();
    }

    private static final class Access implements PathAccess {
        @Override
        public Predicate predicate(Object condition) {
            return ((Condition<?>) condition).predicate;
        }

        @Override
        public Order order(Object sort) {
            return ((Sort<?>) sort).order;
        }

        @Override
        public Assignment assignment(Object update) {
            return ((Update<?>) update).assignment;
        }

        @Override
        public Location<?> location(Object path) {
            return ((Path<?>) path).location;
        }
    }
}
