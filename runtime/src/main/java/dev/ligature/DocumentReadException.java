// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stored document does not fit its declaration. The message names the document's {@code _id}, the field, the expected
 * type and the type that was found. A stream emits the documents before it first.
 */
public final class DocumentReadException extends LigatureException {
    private static final long serialVersionUID = 1L;

    private final String document;
    private final transient @Nullable Object id;

    public DocumentReadException(String document, @Nullable Object id, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.document = document;
        this.id = id;
    }

    /**
     * Returns the type of the document, such as {@code House}. If a linked document does not fit, it is the type of
     * that one.
     */
    public String document() {
        return document;
    }

    /**
     * Returns the id of the document. Empty if the stored {@code _id} is what does not fit; then the message shows it.
     */
    public Optional<Object> id() {
        return Optional.ofNullable(id);
    }
}
