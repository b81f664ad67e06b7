// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import com.google.auto.common.MoreElements;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** What the type of a member says about a link. */
public sealed interface LinkTypeDeclaration {
    /** No {@code Ref} or {@code BackRef} anywhere in it. */
    record None() implements LinkTypeDeclaration {}

    /**
     * One of the four shapes.
     *
     * @param carried the type without {@code Optional}
     */
    record Shaped(boolean isBack, boolean isList, boolean isOptional, TypeMirror carried, TypeMirror target)
            implements LinkTypeDeclaration {}

    /** {@code Ref} or {@code BackRef} without a type argument. */
    record Raw(String name) implements LinkTypeDeclaration {}

    /**
     * A {@code Ref} in something that holds no links, or of something that is no document.
     *
     * @param meant the shape that may be meant
     */
    record Unsupported(boolean hasWildcard, Optional<Meant> meant) implements LinkTypeDeclaration {}

    /** A shape that may be meant: {@code List<BackRef<House>>} by {@code BackRef<List<House>>}. */
    record Meant(boolean isBack, boolean isList, boolean isOptional, TypeMirror target) {}

    String REF = "dev.ligature.link.Ref";
    String BACK_REF = "dev.ligature.link.BackRef";

    static LinkTypeDeclaration of(TypeMirror type) {
        TypeMirror carried = is(type, "java.util.Optional") ? onlyArgument(type) : type;
        TypeMirror single = is(carried, "java.util.List") ? onlyArgument(carried) : carried;
        if (!isRef(single)) {
            return refIn(type) ? unsupported(type) : new None();
        }
        DeclaredType ref = (DeclaredType) single;
        if (ref.getTypeArguments().isEmpty()) {
            return new Raw(ref.asElement().getSimpleName().toString());
        }
        TypeMirror target = onlyArgument(ref);
        return isList(target) || is(target, "java.util.Optional") || isRef(target)
                ? unsupported(type)
                : new Shaped(is(ref, BACK_REF), single != carried, carried != type, carried, target);
    }

    private static Unsupported unsupported(TypeMirror type) {
        return new Unsupported(hasWildcard(type), meant(type));
    }

    /** The shape with the same parts, if they make one: an {@code Optional}, a list, one reference, in any order. */
    private static Optional<Meant> meant(TypeMirror type) {
        boolean isOptional = false;
        boolean isList = false;
        @Nullable TypeMirror ref = null;
        TypeMirror inner = type;
        while (isList(inner) || is(inner, "java.util.Optional") || isRef(inner)) {
            isOptional |= is(inner, "java.util.Optional") && !isList;
            isList |= isList(inner);
            if (isRef(inner)) {
                if (ref != null) {
                    return Optional.empty();
                }
                ref = inner;
            }
            TypeMirror next = inner instanceof ArrayType array ? array.getComponentType() : onlyArgument(inner);
            if (next == inner) {
                return Optional.empty();
            }
            inner = next;
        }
        return ref == null || inner.getKind() != TypeKind.DECLARED
                ? Optional.empty()
                : Optional.of(new Meant(is(ref, BACK_REF), isList, isOptional, inner));
    }

    private static boolean isList(TypeMirror type) {
        return type.getKind() == TypeKind.ARRAY
                || is(type, "java.util.List")
                || is(type, "java.util.Set")
                || is(type, "java.util.Collection");
    }

    private static boolean isRef(TypeMirror type) {
        return is(type, REF) || is(type, BACK_REF);
    }

    private static boolean is(TypeMirror type, String name) {
        return type.getKind() == TypeKind.DECLARED
                && MoreElements.asType(((DeclaredType) type).asElement())
                        .getQualifiedName()
                        .contentEquals(name);
    }

    /** The type argument, or the type itself if it is raw. */
    private static TypeMirror onlyArgument(TypeMirror type) {
        List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
        return arguments.isEmpty() ? type : arguments.get(0);
    }

    private static boolean refIn(TypeMirror type) {
        return isRef(type) || parts(type).stream().anyMatch(LinkTypeDeclaration::refIn);
    }

    private static boolean hasWildcard(TypeMirror type) {
        return type.getKind() == TypeKind.WILDCARD || parts(type).stream().anyMatch(LinkTypeDeclaration::hasWildcard);
    }

    private static List<? extends TypeMirror> parts(TypeMirror type) {
        if (type instanceof DeclaredType declared) {
            return declared.getTypeArguments();
        }
        if (type instanceof ArrayType array) {
            return List.of(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
            return List.of(wildcard.getExtendsBound());
        }
        return List.of();
    }
}
