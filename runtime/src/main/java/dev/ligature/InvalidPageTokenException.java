package dev.ligature;

import org.jspecify.annotations.Nullable;

/**
 * The token of a page cannot be used: it is malformed, of another version, of another document or of another sort. Nothing has
 * been sent. Where the token comes from a client, this is the client's error.
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
