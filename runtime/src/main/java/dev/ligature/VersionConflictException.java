package dev.ligature;

import dev.ligature.internal.Excerpt;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Documents that were to be replaced or saved have been changed by somebody else since they were read. Those named here have not been
 * written; all conflicts of one bulk are named together. {@link #written()} says what has been.
 */
public final class VersionConflictException extends LigatureException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable List<Conflict> conflicts;

    /** One document: the version that was read and the one that is stored. */
    public record Conflict(Object id, long expected, long found) {
        @Override
        public String toString() {
            return Excerpt.of(id) + " (expected version " + expected + ", found " + found + ")";
        }
    }

    public VersionConflictException(
            String document, List<Conflict> conflicts, @Nullable Throwable cause, List<WrittenDocument> written) {
        super(
                document + " "
                        + conflicts.stream().limit(10).map(Conflict::toString).collect(Collectors.joining(", "))
                        + (conflicts.size() > 10 ? " and " + (conflicts.size() - 10) + " more" : "")
                        + " has been changed since it was read. Read it again, apply the change to what is stored now, and save"
                        + " that.",
                cause,
                written);
        this.conflicts = List.copyOf(conflicts);
    }

    /** The documents in conflict. */
    public List<Conflict> conflicts() {
        return conflicts == null ? List.of() : conflicts; // null after it was serialized
    }
}
