// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import dev.ligature.DuplicateKeyException;
import dev.ligature.LigatureException;
import dev.ligature.OperationException;
import dev.ligature.WrittenDocument;
import dev.ligature.internal.Excerpt;
import dev.ligature.spi.DocumentType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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
            String failed = type + ": " + operation + " in \"" + type.collection() + "\" failed: ";
            return Optional.ofNullable(Resendable.driverException(failure))
                    .flatMap(told -> DuplicateKey.of(told, type))
                    .<OperationException>map(key -> duplicate(failed, key, type, failure))
                    .orElseGet(() -> new OperationException(failed + Excerpt.ofCause(failure), failure));
        };
    }

    /** If the index is known, it says what the server's text says, but without the values. */
    private static DuplicateKeyException duplicate(
            String failed, DuplicateKey key, DocumentType<?> type, Throwable failure) {
        String what = key.fields().isEmpty()
                ? "values"
                : key.fields().stream().map(type::memberPath).collect(Collectors.joining(" and "));
        String why = key.index() == null
                ? ". " + Excerpt.ofCause(failure)
                : " (unique index \"" + Excerpt.of(key.index()) + "\", error 11000).";
        return new DuplicateKeyException(
                failed + "two documents would have the same " + what + why,
                failure,
                key.index(),
                key.fields(),
                key.values(),
                List.of());
    }

    /** The same failure, of which more is known by now. */
    public static OperationException retold(OperationException failure, String message, List<WrittenDocument> written) {
        Throwable cause = Objects.requireNonNull(failure.getCause(), "an operation fails for a reason");
        return failure instanceof DuplicateKeyException duplicate
                ? new DuplicateKeyException(
                        message, cause, duplicate.index(), duplicate.fields(), duplicate.values(), written)
                : new OperationException(message, cause, written);
    }
}
