// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.internal.driver.Chunks;
import dev.ligature.internal.driver.Command;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.spi.LinkHolder;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.PathLink;
import java.util.List;
import java.util.Set;
import org.bson.BsonValue;

/**
 * A condition through a link, answered from the other side: the documents there that satisfy it give the values for the
 * near side's field. For a link these are their ids; for a back link, the ids to which they link.
 *
 * @param number the step's number in the plan, from 1
 * @param near the link, where it is stored on the near side
 * @param condition the condition on the other side, for people
 * @param filter the condition on the other side
 */
public record SemiJoin(int number, PathLink near, Predicate condition, Filter filter) {
    /** Operators that a server accepts at the top of a query, but not within {@code $elemMatch}. */
    private static final Set<String> TOP_LEVEL =
            Set.of("$expr", "$where", "$text", "$jsonSchema", "$near", "$nearSphere");

    public LinkType link() {
        return near.link();
    }

    /** How many semi-joins must be answered one after the other before this one. */
    public int level() {
        return level(filter);
    }

    private static int level(Filter filter) {
        if (filter instanceof Filter.Among among) {
            return among.join().level() + 1;
        }
        if (filter instanceof Filter.None none) {
            return level(none.term());
        }
        int deepest = 0;
        for (Filter term : terms(filter)) {
            deepest = Math.max(deepest, level(term));
        }
        return deepest;
    }

    /**
     * How many values it may give. If a join could not take over, because it is on an element or a key of a map, or
     * because its filter has an operator that is allowed only at the top of a query, as many as fit into a command.
     */
    public int bound(int requested) {
        return canBeJoined() ? requested : Math.max(requested, Chunks.MOST_IDS);
    }

    /** Whether its condition can be applied to the documents in a joined array. */
    public boolean canBeJoined() {
        return near.isWhole() && !holdsTopLevel(filter);
    }

    private static boolean holdsTopLevel(Filter filter) {
        if (filter instanceof Filter.Among among) { // as LinkFilters writes it
            return among.join().near.holder() == LinkHolder.MAPPED;
        }
        if (filter instanceof Filter.Own own) {
            return holdsTopLevel(own.filter());
        }
        if (filter instanceof Filter.None none) {
            return holdsTopLevel(none.term());
        }
        return terms(filter).stream().anyMatch(SemiJoin::holdsTopLevel);
    }

    private static boolean holdsTopLevel(BsonValue filter) {
        if (filter.isArray()) {
            return filter.asArray().stream().anyMatch(SemiJoin::holdsTopLevel);
        }
        return filter.isDocument()
                && filter.asDocument().entrySet().stream()
                        .anyMatch(term -> TOP_LEVEL.contains(term.getKey()) || holdsTopLevel(term.getValue()));
    }

    private static List<Filter> terms(Filter filter) {
        if (filter instanceof Filter.Element element) {
            return List.of(element.inner());
        }
        return filter instanceof Filter.All all
                ? all.terms()
                : filter instanceof Filter.Any any ? any.terms() : List.of();
    }

    /**
     * The command for its values, and for those of one more document than the bound.
     *
     * @param far the condition on the other side, with all answers in place
     */
    public Command.Read command(Match far, int bound) {
        int limit = bound == Integer.MAX_VALUE ? bound : bound + 1;
        int batchSize =
                limit == Integer.MAX_VALUE ? limit : limit + 1; // as drivers ask, so that the reply ends the cursor
        Kept kept = link().isBackLink() ? Kept.of(link().mirror()) : Kept.ID;
        return Arrangement.first(limit).command(link().target(), far, kept, batchSize);
    }
}
