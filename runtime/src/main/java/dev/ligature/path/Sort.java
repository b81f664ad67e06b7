// SPDX-License-Identifier: Apache-2.0
package dev.ligature.path;

import dev.ligature.internal.predicate.Order;

/**
 * One key of a sort; {@code asc()} and {@code desc()} of paths make it. In ascending order, documents without a value
 * come first. If the path goes through a list, the smallest value counts in ascending order and the largest in
 * descending order. Immutable.
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
