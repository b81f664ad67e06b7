// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

import org.jspecify.annotations.Nullable;

/**
 * A member cannot store a value that you gave to a condition, a sort or an update; or a document has a map with a key
 * that no server stores. Nothing was sent.
 */
public final class InvalidValueException extends LigatureException {
    private static final long serialVersionUID = 1L;

    public InvalidValueException(String message) {
        super(message, null);
    }

    public InvalidValueException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
