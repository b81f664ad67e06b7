// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import com.palantir.javapoet.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * A Java member, and how to reach it.
 *
 * @param type the declared type
 * @param getter reads it
 * @param setter changes it in an existing object; null if only the constructor gives it a value
 * @param isNullable whether an annotation says that it may be null
 * @param isPublic whether every type that its declaration names is public
 */
public record Property(
        String name,
        TypeName type,
        Accessor getter,
        @Nullable Accessor setter,
        boolean isNullable,
        boolean isPublic) {
    /** The same member, with a path that only its own package sees. */
    public Property hidden() {
        return new Property(name, type, getter, setter, isNullable, false);
    }

    /** The same member with values of another type. */
    public Property of(TypeName other) {
        return new Property(name, other, getter, setter, isNullable, isPublic);
    }
}
