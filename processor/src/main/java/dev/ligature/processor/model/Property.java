package dev.ligature.processor.model;

import com.palantir.javapoet.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * A Java member and the ways to it.
 *
 * @param type the declared type
 * @param getter reads it
 * @param setter changes it in an existing object; null where only the constructor gives it a value
 * @param isNullable whether it may be null, by an annotation
 * @param isPublic whether every type that its declaration names is public
 */
public record Property(
        String name,
        TypeName type,
        Accessor getter,
        @Nullable Accessor setter,
        boolean isNullable,
        boolean isPublic) {}
