// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import com.palantir.javapoet.TypeName;

/**
 * A member that stores a value.
 *
 * @param isVersion whether it counts the changes of the document
 */
public record FieldModel(
        Property property, String storedName, boolean isId, boolean isVersion, Presence presence, ValueModel value)
        implements MemberModel.Stored {
    public boolean isPrimitive() {
        return type().isPrimitive();
    }

    @Override
    public TypeName carriedType() {
        return isPrimitive() ? type() : value.type();
    }
}
