// SPDX-License-Identifier: Apache-2.0
package dev.ligature.path;

/**
 * A path that ends with a link or a back link, which you can fetch. The nested classes {@code Link}, {@code Links} and
 * {@code NestedLinks} of each generated query class implement it. The root of a query does not. If you can attach and
 * detach the link too, the path is a {@link LinkPath}; a link within a list, a map or a sealed value is not.
 *
 * @param <R> the document from which the path starts
 * @param <T> the linked document
 * @param <I> the linked document's id
 */
public interface FetchPath<R, T, I> {}
