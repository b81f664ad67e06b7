// SPDX-License-Identifier: Apache-2.0
package dev.ligature.query;

import java.util.List;
import java.util.Locale;

/**
 * A part of a plan that no index of the server serves, so that it reads a whole collection. {@link #toString()} says
 * which part it is, and what to do.
 *
 * @param part what needs the index
 * @param collection the collection that lacks the index
 * @param fields stored names. For a condition, an index has to start with one of them; for a sort, it has to have them
 *     in this order. For a sort through a link they are fields of the linked collections, {@code doors.height}, and no
 *     index can serve it
 * @param advice what is read without the index, and the way out
 */
public record MissingIndex(Part part, String collection, List<String> fields, String advice) {
    /** What needs the index. */
    public enum Part {
        /** The condition of a step. */
        CONDITION,
        /** The sort of the root. */
        SORT,
        /** A join, which searches the other collection once for each document. */
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
