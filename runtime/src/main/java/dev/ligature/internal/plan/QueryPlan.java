// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.internal.driver.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A planned query: the semi-joins to answer first, the filter with places for their answers, and what happens to the
 * documents that match. Creates the query's own commands once the answers are known.
 *
 * @param choice how links are fetched, and why
 * @param semiJoins those that others need come first
 * @param arrangement of the roots
 * @param sides the links of the side arrays, by their numbers; null if only the sort needs one
 * @param fetch what is fetched
 * @param kept what is read of the roots and of the side arrays beside them
 */
public record QueryPlan(
        FindRequest request,
        Choice choice,
        List<SemiJoin> semiJoins,
        Filter filter,
        Arrangement arrangement,
        List<? extends FetchNode.@Nullable Edge> sides,
        FetchNode fetch,
        Kept kept) {
    public QueryPlan {
        semiJoins = List.copyOf(semiJoins);
    }

    /** The same query, but other fields are read. */
    public QueryPlan keeping(Kept fields) {
        return new QueryPlan(request, choice, semiJoins, filter, arrangement, sides, fetch, fields);
    }

    /** Whether a root comes with what is linked to it, even if only a sort has joined it. */
    public boolean hasJoins() {
        for (FetchNode.Edge side : sides) {
            if (side != null) {
                return true;
            }
        }
        return false;
    }

    /** The command for the roots. */
    public Command.Read root(Match match) {
        return arrangement.command(
                request.type(), match, kept, request.reading().batchSize());
    }

    /** The command that counts the roots. It returns one document with their number, or none if there are none. */
    public Command.Read count(Match match) {
        return arrangement.count(request.type(), match);
    }

    /** Whether the id was added to the sort, so that a page is the same each time. */
    boolean isTieBroken() {
        return arrangement.sort().containsKey("_id")
                && request.orders().stream()
                        .noneMatch(order ->
                                order.links().isEmpty() && order.field().equals("_id"));
    }

    /** The field of a side array. */
    public static String sideField(int number) {
        return Joins.SIDE + number;
    }

    /** The number of the side array that the given field is, or -1 if it is none. */
    public static int sideNumber(String field) {
        if (!field.startsWith(Joins.SIDE)) {
            return -1;
        }
        int number = 0;
        for (int i = Joins.SIDE.length(); i < field.length(); i++) {
            int digit = field.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return field.length() == Joins.SIDE.length() ? -1 : number;
    }

    /** The link whose documents a side array holds, or null for a number that the plan does not know. */
    public FetchNode.@Nullable Edge side(int number) {
        return number >= 0 && number < sides.size() ? sides.get(number) : null;
    }
}
