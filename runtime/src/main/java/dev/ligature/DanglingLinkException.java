// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

import org.jspecify.annotations.Nullable;

/**
 * A link points to a document that does not exist. Thrown by {@code get()} of a missing link; a query fails with it if
 * you choose {@code MissingTargets.FAIL}.
 */
public final class DanglingLinkException extends LigatureException {
    private static final long serialVersionUID = 1L;

    public DanglingLinkException(String message) {
        super(message, null);
    }

    public DanglingLinkException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
