// SPDX-License-Identifier: Apache-2.0
package dev.ligature.query;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * How a query will be answered: which commands go to which collection, in which order, and why. A value: two plans are
 * equal if their steps are. Ids that one step gives to another are known only when the plan runs; in their place stands
 * text in angle brackets. {@link #toString()} prints the commands as Extended JSON.
 */
public final class FetchPlan {
    private final String document;
    private final FetchStrategy strategy;
    private final List<Step> steps;
    private final Function<List<Step>, Flux<MissingIndex>> check;
    private final IntFunction<Flux<OtherForm>> otherForms;

    /**
     * Creates a plan. {@link dev.ligature.repository.Find#plan()} makes them for you.
     *
     * @param document the document that is queried
     * @param strategy how links are fetched
     * @param steps in the order in which they are taken; lookups are part of the root's command
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

    /** Returns the document that is queried. */
    public String document() {
        return document;
    }

    /** Returns how links are fetched. */
    public FetchStrategy strategy() {
        return strategy;
    }

    /** Returns the steps in the order in which they are taken. Lookups are part of the root's command. */
    public List<Step> steps() {
        return steps;
    }

    /**
     * Emits each condition, sort and join of the plan that no index of the server serves. Empty if all have an index.
     * On each subscription it asks for the indexes of the collections, with one command each, and runs nothing of the
     * plan. A query for all documents needs no index for its condition.
     *
     * <p>It looks only at indexes, not for links in another form than declared; {@link #otherForms} does.
     */
    public Flux<MissingIndex> check() {
        return Flux.defer(() -> check.apply(steps));
    }

    /**
     * Emits each link that the conditions and back links of the plan use and that some documents store in another form
     * than declared, so that the query does not see it there. Empty if there is none. It sends one <a
     * href="https://www.mongodb.com/docs/manual/reference/method/db.collection.countDocuments/">count</a> per link,
     * which no index serves: it reads the collection until it has found as many documents as the limit, so if there are
     * fewer, it reads all of it. Ids that are documents themselves are not told apart from DBRefs; {@link
     * dev.ligature.repository.Repository#planRestore} does that.
     *
     * @param limit where a count ends
     * @throws IllegalArgumentException if the limit is not positive
     */
    public Flux<OtherForm> otherForms(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit of a count must be at least 1, not " + limit);
        }
        return Flux.defer(() -> otherForms.apply(limit));
    }

    /** One step. */
    public sealed interface Step {
        /** Returns the collection that is read. */
        String collection();

        /** Returns the command. For a lookup, returns its stages. */
        BsonDocument command();

        /** Returns why the step is there. */
        String reason();
    }

    /** A condition through a link, answered from the other side first. */
    public record SemiJoin(String collection, BsonDocument command, String reason) implements Step {}

    /** The documents that the query is for. */
    public record Root(String collection, BsonDocument command, String reason) implements Step {}

    /** A join within the root's command. */
    public record Lookup(String collection, BsonDocument command, String reason) implements Step {}

    /** The number of all documents that satisfy the condition of a page. */
    public record Total(String collection, BsonDocument command, String reason) implements Step {}

    /** A find for the links of all documents of one window and level. */
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
