package dev.ligature.query;

import java.util.List;
import java.util.Locale;

/**
 * A part of a plan that no index of the server serves, so that it reads a whole collection. {@link #toString()} says which and what
 * to do.
 *
 * @param collection in which the index is missing
 * @param fields stored names: for a condition the fields of which an index would have to start with one, for a sort those that it
 *     would have to have in this order; of a sort through a link the linked collections' fields, {@code doors.height}, which no
 *     index can serve
 * @param advice what is read without it, and the way out
 */
public record MissingIndex(Part part, String collection, List<String> fields, String advice) {
    /** What needs the index. */
    public enum Part {
        /** The condition of a step. */
        CONDITION,
        /** The sort of the root. */
        SORT,
        /** A join, which asks the other collection once for each document. */
        JOIN
    }

    public MissingIndex {
        fields = List.copyOf(fields);
    }

    @Override
    public String toString() {
        return part.name().toLowerCase(Locale.ROOT) + " in \"" + collection + "\" on " + fields + ": " + advice;
    }
}
