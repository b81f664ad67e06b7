// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

import org.jspecify.annotations.Nullable;

/**
 * The token of a page cannot be used: it is malformed, or belongs to another version, document or sort. Nothing was
 * sent. If your tokens come from clients, this is a bad request.
 */
public final class InvalidPageTokenException extends LigatureException {
    private static final long serialVersionUID = 1L;

    public InvalidPageTokenException(String message) {
        super(message, null);
    }

    public InvalidPageTokenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
