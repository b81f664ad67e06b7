// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.spi.LinkType;
import java.util.List;
import org.bson.BsonDocument;

/** A condition as it is planned: what the server filters by, with the places where semi-joins put their values. */
public sealed interface Filter {
    /** On the collection's own fields, ready to be sent. */
    record Own(BsonDocument filter) implements Filter {}

    /** The near field of a semi-join is among its values. */
    record Among(SemiJoin join) implements Filter {}

    /** A back link with a number of referrers: only a join can count them. */
    record Referrers(LinkType link, int count) implements Filter {}

    /**
     * Some element of the list in a field satisfies the inner filter.
     *
     * @param field empty for a list that is itself an element
     */
    record Element(String field, Filter inner) implements Filter {}

    /** All of them. */
    record All(List<Filter> terms) implements Filter {
        public All {
            terms = List.copyOf(terms);
        }
    }

    /** One of them at least. */
    record Any(List<Filter> terms) implements Filter {
        public Any {
            terms = List.copyOf(terms);
        }
    }

    /** The negation. */
    record None(Filter term) implements Filter {}
}
