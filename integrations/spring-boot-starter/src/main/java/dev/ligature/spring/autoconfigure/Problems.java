// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import dev.ligature.DeleteRestrictedException;
import dev.ligature.DocumentNotFoundException;
import dev.ligature.DuplicateKeyException;
import dev.ligature.InvalidLinkException;
import dev.ligature.InvalidPageTokenException;
import dev.ligature.InvalidValueException;
import dev.ligature.LigatureException;
import dev.ligature.RequiredLinkException;
import dev.ligature.VersionConflictException;
import dev.ligature.spring.InvalidDocumentException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ServerWebInputException;

/**
 * What a client is told, as RFC 9457 says, about an error that is the client's: 404 for a document that does not exist,
 * 409 for what the stored documents do not allow, and 400 for what is not valid. All other errors are the application's
 * own and stay as they are: a 500 without details.
 */
final class Problems {
    /** Deeper causes are not looked at. */
    private static final int DEPTH = 8;

    private Problems() {}

    /**
     * The problem of an error or of one of its causes. Spring's translation, transactions and readers wrap errors. If the
     * application has wrapped one in an answer of its own, that answer stays.
     */
    static Optional<ProblemDetail> of(Throwable failure) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth < DEPTH; depth++) {
            if (current instanceof LigatureException e) {
                return Optional.ofNullable(ofLigature(e));
            }
            Optional<ProblemDetail> badId = BadIds.of(current);
            if (badId.isPresent()) {
                return badId;
            }
            if (isAnswer(current)) {
                return Optional.empty();
            }
            current = current.getCause();
        }
        return Optional.empty();
    }

    /**
     * Whether an error says how to answer. An error about unreadable input does not count, because Spring also throws it
     * for a bad id.
     */
    private static boolean isAnswer(Throwable failure) {
        return (failure instanceof ErrorResponse && !(failure instanceof ServerWebInputException))
                || AnnotatedElementUtils.hasAnnotation(failure.getClass(), ResponseStatus.class);
    }

    private static @Nullable ProblemDetail ofLigature(LigatureException failure) {
        HttpStatus status = status(failure);
        if (status == null) {
            return null;
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail(failure));
        problem.setProperty("error", key(failure));
        if (failure instanceof VersionConflictException conflict) {
            problem.setProperty("conflicts", conflicts(conflict));
        } else if (failure instanceof DuplicateKeyException duplicate) {
            problem.setProperty("fields", duplicate.fields());
        } else if (failure instanceof InvalidDocumentException invalid) {
            problem.setProperty("violations", violations(invalid));
        }
        return problem;
    }

    /**
     * The text of the error. If the index is not known, that text quotes the server and may show stored values, so it is
     * replaced.
     */
    private static String detail(LigatureException failure) {
        return failure instanceof DuplicateKeyException duplicate && duplicate.index() == null
                ? "Two documents would have the same value for a field that must be unique."
                : String.valueOf(failure.getMessage());
    }

    private static @Nullable HttpStatus status(LigatureException failure) {
        if (failure instanceof DocumentNotFoundException) {
            return HttpStatus.NOT_FOUND;
        }
        if (failure instanceof VersionConflictException
                || failure instanceof DuplicateKeyException
                || failure instanceof DeleteRestrictedException
                || failure instanceof RequiredLinkException) {
            return HttpStatus.CONFLICT;
        }
        if (failure instanceof InvalidPageTokenException
                || failure instanceof InvalidLinkException
                || failure instanceof InvalidValueException
                || failure instanceof InvalidDocumentException) {
            return HttpStatus.BAD_REQUEST;
        }
        return null;
    }

    /** The name of the error, for programs: {@code VersionConflict}. */
    private static String key(LigatureException failure) {
        String name = failure.getClass().getSimpleName();
        return name.substring(0, name.length() - "Exception".length());
    }

    private static List<Map<String, Object>> conflicts(VersionConflictException failure) {
        return failure.conflicts().stream()
                .map(conflict -> Map.<String, Object>of(
                        "id", conflict.id().toString(), "expected", conflict.expected(), "found", conflict.found()))
                .toList();
    }

    private static List<Map<String, String>> violations(InvalidDocumentException failure) {
        return failure.violations().stream()
                .map(violation -> Map.of("member", violation.member(), "message", violation.message()))
                .toList();
    }
}
