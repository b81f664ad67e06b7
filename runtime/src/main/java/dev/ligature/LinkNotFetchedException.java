// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

import org.jspecify.annotations.Nullable;

/** Thrown by {@code get()} of a link whose document is not fetched. */
public final class LinkNotFetchedException extends LigatureException {
    private static final long serialVersionUID = 1L;

    public LinkNotFetchedException(String message) {
        super(message, null);
    }

    public LinkNotFetchedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
