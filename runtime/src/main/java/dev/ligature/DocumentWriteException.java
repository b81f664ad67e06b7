// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

import org.jspecify.annotations.Nullable;

/** A document cannot be written as it is declared. Nothing was written. */
public final class DocumentWriteException extends LigatureException {
    private static final long serialVersionUID = 1L;

    public DocumentWriteException(String message) {
        super(message, null);
    }

    public DocumentWriteException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
