// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.declaration.StructureReader;
import dev.ligature.processor.validate.Message;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Ids are found by {@code equals}, so those that are stored alike have to be equal. */
final class IdEquality {
    private final Scope scope;
    private final Set<TypeElement> visited = new HashSet<>();

    IdEquality(Scope scope) {
        this.scope = scope;
    }

    void check(MemberDeclaration id) {
        if (id.type().getKind() == TypeKind.DECLARED) {
            defect(id.type(), id.displayName()).ifPresent(defect -> scope.report()
                    .add(id.position(), Message.ID_WITHOUT_EQUALITY, id.displayName(), defect));
        }
    }

    /** The first part of a type's values that is compared by identity. */
    private Optional<String> defect(TypeMirror type, String user) {
        return switch (type.getKind()) {
            case ARRAY -> Optional.of(user + " is an array, which is equal only to itself");
            case DECLARED -> defect(MoreTypes.asDeclared(type), user);
            default -> Optional.empty();
        };
    }

    private Optional<String> defect(DeclaredType type, String user) {
        TypeElement element = MoreTypes.asTypeElement(type);
        if (EmbeddedResolver.isForeign(element)) {
            return first(type.getTypeArguments().stream().map(argument -> defect(argument, user)));
        }
        if (!visited.add(element) || declaresEquals(element)) {
            return Optional.empty();
        }
        if (element.getKind() == ElementKind.RECORD) {
            return first(scope.structure(type).members().stream()
                    .map(member -> defect(member.type(), member.displayName())));
        }
        return element.getKind() == ElementKind.CLASS
                ? Optional.of(StructureReader.displayName(element) + " has no equals")
                : Optional.empty();
    }

    private static Optional<String> first(Stream<Optional<String>> defects) {
        return defects.flatMap(Optional::stream).findFirst();
    }

    /** Whether a type or a superclass has an {@code equals} of its own. */
    private boolean declaresEquals(TypeElement element) {
        return ElementFilter.methodsIn(scope.elements().getAllMembers(element)).stream()
                .filter(IdEquality::isEquals)
                .anyMatch(method -> !isPlatforms(method) && !isCompilers(method));
    }

    private static boolean isEquals(ExecutableElement method) {
        return method.getSimpleName().contentEquals("equals")
                && method.getParameters().size() == 1
                && MoreTypes.isTypeOf(
                        Object.class, method.getParameters().get(0).asType());
    }

    private static boolean isPlatforms(ExecutableElement method) {
        return EmbeddedResolver.isForeign(MoreElements.asType(method.getEnclosingElement()));
    }

    /** Whether a record's method is the one that the compiler makes. Elements do not say; it is final and not annotated. */
    private static boolean isCompilers(ExecutableElement method) {
        return MoreElements.asType(method.getEnclosingElement()).getKind() == ElementKind.RECORD
                && method.getModifiers().contains(Modifier.FINAL)
                && method.getAnnotation(Override.class) == null;
    }
}
