package dev.ligature.internal.driver;

import dev.ligature.LigatureException;
import dev.ligature.OperationException;
import dev.ligature.internal.Excerpt;
import dev.ligature.spi.DocumentType;
import java.util.function.Function;

/** Gives the errors of the driver the context that it does not know. */
public final class Failures {
    private Failures() {}

    /** Errors of a command. */
    static Function<Throwable, Throwable> of(Command command) {
        return of(command.type(), command.name());
    }

    /** Errors of an operation on a document type. Ours pass unchanged, also those that the driver has wrapped. */
    public static Function<Throwable, Throwable> of(DocumentType<?> type, String operation) {
        return failure -> {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof LigatureException) {
                    return cause;
                }
            }
            if (failure instanceof Error) {
                return failure;
            }
            return new OperationException(
                    type + ": " + operation + " in \"" + type.collection() + "\" failed: " + Excerpt.ofCause(failure),
                    failure);
        };
    }
}
