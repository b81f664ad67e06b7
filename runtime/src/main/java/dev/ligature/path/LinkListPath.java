// SPDX-License-Identifier: Apache-2.0
package dev.ligature.path;

import dev.ligature.internal.predicate.Narrowing;
import dev.ligature.internal.predicate.PathAccess;
import dev.ligature.internal.predicate.Predicate;
import java.util.function.Function;

/**
 * A list of links or back links; implemented by the generated query classes.
 *
 * @param <R> the document from which the path starts
 * @param <T> the linked document
 * @param <Q> the query class of the linked document, as the root of a condition on one of them
 */
public interface LinkListPath<R, T, Q extends DocumentPath<T, T>> {
    /** Returns the query class of a linked document; for the default methods. */
    Q linkedPath();

    /** Holds if some linked document satisfies the given condition as a whole. A dangling link satisfies nothing. */
    default Condition<R> any(Function<Q, Condition<T>> condition) {
        return linked(PathAccess.DOOR.get().predicate(condition.apply(linkedPath())));
    }

    /** Holds if every linked document satisfies the given condition, also for an empty list. */
    default Condition<R> all(Function<Q, Condition<T>> condition) {
        return notLinked(Predicate.not(PathAccess.DOOR.get().predicate(condition.apply(linkedPath()))));
    }

    /** Holds if no linked document satisfies the given condition, also for an empty list. */
    default Condition<R> none(Function<Q, Condition<T>> condition) {
        return notLinked(PathAccess.DOOR.get().predicate(condition.apply(linkedPath())));
    }

    /**
     * Holds if there is no link. For links that means that nothing, null or an empty list is stored; for back links,
     * that no document refers.
     */
    default Condition<R> isEmpty() {
        return size(0);
    }

    /**
     * Holds if there are exactly as many links as given. For links, the stored ones count, including dangling ones and
     * duplicates; for back links, the documents that refer.
     *
     * @throws IllegalArgumentException if the size is negative
     */
    default Condition<R> size(int size) {
        DocumentPath<R, T> path = self();
        return path.linkSize(Sizes.notNegative(size, path));
    }

    private Condition<R> linked(Predicate inner) {
        return new Condition<>(Narrowing.at(self().location, inner));
    }

    private Condition<R> notLinked(Predicate inner) {
        return new Condition<>(Narrowing.none(self().location, Narrowing.at(self().location, inner)));
    }

    @SuppressWarnings("unchecked") // only generated subclasses of DocumentPath<R, T> implement this interface
    private DocumentPath<R, T> self() {
        return (DocumentPath<R, T>) this;
    }
}
