// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** The constants of an enum as they were written. */
public record EnumDeclaration(TypeElement element, List<Constant> constants) {
    public EnumDeclaration {
        constants = List.copyOf(constants);
    }

    /**
     * A constant.
     *
     * @param storedName the name that {@code @BsonProperty} gives, or its own
     */
    public record Constant(Place place, String name, String storedName) {}

    public static EnumDeclaration read(TypeElement element) {
        return new EnumDeclaration(
                element,
                element.getEnclosedElements().stream()
                        .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
                        .map(EnumDeclaration::constant)
                        .toList());
    }

    private static Constant constant(Element constant) {
        String name = constant.getSimpleName().toString();
        return new Constant(
                Place.of(constant, "BsonProperty").value("value"),
                name,
                Annotations.find(constant, Annotations.BSON_PROPERTY)
                        .map(mirror -> Annotations.string(mirror, "value"))
                        .filter(given -> !given.isEmpty())
                        .orElse(name));
    }

    /** {@code Color.RED}. */
    public String displayName(Constant constant) {
        return StructureReader.displayName(element) + "." + constant.name();
    }
}
