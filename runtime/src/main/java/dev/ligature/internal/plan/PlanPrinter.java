package dev.ligature.internal.plan;

import dev.ligature.internal.predicate.Predicate;
import dev.ligature.repository.FetchPlan;
import dev.ligature.repository.FetchStrategy;
import dev.ligature.repository.MissingIndex;
import dev.ligature.repository.OtherForm;
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
import org.bson.BsonInt32;
import org.bson.BsonString;
import reactor.core.publisher.Flux;

/** Shows a plan to people: the commands that the executor will send, with text for what is known only then. */
public final class PlanPrinter {
    private final QueryPlan plan;
    private final List<FetchPlan.Step> steps = new ArrayList<>();

    private PlanPrinter(QueryPlan plan) {
        this.plan = plan;
    }

    /**
     * The plan as a public value.
     *
     * @param check compares steps with the indexes of the server
     * @param otherForms counts what is stored in another form than declared, up to a limit
     */
    public static FetchPlan print(
            QueryPlan plan,
            Function<List<FetchPlan.Step>, Flux<MissingIndex>> check,
            IntFunction<Flux<OtherForm>> otherForms) {
        PlanPrinter printer = new PlanPrinter(plan);
        plan.semiJoins().forEach(printer::semiJoin);
        printer.root();
        printer.lookups(plan.fetch());
        printer.batches();
        return new FetchPlan(
                plan.request().type().toString(), plan.request().strategy(), printer.steps, check, otherForms);
    }

    private void semiJoin(SemiJoin join) {
        LinkType link = join.link();
        int bound = join.bound(plan.request().semiJoinBound());
        Match match = MatchAssembler.assemble(join.filter(), PlanPrinter::placeholder);
        steps.add(new FetchPlan.SemiJoin(
                link.target().collection(),
                Commands.values(link.target().collection(), match, join.projection(), bound),
                new Predicate.Linked(link, join.condition()) + " → "
                        + (link.isBackLink()
                                ? "id in the ids of their " + link.mirror().member()
                                : link.member() + " in ids")
                        + ", bound " + String.format(Locale.ROOT, "%,d", bound)));
    }

    private static Answer placeholder(SemiJoin join) {
        return new Answer.Values(new BsonString("<ids of step " + join.number() + ">"));
    }

    private void root() {
        FindRequest request = plan.request();
        Match match = MatchAssembler.assemble(plan.filter(), PlanPrinter::placeholder);
        String collection = request.type().collection();
        BsonDocument command = plan.isPlainFind(match)
                ? Commands.find(collection, match.before(), plan.sort(), request.skip(), request.limit())
                : new BsonDocument("aggregate", new BsonString(collection))
                        .append("pipeline", new BsonArray(plan.pipeline(match)));
        List<String> reasons = new ArrayList<>();
        reasons.add(request.predicate().toString());
        if (!request.orders().isEmpty()) {
            reasons.add("sorted by "
                    + request.orders().stream().map(Object::toString).collect(Collectors.joining(", "))
                    + (plan.isTieBroken() ? ", then by id" : "")
                    + (plan.sortJoins().isEmpty() ? "" : ", which needs a join before the page"));
        }
        if (request.skip() > 0 || request.limit() > 0) {
            String page = request.limit() > 0 ? "the first " + request.limit() : "all";
            reasons.add(page
                    + (request.skip() > 0 ? " after " + request.skip() : "")
                    + (plan.fetchJoins().isEmpty() ? "" : ", joined after the page is cut"));
        }
        if (request.strategy() == FetchStrategy.AUTO && !plan.fetch().isLeaf()) {
            reasons.add(choice());
        }
        steps.add(new FetchPlan.Root(collection, command, String.join("; ", reasons)));
    }

    /** Why {@code AUTO} joins or batches. */
    private String choice() {
        FindRequest request = plan.request();
        if (Planner.isLeftToFind(request)) {
            return "sorted by what it stores, which a find takes off an index, so links are fetched in batches";
        }
        if (Planner.isSmallPage(request)) {
            return "a page of " + Planner.JOINED_ROOTS + " at most, so its own links are joined";
        }
        return request.fewExpected()
                ? "the last answers had " + Planner.JOINED_ROOTS + " roots at most, so their own links are joined"
                : "more than " + Planner.JOINED_ROOTS + " roots may come, so links are fetched in batches";
    }

