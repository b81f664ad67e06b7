package dev.ligature.it.differential;

import dev.ligature.repository.FetchStrategy;
import dev.ligature.repository.MissingTargets;
import java.util.List;
import java.util.Map;

/**
 * One case: a query, and what is asked besides its documents.
 *
 * @param root the index of the root's type
 * @param sort the id comes after these keys, so that the order is total
 * @param limit 0 for none
 * @param bound the bound of semi-joins; -1 leaves the default
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
        Also also) {
    /** A key of a sort: a field, or the id by its name {@code id}, at the end of links. */
    record Key(List<String> links, String field, boolean descending) {
        /** Whether the root itself stores what is compared, be it the id of a link. */
        boolean isStoredInRoot() {
            return links.isEmpty() || (links.size() == 1 && field.equals("id"));
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

    /** What is asked by the same condition besides the documents. */
    enum Also {
        COUNT,
        EXISTS,
        IDS,
        PAGES,
        UPDATE,
        DELETE
    }

    Query withCondition(Cond other) {
        return new Query(root, other, sort, skip, limit, fetch, missing, strategy, bound, also);
    }

    Query withSort(List<Key> other) {
        return new Query(root, condition, other, skip, limit, fetch, missing, strategy, bound, also);
    }

    Query withPage(int otherSkip, int otherLimit) {
        return new Query(root, condition, sort, otherSkip, otherLimit, fetch, missing, strategy, bound, also);
    }

    Query withFetch(Fetch other) {
        return new Query(root, condition, sort, skip, limit, other, missing, strategy, bound, also);
    }

    @Override
    public String toString() {
        return "find %c where %s, sort %s, skip %d, limit %d, fetch %s, missing %s, using %s, bound %d, also %s"
                .formatted((char) ('a' + root), condition, sort, skip, limit, fetch, missing, strategy, bound, also);
    }
}
