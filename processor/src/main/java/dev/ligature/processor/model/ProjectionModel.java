// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that the generators know about a projection.
 *
 * @param members in the order of the record's components
 * @param root what is read of the document, and behind its links
 * @param lints the lints that the names in the generated code would provoke
 */
public record ProjectionModel(
        ProjectionNames names, List<ProjectedMember> members, ProjectionNodeModel root, List<String> lints) {
    public ProjectionModel {
        members = List.copyOf(members);
        lints = List.copyOf(lints);
    }

    /** All nodes, each before those behind it. */
    public List<ProjectionNodeModel> nodes() {
        List<ProjectionNodeModel> nodes = new ArrayList<>();
        add(root, nodes);
        return nodes;
    }

    private static void add(ProjectionNodeModel node, List<ProjectionNodeModel> nodes) {
        nodes.add(node);
        node.edges().forEach(edge -> add(edge.target(), nodes));
    }
}
