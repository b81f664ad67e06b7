// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.LinkTypeDeclaration;
import dev.ligature.processor.declaration.LinkTypeDeclaration.Shaped;
import dev.ligature.processor.declaration.ProjectionDeclaration;
import dev.ligature.processor.model.Capitals;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.resolve.ProjectedDocument.Member;
import dev.ligature.processor.resolve.ProjectionWay.End;
import dev.ligature.processor.validate.Message;
import dev.ligature.processor.validate.Suggestions;
import dev.ligature.processor.validate.ValidationReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what the components of one projection show. */
final class ProjectionPaths {
    private final DocumentDeclarations documents;
    private final ValidationReport report;
    private final ProjectionWay start;
    private final Set<ClassName> reached;
    private final Map<ClassName, Optional<ProjectedDocument>> known = new HashMap<>();

    /** @param reached where the documents are added that paths lead to */
    ProjectionPaths(
            DocumentDeclarations documents,
            ProjectedDocument document,
            ValidationReport report,
            Set<ClassName> reached) {
        this.documents = documents;
        this.report = report;
        this.reached = reached;
        this.start = ProjectionWay.from(document);
    }

    /** The end of a component's path; empty if there is none, which is then in the report. */
    Optional<End> resolve(ProjectionDeclaration.Component component) {
        return component.path().isPresent() ? byPath(component, component.path().get()) : byName(component);
    }

    private Optional<End> byPath(ProjectionDeclaration.Component component, String path) {
        List<String> names = List.of(path.split("\\.", -1));
        if (names.stream().anyMatch(String::isBlank)) {
            add(
                    component,
                    Message.PROJECTION_PATH_EMPTY,
                    component.member().displayName(),
                    path.isBlank() ? "is empty" : "\"" + path + "\" has an empty name",
                    start.owner(),
                    start.members().get(start.members().size() - 1).name());
            return Optional.empty();
        }
        ProjectionWay way = start;
        for (String name : names.subList(0, names.size() - 1)) {
            Member member = way.member(name);
            if (member == null) {
                return unknown(component, way, name, path);
            }
            Optional<ProjectionWay> next = through(way, member);
            if (next.isEmpty()) {
                return member.model() instanceof MemberModel.Reference
                        ? Optional.empty()
                        : intoValue(component, path, member);
            }
            way = next.get();
        }
        String last = names.get(names.size() - 1);
        Member member = way.member(last);
        if (member == null) {
            return unknown(component, way, last, path);
        }
        End end = new End(way, member);
        Member container = end.container();
        return container == null ? Optional.of(end) : intoValue(component, path, container);
    }

    private Optional<End> intoValue(ProjectionDeclaration.Component component, String path, Member value) {
        add(
                component,
                Message.PROJECTION_PATH_INTO_VALUE,
                component.member().displayName(),
                path,
                value.declaration().displayName(),
                value.carriedType());
        return Optional.empty();
    }

    private Optional<End> unknown(
            ProjectionDeclaration.Component component, ProjectionWay way, String name, String path) {
        add(
                component,
                Message.PROJECTION_PATH_UNKNOWN,
                component.member().displayName(),
                way.owner(),
                name,
                Suggestions.didYouMean(
                        name, way.members().stream().map(Member::name).toList()),
                path);
        return Optional.empty();
    }

    private Optional<End> byName(ProjectionDeclaration.Component component) {
        String name = component.member().name();
        Member own = start.member(name);
        if (own != null) {
            return Optional.of(new End(start, own));
        }
        List<End> ends = new ArrayList<>();
        addSplits(start, name, ends);
        if (ends.size() == 1) {
            return Optional.of(ends.get(0));
        }
        if (ends.isEmpty()) {
            add(
                    component,
                    Message.PROJECTION_NAME_UNKNOWN,
                    component.member().displayName(),
                    start.owner(),
                    name,
                    Suggestions.didYouMean(name, namesNearby()));
        } else {
            List<String> paths = ends.stream().map(End::path).toList();
            add(
                    component,
                    Message.PROJECTION_NAME_AMBIGUOUS,
                    component.member().displayName(),
                    paths.stream().map(path -> '"' + path + '"').collect(Collectors.joining(" or ")),
                    paths.get(0));
        }
        return Optional.empty();
    }

    /** All ends of a name that is cut before some of its capital letters. */
    private void addSplits(ProjectionWay way, String name, List<End> ends) {
        for (int i = 1; i < name.length(); i++) {
            Member first = Character.isUpperCase(name.charAt(i)) ? way.member(name.substring(0, i)) : null;
            if (first != null) {
                String rest = Capitals.decapitalized(name.substring(i));
                through(way, first).ifPresent(next -> {
                    Member end = next.member(rest);
                    if (end != null && new End(next, end).container() == null) {
                        ends.add(new End(next, end));
                    }
                    addSplits(next, rest, ends);
                });
            }
        }
    }

    /** The names of components that would be found: of the document's members, and of those one step further. */
    private List<String> namesNearby() {
        List<String> names = new ArrayList<>();
        for (Member member : start.members()) {
            names.add(member.name());
            through(start, member).ifPresent(next -> next.members().stream()
                    .filter(inner -> new End(next, inner).container() == null)
                    .forEach(inner -> names.add(member.name() + Capitals.capitalized(inner.name()))));
        }
        return names;
    }

    /** The way behind a member, where there is one. */
    private Optional<ProjectionWay> through(ProjectionWay way, Member member) {
        return member.model() instanceof MemberModel.Reference
                ? target(member).map(target -> way.into(target, member))
                : way.document().embedded(member).map(value -> way.into(value, member));
    }

    /** The id's member of the documents behind a link. */
    String idBehind(End link) {
        return target(link.member()).map(target -> target.id().name()).orElse("id");
    }

    private Optional<ProjectedDocument> target(Member link) {
        Shaped type = (Shaped) LinkTypeDeclaration.of(link.declaration().type());
        DocumentDeclaration target = documents.of(MoreTypes.asTypeElement(type.target()));
        reached.add(target.names().document());
        return known.computeIfAbsent(target.names().document(), name -> ProjectedDocument.of(documents, target));
    }

    private void add(ProjectionDeclaration.Component component, Message message, Object... arguments) {
        report.add(component.member().at("Path").value("value"), message, arguments);
    }
}
