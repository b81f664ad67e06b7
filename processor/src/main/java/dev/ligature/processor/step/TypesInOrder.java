// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.step;

import com.google.auto.common.MoreElements;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Compilers return the annotated types in orders of their own, which must not decide which of two errors is reported.
 */
final class TypesInOrder {
    private TypesInOrder() {}

    /** The types by their names. */
    static List<TypeElement> of(Collection<Element> elements) {
        return elements.stream()
                .map(MoreElements::asType)
                .sorted(Comparator.comparing(type -> type.getQualifiedName().toString()))
                .toList();
    }
}
