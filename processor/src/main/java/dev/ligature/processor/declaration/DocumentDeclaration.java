// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

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
 * @param collection the declared name, empty for the default; for a type that a sealed one permits, the name of its collection
 * @param root the outermost sealed document to which it belongs, itself perhaps; empty if its collection has one type only
 * @param inheritedIndexes those that the sealed documents above it declare
 */
public record DocumentDeclaration(
        TypeElement element,
        DocumentNames names,
        String collection,
        Optional<TypeElement> root,
        int maxDepth,
        List<CompoundIndex> compoundIndexes,
        List<CompoundIndex> inheritedIndexes,
        StructureDeclaration structure,
        Access access) {
    public DocumentDeclaration {
        compoundIndexes = List.copyOf(compoundIndexes);
        inheritedIndexes = List.copyOf(inheritedIndexes);
    }

    /** {@code @CompoundIndex}. */
    public record CompoundIndex(Place place, List<String> keys, boolean isUnique, boolean isSparse) {}

    /** The documents by name. Only this class spells out {@code @Document}. */
    public static final String ANNOTATION = Annotations.DOCUMENT;

    public static boolean isDocument(Element element) {
        return DocumentHierarchy.isDocument(element);
    }

    public static DocumentDeclaration read(TypeElement element, Types types, Elements elements) {
        Optional<TypeElement> root = DocumentHierarchy.roots(element).stream().findFirst();
        AnnotationMirror document = Annotations.find(element, Annotations.DOCUMENT)
                .or(() -> root.flatMap(outermost -> Annotations.find(outermost, Annotations.DOCUMENT)))
                .orElseThrow();
        Access access = Access.within(element);
        return new DocumentDeclaration(
                element,
                new DocumentNames(ClassName.get(element)),
                root.filter(outermost -> !outermost.equals(element))
                        .map(DocumentDeclaration::collectionOf)
                        .orElseGet(() -> Annotations.string(document, "collection")),
                root,
                Annotations.int32(document, "maxDepth"),
                compoundIndexes(element),
                DocumentHierarchy.ancestors(element).stream()
                        .flatMap(ancestor -> compoundIndexes(ancestor).stream())
                        .toList(),
                root.isPresent() && DocumentHierarchy.isSealed(element)
                        ? new SharedMembers(types, elements, element).read()
                        : StructureReader.read(types, elements, access, MoreTypes.asDeclared(element.asType())),
                access);
    }

    /** The name of the collection: the declared one, or that of the class. */
    public String collectionName() {
        return collection.isEmpty() ? names.variable() : collection;
    }

    /** The name of the collection of a sealed document. */
    private static String collectionOf(TypeElement sealed) {
        String declared = declaredCollection(sealed);
        return declared.isEmpty() ? new DocumentNames(ClassName.get(sealed)).variable() : declared;
    }

    /** Whether a type has the annotation itself. */
    public static boolean isAnnotated(TypeElement type) {
        return Annotations.find(type, Annotations.DOCUMENT).isPresent();
    }

    /** The name that the annotation of a type gives; empty for none. */
    public static String declaredCollection(TypeElement type) {
        return Annotations.find(type, Annotations.DOCUMENT)
                .map(mirror -> Annotations.string(mirror, "collection"))
                .orElse("");
    }

    /** Whether documents of several types are documents of this one. */
    public boolean isSealed() {
        return root.isPresent() && DocumentHierarchy.isSealed(element);
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
