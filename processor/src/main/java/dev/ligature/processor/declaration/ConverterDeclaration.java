// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import com.google.auto.common.MoreTypes;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * A converter as it was written.
 *
 * @param value the type that it converts
 * @param stored the type as which the values are stored
 */
public record ConverterDeclaration(TypeElement element, TypeMirror value, TypeMirror stored) {
    /** The declaration; empty if the class does not say what it converts, for which the compiler has an error. */
    public static Optional<ConverterDeclaration> read(Types types, TypeMirror converter) {
        TypeElement element = MoreTypes.asTypeElement(converter);
        return arguments(types, element.asType())
                .map(arguments -> new ConverterDeclaration(element, arguments.get(0), arguments.get(1)));
    }

    private static Optional<List<? extends TypeMirror>> arguments(Types types, TypeMirror type) {
        DeclaredType declared = MoreTypes.asDeclared(type);
        if (MoreTypes.asTypeElement(type).getQualifiedName().contentEquals(Annotations.CONVERTER)) {
            return Optional.<List<? extends TypeMirror>>of(declared.getTypeArguments())
                    .filter(arguments -> arguments.size() == 2);
        }
        return types.directSupertypes(type).stream()
                .filter(parent -> parent.getKind() == TypeKind.DECLARED) // others the compiler does not know
                .flatMap(parent -> arguments(types, parent).stream())
                .findFirst();
    }

    /** {@code MoneyConverter}. */
    public String displayName() {
        return StructureReader.displayName(element);
    }

    /** Whether every package may name the converter and what it stores. */
    public boolean isPublic() {
        return Access.isPublic(element) && Access.isPublic(stored);
    }

    public boolean isDeprecated(Elements elements) {
        return elements.isDeprecated(element)
                || constructor().filter(elements::isDeprecated).isPresent();
    }

    /** Why generated code cannot create one; empty if it can. */
    public Optional<String> defect(Access access) {
        if (element.getKind() != ElementKind.CLASS && element.getKind() != ElementKind.RECORD) {
            return Optional.of("it is no class");
        }
        if (element.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.of("it is abstract");
        }
        if (element.getNestingKind() != NestingKind.TOP_LEVEL
                && !element.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of("it is an inner class and has to be static");
        }
        if (!element.getTypeParameters().isEmpty()) {
            return Optional.of("it has type parameters");
        }
        if (!access.toType(element)) {
            return Optional.of("generated code cannot name it, so it has to be package-private or wider");
        }
        return constructor().filter(access::toMember).isEmpty()
                ? Optional.of("it has no constructor without parameters that generated code can call")
                : Optional.empty();
    }

    /** The constructor without parameters, unless it throws what generated code would have to handle. */
    private Optional<ExecutableElement> constructor() {
        return ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getParameters().isEmpty()
                        && constructor.getThrownTypes().isEmpty())
                .findFirst();
    }
}
