// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.ProjectionNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is fetched from a document: some of its links, and what is fetched from their targets in turn. Compared by
 * identity. Below the joined levels, equal nodes are one node, so a deep fetch of everything stays small.
 */
public final class FetchNode {
    private final DocumentType<?> type;
    private final @Nullable ProjectionNode shown;
    private final List<Edge> edges;

    /**
     * @param shown what a projection reads of the document; null if it is read as a whole
     */
    FetchNode(DocumentType<?> type, @Nullable ProjectionNode shown, List<Edge> edges) {
        this.type = type;
        this.shown = shown;
        this.edges = List.copyOf(edges);
    }

    /**
     * A link to be fetched.
     *
     * @param index for a projection, the place among the edges of {@link #shown()}
     * @param slot for a projection, {@link ProjectionNode.Edge#slot()}
     * @param side the number of the side array into which a join puts the documents; negative if they are fetched in
     *     batches
     */
    public record Edge(LinkType link, FetchNode node, int index, int slot, int side) {
        public boolean isJoined() {
            return side >= 0;
        }
    }

    public DocumentType<?> type() {
        return type;
    }

    /** What a projection reads of the document; null if it is read as a whole. */
    public @Nullable ProjectionNode shown() {
        return shown;
    }

    public List<Edge> edges() {
        return edges;
    }

    /** Whether joins bring everything that is fetched from here. */
    public boolean isJoined() {
        return edges.stream().allMatch(edge -> edge.isJoined() && edge.node().isJoined());
    }

    /** Whether nothing is fetched from here. */
    public boolean isLeaf() {
        return edges.isEmpty();
    }
}