    private void lookups(FetchNode node) {
        for (FetchNode.Edge edge : node.edges()) {
            if (edge.isJoined()) {
                String side = QueryPlan.sideField(edge.side());
                BsonArray stages = new BsonArray();
                plan.fetchJoins().stream()
                        .filter(stage -> mentions(stage, side, edge.side()))
                        .forEach(stages::add);
                steps.add(new FetchPlan.Lookup(
                        edge.link().target().collection(),
                        new BsonDocument("stages", stages),
                        edge.link() + " fetched into " + side
                                + (stages.isEmpty() ? ", where the sort has joined it" : "")));
                lookups(edge.node());
            }
        }
    }

    private static boolean mentions(BsonDocument stage, String side, int number) {
        if (stage.containsKey("$lookup")) {
            return stage.getDocument("$lookup").getString("as").getValue().equals(side);
        }
        return stage.containsKey("$addFields")
                && stage.getDocument("$addFields").containsKey(Joins.keys(number));
    }

    /** Level by level, as the batches are loaded. */
    private void batches() {
        Set<FetchNode> level = new LinkedHashSet<>(List.of(plan.fetch()));
        for (int depth = 1; !level.isEmpty(); depth++) {
            Map<DocumentType<?>, Set<LinkType>> links = new LinkedHashMap<>();
            Set<FetchNode> next = new LinkedHashSet<>();
            for (FetchNode node : level) {
                for (FetchNode.Edge edge : node.edges()) {
                    next.add(edge.node());
                    if (!edge.isJoined()) {
                        links.computeIfAbsent(edge.link().target(), type -> new LinkedHashSet<>())
                                .add(edge.link());
                    }
                }
            }
            for (Map.Entry<DocumentType<?>, Set<LinkType>> entry : links.entrySet()) {
                batch(entry.getKey(), entry.getValue(), depth);
            }
            level = next;
        }
    }

    private void batch(DocumentType<?> type, Set<LinkType> links, int depth) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (LinkType link : links) {
            keys.merge(
                    link.isBackLink() ? link.mirror().idPath() : "_id",
                    link.isBackLink() ? "ids of " + link.owner() : link.toString(),
                    (one, other) -> one.equals(other) ? one : one + ", " + other);
        }
        List<BsonDocument> alternatives = new ArrayList<>();
        keys.forEach((field, ids) ->
                alternatives.add(new BsonDocument(field, new BsonDocument("$in", new BsonString("<" + ids + ">")))));
        BsonDocument filter = alternatives.size() == 1 ? alternatives.get(0) : FilterRenderer.anyOf(alternatives);
        steps.add(new FetchPlan.Batch(
                type.collection(),
                Commands.find(type.collection(), filter, new BsonDocument(), 0, 0),
                "level " + depth + ", once per window of roots: "
                        + links.stream().map(LinkType::toString).collect(Collectors.joining(", "))));
    }

    /** Commands in the form in which the driver sends them. */
    static final class Commands {
        private Commands() {}

        static BsonDocument find(String collection, BsonDocument filter, BsonDocument sort, int skip, int limit) {
            BsonDocument command = new BsonDocument("find", new BsonString(collection));
            command.append("filter", filter);
            if (!sort.isEmpty()) {
                command.append("sort", sort);
            }
            if (skip > 0) {
                command.append("skip", new BsonInt32(skip));
            }
            if (limit > 0) {
                command.append("limit", new BsonInt32(limit));
            }
            return command;
        }

        /** The command of a semi-join. */
        static BsonDocument values(String collection, Match match, BsonDocument projection, int bound) {
            if (match.isPlain()) {
                return new BsonDocument("find", new BsonString(collection))
                        .append("filter", match.before())
                        .append("projection", projection)
                        .append("limit", ConditionPlanner.oneMoreThan(bound));
            }
            List<BsonDocument> stages = new ArrayList<>(match.stages());
            stages.add(new BsonDocument("$limit", ConditionPlanner.oneMoreThan(bound)));
            stages.add(new BsonDocument("$project", projection));
            return new BsonDocument("aggregate", new BsonString(collection)).append("pipeline", new BsonArray(stages));
        }
    }
}
