package dev.ligature.path;

import dev.ligature.internal.predicate.Order;

/**
 * One key of an order of documents, made by {@code asc()} and {@code desc()} of paths. Documents without a value come first in
 * an ascending order; through a list, the smallest value counts when ascending and the largest when descending. Immutable.
 *
 * @param <R> the document
 * @see <a href="https://www.mongodb.com/docs/manual/reference/method/cursor.sort/">Sort order</a>
 */
@SuppressWarnings("UnusedTypeParameter") // keeps keys of another root out at compile time
public final class Sort<R> {
    final Order order;

    Sort(Order order) {
        this.order = order;
    }

    @Override
    public String toString() {
        return order.toString();
    }
}
