// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.internal.plan.FetchNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the results of a query are: documents, or projections of them. Says how documents are read and their links bound; how they are found is
 * the same for both.
 *
 * @param <X> a result
 */
public interface View<X> {
    /** How roots are read. */
    Shape root();

    /** How the documents at one place of the query are read. */
    Shape shape(FetchNode node);

    /**
     * The graph of a root, whose links are not followed yet.
     *
     * @param sides the links of the root's side arrays, by their numbers; null where none is fetched
     */
    Graph graph(Root root, FetchNode fetch, List<? extends FetchNode.@Nullable Edge> sides);

    /**
     * Creates the result from a root whose links are bound.
     *
     * @throws dev.ligature.LigatureException if that is not possible
     */
    X result(Object root);

    /** What it shows documents as, for plans; empty for documents as they are. */
    String shownAs();
}
