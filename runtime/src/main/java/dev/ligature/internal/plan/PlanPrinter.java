// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.internal.driver.Command;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.query.FetchPlan;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.MissingIndex;
import dev.ligature.query.OtherForm;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import reactor.core.publisher.Flux;

/** Shows a plan to people: the commands that will be sent, with text in place of what is known only then. */
public final class PlanPrinter {
    private final List<FetchPlan.Step> steps = new ArrayList<>();

    /** How one query is answered. */
    public PlanPrinter query(QueryPlan plan, String shownAs) {
        plan.semiJoins().forEach(join -> semiJoin(join, plan.request().reading().semiJoinBound()));
        root(plan, shownAs);
        lookups(plan, plan.fetch());
        return batches(plan.fetch());
    }

    /** How the documents of a query are counted after its semi-joins are answered. */
    public PlanPrinter total(QueryPlan plan) {
        Command.Read command = plan.count(MatchAssembler.assemble(plan.filter(), PlanPrinter::placeholder));
        steps.add(new FetchPlan.Total(
                command.type().collection(),
                command.toBson(),
                "the number of all: " + plan.request().predicate()));
        return this;
    }

    /**
     * The plan as a public value.
     *
     * @param check compares steps with the indexes of the server
     * @param otherForms counts what is stored in another form than declared, up to a limit
     */
    public FetchPlan print(
            DocumentType<?> type,
            FetchStrategy strategy,
            Function<List<FetchPlan.Step>, Flux<MissingIndex>> check,
            IntFunction<Flux<OtherForm>> otherForms) {
        return new FetchPlan(type.toString(), strategy, steps, check, otherForms);
    }

    private void semiJoin(SemiJoin join, int requestedBound) {
        LinkType link = join.link();
        int bound = join.bound(requestedBound);
        Command command = join.command(MatchAssembler.assemble(join.filter(), PlanPrinter::placeholder), bound);
        steps.add(new FetchPlan.SemiJoin(
                command.type().collection(),
                command.toBson(),
                new Predicate.Linked(join.near(), join.condition()) + " → "
                        + (link.isBackLink()
                                ? "id in the ids of their " + link.mirror().member()
                                : join.near() + " in ids")
                        + ", bound " + String.format(Locale.ROOT, "%,d", bound)));
    }

    private static Answer placeholder(SemiJoin join) {
        return new Answer.Values(new BsonString("<ids of step " + join.number() + ">"));
    }

    private void root(QueryPlan plan, String shownAs) {
        FindRequest request = plan.request();
        Command command = plan.root(MatchAssembler.assemble(plan.filter(), PlanPrinter::placeholder));
        List<String> reasons = new ArrayList<>();
        reasons.add(request.predicate().toString());
        if (!request.orders().isEmpty()) {
            reasons.add("sorted by "
                    + request.orders().stream().map(Object::toString).collect(Collectors.joining(", "))
                    + (plan.isTieBroken() ? ", then by id" : "")
                    + (!plan.arrangement().sortJoins().isEmpty() ? ", which needs a join before the page" : ""));
        }
        if (request.isCut()) {
            String page = request.limit() > 0 ? "the first " + request.limit() : "all";
            reasons.add(page
                    + (request.skip() > 0 ? " after " + request.skip() : "")
                    + (plan.arrangement().fetchJoins().isEmpty() ? "" : ", joined after the page is cut"));
        }
        if (!plan.choice().reason().isEmpty()) {
            reasons.add(plan.choice().reason());
        }
        if (!shownAs.isEmpty()) {
            reasons.add("read as " + shownAs);
        }
        steps.add(new FetchPlan.Root(command.type().collection(), command.toBson(), String.join("; ", reasons)));
    }

    private void lookups(QueryPlan plan, FetchNode node) {
        for (FetchNode.Edge edge : node.edges()) {
            if (edge.isJoined()) {
                String side = QueryPlan.sideField(edge.side());
                BsonArray stages = new BsonArray();
                plan.arrangement().fetchJoins().stream()
                        .filter(stage -> mentions(stage, side, edge.side()))
                        .forEach(stages::add);
                steps.add(new FetchPlan.Lookup(
                        edge.link().target().collection(),
                        new BsonDocument("stages", stages),
                        edge.link() + " fetched into " + side
                                + (stages.isEmpty() ? ", where the sort has joined it" : "")));
                lookups(plan, edge.node());
            }
        }
    }

    private static boolean mentions(BsonDocument stage, String side, int number) {
        if (stage.containsKey("$lookup")) {
            return stage.getDocument("$lookup").getString("as").getValue().equals(side);
        }
        return stage.containsKey("$addFields")
                && (stage.getDocument("$addFields").containsKey(Joins.keys(number))
                        || stage.getDocument("$addFields").containsKey(side));
    }

    /** What is fetched in batches, level by level, as it is loaded. */
    public PlanPrinter batches(FetchNode root) {
        Set<FetchNode> level = new LinkedHashSet<>(List.of(root));
        for (int depth = 1; !level.isEmpty(); depth++) {
            Map<Object, Links> links = new LinkedHashMap<>();
            Set<FetchNode> next = new LinkedHashSet<>();
            for (FetchNode node : level) {
                for (FetchNode.Edge edge : node.edges()) {
                    next.add(edge.node());
                    if (!edge.isJoined()) {
                        links.computeIfAbsent(Links.key(edge.node()), key -> new Links(edge.node()))
                                .links
                                .add(edge.link());
                    }
                }
            }
            for (Links each : links.values()) {
                batch(each, depth);
            }
            level = next;
        }
        return this;
    }

    /** The links of a level whose documents one find reads. */
    private record Links(FetchNode node, Set<LinkType> links) {
        Links(FetchNode node) {
            this(node, new LinkedHashSet<>());
        }

        /** Whole documents of a type are read alike; for a projection, those at one place are. */
        static Object key(FetchNode node) {
            return node.shown() == null ? node.type() : node.shown();
        }
    }

    private void batch(Links links, int depth) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (LinkType link : links.links) {
            ids.merge(
                    link.isBackLink() ? link.mirror().idPath() : "_id",
                    link.isBackLink() ? "ids of " + link.owner() : link.toString(),
                    (one, other) -> one.equals(other) ? one : one + ", " + other);
        }
        Map<String, BsonString> placeholders = new LinkedHashMap<>();
        ids.forEach((field, of) -> placeholders.put(field, new BsonString("<" + of + ">")));
        Command command = Batch.find(links.node, placeholders);
        steps.add(new FetchPlan.Batch(
                command.type().collection(),
                command.toBson(),
                "level " + depth + ", once per window of roots: "
                        + links.links.stream().map(LinkType::toString).collect(Collectors.joining(", "))));
    }
}
