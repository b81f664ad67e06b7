package dev.ligature.query;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * How a query will be answered: which commands go to which collection, in which order, and why. A value: two plans are equal
 * when their steps are. What is known only when the plan runs, the ids that one step gives to another, stands as text in angle
 * brackets. {@link #toString()} prints the commands as Extended JSON.
 */
public final class FetchPlan {
    private final String document;
    private final FetchStrategy strategy;
    private final List<Step> steps;
    private final Function<List<Step>, Flux<MissingIndex>> check;
    private final IntFunction<Flux<OtherForm>> otherForms;

    /**
     * A plan; {@link dev.ligature.repository.Find#plan()} makes them.
     *
     * @param document the document that is queried
     * @param steps in the order in which they are taken; lookups are a part of the root's command
     * @param check compares steps with the indexes of the server
     * @param otherForms counts what is stored in another form than declared, up to a limit
     */
    public FetchPlan(
            String document,
            FetchStrategy strategy,
            List<Step> steps,
            Function<List<Step>, Flux<MissingIndex>> check,
            IntFunction<Flux<OtherForm>> otherForms) {
        this.document = document;
        this.strategy = strategy;
        this.steps = List.copyOf(steps);
        this.check = check;
        this.otherForms = otherForms;
    }

    /** The document that is queried. */
    public String document() {
        return document;
    }

    public FetchStrategy strategy() {
        return strategy;
    }

    /** The steps in the order in which they are taken; lookups are a part of the root's command. */
    public List<Step> steps() {
        return steps;
    }

    /**
     * Names each condition, sort and join of the plan that no index of the server serves; empty when all have one. Asks for the
     * indexes of the collections on subscription, one command each, and runs nothing of the plan. A query for all documents
     * needs no index for its condition.
     *
     * <p>Indexes are all that is looked at. Links in another form than declared are not looked for here, but by {@link #otherForms}.
     */
    public Flux<MissingIndex> check() {
        return Flux.defer(() -> check.apply(steps));
    }

    /**
     * Names each link that the conditions and back links of the plan ask for and that documents store in another form than declared, where
     * the query does not see it; empty when there is none. One
     * <a href="https://www.mongodb.com/docs/manual/reference/method/db.collection.countDocuments/">count</a> per link, which no index
     * serves: it reads the collection until it has found as many documents as the limit, so all of it where there are fewer. Ids that are
     * documents themselves are not told from DBRefs; {@link dev.ligature.repository.Repository#planRestore} does that.
     *
     * @param limit where a count ends
     * @throws IllegalArgumentException when the limit is not positive
     */
    public Flux<OtherForm> otherForms(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit of a count is at least 1, not " + limit);
        }
        return Flux.defer(() -> otherForms.apply(limit));
    }

    /** One step. */
    public sealed interface Step {
        /** The collection that is read. */
        String collection();

        /** The command, or of a lookup its stages. */
        BsonDocument command();

        /** Why the step is there. */
        String reason();
    }

    /** A condition through a link, answered from the other side first. */
    public record SemiJoin(String collection, BsonDocument command, String reason) implements Step {}

    /** The documents asked for. */
    public record Root(String collection, BsonDocument command, String reason) implements Step {}

    /** A join within the root's command. */
    public record Lookup(String collection, BsonDocument command, String reason) implements Step {}

    /** The number of all documents for which the condition of a page holds. */
    public record Total(String collection, BsonDocument command, String reason) implements Step {}

    /** A find for the links of all documents of a window and level. */
    public record Batch(String collection, BsonDocument command, String reason) implements Step {}

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FetchPlan plan
                && document.equals(plan.document)
                && strategy == plan.strategy
                && steps.equals(plan.steps);
    }

    @Override
    public int hashCode() {
        return Objects.hash(document, strategy, steps);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(document).append(" by ").append(strategy);
        int number = 1;
        for (Step step : steps) {
            text.append('\n')
                    .append(number++)
                    .append(". ")
                    .append(kind(step))
                    .append(" \"")
                    .append(step.collection());
            text.append("\": ").append(step.reason());
            if (!(step instanceof Lookup)) {
                text.append("\n   ").append(step.command().toJson());
            }
        }
        return text.toString();
    }

    private static String kind(Step step) {
        if (step instanceof SemiJoin) {
            return "semi-join";
        }
        if (step instanceof Root) {
            return "root";
        }
        return step instanceof Lookup ? "lookup" : step instanceof Total ? "total" : "batch";
    }
}
