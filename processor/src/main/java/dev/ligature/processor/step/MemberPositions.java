// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.step;

import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.EmbeddedModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.StructureModel;
import dev.ligature.processor.model.ValueModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Finds where the members of a document and of what it embeds are declared. */
final class MemberPositions {
    private final TypeElement element;
    private final DocumentModel model;
    private final Elements elements;

    MemberPositions(TypeElement element, DocumentModel model, Elements elements) {
        this.element = element;
        this.model = model;
        this.elements = elements;
    }

    /** The declaration of the member at the end of a way, or that of the last type on the way if the member is gone. */
    Element of(List<String> way) {
        Element position = element;
        List<StructureModel> structures = List.of(model.structure());
        for (String name : way) {
            List<StructureModel> here = structures;
            Optional<Element> member =
                    here.stream().flatMap(structure -> member(structure, name)).findFirst();
            if (member.isEmpty()) {
                return here.size() == 1
                        ? type(here.get(0)).map(Element.class::cast).orElse(position)
                        : position;
            }
            position = member.get();
            structures = here.stream()
                    .flatMap(structure -> structure.fields().stream())
                    .filter(field -> field.name().equals(name))
                    .flatMap(field -> structures(field))
                    .toList();
        }
        return position;
    }

    private Optional<TypeElement> type(StructureModel structure) {
        return Optional.ofNullable(elements.getTypeElement(structure.rawType().canonicalName()));
    }

    private Stream<Element> member(StructureModel structure, String name) {
        return type(structure).stream().flatMap(type -> field(type, name).stream());
    }

    private static Optional<VariableElement> field(TypeElement type, String name) {
        Optional<VariableElement> own = ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().contentEquals(name))
                .filter(field -> field.getKind() == ElementKind.FIELD)
                .findFirst();
        TypeMirror parent = type.getSuperclass();
        return own.isEmpty() && parent instanceof DeclaredType declared
                ? field((TypeElement) declared.asElement(), name)
                : own;
    }

    /** Those of the values that a member holds. */
    private Stream<StructureModel> structures(FieldModel field) {
        ValueModel value = field.value();
        while (value.inner() != value) {
            value = value.inner();
        }
        return value instanceof ValueModel.Embedded embedded
                ? model.embedded(embedded.name()).instances(model::embedded).map(EmbeddedModel.Plain::structure)
                : Stream.empty();
    }
}
