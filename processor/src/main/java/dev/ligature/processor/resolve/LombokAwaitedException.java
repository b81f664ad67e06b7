package dev.ligature.processor.resolve;

import javax.lang.model.element.TypeElement;

/** A type whose members Lombok makes, which has not run yet: what could be said of it would be wrong. */
public final class LombokAwaitedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient TypeElement type;

    LombokAwaitedException(TypeElement type) {
        this.type = type;
    }

    /** The type that is not ready. */
    public TypeElement type() {
        return type;
    }
}
