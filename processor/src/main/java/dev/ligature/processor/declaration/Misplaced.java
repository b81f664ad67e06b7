// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/**
 * An annotation of Ligature on a field or a method that is not a member, so it would be overlooked.
 *
 * @param name the element in messages: {@code House.door}
 * @param annotation its simple name
 * @param reason why the element is not a member: {@code is static}
 */
public record Misplaced(Place place, String name, String annotation, String reason) {
    private static final Map<String, String> OF_MEMBERS = Map.of(
            Annotations.LINK, "Link",
            Annotations.BACK_LINK, "BackLink",
            Annotations.CONVERT, "Convert",
            Annotations.INDEXED, "Indexed",
            Annotations.VERSION, "Version");

    /** @param getters the names of the methods that are read as members */
    static List<Misplaced> in(TypeElement type, Collection<String> getters) {
        return lineage(type)
                .flatMap(each -> each.getEnclosedElements().stream())
                .flatMap(element -> in(element, getters))
                .toList();
    }

    private static Stream<TypeElement> lineage(TypeElement type) {
        return type.getSuperclass().getKind() == TypeKind.DECLARED
                ? Stream.concat(lineage(MoreTypes.asTypeElement(type.getSuperclass())), Stream.of(type))
                : Stream.of(type);
    }

    private static Stream<Misplaced> in(Element element, Collection<String> getters) {
        String reason = reason(element, getters);
        return reason.isEmpty()
                ? Stream.empty()
                : OF_MEMBERS.entrySet().stream()
                        .filter(entry ->
                                Annotations.find(element, entry.getKey()).isPresent())
                        .map(entry -> new Misplaced(
                                Place.of(element, entry.getValue()), name(element), entry.getValue(), reason))
                        .sorted(Comparator.comparing(Misplaced::annotation));
    }

    private static String reason(Element element, Collection<String> getters) {
        boolean isMethod = element.getKind() == ElementKind.METHOD;
        if (!isMethod && element.getKind() != ElementKind.FIELD) {
            return "";
        }
        if (Access.isStatic(element)) {
            return "is static";
        }
        if (element.getModifiers().contains(Modifier.TRANSIENT)) {
            return "is transient";
        }
        boolean isGetter = !isMethod
                || (MoreElements.asExecutable(element).getParameters().isEmpty()
                        && getters.contains(element.getSimpleName().toString()));
        return isGetter ? "" : "is not the getter of a field";
    }

    private static String name(Element element) {
        String name = StructureReader.displayName(MoreElements.asType(element.getEnclosingElement())) + "."
                + element.getSimpleName();
        return element.getKind() == ElementKind.METHOD ? name + "()" : name;
    }
}
