// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

import dev.ligature.internal.Excerpt;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Documents that you replace or save have been changed by somebody else since they were read. The documents named here
 * were not written; all conflicts of one bulk are named together. {@link #written()} says what was written.
 */
public final class VersionConflictException extends LigatureException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable List<Conflict> conflicts;

    /**
     * One document in conflict.
     *
     * @param id its id
     * @param expected the version that was read
     * @param found the version that is stored
     */
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
                        + (conflicts.size() == 1
                                ? " has been changed since it was read. Read it again, apply your change, and save it."
                                : " have been changed since they were read. Read them again, apply your changes, and save them."),
                cause,
                written);
        this.conflicts = List.copyOf(conflicts);
    }

    /** Returns the documents in conflict. */
    public List<Conflict> conflicts() {
        return conflicts == null ? List.of() : conflicts; // null after it was serialized
    }
}
