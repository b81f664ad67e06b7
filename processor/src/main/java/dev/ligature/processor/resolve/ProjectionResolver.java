// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.declaration.Place;
import dev.ligature.processor.declaration.ProjectionDeclaration;
import dev.ligature.processor.declaration.ProjectionDeclaration.Component;
import dev.ligature.processor.declaration.StructureReader;
import dev.ligature.processor.model.BackLinkModel;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.EmbeddedModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.LinkModel;
import dev.ligature.processor.model.Presence;
import dev.ligature.processor.model.ProjectedField;
import dev.ligature.processor.model.ProjectedLink;
import dev.ligature.processor.model.ProjectedMember;
import dev.ligature.processor.model.ProjectionModel;
import dev.ligature.processor.model.ValueModel;
import dev.ligature.processor.resolve.ProjectedDocument.Member;
import dev.ligature.processor.resolve.ProjectionWay.End;
import dev.ligature.processor.validate.Message;
import dev.ligature.processor.validate.ValidationReport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds out what a projection reads, or adds everything that is wrong with it to the report. */
public final class ProjectionResolver {
    private final DocumentDeclarations documents;
    private final ProjectionDeclaration projection;
    private final ValidationReport report;
    private final ProjectionTypes types;
    private final Set<ClassName> reached = new LinkedHashSet<>();
    /** Whether a component is read through a converter that is deprecated. */
    private boolean isConverterDeprecated;

    public ProjectionResolver(
            DocumentDeclarations documents, ProjectionDeclaration projection, ValidationReport report) {
        this.documents = documents;
        this.projection = projection;
        this.report = report;
        this.types = new ProjectionTypes(documents.types(), documents.elements());
    }

    /** The documents that it has been necessary to look at. */
    public Set<ClassName> reached() {
        return reached;
    }

    public Optional<ProjectionModel> resolve() {
        Optional<TypeElement> element = document();
        if (element.isEmpty()) {
            return Optional.empty();
        }
        DocumentDeclaration declaration = documents.of(element.get());
        reached.add(declaration.names().document());
        if (projection.components().isEmpty()) {
            report.add(projection.element(), Message.PROJECTION_EMPTY, name(), declaration.displayName());
        }
        return ProjectedDocument.of(documents, declaration).flatMap(this::resolve);
    }

    private Optional<TypeElement> document() {
        TypeMirror named = projection.document();
        if (named.getKind() == TypeKind.ERROR) {
            throw new UnresolvedTypeException();
        }
        if (named.getKind() != TypeKind.DECLARED || !DocumentDeclaration.isDocument(MoreTypes.asTypeElement(named))) {
            report.add(
                    Place.of(projection.element(), "Projection").value("value"),
                    Message.PROJECTION_NOT_OF_DOCUMENT,
                    name(),
                    named);
            return Optional.empty();
        }
        TypeElement document = MoreTypes.asTypeElement(named);
        Optional<ClassName> ungenerated = documents.ungenerated(document);
        ungenerated.ifPresent(missing -> report.add(
                projection.element(),
                Message.DOCUMENT_NOT_PROCESSED,
                name(),
                StructureReader.displayName(document),
                missing.canonicalName()));
        return ungenerated.isEmpty() ? Optional.of(document) : Optional.empty();
    }

    private Optional<ProjectionModel> resolve(ProjectedDocument document) {
        ProjectionPaths paths = new ProjectionPaths(documents, document, report, reached);
        ProjectionTree tree = ProjectionTree.of(document.model());
        List<ProjectedMember> members = new ArrayList<>();
        for (Component component : projection.components()) {
            paths.resolve(component)
                    .flatMap(end -> member(component.member(), end, tree, paths))
                    .ifPresent(members::add);
        }
        boolean isComplete =
                !report.hasErrors() && members.size() == projection.components().size();
        return !isComplete
                ? Optional.empty()
                : Optional.of(new ProjectionModel(projection.names(), members, tree.build(), lints()));
    }

