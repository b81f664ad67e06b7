// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

import org.jspecify.annotations.Nullable;

/** A query that may match at most one document matches several. */
public final class NonUniqueResultException extends LigatureException {
    private static final long serialVersionUID = 1L;

    public NonUniqueResultException(String message) {
        super(message, null);
    }

    public NonUniqueResultException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
