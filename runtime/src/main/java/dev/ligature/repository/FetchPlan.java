package dev.ligature.repository;

import java.util.List;
import org.bson.BsonDocument;

/**
 * How a query will be answered: which commands go to which collection, in which order, and why. A value: two plans are equal
 * when their steps are. What is known only when the plan runs, the ids that one step gives to another, stands as text in angle
 * brackets. {@link #toString()} prints the commands as Extended JSON.
 *
 * @param document the document that is queried
 * @param steps in the order in which they are taken; lookups are a part of the root's command
 */
public record FetchPlan(String document, FetchStrategy strategy, List<Step> steps) {
    public FetchPlan {
        steps = List.copyOf(steps);
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

    /** A find for the links of all documents of a window and level. */
    public record Batch(String collection, BsonDocument command, String reason) implements Step {}

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
        return step instanceof Root ? "root" : step instanceof Lookup ? "lookup" : "batch";
    }
}
