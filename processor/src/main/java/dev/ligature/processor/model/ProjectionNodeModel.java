// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import java.util.List;

/**
 * What a projection reads of the documents at one place.
 *
 * @param index the position among all nodes, each before those behind it
 * @param name {@code House} of the root; {@code WindowsFrame} behind {@code windows} and {@code frame}
 * @param fields the fields that are read
 * @param links the links whose stored ids are read
 * @param edges the links that are followed
 */
public record ProjectionNodeModel(
        int index,
        String name,
        DocumentModel document,
        List<ProjectedField> fields,
        List<ProjectedLink> links,
        List<Edge> edges) {
    public ProjectionNodeModel {
        fields = List.copyOf(fields);
        links = List.copyOf(links);
        edges = List.copyOf(edges);
    }

    /** A link that is followed. */
    public record Edge(ProjectedLink link, ProjectionNodeModel target) {}

    /** Whether the same is read of the same documents, wherever their links lead. */
    public boolean readsTheSameAs(ProjectionNodeModel other) {
        return document.names().equals(other.document.names())
                && fields.equals(other.fields)
                && links.equals(other.links);
    }

    /**
     * The position of the edge that follows a link.
     *
     * @param member {@link ProjectedLink#member()}
     */
    public int edgeIndex(String member) {
        for (int i = 0; i < edges.size(); i++) {
            if (edges.get(i).link().member().equals(member)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + " follows no " + member);
    }

    public int linkIndex(ProjectedLink link) {
        return links.indexOf(link);
    }
}
