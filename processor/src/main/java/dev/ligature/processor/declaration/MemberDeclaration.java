package dev.ligature.processor.declaration;

import dev.ligature.processor.model.Accessor;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A member as it was written.
 *
 * @param owner the type that declares it, in messages: {@code House}
 * @param position where messages about it are shown
 * @param type as seen from the document, with type variables of superclasses resolved
 * @param getter null if generated code cannot read it
 * @param setter null if generated code cannot change it
 */
public record MemberDeclaration(
        String owner,
        String name,
        TypeMirror type,
        Element position,
        MemberAnnotations annotations,
        @Nullable Accessor getter,
        @Nullable Accessor setter,
        boolean isDeprecated) {
    /** {@code House.door}. */
    public String displayName() {
        return owner + "." + name;
    }
}
