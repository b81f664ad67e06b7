package dev.ligature.internal.plan;

import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.List;

/**
 * What is fetched from a document: some of its links, and from what they lead to in turn. Compared by identity. Below the
 * joined levels equal nodes are one node, so a deep fetch of everything stays small.
 */
public final class FetchNode {
    private final DocumentType<?> type;
    private final List<Edge> edges;

    FetchNode(DocumentType<?> type, List<Edge> edges) {
        this.type = type;
        this.edges = List.copyOf(edges);
    }

    /**
     * A link to be fetched.
     *
     * @param side the number of the side array into which a join puts the documents; negative where they are fetched in
     *     batches
     */
    public record Edge(LinkType link, FetchNode node, int side) {
        public boolean isJoined() {
            return side >= 0;
        }
    }

    public DocumentType<?> type() {
        return type;
    }

    public List<Edge> edges() {
        return edges;
    }

    /** Whether nothing is fetched from here. */
    public boolean isLeaf() {
        return edges.isEmpty();
    }
}
