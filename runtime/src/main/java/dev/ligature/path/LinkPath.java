// SPDX-License-Identifier: Apache-2.0
package dev.ligature.path;

/**
 * A path that ends with a link or a back link that is stored at one place of a document, so that you can fetch, attach
 * and detach it. The nested classes {@code Link} and {@code Links} of each generated query class implement it. The root
 * of a query does not.
 *
 * @param <R> the document from which the path starts
 * @param <T> the linked document
 * @param <I> the linked document's id
 */
public interface LinkPath<R, T, I> extends FetchPath<R, T, I> {}
