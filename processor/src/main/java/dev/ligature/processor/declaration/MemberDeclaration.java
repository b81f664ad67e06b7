// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import dev.ligature.processor.model.Accessor;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A member as it was written.
 *
 * @param owner the type that declares it, in messages: {@code House}
 * @param position where messages about it are shown
 * @param carriers the elements that may have its annotations: its field, its getter, its record component
 * @param type as seen from the document, with type variables of superclasses resolved
 * @param getter null if generated code cannot read it
 * @param setter null if generated code cannot change it
 */
public record MemberDeclaration(
        String owner,
        String name,
        TypeMirror type,
        Element position,
        List<Element> carriers,
        MemberAnnotations annotations,
        @Nullable Accessor getter,
        @Nullable Accessor setter,
        boolean isDeprecated) {
    public MemberDeclaration {
        carriers = List.copyOf(carriers);
    }

    /** Where messages about one of its annotations are shown, by its simple name: {@code Link}. */
    public Place at(String annotation) {
        return Place.of(position, carriers, annotation);
    }

    /** {@code House.door}. */
    public String displayName() {
        return owner + "." + name;
    }
}
