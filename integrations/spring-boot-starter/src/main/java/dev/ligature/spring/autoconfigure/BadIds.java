// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import dev.ligature.jackson.InvalidIdException;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ServerWebInputException;

/** The problem of an id that cannot be read: in a path, in a parameter, or in JSON. */
final class BadIds {
    private static final boolean HAS_JSON =
            ClassUtils.isPresent("dev.ligature.jackson.InvalidIdException", BadIds.class.getClassLoader());

    private BadIds() {}

    /** The problem of the given error itself; its causes are not looked at. */
    static Optional<ProblemDetail> of(Throwable failure) {
        if (failure instanceof ServerWebInputException input && isOfObjectId(input.getCause())) {
            return Optional.of(ofObjectId(name(input.getMethodParameter())));
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch && isOfObjectId(mismatch)) {
            return Optional.of(ofObjectId(mismatch.getName()));
        }
        return HAS_JSON ? Json.of(failure) : Optional.empty();
    }

    private static boolean isOfObjectId(@Nullable Throwable failure) {
        return failure instanceof TypeMismatchException mismatch && mismatch.getRequiredType() == ObjectId.class;
    }

    private static String name(@Nullable MethodParameter parameter) {
        String name = parameter == null ? null : parameter.getParameterName();
        return name == null ? "id" : name;
    }

    private static ProblemDetail ofObjectId(String member) {
        return problem(member, "not an ObjectId, which is written as 24 hexadecimal digits.");
    }

    private static ProblemDetail problem(String member, String reason) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, member.isEmpty() ? reason : member + ": " + reason);
        problem.setProperty("error", "InvalidId");
        problem.setProperty("member", member);
        return problem;
    }

    /** A class of its own because Ligature's Jackson module need not be on the class path. */
    private static final class Json {
        static Optional<ProblemDetail> of(Throwable failure) {
            return failure instanceof InvalidIdException e
                    ? Optional.of(problem(e.member(), e.getOriginalMessage()))
                    : Optional.empty();
        }
    }
}
