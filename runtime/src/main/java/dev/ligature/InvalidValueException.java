package dev.ligature;

import org.jspecify.annotations.Nullable;

/**
 * A value given to a condition, a sort or an update cannot be stored in the member it is compared with; or a document has a map with a
 * key that no server stores. Nothing has been sent.
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
