// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.query.FetchStrategy;
import dev.ligature.query.MissingTargets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One case: a query, and what is asked besides its documents.
 *
 * @param root the index of the root's type
 * @param sort the id comes after these keys: asked for, or of itself where a page is taken
 * @param limit 0 for none
 * @param bound the bound of semi-joins; -1 leaves the default
 * @param shown of projections
 */
record Query(
        int root,
        Cond condition,
        List<Key> sort,
        int skip,
        int limit,
        Fetch fetch,
        MissingTargets missing,
        FetchStrategy strategy,
        int bound,
        Also also,
        Shown shown)
        implements Case {
    /** A key of a sort: a field, or the id by its name {@code id}, at the end of links. */
    record Key(List<String> links, String field, boolean descending) {
        /** Whether the root itself stores what is compared, be it the id of a link. */
        boolean isStoredInRoot() {
            return links.isEmpty() || (links.size() == 1 && field.equals("id"));
        }

        /** Whether it is a field of one of the types of a sealed root. */
        boolean isNarrowed() {
            return links.size() == 1 && Model.isNarrowing(links.get(0));
        }

        @Override
        public String toString() {
            return String.join(".", links) + (links.isEmpty() ? "" : ".") + field + (descending ? " desc" : " asc");
        }
    }

    /** What is fetched. */
    record Fetch(int depth, List<List<String>> paths, Map<List<String>, Integer> depths) {
        static final Fetch NOTHING = new Fetch(0, List.of(), Map.of());
    }

    /** What is asked besides the documents. */
    enum Also {
        COUNT,
        EXISTS,
        IDS,
        /** All pages, by tokens. */
        PAGES,
        /** All pages, by skip and limit. */
        SKIPS,
        /** Single documents, by their ids. */
        ALONE,
        /** The links of documents that have been read. */
        LATER,
        /** Projections. */
        SHOWN
    }

    /** Whether the order is total without being told: a sort of which a page is taken ends in the id. */
    boolean endsInId() {
        return !sort.isEmpty() && (skip > 0 || limit > 0);
    }

    /** The sort with the id in the end, in the direction of the key before it. */
    List<Key> totalSort() {
        List<Key> total = new ArrayList<>(sort);
        total.add(new Key(
                List.of(), "id", !sort.isEmpty() && sort.get(sort.size() - 1).descending()));
        return total;
    }

    Query withCondition(Cond other) {
        return new Query(root, other, sort, skip, limit, fetch, missing, strategy, bound, also, shown);
    }

    Query withSort(List<Key> other) {
        return new Query(root, condition, other, skip, limit, fetch, missing, strategy, bound, also, shown);
    }

    Query withPage(int otherSkip, int otherLimit) {
        return new Query(root, condition, sort, otherSkip, otherLimit, fetch, missing, strategy, bound, also, shown);
    }

    Query withFetch(Fetch other) {
        return new Query(root, condition, sort, skip, limit, other, missing, strategy, bound, also, shown);
    }

    Query withShown(Shown other) {
        return new Query(root, condition, sort, skip, limit, fetch, missing, strategy, bound, also, other);
    }

    Query withMissing(MissingTargets other) {
        return new Query(root, condition, sort, skip, limit, fetch, other, strategy, bound, also, shown);
    }

    @Override
    public String toString() {
        return "find %c where %s, sort %s, skip %d, limit %d, fetch %s, missing %s, using %s, bound %d, also %s %s"
                .formatted(
                        (char) ('a' + root),
                        condition,
                        sort,
                        skip,
                        limit,
                        fetch,
                        missing,
                        strategy,
                        bound,
                        also,
                        shown);
    }
}
