// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.google.auto.common.MoreTypes;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Compares the types of a projection's components with those of what they show. */
final class ProjectionTypes {
    private final Types types;
    private final Elements elements;

    ProjectionTypes(Types types, Elements elements) {
        this.types = types;
        this.elements = elements;
    }

    static boolean isOptional(TypeMirror type) {
        return argument(type, "java.util.Optional").isPresent();
    }

    /** The type of what an {@code Optional} holds; any other type as it is. */
    static TypeMirror withoutOptional(TypeMirror type) {
        return argument(type, "java.util.Optional").orElse(type);
    }

    private static Optional<TypeMirror> argument(TypeMirror type, String name) {
        return type.getKind() == TypeKind.DECLARED
                        && MoreTypes.asTypeElement(type).getQualifiedName().contentEquals(name)
                        && !((DeclaredType) type).getTypeArguments().isEmpty()
                ? Optional.of(((DeclaredType) type).getTypeArguments().get(0))
                : Optional.empty();
    }

    /** Whether two types are the same, boxed or not. */
    boolean areSame(TypeMirror one, TypeMirror other) {
        return types.isSameType(boxed(one), boxed(other));
    }

    TypeMirror boxed(TypeMirror type) {
        return type.getKind().isPrimitive()
                ? types.boxedClass((PrimitiveType) type).asType()
                : type;
    }

    TypeMirror optionalOf(TypeMirror type) {
        return types.getDeclaredType(elements.getTypeElement("java.util.Optional"), boxed(type));
    }

    TypeMirror listOf(TypeMirror type) {
        return types.getDeclaredType(elements.getTypeElement("java.util.List"), boxed(type));
    }
}
