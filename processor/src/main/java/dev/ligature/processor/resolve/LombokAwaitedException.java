// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import javax.lang.model.element.TypeElement;

/** Lombok makes the members of a type, and has not run yet: anything said about the type would be wrong. */
public final class LombokAwaitedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient TypeElement type;

    LombokAwaitedException(TypeElement type) {
        this.type = type;
    }

    /** The type that is not ready. */
    public TypeElement type() {
        return type;
    }
}
