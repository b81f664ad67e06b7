// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Map<String, AnnotationMirror> annotations = Annotations.of(elements);
        return new MemberAnnotations(
                find(annotations, Annotations.LINK)
                        .map(mirror -> new Link(Annotations.constant(mirror, "storage", "ID"))),
                find(annotations, Annotations.BACK_LINK)
                        .map(mirror -> new BackLink(
                                Annotations.givenString(mirror, "originalField"),
                                Annotations.constant(mirror, "onDelete", "NOTHING"))),
                find(annotations, Annotations.INDEXED).map(MemberAnnotations::index),
                find(annotations, Annotations.CONVERT)
                        .map(mirror -> new Convert(Annotations.resolvedType(mirror, "value"))),
                find(annotations, Annotations.BSON_PROPERTY)
                        .map(mirror -> Annotations.string(mirror, "value"))
                        .filter(name -> !name.isEmpty()),
                annotations.containsKey(Annotations.BSON_ID),
                annotations.containsKey(Annotations.VERSION),
                annotations.containsKey(Annotations.BSON_IGNORE),
                isNullable(type) || isNullable(elements),
                Annotations.UNSUPPORTED.stream()
                        .filter(name -> annotations.containsKey(name))
                        .map(name -> name.substring(name.lastIndexOf('.') + 1))
                        .toList());
    }

    private static Optional<AnnotationMirror> find(Map<String, AnnotationMirror> annotations, String name) {
        return Optional.ofNullable(annotations.get(name));
    }

    private static Index index(AnnotationMirror mirror) {
        return new Index(
                Annotations.bool(mirror, "unique"),
                Annotations.bool(mirror, "sparse"),
                Annotations.bool(mirror, "descending"),
                Annotations.int64(mirror, "expireAfterSeconds"));
    }

    /** Annotations of a type are on each of these and their types, but in some compilers not on all. */
    private static boolean isNullable(Collection<? extends Element> elements) {
        for (Element element : elements) {
            TypeMirror type = element instanceof ExecutableElement method ? method.getReturnType() : element.asType();
            if (isNullable(element) || isNullable(type)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNullable(AnnotatedConstruct construct) {
        for (AnnotationMirror mirror : construct.getAnnotationMirrors()) {
            if (Annotations.simpleName(mirror).contentEquals("Nullable")) {
                return true;
            }
        }
        return false;
    }
}
