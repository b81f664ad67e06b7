// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/**
 * Where a message is shown: at an element, at one of its annotations, or at a value in that. Compilers fall back to what is
 * around a place that they cannot find, such as an annotation that is repeated.
 *
 * @param element what the message is about; where it may be suppressed
 * @param annotated the element that has the annotation: the getter of a field, for example
 * @param annotation null for a message about the whole element
 * @param value null for a message about the whole annotation
 */
public record Place(
        Element element,
        Element annotated,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value) {
    /** A whole element. */
    public static Place of(Element element) {
        return new Place(element, element, null, null);
    }

    /** An annotation of an element. */
    static Place of(Element element, AnnotationMirror annotation) {
        return new Place(element, element, annotation, null);
    }

    /** An annotation by its simple name: one of Ligature, or one of the driver. The element itself if it has none such. */
    public static Place of(Element element, String annotation) {
        return of(element, List.of(element), annotation);
    }

    /** @param carriers the elements that may have the annotation for it, such as a field and its getter */
    static Place of(Element element, Collection<? extends Element> carriers, String annotation) {
        for (Element carrier : carriers) {
            for (AnnotationMirror mirror : carrier.getAnnotationMirrors()) {
                if (Annotations.isRead(mirror) && Annotations.simpleName(mirror).contentEquals(annotation)) {
                    // Components of records have no position.
                    boolean hasPosition = carrier.getKind() != ElementKind.RECORD_COMPONENT;
                    return new Place(element, hasPosition ? carrier : element, mirror, null);
                }
            }
        }
        return of(element);
    }

    /** A value of the annotation as it was written; the annotation for a default. */
    public Place value(String name) {
        return given(name)
                .map(found -> new Place(element, annotated, annotation, found))
                .orElse(this);
    }

    /** One value of several. */
    public Place value(String name, int index) {
        return given(name)
                .filter(found -> found.getValue() instanceof List<?> list
                        && list.size() > index
                        && list.get(index) instanceof AnnotationValue)
                .map(found -> new Place(
                        element, annotated, annotation, (AnnotationValue) ((List<?>) found.getValue()).get(index)))
                .orElse(this);
    }

    private Optional<AnnotationValue> given(String name) {
        return annotation == null
                ? Optional.empty()
                : annotation.getElementValues().entrySet().stream()
                        .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
                        .<AnnotationValue>map(Map.Entry::getValue)
                        .findFirst();
    }
}
