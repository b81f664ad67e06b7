// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.internal.predicate.Order;
import java.util.List;

/**
 * How the links of a query are fetched: by joins down to a level, in batches below it. Chosen once, by {@link Planner}.
 *
 * @param joinedLevels how many levels are joined on the server
 * @param joinsSelfLinks false to leave out links to the document's own collection if more levels follow: their levels
 *     are batches of one collection anyway, and a join would only add another kind of command
 * @param isLearned whether it depends on how many documents come, which the query does not say
 * @param reason why, if the user left it open; otherwise empty
 */
public record Choice(int joinedLevels, boolean joinsSelfLinks, boolean isLearned, String reason) {
    /** How many roots {@code AUTO} joins: up to this number a join of lists is not slower than batches. */
    public static final int JOINED_ROOTS = 100;

    /** Nothing is joined. */
    static final Choice BATCHES = new Choice(0, false, false, "");

    private static final int ALL = Integer.MAX_VALUE;

    /**
     * Returns the choice for a query. {@code AUTO} joins few roots, which saves the round trips of the batches. With
     * more roots, a join would send a document once for each root that shares it, and look each up by itself. For a
     * projection, all links are joined or none.
     *
     * @param fewExpected whether the last answers to such queries had at most {@link #JOINED_ROOTS} documents
     */
    static Choice of(FindRequest request, boolean fewExpected) {
        return switch (request.strategy()) {
            case LOOKUP -> new Choice(ALL, true, false, "");
            case BATCH -> BATCHES;
            case AUTO -> auto(request, fewExpected);
        };
    }

    private static Choice auto(FindRequest request, boolean fewExpected) {
        if (isLeftToFind(request)) {
            return batches(
                    false,
                    "sorted by what it stores, which a find takes off an index, so links are fetched in batches");
        }
        if (request.limit() > 0 && request.limit() <= JOINED_ROOTS) {
            return joins(request, false, "a page of at most " + JOINED_ROOTS + ", so its own links are joined");
        }
        return fewExpected
                ? joins(
                        request,
                        true,
                        "the last answers had at most " + JOINED_ROOTS + " roots, so their own links are joined")
                : batches(true, "more than " + JOINED_ROOTS + " roots may come, so links are fetched in batches");
    }

    private static Choice joins(FindRequest request, boolean isLearned, String reason) {
        boolean isProjected = request.projection() != null;
        return new Choice(isProjected ? ALL : 1, isProjected, isLearned, reason);
    }

    private static Choice batches(boolean isLearned, String reason) {
        return new Choice(0, false, isLearned, reason);
    }

    /**
     * A sort by what the root stores is left to a find: not every server uses an index for the sort and limit of an
     * aggregation.
     */
    private static boolean isLeftToFind(FindRequest request) {
        List<Order> orders = request.orders();
        return !orders.isEmpty() && orders.stream().allMatch(Order::isStoredInRoot);
    }
}
