// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.google.auto.common.MoreTypes;
import dev.ligature.processor.declaration.ConverterDeclaration;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.declaration.StructureDeclaration;
import dev.ligature.processor.resolve.ConstructionResolver.Construction;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Finds out whether generated code has to name deprecated types and members, and so to suppress lints. */
final class LintResolver {
    private final Scope scope;
    private final EmbeddedResolver embedded;
    private final Set<TypeElement> visited = new HashSet<>();

    LintResolver(Scope scope, EmbeddedResolver embedded) {
        this.scope = scope;
        this.embedded = embedded;
    }

    List<String> resolve(StructureDeclaration document) {
        return isDeprecated(document.type()) ? List.of("deprecation", "removal") : List.of();
    }

    private boolean isDeprecated(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isDeprecated(array.getComponentType());
        }
        if (!(type instanceof DeclaredType declared)) {
            return false;
        }
        TypeElement element = MoreTypes.asTypeElement(declared);
        return isDeprecated(element)
                || declared.getTypeArguments().stream().anyMatch(this::isDeprecated)
                || (isStored(element, declared)
                        && EmbeddedResolver.instances(declared).stream().anyMatch(this::hasDeprecatedMember));
    }

    private boolean isDeprecated(TypeElement element) {
        return isDeprecated(element, scope.elements());
    }

    /** A type within a deprecated one is named through it. */
    static boolean isDeprecated(Element type, Elements elements) {
        return elements.isDeprecated(type)
                || (type.getEnclosingElement() instanceof TypeElement outer && isDeprecated(outer, elements));
    }

    /** Linked documents are named, but not looked into. */
    private boolean isStored(TypeElement element, DeclaredType type) {
        return element.equals(scope.document().element()) || embedded.isEmbeddable(type);
    }

    /** Whether a type is deprecated itself, or what it is made with, or one of its members. */
    private boolean hasDeprecatedMember(DeclaredType type) {
        TypeElement element = MoreTypes.asTypeElement(type);
        if (!visited.add(element)) {
            return false;
        }
        StructureDeclaration structure = scope.structure(type);
        Optional<Construction> construction = new ConstructionResolver(scope.types(), structure).resolve();
        return isDeprecated(element)
                || construction.filter(Construction::isDeprecated).isPresent()
                || structure.members().stream()
                        .filter(member -> !member.annotations().isIgnored() || isArgument(member, construction))
                        .anyMatch(this::isDeprecated);
    }

    /** Members that are not stored are read all the same where a copy is made with them. */
    private static boolean isArgument(MemberDeclaration member, Optional<Construction> construction) {
        return construction.filter(found -> found.arguments().contains(member)).isPresent();
    }

    private boolean isDeprecated(MemberDeclaration member) {
        return member.isDeprecated()
                || isDeprecated(member.type())
                || ConverterResolver.declared(scope.types(), member)
                        .filter(this::isDeprecated)
                        .isPresent();
    }

    private boolean isDeprecated(ConverterDeclaration converter) {
        return converter.isDeprecated(scope.elements()) || isDeprecated(converter.stored());
    }
}
