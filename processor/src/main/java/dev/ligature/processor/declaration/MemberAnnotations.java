// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * What the annotations of a member say, wherever they are: on its field, its record component or its accessor.
 *
 * @param storedName the name that {@code @BsonProperty} gives
 * @param isNullable whether there is an annotation called {@code Nullable}, on the declaration or its type
 * @param unsupported the simple names of annotations that ask for a stored form that is not supported
 */
public record MemberAnnotations(
        Optional<Link> link,
        Optional<BackLink> backLink,
        Optional<Index> index,
        Optional<Convert> convert,
        Optional<String> storedName,
        boolean isId,
        boolean isVersion,
        boolean isIgnored,
        boolean isNullable,
        List<String> unsupported) {

    /** {@code @Link}. */
    public record Link(String storage) {}

    /** {@code @BackLink}. */
    public record BackLink(String originalField, String onDelete) {}

    /** {@code @Indexed}. */
    public record Index(boolean isUnique, boolean isSparse, boolean isDescending, long expireAfterSeconds) {}

    /**
     * {@code @Convert}.
     *
     * @param converter the class that it names; empty while it does not resolve
     */
    public record Convert(Optional<TypeMirror> converter) {}

    static MemberAnnotations of(Collection<? extends Element> elements, TypeMirror type) {
        return new MemberAnnotations(
                Annotations.find(elements, Annotations.LINK)
                        .map(mirror -> new Link(Annotations.constant(mirror, "storage", "ID"))),
                Annotations.find(elements, Annotations.BACK_LINK)
                        .map(mirror -> new BackLink(
                                Annotations.givenString(mirror, "originalField"),
                                Annotations.constant(mirror, "onDelete", "NOTHING"))),
                Annotations.find(elements, Annotations.INDEXED).map(MemberAnnotations::index),
                Annotations.find(elements, Annotations.CONVERT)
                        .map(mirror -> new Convert(Annotations.resolvedType(mirror, "value"))),
                Annotations.find(elements, Annotations.BSON_PROPERTY)
                        .map(mirror -> Annotations.string(mirror, "value"))
                        .filter(name -> !name.isEmpty()),
                Annotations.find(elements, Annotations.BSON_ID).isPresent(),
                Annotations.find(elements, Annotations.VERSION).isPresent(),
                Annotations.find(elements, Annotations.BSON_IGNORE).isPresent(),
                Stream.concat(Stream.of(type), elements.stream().flatMap(MemberAnnotations::withType))
                        .anyMatch(MemberAnnotations::isNullable),
                Annotations.UNSUPPORTED.stream()
                        .filter(name -> Annotations.find(elements, name).isPresent())
                        .map(name -> name.substring(name.lastIndexOf('.') + 1))
                        .toList());
    }

    private static Index index(AnnotationMirror mirror) {
        return new Index(
                Annotations.bool(mirror, "unique"),
                Annotations.bool(mirror, "sparse"),
                Annotations.bool(mirror, "descending"),
                Annotations.int64(mirror, "expireAfterSeconds"));
    }

    /** Annotations of a type are on each of these, but in some compilers not on all. */
    private static Stream<AnnotatedConstruct> withType(Element element) {
        return Stream.of(
                element, element instanceof ExecutableElement method ? method.getReturnType() : element.asType());
    }

    private static boolean isNullable(AnnotatedConstruct construct) {
        return construct.getAnnotationMirrors().stream()
                .anyMatch(mirror -> Annotations.simpleName(mirror).contentEquals("Nullable"));
    }
}
