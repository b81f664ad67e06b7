// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

import org.jspecify.annotations.Nullable;

/** Several documents refer to a document whose back link holds a single referrer. */
public final class AmbiguousBackLinkException extends LigatureException {
    private static final long serialVersionUID = 1L;

    public AmbiguousBackLinkException(String message) {
        super(message, null);
    }

    public AmbiguousBackLinkException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
