// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring;

import dev.ligature.LigatureException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document that was to be written violates constraints of Bean Validation. Nothing has been written. The message
 * names the document, the members and what is wrong with them. The cause is the {@code ConstraintViolationException}.
 */
public final class InvalidDocumentException extends LigatureException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable List<Violation> violations;

    /**
     * A violated constraint.
     *
     * @param member the path of the member, such as {@code rooms[0].width}
     * @param message the constraint's message
     */
    public record Violation(String member, String message) {
        @Override
        public String toString() {
            return member + " " + message;
        }
    }

    public InvalidDocumentException(String document, List<Violation> violations, Throwable cause) {
        super(
                document + " is not valid: "
                        + String.join(
                                ", ",
                                violations.stream().map(Violation::toString).toList()),
                cause);
        this.violations = List.copyOf(violations);
    }

    /** Returns the violations, in the order of their members. */
    public List<Violation> violations() {
        return violations == null ? List.of() : violations; // null after it was serialized
    }
}