    /** The member; what it reads is added to the tree. Empty if its type does not fit. */
    private Optional<ProjectedMember> member(
            MemberDeclaration component, End end, ProjectionTree root, ProjectionPaths paths) {
        if (end.member().model() instanceof BackLinkModel) {
            report.add(
                    component.position(),
                    Message.PROJECTION_OF_BACK_LINK,
                    component.displayName(),
                    end.member().declaration().displayName(),
                    end.path() + "." + paths.idBehind(end));
            return Optional.empty();
        }
        boolean isConverted = component.annotations().convert().isPresent();
        isConverterDeprecated |= ConverterResolver.declared(
                        documents.types(),
                        isConverted ? component : end.member().declaration())
                .filter(converter -> converter.isDeprecated(documents.elements()))
                .isPresent();
        if (isConverted) {
            return new ProjectionConverters(documents.types(), projection.access(), report)
                    .convert(component, end)
                    .filter(converted ->
                            checkPresence(component, converted, ProjectionTypes.withoutOptional(component.type()))
                                    && checkCodec(component, converted))
                    .flatMap(converted -> member(component, converted, root));
        }
        return checkType(component, end) && checkConverter(component, end) && checkCodec(component, end)
                ? member(component, end, root)
                : Optional.empty();
    }

    /** The member; its type fits. */
    private Optional<ProjectedMember> member(MemberDeclaration component, End end, ProjectionTree root) {
        List<ProjectedLink> links = end.way().links();
        boolean isLinkedId = isLinkedId(end);
        List<ProjectedLink> followed = isLinkedId ? links.subList(0, links.size() - 1) : links;
        Optional<ProjectionTree> reached = place(root, end.way(), followed.size());
        if (reached.isEmpty()) {
            return Optional.empty();
        }
        ProjectionTree place = reached.get();
        ProjectedMember.Value value = value(end, isLinkedId);
        if (value instanceof ProjectedMember.Field field) {
            place.read(field.field());
        } else if (value instanceof ProjectedMember.LinkedId linked) {
            place.read(linked.link());
        } else if (value instanceof ProjectedMember.Link link) {
            place.read(link.link());
        }
        return Optional.of(new ProjectedMember(
                component.name(),
                TypeName.get(component.type()),
                presence(component),
                end.way().isMany(),
                end.path(),
                followed.stream().map(ProjectedLink::member).toList(),
                value));
    }

    private static Optional<ProjectionTree> place(ProjectionTree root, ProjectionWay way, int links) {
        Optional<ProjectionTree> place = Optional.of(root);
        for (int i = 0; i < links; i++) {
            ProjectedLink link = way.links().get(i);
            DocumentModel target = way.documents().get(i + 1).model();
            boolean isFromRoot = i == 0;
            place = place.flatMap(from -> from.through(link, isFromRoot, target));
        }
        return place;
    }

    /** The id behind a link is stored in the document before it. */
    private static boolean isLinkedId(End end) {
        List<ProjectedLink> links = end.way().links();
        return end.member().model() instanceof FieldModel field
                && field.isId()
                && end.way().embedded().isEmpty()
                && !links.isEmpty()
                && links.get(links.size() - 1).link() instanceof LinkModel;
    }

    private ProjectedMember.Value value(End end, boolean isLinkedId) {
        if (end.member().model() instanceof LinkModel) {
            return new ProjectedMember.Link(end.link(), TypeName.get(types.boxed(linkType(end))));
        }
        FieldModel field = (FieldModel) end.member().model();
        List<ProjectedLink> links = end.way().links();
        if (isLinkedId) {
            return new ProjectedMember.LinkedId(
                    links.get(links.size() - 1), field.value().type());
        }
        return field.isId() && end.way().embedded().isEmpty()
                ? new ProjectedMember.Id(field.value().type())
                : new ProjectedMember.Field(new ProjectedField(end.way().embedded(), field));
    }

    private static Presence presence(MemberDeclaration component) {
        if (ProjectionTypes.isOptional(component.type())) {
            return Presence.OPTIONAL;
        }
        return component.annotations().isNullable()
                        && !component.type().getKind().isPrimitive()
                ? Presence.NULLABLE
                : Presence.REQUIRED;
    }

    private boolean checkType(MemberDeclaration component, End end) {
        TypeMirror shown = end.member().model() instanceof LinkModel
                ? linkType(end)
                : end.member().carriedType();
        if (end.way().isMany()) {
            TypeMirror list = types.listOf(shown);
            return types.areSame(component.type(), list) || differs(component, "all " + end.path(), list);
        }
        if (!types.areSame(ProjectionTypes.withoutOptional(component.type()), shown)) {
            return differs(component, end.path(), absent(end) == null ? shown : types.optionalOf(shown));
        }
        return checkPresence(component, end, shown);
    }

    private static @Nullable Member absent(End end) {
        return isLinkInContainer(end) ? end.way().absentLink() : end.mayBeAbsent();
    }

