// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.ligature.processor.declaration.Access;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.EmbeddedModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.StructureModel;
import dev.ligature.processor.model.ValueModel;
import dev.ligature.processor.validate.ValidationReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/**
 * A document as a projection sees it: its stored members and links. What is wrong with the document is reported where it is
 * compiled itself, and how it is made does not matter here.
 */
final class ProjectedDocument {
    private final Scope scope;
    private final DocumentModel model;
    private final List<Member> members;

    /** A member: what was written and what it means. */
    record Member(MemberDeclaration declaration, MemberModel model) {
        String name() {
            return declaration.name();
        }

        /** The declared type without {@code Optional}. */
        TypeMirror carriedType() {
            return ProjectionTypes.withoutOptional(declaration.type());
        }

        /** Whether a document may be stored without it. */
        boolean mayBeAbsent() {
            if (model instanceof MemberModel.Reference link) {
                return link.shape().isOptional();
            }
            return !((FieldModel) model).isId()
                    && (ProjectionTypes.isOptional(declaration.type())
                            || declaration.annotations().isNullable());
        }
    }

    private ProjectedDocument(Scope scope, DocumentModel model) {
        this.scope = scope;
        this.model = model;
        this.members = members(scope.document().structure().members(), model.structure());
    }

    /** The document, or empty when it has no id: it is not generated then. */
    static Optional<ProjectedDocument> of(DocumentDeclarations documents, DocumentDeclaration document) {
        ValidationReport report = new ValidationReport(document.element());
        Scope scope = new Scope(documents, document, report);
        ValueResolver values = new ValueResolver(scope);
        StructureResolver structures = new StructureResolver(scope, values);
        List<MemberModel> members = structures.resolveMembers(
                document.structure(), structures.construction(document.structure()), IdResolver.find(document, report));
        return members.stream()
                .filter(member -> member instanceof FieldModel field && field.isId())
                .findFirst()
                .map(id -> new ProjectedDocument(
                        scope,
                        new DocumentModel(
                                document.names(),
                                document.collection(),
                                document.maxDepth(),
                                new StructureModel(
                                        TypeName.get(document.structure().type()),
                                        ClassName.get(document.element()),
                                        members,
                                        List.of(),
                                        null,
                                        null),
                                (FieldModel) id,
                                values.embedded().finished(),
                                new NestedLinkResolver(scope, values.embedded())
                                        .resolve(
                                                TypeName.get(
                                                        document.structure().type()),
                                                members),
                                List.of(),
                                Access.isPublic(document.element()),
                                List.of(),
                                null)));
    }

    DocumentModel model() {
        return model;
    }

    List<Member> members() {
        return members;
    }

    Member id() {
        return members.stream()
                .filter(member -> member.model().equals(model.id()))
                .findFirst()
                .orElseThrow();
    }

    /** The members of the embedded records or classes in a member, alone, in a list or in a map; empty if it holds none. */
    Optional<Embedded> embedded(Member member) {
        return member.model() instanceof FieldModel field
                ? embedded(field.value(), member.carriedType())
                : Optional.empty();
    }

    private Optional<Embedded> embedded(ValueModel value, TypeMirror type) {
        if (value instanceof ValueModel.Sequence sequence) {
            return embedded(
                    sequence.element(), type instanceof ArrayType array ? array.getComponentType() : argument(type, 0));
        }
        if (value instanceof ValueModel.MapOf map) {
            return embedded(map.value(), argument(type, 1));
        }
        return value instanceof ValueModel.Embedded reference
                        && model.embedded(reference.name()) instanceof EmbeddedModel.Plain plain
                ? Optional.of(new Embedded(
                        plain.displayName(),
                        members(scope.structure(MoreTypes.asDeclared(type)).members(), plain.structure())))
                : Optional.empty();
    }

    private static TypeMirror argument(TypeMirror type, int position) {
        return MoreTypes.asDeclared(type).getTypeArguments().get(position);
    }

    /** The members of an embedded value. */
    record Embedded(String displayName, List<Member> members) {}

    private static List<Member> members(List<MemberDeclaration> declarations, StructureModel structure) {
        return declarations.stream()
                .flatMap(declaration ->
                        named(declaration.name(), structure).map(member -> new Member(declaration, member)))
                .toList();
    }

    private static Stream<MemberModel> named(String name, StructureModel structure) {
        return structure.members().stream()
                .filter(member -> member.name().equals(name))
                .filter(member -> member instanceof MemberModel.Stored || member instanceof MemberModel.Reference)
                .limit(1);
    }
}
