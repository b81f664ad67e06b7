// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import dev.ligature.processor.model.ProjectionNames;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * A {@code @Projection} as it was written.
 *
 * @param document the type that it names
 * @param access what the generated code may name
 */
public record ProjectionDeclaration(
        TypeElement element, ProjectionNames names, TypeMirror document, List<Component> components, Access access) {
    public ProjectionDeclaration {
        components = List.copyOf(components);
    }

    /** Only this class spells out {@code @Projection}. */
    public static final String ANNOTATION = Annotations.PROJECTION;

    /**
     * A component of the record.
     *
     * @param path the value of {@code @Path}
     */
    public record Component(MemberDeclaration member, Optional<String> path) {}

    public static boolean isProjection(Element element) {
        return Annotations.find(element, Annotations.PROJECTION).isPresent();
    }

    public static ProjectionDeclaration read(TypeElement element, Types types, Elements elements) {
        Access access = new Access(MoreElements.getPackage(element));
        List<Component> components =
                StructureReader.read(types, elements, access, MoreTypes.asDeclared(element.asType())).members().stream()
                        .map(member -> new Component(member, path(element, member)))
                        .toList();
        return new ProjectionDeclaration(
                element,
                new ProjectionNames(ClassName.get(element)),
                Annotations.type(
                        Annotations.find(element, Annotations.PROJECTION).orElseThrow(), "value"),
                components,
                access);
    }

    private static Optional<String> path(TypeElement element, MemberDeclaration member) {
        return element.getRecordComponents().stream()
                .filter(component -> component.getSimpleName().contentEquals(member.name()))
                .flatMap(component -> Annotations.find(component, Annotations.PATH).stream())
                .map(mirror -> Annotations.string(mirror, "value"))
                .findFirst();
    }
}
