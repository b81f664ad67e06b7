// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

import org.jspecify.annotations.Nullable;

/** A member has a type for which the registry of the database has no codec. Thrown when a repository is created. */
public final class UnsupportedTypeException extends LigatureException {
    private static final long serialVersionUID = 1L;

    public UnsupportedTypeException(String message) {
        super(message, null);
    }

    public UnsupportedTypeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
