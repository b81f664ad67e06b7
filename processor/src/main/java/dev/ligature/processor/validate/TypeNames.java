// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Types in messages: as users write them, without packages and type annotations, the same on every JDK. */
final class TypeNames {
    private TypeNames() {}

    static String simple(TypeMirror type) {
        if (type instanceof DeclaredType declared) {
            return ((TypeElement) declared.asElement()).getSimpleName() + arguments(declared);
        }
        if (type instanceof ArrayType array) {
            return simple(array.getComponentType()) + "[]";
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() != null
                    ? "? extends " + simple(wildcard.getExtendsBound())
                    : wildcard.getSuperBound() != null ? "? super " + simple(wildcard.getSuperBound()) : "?";
        }
        return type.toString();
    }

    private static String arguments(DeclaredType type) {
        return type.getTypeArguments().isEmpty()
                ? ""
                : type.getTypeArguments().stream().map(TypeNames::simple).collect(Collectors.joining(", ", "<", ">"));
    }
}
