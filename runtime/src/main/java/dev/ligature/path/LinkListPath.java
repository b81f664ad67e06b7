package dev.ligature.path;

import dev.ligature.internal.predicate.PathAccess;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.spi.Location;
import java.util.function.Function;

/**
 * A list of links or back links: implemented by the generated query classes.
 *
 * @param <R> the document from which the path starts
 * @param <T> the linked document
 * @param <Q> the query class of the linked document, as the root of a condition on one of them
 */
public interface LinkListPath<R, T, Q extends DocumentPath<T, T>> {
    /** The query class of a linked document; for the default methods. */
    Q linkedPath();

    /** Some linked document satisfies a condition, all of it. A dangling link satisfies nothing. */
    default Condition<R> any(Function<Q, Condition<T>> condition) {
        return linked(PathAccess.DOOR.get().predicate(condition.apply(linkedPath())));
    }

    /** Every linked document satisfies a condition; true of an empty list. */
    default Condition<R> all(Function<Q, Condition<T>> condition) {
        return linked(Predicate.not(PathAccess.DOOR.get().predicate(condition.apply(linkedPath()))))
                .not();
    }

    /** No linked document satisfies a condition; true of an empty list. */
    default Condition<R> none(Function<Q, Condition<T>> condition) {
        return any(condition).not();
    }

    /** Nothing, null or an empty list is stored; of back links: no document refers. */
    default Condition<R> isEmpty() {
        return size(0);
    }

    /** This number of links is stored, dangling ones and duplicates too; of back links: so many documents refer. */
    default Condition<R> size(int size) {
        DocumentPath<R, T> path = self();
        return path.linkSize(Sizes.notNegative(size, path));
    }

    private Condition<R> linked(Predicate inner) {
        Location<R> location = self().location;
        return new Condition<>(Predicate.through(location.links(), inner));
    }

    @SuppressWarnings("unchecked") // only generated subclasses of DocumentPath<R, T> implement this interface
    private DocumentPath<R, T> self() {
        return (DocumentPath<R, T>) this;
    }
}
