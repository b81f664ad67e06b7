// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * A round of annotation processing.
 *
 * @param annotations the supported annotations that it has: it is not searched for others, as that takes long
 */
public record Round(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
    /** The elements that have an annotation. */
    public Stream<? extends Element> elementsWith(String annotation) {
        return annotations.stream()
                .filter(type -> type.getQualifiedName().contentEquals(annotation))
                .flatMap(type -> environment.getElementsAnnotatedWith(type).stream());
    }

    /** The types that have an annotation; what is not a type has it by mistake. */
    public Stream<TypeElement> typesWith(String annotation) {
        return ElementFilter.typesIn(elementsWith(annotation).toList()).stream();
    }
}
