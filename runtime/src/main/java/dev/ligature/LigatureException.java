package dev.ligature;

import org.jspecify.annotations.Nullable;

/**
 * The root of all errors that Ligature raises for documents and links. The text names the document, the member and, where
 * one is known, the id; the driver's exception is the cause.
 */
public class LigatureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LigatureException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
