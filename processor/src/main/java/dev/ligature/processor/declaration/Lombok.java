// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import com.google.auto.common.MoreElements;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What Lombok makes of a class, as its annotations say. In the round in which Lombok runs, its methods and constructors
 * can be seen, but fields still look as they were written. If it runs later, nothing can be seen.
 */
final class Lombok {
    private static final String VALUE = "lombok.Value";
    private static final String DATA = "lombok.Data";
    private static final String GETTER = "lombok.Getter";
    private static final String FIELD_DEFAULTS = "lombok.experimental.FieldDefaults";
    private static final String NON_FINAL = "lombok.experimental.NonFinal";
    private static final String PACKAGE_PRIVATE = "lombok.experimental.PackagePrivate";
    private static final List<String> WITH_CONSTRUCTOR = List.of(
            VALUE,
            DATA,
            "lombok.Builder",
            "lombok.AllArgsConstructor",
            "lombok.RequiredArgsConstructor",
            "lombok.NoArgsConstructor");
    private static final Set<Modifier> ACCESS = Set.of(Modifier.PUBLIC, Modifier.PROTECTED, Modifier.PRIVATE);

    private final Types types;
    private final Elements elements;

    Lombok(Types types, Elements elements) {
        this.types = types;
        this.elements = elements;
    }

    /** Whether Lombok makes a field private that does not look so. */
    static boolean makesPrivate(VariableElement field) {
        Element owner = owner(field);
        return field.getModifiers().stream().noneMatch(ACCESS::contains)
                && !has(field, PACKAGE_PRIVATE)
                && fieldDefaults(owner)
                        .map(mirror ->
                                Annotations.constant(mirror, "level", "NONE").equals("PRIVATE"))
                        .orElseGet(() -> has(owner, VALUE));
    }

    /** Whether Lombok makes a field final that does not look so. */
    static boolean makesFinal(VariableElement field) {
        Element owner = owner(field);
        return !has(field, NON_FINAL)
                && fieldDefaults(owner)
                        .map(mirror -> Annotations.bool(mirror, "makeFinal"))
                        .orElseGet(() -> has(owner, VALUE));
    }

    private static Element owner(VariableElement field) {
        return MoreElements.asType(field.getEnclosingElement());
    }

    private static Optional<AnnotationMirror> fieldDefaults(Element owner) {
        return Annotations.find(owner, FIELD_DEFAULTS);
    }

    /**
     * Whether a field has a getter that Lombok generates. Then the field, which a setting may hide, need not be used.
     */
    static boolean makesGetter(VariableElement field) {
        Element owner = owner(field);
        return Annotations.find(field, GETTER)
                .or(() -> Annotations.find(owner, GETTER))
                .map(mirror -> !Annotations.constant(mirror, "value", "PUBLIC").equals("NONE"))
                .orElseGet(() -> Stream.of(DATA, VALUE).anyMatch(each -> has(owner, each)));
    }

    /** Whether Lombok has not made yet what the annotations of a class promise. */
    boolean isAwaitedBy(TypeElement type) {
        return type.getKind() == ElementKind.CLASS
                && (lacksConstructor(type) || lacksToString(type) || lacksGetter(type));
    }

    private boolean lacksConstructor(TypeElement type) {
        return WITH_CONSTRUCTOR.stream().anyMatch(each -> has(type, each))
                && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .anyMatch(constructor -> elements.getOrigin(constructor) == Elements.Origin.MANDATED);
    }

    private static boolean lacksToString(TypeElement type) {
        return (has(type, DATA) || has(type, VALUE))
                && getters(type).noneMatch(method -> method.getSimpleName().contentEquals("toString"));
    }

    /** Only by type: names depend on annotations and on settings that cannot be seen. */
    private boolean lacksGetter(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> !Access.isStatic(field) && makesGetter(field))
                .anyMatch(field -> getters(type)
                        .noneMatch(method -> types.isSameType(
                                types.erasure(method.getReturnType()), types.erasure(field.asType()))));
    }

    private static Stream<ExecutableElement> getters(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getParameters().isEmpty());
    }

    private static boolean has(Element element, String annotation) {
        return Annotations.find(element, annotation).isPresent();
    }
}
