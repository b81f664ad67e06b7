package dev.ligature.path;

/**
 * A link or a back link at the end of a path: what can be fetched, attached and detached. Implemented by the generated classes
 * {@code Link} and {@code Links} of each query class, so the root of a query is none.
 *
 * @param <R> the document from which the path starts
 * @param <T> the linked document
 * @param <I> the linked document's id
 */
public interface LinkPath<R, T, I> {}
