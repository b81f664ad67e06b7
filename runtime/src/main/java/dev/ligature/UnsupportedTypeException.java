package dev.ligature;

import org.jspecify.annotations.Nullable;

/** A member's type has no codec in the registry of the database; thrown when a repository is created. */
public final class UnsupportedTypeException extends LigatureException {
    private static final long serialVersionUID = 1L;

    public UnsupportedTypeException(String message) {
        super(message, null);
    }

    public UnsupportedTypeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
