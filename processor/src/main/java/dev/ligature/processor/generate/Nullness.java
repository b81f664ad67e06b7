// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeName;

/**
 * How generated code says that a value may be null: by the annotation of JSpecify, if the compilation has it.
 *
 * @param isKnown whether it has
 */
public record Nullness(boolean isKnown) {
    /** A type with null among its values. */
    TypeName nullable(TypeName type) {
        return isKnown && !type.isPrimitive()
                ? type.annotated(AnnotationSpec.builder(RuntimeTypes.NULLABLE).build())
                : type;
    }
}
