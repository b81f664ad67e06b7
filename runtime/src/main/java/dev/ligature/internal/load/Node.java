// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.internal.Excerpt;
import dev.ligature.internal.plan.FetchNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document within the graph of one root. */
final class Node {
    final Shape shape;
    /** Null for a document without id. */
    final @Nullable Object id;
    /** Replaced when a back link must be put into a record. */
    Object document;

    private final List<FetchNode> fetched = new ArrayList<>(1);

    Node(Shape shape, @Nullable Object id, Object document) {
        this.shape = shape;
        this.id = id;
        this.document = document;
    }

    /**
     * Notes that the links of a fetch node are followed from here. Returns false if they have been followed already.
     */
    boolean startFetching(FetchNode node) {
        for (FetchNode known : fetched) {
            if (known == node) {
                return false;
            }
        }
        fetched.add(node);
        return true;
    }

    @Override
    public String toString() {
        return shape.type() + " " + Excerpt.of(id);
    }
}
