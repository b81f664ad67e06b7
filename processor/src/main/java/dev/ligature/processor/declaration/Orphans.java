// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import com.google.auto.common.MoreElements;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Annotations of a round that have no effect, because the one that gives them a meaning is missing. */
public final class Orphans {
    private final Round round;

    public Orphans(Round round) {
        this.round = round;
    }

    /** The types with {@code @CompoundIndex} that are not documents. */
    public Set<TypeElement> indexed() {
        return Stream.of(Annotations.COMPOUND_INDEX, Annotations.COMPOUND_INDEXES)
                .flatMap(round::elementsWith)
                .filter(type -> !DocumentDeclaration.isDocument(type))
                .map(TypeElement.class::cast)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The fields of components with {@code @Path} in records that are not projections, because components have no
     * position.
     */
    public Set<VariableElement> paths() {
        return round.elementsWith(Annotations.PATH)
                .filter(component -> Annotations.find(owner(component), Annotations.PROJECTION)
                        .isEmpty())
                .flatMap(component -> ElementFilter.fieldsIn(owner(component).getEnclosedElements()).stream()
                        .filter(field -> field.getSimpleName().equals(component.getSimpleName())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static TypeElement owner(Element component) {
        return MoreElements.asType(component.getEnclosingElement());
    }
}
