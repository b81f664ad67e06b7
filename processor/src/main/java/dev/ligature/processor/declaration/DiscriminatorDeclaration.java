// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import com.google.auto.common.MoreTypes;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * {@code @BsonDiscriminator} of a type, with the driver's defaults: the key {@code _t} and the binary name as the value.
 */
public record DiscriminatorDeclaration(String key, String value) {
    private static final String DEFAULT_KEY = "_t";

    /** The discriminator of a type that has to have one. */
    public static DiscriminatorDeclaration of(TypeElement type, Types types, Elements elements) {
        return declared(type, types, elements)
                .orElseGet(() -> new DiscriminatorDeclaration(
                        DEFAULT_KEY, elements.getBinaryName(type).toString()));
    }

    /** The discriminator that a type or one of its supertypes declares. */
    static Optional<DiscriminatorDeclaration> declared(TypeElement type, Types types, Elements elements) {
        Optional<AnnotationMirror> own = Annotations.find(type, Annotations.BSON_DISCRIMINATOR);
        Optional<String> key = annotatedKey(type, types);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        String value = own.map(mirror -> Annotations.string(mirror, "value"))
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> elements.getBinaryName(type).toString());
        return Optional.of(new DiscriminatorDeclaration(key.get().isEmpty() ? DEFAULT_KEY : key.get(), value));
    }

    /** The key of the nearest annotation that declares one; empty if none does. */
    private static Optional<String> annotatedKey(TypeElement type, Types types) {
        Optional<String> found = Annotations.find(type, Annotations.BSON_DISCRIMINATOR)
                .map(mirror -> Annotations.givenString(mirror, "key"));
        if (found.isPresent() && !found.get().isEmpty()) {
            return found;
        }
        for (TypeMirror parent : types.directSupertypes(type.asType())) {
            Optional<String> inherited = annotatedKey(MoreTypes.asTypeElement(parent), types);
            if (inherited.isPresent() && !inherited.get().isEmpty()) {
                return inherited;
            }
            found = found.or(() -> inherited);
        }
        return found;
    }
}
