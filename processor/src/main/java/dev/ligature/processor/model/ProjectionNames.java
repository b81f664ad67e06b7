// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import com.palantir.javapoet.ClassName;

/** The names that follow from a projection's name. */
public record ProjectionNames(ClassName projection) {
    public ClassName codec() {
        return ClassName.get(projection.packageName(), String.join("_", projection.simpleNames()) + "Projection");
    }

    /** {@code Outer.HouseCard}, as messages name it. */
    public String displayName() {
        return String.join(".", projection.simpleNames());
    }
}
