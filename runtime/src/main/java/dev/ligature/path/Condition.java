package dev.ligature.path;

import dev.ligature.internal.predicate.Assignment;
import dev.ligature.internal.predicate.Order;
import dev.ligature.internal.predicate.PathAccess;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.spi.Location;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a document must satisfy; made by the operators of paths. A condition means the same in every operation. One through a
 * link holds when some linked document satisfies it. Immutable.
 *
 * @param <R> the document; a condition on another root does not compile
 */
public final class Condition<R> {
    static {
        PathAccess.DOOR.open(new Access());
    }

    private final Predicate predicate;

    Condition(Predicate predicate) {
        this.predicate = predicate;
    }

    /** Both conditions; two on the same list may be met by different entries, see {@code any(…)} of lists. */
    public Condition<R> and(Condition<R> other) {
        return new Condition<>(Predicate.and(predicate, Objects.requireNonNull(other, "other").predicate));
    }

    /** One of the conditions at least. */
    public Condition<R> or(Condition<R> other) {
        return new Condition<>(Predicate.or(predicate, Objects.requireNonNull(other, "other").predicate));
    }

    /** The negation: holds for exactly those documents for which this condition does not. */
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
