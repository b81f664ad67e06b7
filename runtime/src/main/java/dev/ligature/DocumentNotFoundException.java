// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document that an operation needs is not in its collection, or has no embedded value that it needs. */
public final class DocumentNotFoundException extends LigatureException {
    private static final long serialVersionUID = 1L;

    public DocumentNotFoundException(String message) {
        super(message, null);
    }

    public DocumentNotFoundException(String message, @Nullable Throwable cause, List<WrittenDocument> written) {
        super(message, cause, written);
    }
}
