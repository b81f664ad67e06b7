// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

import org.jspecify.annotations.Nullable;

/** A link holds an id of another type than the ids of the document that it points to. Nothing was written. */
public final class InvalidLinkException extends LigatureException {
    private static final long serialVersionUID = 1L;

    public InvalidLinkException(String message) {
        super(message, null);
    }

    public InvalidLinkException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
