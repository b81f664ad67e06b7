// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a projection reads of the documents at one place: of the root, or of the documents at the other end of a link.
 * Compared by identity.
 */
public final class ProjectionNode {
    private final DocumentType<?> type;
    private final int index;
    private final List<String> fields;
    private final List<LinkType> links;
    private final List<Edge> edges;

    private ProjectionNode(Builder builder, int index, List<Edge> edges) {
        this.type = builder.type;
        this.index = index;
        this.fields = List.copyOf(builder.fields);
        this.links = List.copyOf(builder.links);
        this.edges = List.copyOf(edges);
    }

    /**
     * A link that is followed.
     *
     * @param slot where the ids that lead from one end to the other are: the position among the links that are read of
     *     the owner or, for a back link, of the target
     */
    public record Edge(LinkType link, ProjectionNode target, int slot) {}

    public DocumentType<?> type() {
        return type;
    }

    /**
     * The position in the tree, counted from the root down: each link comes with everything behind it before the next
     * one.
     */
    public int index() {
        return index;
    }

    /** The stored paths of the fields. */
    public List<String> fields() {
        return fields;
    }

    /** The links whose stored ids are read. */
    public List<LinkType> links() {
        return links;
    }

    /** The links that are followed. */
    public List<Edge> edges() {
        return edges;
    }

    /** Returns the edge of the link with which the given path goes on, or null if it is not followed. */
    @Nullable
    Edge edge(String path) {
        for (Edge edge : edges) {
            if (path.startsWith(edge.link().member() + ".")) {
                return edge;
            }
        }
        return null;
    }

    /** Collects what is read at one place. */
    public static final class Builder {
        private final DocumentType<?> type;
        private final List<String> fields = new ArrayList<>();
        private final List<LinkType> links = new ArrayList<>();
        private final List<Followed> followed = new ArrayList<>();

        private record Followed(LinkType link, Builder target) {}

        Builder(DocumentType<?> type) {
            this.type = type;
        }

        /** Fields, by their stored paths. */
        public Builder fields(String... storedPaths) {
            fields.addAll(List.of(storedPaths));
            return this;
        }

        /** Links whose stored ids are read, by their members. */
        public Builder links(String... members) {
            for (String member : members) {
                links.add(type.link(member));
            }
            return this;
        }

        /** What is read at the other end of a link. */
        public Builder through(String member, UnaryOperator<Builder> target) {
            LinkType link = type.link(member);
            followed.add(new Followed(link, target.apply(new Builder(link.target()))));
            return this;
        }

        /** The node, entered with those behind it into a list at their indexes. */
        ProjectionNode build(List<@Nullable ProjectionNode> nodes) {
            int index = nodes.size();
            nodes.add(null); // those behind it need it to be counted
            List<Edge> edges = new ArrayList<>();
            for (Followed each : followed) {
                LinkType link = each.link;
                ProjectionNode target = each.target.build(nodes);
                int slot = link.isBackLink() ? target.links.indexOf(link.mirror()) : links.indexOf(link);
                if (slot < 0) {
                    throw new IllegalArgumentException(link + " is followed, but its ids are not read");
                }
                edges.add(new Edge(link, target, slot));
            }
            ProjectionNode node = new ProjectionNode(this, index, edges);
            nodes.set(index, node);
            return node;
        }
    }
}
