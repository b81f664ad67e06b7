// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.ligature.processor.declaration.Access;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.DocumentHierarchy;
import dev.ligature.processor.declaration.LinkTypeDeclaration;
import dev.ligature.processor.declaration.LinkTypeDeclaration.Shaped;
import dev.ligature.processor.declaration.MemberAnnotations;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.declaration.StructureReader;
import dev.ligature.processor.model.BackLinkModel;
import dev.ligature.processor.model.DocumentNames;
import dev.ligature.processor.model.LinkModel;
import dev.ligature.processor.model.LinkShape;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.Presence;
import dev.ligature.processor.model.Property;
import dev.ligature.processor.validate.BackLinkValidator;
import dev.ligature.processor.validate.LinkTypeValidator;
import dev.ligature.processor.validate.Message;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** Finds out what a member links to, and in which shape. */
final class LinkResolver {
    private final Scope scope;
    private final ValueResolver values;

    LinkResolver(Scope scope, ValueResolver values) {
        this.scope = scope;
        this.values = values;
    }

    Optional<MemberModel> resolve(MemberDeclaration member, Property property) {
        LinkTypeDeclaration type = LinkTypeDeclaration.of(member.type());
        if (!LinkTypeValidator.check(member, type, scope.report()) || !(type instanceof Shaped shaped)) {
            return Optional.empty();
        }
        return target(member, shaped).flatMap(target -> link(member, property, shaped, target));
    }

    private Optional<TypeElement> target(MemberDeclaration member, Shaped type) {
        boolean isDeclared = type.target().getKind() == TypeKind.DECLARED;
        if (isDeclared && isSealedOverDocuments(MoreTypes.asTypeElement(type.target()))) {
            scope.report()
                    .add(
                            member.position(),
                            Message.LINK_TARGET_SEALED,
                            member.displayName(),
                            type.target(),
                            type.target());
            return Optional.empty();
        }
        if (!isDeclared || !DocumentDeclaration.isDocument(MoreTypes.asTypeElement(type.target()))) {
            scope.report()
                    .add(
                            member.position(),
                            Message.LINK_TARGET_NOT_DOCUMENT,
                            member.displayName(),
                            type.target(),
                            type.target());
            return Optional.empty();
        }
        TypeElement target = MoreTypes.asTypeElement(type.target());
        if (!scope.access().toType(target)) {
            String name = StructureReader.displayName(target);
            scope.report().add(member.position(), Message.LINK_TARGET_NOT_ACCESSIBLE, member.displayName(), name, name);
            return Optional.empty();
        }
        Optional<ClassName> ungenerated = scope.documents().ungenerated(target);
        ungenerated.ifPresent(missing -> scope.report()
                .add(
                        member.position(),
                        Message.DOCUMENT_NOT_PROCESSED,
                        member.displayName(),
                        StructureReader.displayName(target),
                        missing.canonicalName()));
        return ungenerated.isEmpty() ? Optional.of(target) : Optional.empty();
    }

    private static boolean isSealedOverDocuments(TypeElement target) {
        return DocumentHierarchy.isSealed(target)
                && !DocumentDeclaration.isDocument(target)
                && DocumentHierarchy.below(target).stream().anyMatch(DocumentDeclaration::isDocument);
    }

    private Optional<MemberModel> link(MemberDeclaration member, Property property, Shaped type, TypeElement target) {
        MemberAnnotations annotations = member.annotations();
        LinkShape shape = LinkShape.of(type.isList(), type.isOptional() || annotations.isNullable());
        TypeName carried = TypeName.get(type.carried());
        DocumentNames targetNames = new DocumentNames(ClassName.get(target));
        boolean isTargetPublic = Access.isPublic(target);
        if (annotations.backLink().isEmpty()) {
            return Optional.of(new LinkModel(
                    property,
                    annotations.storedName().orElse(member.name()),
                    presence(shape, type),
                    carried,
                    shape,
                    type.isOptional(),
                    annotations.link().orElseThrow().storage(),
                    targetNames,
                    isTargetPublic));
        }
        MemberAnnotations.BackLink backLink = annotations.backLink().get();
        DocumentDeclaration referring = scope.documents().of(target);
        DeclaredValues embedded = new DeclaredValues(scope, values.embedded());
        BackLinkValidator validator =
                new BackLinkValidator(scope.document(), referring, scope.documents()::of, embedded, scope.report());
        if (!validator.check(member, backLink)) {
            return Optional.empty();
        }
        return Optional.of(new BackLinkModel(
                property,
                carried,
                shape,
                type.isOptional(),
                backLink.originalField(),
                backLink.onDelete(),
                validator.isAttachable(backLink),
                targetNames,
                isTargetPublic));
    }

    private static Presence presence(LinkShape shape, Shaped type) {
        return type.isOptional() ? Presence.OPTIONAL : shape.isOptional() ? Presence.NULLABLE : Presence.REQUIRED;
    }
}