    private boolean checkPresence(MemberDeclaration component, End end, TypeMirror shown) {
        Member absent = absent(end);
        if (absent != null && !end.way().isMany() && presence(component) == Presence.REQUIRED) {
            report.add(
                    component.position(),
                    Message.PROJECTION_MAY_BE_ABSENT,
                    component.displayName(),
                    end.path(),
                    absent.declaration().displayName(),
                    types.optionalOf(shown));
            return false;
        }
        return true;
    }

    /** What a link shows: those in a list or a map of embedded values are one list. */
    private TypeMirror linkType(End end) {
        TypeMirror declared = end.member().carriedType();
        boolean isList = ((LinkModel) end.member().model()).shape().isList();
        return isLinkInContainer(end) && !isList ? types.listOf(declared) : declared;
    }

    private static boolean isLinkInContainer(End end) {
        return end.member().model() instanceof LinkModel && end.link().isInContainer();
    }

    private boolean differs(MemberDeclaration component, String shown, TypeMirror expected) {
        report.add(
                component.position(),
                Message.PROJECTION_TYPE_DIFFERS,
                component.displayName(),
                component.type(),
                shown,
                expected);
        return false;
    }

    /** The converter of the document has to be visible from here. */
    private boolean checkConverter(MemberDeclaration component, End end) {
        if (!(end.member().model() instanceof FieldModel field) || isSamePackage(end)) {
            return true;
        }
        Optional<ValueModel.Converted> hidden = converted(field.value()).filter(converted -> !converted.isPublic());
        hidden.ifPresent(converted -> report.add(
                component.position(),
                Message.PROJECTION_CONVERTER_NOT_ACCESSIBLE,
                component.displayName(),
                end.path(),
                String.join(".", converted.converter().simpleNames())));
        return hidden.isEmpty();
    }

    private boolean isSamePackage(End end) {
        return end.way()
                .document()
                .model()
                .names()
                .document()
                .packageName()
                .equals(projection.names().projection().packageName());
    }

    private static Optional<ValueModel.Converted> converted(ValueModel value) {
        if (value instanceof ValueModel.Sequence sequence) {
            return converted(sequence.element());
        }
        if (value instanceof ValueModel.MapOf map) {
            return converted(map.value());
        }
        return value instanceof ValueModel.Converted converted ? Optional.of(converted) : Optional.empty();
    }

    /** The codec of a whole embedded value is that of the document, which must be visible from here. */
    private boolean checkCodec(MemberDeclaration component, End end) {
        ProjectedDocument document = end.way().document();
        if (isSamePackage(end) || !(end.member().model() instanceof FieldModel field)) {
            return true;
        }
        return embedded(field.value(), document.model())
                .filter(embedded -> !document.model().isPublic() || !embedded.isPublic())
                .map(embedded -> {
                    String owner = document.model().names().displayName();
                    report.add(
                            component.position(),
                            Message.PROJECTION_CODEC_NOT_ACCESSIBLE,
                            component.displayName(),
                            embedded.displayName(),
                            owner,
                            owner,
                            embedded.displayName());
                    return false;
                })
                .orElse(true);
    }

    private static Optional<EmbeddedModel> embedded(ValueModel value, DocumentModel document) {
        if (value instanceof ValueModel.Sequence sequence) {
            return embedded(sequence.element(), document);
        }
        if (value instanceof ValueModel.MapOf map) {
            return embedded(map.value(), document);
        }
        if (value instanceof ValueModel.Converted converted) {
            return embedded(converted.stored(), document);
        }
        return value instanceof ValueModel.Embedded embedded
                ? Optional.of(document.embedded(embedded.name()))
                : Optional.empty();
    }

    private List<String> lints() {
        boolean isDeprecated = isDeprecated(projection.element())
                || projection.components().stream()
                        .anyMatch(each -> each.member().isDeprecated()
                                || isDeprecated(each.member().type()))
                || isConverterDeprecated;
        return isDeprecated ? List.of("deprecation", "removal") : List.of();
    }

    private boolean isDeprecated(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isDeprecated(array.getComponentType());
        }
        return type instanceof DeclaredType declared
                && (isDeprecated(declared.asElement())
                        || declared.getTypeArguments().stream().anyMatch(this::isDeprecated));
    }

    private boolean isDeprecated(Element element) {
        return LintResolver.isDeprecated(element, documents.elements());
    }

    private String name() {
        return StructureReader.displayName(projection.element());
    }
}
