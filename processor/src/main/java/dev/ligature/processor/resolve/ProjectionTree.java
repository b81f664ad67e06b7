// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import dev.ligature.processor.model.BackLinkModel;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.LinkModel;
import dev.ligature.processor.model.ProjectedField;
import dev.ligature.processor.model.ProjectedLink;
import dev.ligature.processor.model.ProjectionNodeModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Collects what is read at one place of a projection, and behind it. */
final class ProjectionTree {
    private final String name;
    private final DocumentModel document;
    private final Set<ProjectedField> fields = new LinkedHashSet<>();
    private final Set<ProjectedLink> links = new LinkedHashSet<>();
    private final Map<ProjectedLink, ProjectionTree> edges = new LinkedHashMap<>();

    private ProjectionTree(String name, DocumentModel document) {
        this.name = name;
        this.document = document;
    }

    static ProjectionTree of(DocumentModel document) {
        return new ProjectionTree(document.names().flatName(), document);
    }

    void read(ProjectedField field) {
        fields.add(field);
    }

    /** Reads the stored ids of a link. */
    void read(ProjectedLink link) {
        links.add(link);
    }

    /**
     * The place at the other end of a link; the ids that lead there are read. Empty if a back link mirrors a member
     * that is itself wrong, because then there is nothing to match by.
     */
    Optional<ProjectionTree> through(ProjectedLink link, boolean isFromRoot, DocumentModel target) {
        Optional<ProjectedLink> mirrored =
                link.link() instanceof BackLinkModel back ? mirrored(back, target) : Optional.empty();
        if (link.link() instanceof LinkModel) {
            read(link);
        } else if (mirrored.isEmpty()) {
            return Optional.empty();
        }
        ProjectionTree place = edges.computeIfAbsent(
                link, key -> new ProjectionTree((isFromRoot ? "" : name) + link.capitalized(), target));
        mirrored.ifPresent(place::read);
        return Optional.of(place);
    }

    private static Optional<ProjectedLink> mirrored(BackLinkModel link, DocumentModel target) {
        return Stream.concat(
                        target.structure().references().stream()
                                .filter(LinkModel.class::isInstance)
                                .map(each -> new ProjectedLink(List.of(), each)),
                        target.nestedLinks().stream().map(ProjectedLink::of))
                .filter(each -> each.member().equals(link.originalField()))
                .findFirst();
    }

    ProjectionNodeModel build() {
        return build(0);
    }

    private ProjectionNodeModel build(int index) {
        List<ProjectionNodeModel.Edge> built = new ArrayList<>();
        int next = index + 1;
        for (Map.Entry<ProjectedLink, ProjectionTree> edge : edges.entrySet()) {
            ProjectionNodeModel target = edge.getValue().build(next);
            next += size(target);
            built.add(new ProjectionNodeModel.Edge(edge.getKey(), target));
        }
        return new ProjectionNodeModel(index, name, document, List.copyOf(fields), List.copyOf(links), built);
    }

    private static int size(ProjectionNodeModel node) {
        return 1 + node.edges().stream().mapToInt(edge -> size(edge.target())).sum();
    }
}
