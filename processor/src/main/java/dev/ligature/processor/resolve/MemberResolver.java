// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.TypeName;
import dev.ligature.processor.declaration.Access;
import dev.ligature.processor.declaration.LinkTypeDeclaration;
import dev.ligature.processor.declaration.MemberAnnotations;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.declaration.StructureDeclaration;
import dev.ligature.processor.model.Accessor;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.IgnoredModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.Presence;
import dev.ligature.processor.model.Property;
import dev.ligature.processor.model.ValueModel;
import dev.ligature.processor.validate.Message;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds out what a member is: a stored value, a link, a back link, or only an argument of the constructor. */
final class MemberResolver {
    private final Scope scope;
    private final ValueResolver values;
    private final LinkResolver links;

    MemberResolver(Scope scope, ValueResolver values) {
        this.scope = scope;
        this.values = values;
        this.links = new LinkResolver(scope, values);
    }

    /**
     * The place of a member in its structure.
     *
     * @param isArgument whether the constructor takes it
     * @param isDocument whether the structure is the document's own
     */
    record Role(StructureDeclaration structure, boolean isArgument, boolean isId, boolean isDocument) {}

    /** Whether a member was meant to be a link, correctly or not. */
    boolean isLink(MemberDeclaration member) {
        MemberAnnotations annotations = member.annotations();
        return annotations.link().isPresent()
                || annotations.backLink().isPresent()
                || !(LinkTypeDeclaration.of(member.type()) instanceof LinkTypeDeclaration.None);
    }

    private static boolean isBackLink(MemberDeclaration member) {
        return member.annotations().backLink().isPresent()
                || (LinkTypeDeclaration.of(member.type()) instanceof LinkTypeDeclaration.Shaped shaped
                        && shaped.isBack());
    }

    /** The member, or empty if something is wrong with it, which is then in the report. */
    Optional<MemberModel> resolve(MemberDeclaration member, Role role) {
        MemberAnnotations annotations = member.annotations();
        for (String unsupported : annotations.unsupported()) {
            scope.report()
                    .add(member.at(unsupported), Message.ANNOTATION_UNSUPPORTED, member.displayName(), unsupported);
        }
        if (!role.isDocument()) {
            refuseDocumentsOwn(member);
        }
        Accessor getter = member.getter();
        if (getter == null) {
            scope.obstacles(role.structure()).reportUnreadable(member, role.isArgument());
            return Optional.empty();
        }
        Property property = new Property(
                member.name(),
                TypeName.get(member.type()),
                getter,
                role.isArgument() ? null : member.setter(),
                member.annotations().isNullable(),
                Access.isPublic(member.type()));
        if (!checkConvert(member, role)) {
            return Optional.empty();
        }
        if (isLink(member)) {
            return link(member, role, property);
        }
        return annotations.isIgnored()
                ? Optional.of(new IgnoredModel(property))
                : field(member, role, property).map(field -> field);
    }

    /** Whether a member is not converted, or may be. */
    private boolean checkConvert(MemberDeclaration member, Role role) {
        String form = ownForm(member, role);
        boolean isRefused = member.annotations().convert().isPresent() && !form.isEmpty();
        if (isRefused) {
            scope.report().add(member.at("Convert"), Message.CONVERT_UNSUPPORTED, member.displayName(), form);
        }
        return !isRefused;
    }

    /** What is stored in a form that the runtime relies on; empty for other members. */
    private String ownForm(MemberDeclaration member, Role role) {
        if (isLink(member)) {
            return member.annotations().backLink().isPresent() ? "is a back link" : "is a link";
        }
        if (role.isId()) {
            return "is the id";
        }
        return member.annotations().isVersion() ? "is the version" : "";
    }

    /** Embedded objects have no indexes and versions of their own. */
    private void refuseDocumentsOwn(MemberDeclaration member) {
        String document = scope.document().displayName();
        if (member.annotations().index().isPresent()) {
            scope.report().add(member.at("Indexed"), Message.INDEX_IN_EMBEDDED, member.displayName(), document);
        }
        if (member.annotations().isVersion()) {
            scope.report().add(member.at("Version"), Message.VERSION_IN_EMBEDDED, member.displayName(), document);
        }
    }

    private Optional<MemberModel> link(MemberDeclaration member, Role role, Property property) {
        if (!role.isDocument() && isBackLink(member)) {
            scope.report()
                    .add(
                            member.position(),
                            Message.BACK_LINK_IN_EMBEDDED,
                            member.displayName(),
                            scope.document().displayName(),
                            scope.document().displayName());
            return Optional.empty();
        }
        if (member.annotations().isIgnored()) {
            scope.report().add(member.at("BsonIgnore"), Message.LINK_IGNORED, member.displayName());
            return Optional.empty();
        }
        return links.resolve(member, property);
    }

    private Optional<FieldModel> field(MemberDeclaration member, Role role, Property property) {
        TypeMirror type = member.type();
        boolean isOptional = isOptional(type);
        TypeMirror carried =
                isOptional ? ((DeclaredType) type).getTypeArguments().get(0) : type;
        return values.resolve(carried, member)
                .map(value -> new FieldModel(
                        seen(property, value),
                        role.isId() ? "_id" : member.annotations().storedName().orElse(storedName(member, role)),
                        role.isId(),
                        member.annotations().isVersion(),
                        presence(member, role, isOptional),
                        value));
    }

    /** A path to the elements of what a list is converted to names their type, too. */
    private static Property seen(Property property, ValueModel value) {
        boolean isHidden = value instanceof ValueModel.Converted converted
                && !converted.isPublic()
                && converted.stored() instanceof ValueModel.Sequence;
        return isHidden ? property.hidden() : property;
    }

    private static String storedName(MemberDeclaration member, Role role) {
        return member.annotations().isId() && !role.isDocument() ? "_id" : member.name();
    }

    private static Presence presence(MemberDeclaration member, Role role, boolean isOptional) {
        if (isOptional) {
            return Presence.OPTIONAL;
        }
        if (!role.isArgument()) {
            return Presence.DEFAULTED;
        }
        return member.annotations().isNullable() ? Presence.NULLABLE : Presence.REQUIRED;
    }

    private static boolean isOptional(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && MoreTypes.asTypeElement(type).getQualifiedName().contentEquals("java.util.Optional")
                && !((DeclaredType) type).getTypeArguments().isEmpty();
    }
}
