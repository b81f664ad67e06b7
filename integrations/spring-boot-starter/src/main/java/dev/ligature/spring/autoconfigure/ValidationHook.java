// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import dev.ligature.integration.WriteHook;
import dev.ligature.spring.InvalidDocumentException;
import dev.ligature.spring.InvalidDocumentException.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Validates each document before it is written, including those that a write reaches through links. */
final class ValidationHook implements WriteHook {
    private final Validator validator;

    ValidationHook(Validator validator) {
        this.validator = validator;
    }

    @Override
    public void beforeWrite(Object document) {
        Set<ConstraintViolation<Object>> violations = validator.validate(document);
        if (!violations.isEmpty()) {
            throw new InvalidDocumentException(
                    document.getClass().getSimpleName(),
                    named(violations),
                    new ConstraintViolationException(violations));
        }
    }

    private static List<Violation> named(Set<ConstraintViolation<Object>> violations) {
        return violations.stream()
                .map(violation -> new Violation(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted(Comparator.comparing(Violation::member).thenComparing(Violation::message))
                .toList();
    }
}
