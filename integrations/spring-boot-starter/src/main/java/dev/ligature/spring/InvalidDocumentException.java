package dev.ligature.spring;

import dev.ligature.LigatureException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document to be written breaks constraints of Bean Validation. Nothing has been written. The text names the document, the members and
 * what is wrong with them; the cause is the {@code ConstraintViolationException}.
 */
public final class InvalidDocumentException extends LigatureException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable List<Violation> violations;

    /** One constraint: the path of the member, {@code rooms[0].width}, and the constraint's message. */
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

    /** The violations, in the order of their members. */
    public List<Violation> violations() {
        return violations == null ? List.of() : violations; // null after it was serialized
    }
}
