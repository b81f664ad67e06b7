// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A constructor, or a static method annotated with {@code @BsonCreator}.
 *
 * @param factory the method's name; null for a constructor
 * @param isAnnotated whether the annotation says to use it
 * @param otherResult what a method returns that creates no objects of the type; null for all others
 */
public record CreatorDeclaration(
        Element position,
        @Nullable String factory,
        boolean isAnnotated,
        boolean isAccessible,
        boolean isDeprecated,
        @Nullable TypeMirror otherResult,
        List<Parameter> parameters) {
    public CreatorDeclaration {
        parameters = List.copyOf(parameters);
    }

    /**
     * A parameter.
     *
     * @param property the value of {@code @BsonProperty}
     * @param isId whether it is annotated with {@code @BsonId}
     */
    public record Parameter(String name, TypeMirror type, Optional<String> property, boolean isId) {
        /** Whether the parameter gives a member its value. */
        public boolean isFor(MemberDeclaration member) {
            if (isId) {
                return member.annotations().isId() || member.name().equals("id");
            }
            return property.map(stored ->
                            stored.equals(member.annotations().storedName().orElse(member.name())))
                    .orElse(name.equals(member.name()));
        }
    }
}
