// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.query.FetchStrategy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leaves out the cases that a server answers wrongly itself, and counts them. */
final class Limits {
    private final List<Limit> limits;
    private final Map<Limit, Integer> leftOut = new EnumMap<>(Limit.class);

    Limits(MongoDatabase database) {
        this.limits = Limit.of(database);
    }

    /** Whether the server can answer a case; counts those that it cannot. */
    boolean allow(World world, Case each) {
        for (Limit limit : limits) {
            if (concerns(limit, world, each)) {
                leftOut.merge(limit, 1, Integer::sum);
                return false;
            }
        }
        return true;
    }

    private static boolean concerns(Limit limit, World world, Case each) {
        Orders orders = Orders.of(world.model(), each);
        return switch (limit) {
            case SORT_THROUGH_NOTHING -> each instanceof Query query && sortsThroughNothing(world, query);
            case VARIABLES_WITH_DBREFS ->
                each instanceof Query query
                        && (joinsListsBesideDbRefs(world, query) || sortsBesideDbRefs(world, query));
            case DBREFS_IN_JOINS ->
                (each instanceof Query query ? joins(query) : each instanceof Change.Resave)
                        && holdsUnusualDbRefs(world);
            case ORDER_OF_NAN -> orders.orders(world, Set.of(FieldKind.REAL), Values::isNaN);
            case NUMBERS_IN_EXPRESSIONS -> linksInMapsToNumbers(world.model());
            case SETS_OF_NUMBERS -> addsNumbers(world.model(), each);
            case ORDER_OF_TEXTS -> orders.orders(world, Set.of(FieldKind.TEXT, IdKind.RARE_TEXT), Values::isRareText);
        };
    }

    private static boolean sortsThroughNothing(World world, Query query) {
        return new Sorting(world, world.model().type(query.root())).isThroughNothing(query.sort());
    }

    /** Whether a sort takes the documents of one type out of those that a join has found. */
    private static boolean sortsBesideDbRefs(World world, Query query) {
        Model model = world.model();
        for (Query.Key key : query.sort()) {
            for (int i = 1; i <= key.links().size(); i++) {
                Model.Type end = model.end(model.type(query.root()), key.links().subList(0, i));
                if (end.isPermitted() && holdsDbRefs(world, end)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean joinsListsBesideDbRefs(World world, Query query) {
        Model model = world.model();
        if (joinsProjections(query)) {
            return model.types().stream().anyMatch(type -> holdsDbRefs(world, type));
        }
        return query.strategy() == FetchStrategy.LOOKUP
                && Levels.of(query.fetch())
                        .joinsListsBesideDbRefs(model, model.type(query.root()), type -> holdsDbRefs(world, type));
    }

    /** Whether there may be DBRefs in a type's collection: they are declared, or stored in the place of ids. */
    private static boolean holdsDbRefs(World world, Model.Type type) {
        return world.model().sharing(type).stream().anyMatch(each -> each.forwardLinks().stream()
                .anyMatch(link -> link.storage() == LinkStorage.DBREF
                        || world.rowsOf(each.index()).stream()
                                .flatMap(row -> row.entries(link).stream())
                                .anyMatch(Row.Entry::isDbRef)));
    }

    private static boolean joinsProjections(Query query) {
        return query.strategy() != FetchStrategy.BATCH
                && !query.shown().through().isEmpty();
    }

    /** Whether joins may be sent: for what is fetched, for a sort, or for conditions past their bound. */
    private static boolean joins(Query query) {
        boolean fetches =
                query.strategy() != FetchStrategy.BATCH && !query.fetch().equals(Query.Fetch.NOTHING);
        boolean sorts = query.sort().stream().anyMatch(key -> !key.links().isEmpty());
        return fetches || sorts || joinsProjections(query) || (query.bound() >= 0 && query.bound() < 100);
    }

    /** Conditions on links in maps are expressions. */
    private static boolean linksInMapsToNumbers(Model model) {
        return model.types().stream()
                .flatMap(type -> type.forwardLinks().stream())
                .anyMatch(link -> link.holder() == Model.Holder.MAPPED
                        && model.type(link.target()).ids().isNumber());
    }

    private static boolean addsNumbers(Model model, Case each) {
        if (each instanceof Change.Attach attach) {
            Model.Link link = model.type(each.root()).link(attach.link());
            return model.type(link.isBackLink() ? attach.root() : link.target())
                    .ids()
                    .isNumber();
        }
        return each instanceof Change.Update update
                && update.assignments().stream()
                        .anyMatch(assignment -> assignment.operator() == Change.Operator.ADD_TO_SET);
    }

    /** DBRefs with more than the usual fields, in links that are declared as bare ids. */
    private static boolean holdsUnusualDbRefs(World world) {
        return world.model().types().stream().anyMatch(type -> type.forwardLinks().stream()
                .filter(link -> link.storage() == LinkStorage.ID)
                .anyMatch(link -> world.rowsOf(type.index()).stream()
                        .anyMatch(row -> row.entries(link).stream().anyMatch(entry -> !entry.isPlain()))));
    }

    /** How many cases were left out, and why. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        leftOut.forEach((limit, cases) -> text.append(cases)
                .append(" cases left out: ")
                .append(limit.reason())
                .append(System.lineSeparator()));
        return text.toString();
    }
}
