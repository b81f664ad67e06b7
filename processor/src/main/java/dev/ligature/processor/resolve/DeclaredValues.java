// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.google.auto.common.MoreTypes;
import dev.ligature.processor.declaration.LinkTypeDeclaration;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.declaration.StructureReader;
import dev.ligature.processor.validate.EmbeddedMembers;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The embedded values of members as they were written, of any document. */
final class DeclaredValues implements EmbeddedMembers {
    private final Scope scope;
    private final EmbeddedResolver embedded;

    DeclaredValues(Scope scope, EmbeddedResolver embedded) {
        this.scope = scope;
        this.embedded = embedded;
    }

    @Override
    public Optional<Values> in(MemberDeclaration member) {
        boolean isLink = !(LinkTypeDeclaration.of(member.type()) instanceof LinkTypeDeclaration.None);
        boolean isConverted = member.annotations().convert().isPresent(); // its members are not what is stored
        return isLink || isConverted || member.annotations().isIgnored()
                ? Optional.empty()
                : in(member.type(), 0, false);
    }

    private Optional<Values> in(TypeMirror type, int lists, boolean isMapped) {
        if (type.getKind() == TypeKind.ERROR) {
            throw new UnresolvedTypeException();
        }
        if (type instanceof ArrayType array) {
            return in(array.getComponentType(), lists + 1, isMapped);
        }
        if (type.getKind() != TypeKind.DECLARED) {
            return Optional.empty();
        }
        DeclaredType declared = MoreTypes.asDeclared(type);
        List<? extends TypeMirror> arguments = declared.getTypeArguments();
        return switch (MoreTypes.asTypeElement(type).getQualifiedName().toString()) {
            case "java.util.Optional" -> arguments.isEmpty() ? Optional.empty() : in(arguments.get(0), lists, isMapped);
            case "java.util.List", "java.util.Collection", "java.util.Set" ->
                arguments.isEmpty() ? Optional.empty() : in(arguments.get(0), lists + 1, isMapped);
            case "java.util.Map" -> arguments.isEmpty() ? Optional.empty() : in(arguments.get(1), lists, true);
            default -> values(declared, lists, isMapped);
        };
    }

    private Optional<Values> values(DeclaredType type, int lists, boolean isMapped) {
        if (!embedded.isEmbeddable(type)) {
            return Optional.empty();
        }
        List<MemberDeclaration> members = EmbeddedResolver.instances(type).stream()
                .filter(instance -> instance.asElement().getKind() != ElementKind.ENUM)
                .flatMap(instance -> scope.structure(instance).members().stream())
                .toList();
        TypeElement element = MoreTypes.asTypeElement(type);
        boolean isSingle = lists == 0 && !isMapped && !element.getModifiers().contains(Modifier.SEALED);
        return Optional.of(new Values(StructureReader.displayName(element), isMapped || lists > 1, isSingle, members));
    }
}
