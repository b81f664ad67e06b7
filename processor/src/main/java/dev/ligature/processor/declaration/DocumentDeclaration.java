// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import dev.ligature.processor.model.DocumentNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * A {@code @Document} as it was written.
 *
 * @param collection the declared name, empty for the default
 */
public record DocumentDeclaration(
        TypeElement element,
        DocumentNames names,
        String collection,
        int maxDepth,
        List<CompoundIndex> compoundIndexes,
        StructureDeclaration structure,
        Access access) {
    public DocumentDeclaration {
        compoundIndexes = List.copyOf(compoundIndexes);
    }

    /** {@code @CompoundIndex}. */
    public record CompoundIndex(Place place, List<String> keys, boolean isUnique, boolean isSparse) {}

    /** The documents by name. Only this class spells out {@code @Document}. */
    public static final String ANNOTATION = Annotations.DOCUMENT;

    public static boolean isDocument(Element element) {
        return Annotations.find(element, Annotations.DOCUMENT).isPresent();
    }

    public static DocumentDeclaration read(TypeElement element, Types types, Elements elements) {
        AnnotationMirror document =
                Annotations.find(element, Annotations.DOCUMENT).orElseThrow();
        Access access = new Access(MoreElements.getPackage(element));
        return new DocumentDeclaration(
                element,
                new DocumentNames(ClassName.get(element)),
                Annotations.string(document, "collection"),
                Annotations.int32(document, "maxDepth"),
                compoundIndexes(element),
                StructureReader.read(types, elements, access, MoreTypes.asDeclared(element.asType())),
                access);
    }

    private static List<CompoundIndex> compoundIndexes(TypeElement element) {
        Stream<AnnotationMirror> single = Annotations.find(element, Annotations.COMPOUND_INDEX).stream();
        Stream<AnnotationMirror> several = Annotations.find(element, Annotations.COMPOUND_INDEXES).stream()
                .flatMap(list -> Annotations.annotations(list, "value").stream());
        return Stream.concat(single, several)
                .map(mirror -> new CompoundIndex(
                        Place.of(element, mirror),
                        Annotations.strings(mirror, "value"),
                        Annotations.bool(mirror, "unique"),
                        Annotations.bool(mirror, "sparse")))
                .toList();
    }

    /** The member of a name. */
    public Optional<MemberDeclaration> member(String name) {
        return structure.members().stream()
                .filter(member -> member.name().equals(name))
                .findFirst();
    }

    /** {@code House}. */
    public String displayName() {
        return structure.displayName();
    }
}
