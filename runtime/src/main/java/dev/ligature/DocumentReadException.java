package dev.ligature;

import org.jspecify.annotations.Nullable;

/** A stored document does not fit its declaration; the text names the document's {@code _id}, the field, the expected and the found type. */
public final class DocumentReadException extends LigatureException {
    private static final long serialVersionUID = 1L;

    public DocumentReadException(String message) {
        super(message, null);
    }

    public DocumentReadException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
