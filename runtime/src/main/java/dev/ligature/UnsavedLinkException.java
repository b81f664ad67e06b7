// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

import org.jspecify.annotations.Nullable;

/** A document to be written links to a document that has no id yet. Nothing was written. */
public final class UnsavedLinkException extends LigatureException {
    private static final long serialVersionUID = 1L;

    public UnsavedLinkException(String message) {
        super(message, null);
    }

    public UnsavedLinkException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
