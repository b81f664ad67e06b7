// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import com.google.auto.common.MoreElements;
import com.google.auto.common.Visibility;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What code generated into a package may name. */
public record Access(PackageElement from) {
    /** What code in the package of a type may name. */
    static Access within(TypeElement type) {
        return new Access(MoreElements.getPackage(type));
    }

    /** Whether a member may be named, if its type may. */
    public boolean toMember(Element member) {
        return switch (Visibility.ofElement(member)) {
            case PUBLIC -> true;
            case PROTECTED, DEFAULT -> MoreElements.getPackage(member).equals(from);
            case PRIVATE -> false;
        };
    }

    /** Whether a type may be named. */
    public boolean toType(TypeElement type) {
        Visibility visibility = Visibility.effectiveVisibilityOfElement(type);
        return visibility == Visibility.PUBLIC
                || (visibility != Visibility.PRIVATE
                        && MoreElements.getPackage(type).equals(from));
    }

    /** Whether a type is public, and every type that encloses it. */
    public static boolean isPublic(TypeElement type) {
        return Visibility.effectiveVisibilityOfElement(type) == Visibility.PUBLIC;
    }

    /** Whether everything that a type names is public. */
    public static boolean isPublic(TypeMirror type) {
        return switch (type.getKind()) {
            case ARRAY -> isPublic(((ArrayType) type).getComponentType());
            case DECLARED ->
                isPublic(MoreElements.asType(((DeclaredType) type).asElement()))
                        && ((DeclaredType) type).getTypeArguments().stream().allMatch(Access::isPublic);
            default -> true;
        };
    }

    static boolean isStatic(Element element) {
        return element.getModifiers().contains(Modifier.STATIC);
    }
}
