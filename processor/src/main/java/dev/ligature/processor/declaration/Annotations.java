// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreElements;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.Name;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads annotations through mirrors, with their defaults: the annotation classes are not on the processor's path. */
final class Annotations {
    private static final String LIGATURE = "dev.ligature.annotation.";
    static final String GENERATED = "dev.ligature.spi.DocumentGenerated";
    static final String DOCUMENT = LIGATURE + "Document";
    static final String LINK = LIGATURE + "Link";
    static final String BACK_LINK = LIGATURE + "BackLink";
    static final String PROJECTION = LIGATURE + "Projection";
    static final String PATH = LIGATURE + "Path";
    static final String INDEXED = LIGATURE + "Indexed";
    static final String CONVERT = LIGATURE + "Convert";
    static final String CONVERTER = LIGATURE + "Converter";
    static final String VERSION = LIGATURE + "Version";
    static final String COMPOUND_INDEX = LIGATURE + "CompoundIndex";
    static final String COMPOUND_INDEXES = LIGATURE + "CompoundIndex.List";

    private static final String BSON = "org.bson.codecs.pojo.annotations.";
    static final String BSON_ID = BSON + "BsonId";
    static final String BSON_PROPERTY = BSON + "BsonProperty";
    static final String BSON_IGNORE = BSON + "BsonIgnore";
    static final String BSON_CREATOR = BSON + "BsonCreator";
    static final String BSON_DISCRIMINATOR = BSON + "BsonDiscriminator";
    /** Annotations of the driver that change what is stored, in a way that Ligature does not support. */
    static final List<String> UNSUPPORTED = List.of(BSON + "BsonRepresentation", BSON + "BsonExtraElements");

    private Annotations() {}

    /** The annotations of elements by their names; of several that are the same, that of the first element. */
    static Map<String, AnnotationMirror> of(Collection<? extends Element> elements) {
        Map<String, AnnotationMirror> annotations = new HashMap<>();
        for (Element element : elements) {
            for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
                annotations.putIfAbsent(qualifiedName(mirror).toString(), mirror);
            }
        }
        return annotations;
    }

    static Optional<AnnotationMirror> find(Element element, String annotation) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (qualifiedName(mirror).contentEquals(annotation)) {
                return Optional.of(mirror);
            }
        }
        return Optional.empty();
    }

    /** Whether it is one of Ligature's annotations, or of those of the driver that Ligature reads. */
    static boolean isRead(AnnotationMirror mirror) {
        String name = qualifiedName(mirror).toString();
        return name.startsWith(LIGATURE) || name.startsWith(BSON);
    }

    static Name qualifiedName(AnnotationMirror mirror) {
        return MoreElements.asType(mirror.getAnnotationType().asElement()).getQualifiedName();
    }

    static Name simpleName(AnnotationMirror mirror) {
        return mirror.getAnnotationType().asElement().getSimpleName();
    }

    static String string(AnnotationMirror mirror, String member) {
        return (String) value(mirror, member);
    }

    /** A text as it was written, without the default: empty if it is missing. */
    static String givenString(AnnotationMirror mirror, String member) {
        return given(mirror, member).map(value -> (String) value.getValue()).orElse("");
    }

    static boolean bool(AnnotationMirror mirror, String member) {
        return (boolean) value(mirror, member);
    }

    static int int32(AnnotationMirror mirror, String member) {
        return (int) value(mirror, member);
    }

    static long int64(AnnotationMirror mirror, String member) {
        return (long) value(mirror, member);
    }

    /** The type that a class literal names; empty while it does not resolve. */
    static Optional<TypeMirror> resolvedType(AnnotationMirror mirror, String member) {
        return value(mirror, member) instanceof TypeMirror type && type.getKind() == TypeKind.DECLARED
                ? Optional.of(type)
                : Optional.empty();
    }

    /** The type that a class literal names. */
    static TypeMirror type(AnnotationMirror mirror, String member) {
        return (TypeMirror) value(mirror, member);
    }

    /**
     * The name of an enum constant.
     *
     * @param byDefault what the annotation declares as its default: Eclipse's compiler does not always know it for an
     *     annotation in a class file
     */
    static String constant(AnnotationMirror mirror, String member, String byDefault) {
        return given(mirror, member)
                .map(value ->
                        ((VariableElement) value.getValue()).getSimpleName().toString())
                .orElse(byDefault);
    }

    private static Optional<? extends AnnotationValue> given(AnnotationMirror mirror, String member) {
        return mirror.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static List<String> strings(AnnotationMirror mirror, String member) {
        return values(mirror, member).stream()
                .map(each -> (String) each.getValue())
                .toList();
    }

    static List<AnnotationMirror> annotations(AnnotationMirror mirror, String member) {
        return values(mirror, member).stream()
                .map(each -> (AnnotationMirror) each.getValue())
                .toList();
    }

    @SuppressWarnings("unchecked") // how the language model represents array members
    private static List<? extends AnnotationValue> values(AnnotationMirror mirror, String member) {
        return (List<? extends AnnotationValue>) value(mirror, member);
    }

    private static Object value(AnnotationMirror mirror, String member) {
        return AnnotationMirrors.getAnnotationValue(mirror, member).getValue();
    }
}
