// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The documents of one collection that have several types: a sealed {@code @Document} and what it permits, to any depth.
 * What is permitted is a document without an annotation of its own.
 */
public final class DocumentHierarchy {
    private DocumentHierarchy() {}

    /** The outermost sealed documents to which a type belongs, itself among them: one, or none for other types. */
    public static Set<TypeElement> roots(TypeElement type) {
        Set<TypeElement> roots = new LinkedHashSet<>();
        sealedParents(type).forEach(parent -> roots.addAll(roots(parent)));
        if (roots.isEmpty()
                && isSealed(type)
                && Annotations.find(type, Annotations.DOCUMENT).isPresent()) {
            roots.add(type);
        }
        return roots;
    }

    /** Whether a type stands for those that it permits. */
    public static boolean isSealed(TypeElement type) {
        return type.getModifiers().contains(Modifier.SEALED) && type.getKind() != ElementKind.ENUM;
    }

    /** Whether a document is a document of another type too, which permits it. */
    public static boolean isWithin(TypeElement type, TypeElement ancestor) {
        return type.equals(ancestor) || sealedParents(type).anyMatch(parent -> isWithin(parent, ancestor));
    }

    private static Stream<TypeElement> sealedParents(TypeElement type) {
        return parents(type).filter(DocumentHierarchy::isSealed);
    }

    private static Stream<TypeElement> parents(TypeElement type) {
        TypeMirror parent = type.getSuperclass();
        return Stream.concat(
                        parent.getKind() == TypeKind.DECLARED ? Stream.of(parent) : Stream.empty(),
                        type.getInterfaces().stream())
                .filter(each -> each.getKind() == TypeKind.DECLARED)
                .map(MoreTypes::asTypeElement);
    }

    /** The sealed documents above a type, from the outermost one on. */
    static List<TypeElement> ancestors(TypeElement type) {
        Set<TypeElement> ancestors = new LinkedHashSet<>();
        sealedParents(type).filter(parent -> !roots(parent).isEmpty()).forEach(parent -> {
            ancestors.addAll(ancestors(parent));
            ancestors.add(parent);
        });
        return List.copyOf(ancestors);
    }

    /** An annotated document, and the types that are documents because of it. */
    public static Stream<TypeElement> withPermitted(TypeElement annotated) {
        return isSealed(annotated)
                ? Stream.concat(Stream.of(annotated), below(annotated).stream())
                : Stream.of(annotated);
    }

    /** Whether all types below a sealed one are there. Another processor may generate the others. */
    public static boolean isComplete(TypeElement sealed) {
        return Stream.concat(Stream.of(sealed), below(sealed).stream())
                .flatMap(type -> type.getPermittedSubclasses().stream())
                .noneMatch(permitted -> permitted.getKind() == TypeKind.ERROR);
    }

    /** All types below a sealed one that are there, sealed ones too, by their names. */
    public static List<TypeElement> below(TypeElement sealed) {
        Set<TypeElement> below = new LinkedHashSet<>();
        collect(sealed, below);
        return below.stream().sorted(Comparator.comparing(ClassName::get)).toList();
    }

    private static void collect(TypeElement sealed, Set<TypeElement> below) {
        for (TypeMirror permitted : sealed.getPermittedSubclasses()) {
            if (permitted.getKind() == TypeKind.DECLARED) {
                TypeElement type = MoreTypes.asTypeElement(permitted);
                if (below.add(type) && isSealed(type)) {
                    collect(type, below);
                }
            }
        }
    }

    /**
     * The types that the documents of a sealed type have: those that extend others first, the others by their names,
     * because compilers have orders of their own if {@code permits} is left out.
     */
    public static List<TypeElement> permitted(TypeElement sealed) {
        return below(sealed).stream()
                .filter(type -> !isSealed(type))
                .sorted(Comparator.comparing(DocumentHierarchy::superclasses).reversed())
                .toList();
    }

    private static int superclasses(TypeElement type) {
        TypeMirror parent = type.getSuperclass();
        return parent.getKind() == TypeKind.DECLARED ? 1 + superclasses(MoreTypes.asTypeElement(parent)) : 0;
    }

    /** The methods of sealed documents that an accessor implements: what they are annotated with holds for its member. */
    static List<ExecutableElement> declarations(List<TypeElement> ancestors, String accessor) {
        List<ExecutableElement> declarations = new ArrayList<>();
        for (TypeElement ancestor : ancestors) {
            for (ExecutableElement method : ElementFilter.methodsIn(ancestor.getEnclosedElements())) {
                if (method.getParameters().isEmpty()
                        && !Access.isStatic(method)
                        && method.getSimpleName().contentEquals(accessor)) {
                    declarations.add(method);
                }
            }
        }
        return declarations;
    }

    /** Whether a type is a document, by its own annotation or by that of a sealed type. */
    static boolean isDocument(Element element) {
        return Annotations.find(element, Annotations.DOCUMENT).isPresent()
                || (element instanceof TypeElement type && !roots(type).isEmpty());
    }
}
