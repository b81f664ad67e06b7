package dev.ligature.internal.plan;

import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;

/**
 * A query worked out: the semi-joins to be answered first, the filter with places for their answers, and the stages that order,
 * page and join what matches.
 *
 * @param semiJoins those that others need first
 * @param sort empty where no order is asked for
 * @param sortJoins the joins that the sort needs
 * @param fetchJoins the joins of the fetch, on the page alone
 * @param sides the links of the side arrays, by their numbers
 * @param unfetchedSides the side arrays that only the sort needs
 * @param fetch what is fetched
 */
public record QueryPlan(
        FindRequest request,
        List<SemiJoin> semiJoins,
        Filter filter,
        List<BsonDocument> sortJoins,
        BsonDocument sort,
        List<BsonDocument> fetchJoins,
        List<LinkType> sides,
        List<String> unfetchedSides,
        FetchNode fetch) {
    public QueryPlan {
        semiJoins = List.copyOf(semiJoins);
        sortJoins = List.copyOf(sortJoins);
        fetchJoins = List.copyOf(fetchJoins);
        sides = List.copyOf(sides);
        unfetchedSides = List.copyOf(unfetchedSides);
    }

    /** Whether a find command can answer it, once the semi-joins are answered. */
    public boolean isPlainFind(Match match) {
        return match.isPlain() && sortJoins.isEmpty() && fetchJoins.isEmpty();
    }

    /** Whether the id ends the sort that was asked for, so that a page is the same each time. */
    boolean isTieBroken() {
        return sort.containsKey("_id")
                && request.orders().stream()
                        .noneMatch(order ->
                                order.links().isEmpty() && order.field().equals("_id"));
    }

    /** The aggregation of the roots of a page, with the side arrays of the fetch. */
    public List<BsonDocument> pipeline(Match match) {
        List<BsonDocument> stages = page(match);
        stages.addAll(fetchJoins);
        return stages;
    }

    /**
     * The aggregation of the roots of a page, as they are stored. A sort by own fields comes before the joins of the condition,
     * so that an index can serve it and a page need not join all that matches.
     */
    public List<BsonDocument> page(Match match) {
        List<BsonDocument> stages = new ArrayList<>(match.ownStages());
        if (sortJoins.isEmpty()) {
            addSort(stages);
            stages.addAll(match.joinedStages());
        } else {
            stages.addAll(match.joinedStages());
            stages.addAll(sortJoins);
            addSort(stages);
        }
        if (request.skip() > 0) {
            stages.add(new BsonDocument("$skip", new BsonInt32(request.skip())));
        }
        if (request.limit() > 0) {
            stages.add(new BsonDocument("$limit", new BsonInt32(request.limit())));
        }
        if (!unfetchedSides.isEmpty()) {
            stages.add(Joins.without(unfetchedSides));
        }
        return stages;
    }

    private void addSort(List<BsonDocument> stages) {
        if (!sort.isEmpty()) {
            stages.add(new BsonDocument("$sort", sort));
        }
    }

    /** The field of a side array. */
    public static String sideField(int number) {
        return Joins.SIDE + number;
    }

    /** The number of the side array that a field is, or -1 when it is none. */
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

    /** The link of a side array, or null for a number that the plan does not know. */
    public @Nullable LinkType side(int number) {
        return number >= 0 && number < sides.size() ? sides.get(number) : null;
    }
}
