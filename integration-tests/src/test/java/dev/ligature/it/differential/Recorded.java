// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.query.FetchPlan;
import dev.ligature.testing.CommandRecorder.Command;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Compares the commands that a query has sent with those that its plan has printed. Text in angle brackets stands for the ids that were known
 * later. A batch is sent once per window, and not at all where it has nothing to ask for.
 */
final class Recorded {
    private static final Set<String> OF_THE_DRIVER =
            Set.of("$db", "lsid", "$clusterTime", "$readPreference", "txnNumber", "singleBatch", "apiVersion");

    private final FetchPlan plan;
    private final Beside beside;
    private final List<FetchPlan.Step> steps = new ArrayList<>();

    /** Knows what the given data needs beside joins, which no plan can print. */
    interface Beside {
        /** Whether the documents of the collection whose field holds the given id are read. */
        boolean reads(String collection, String path, BsonValue id);
    }

    Recorded(FetchPlan plan, Beside beside) {
        this.plan = plan;
        this.beside = beside;
        plan.steps().stream()
                .filter(step -> !(step instanceof FetchPlan.Lookup))
                .forEach(steps::add);
    }

    /**
     * What is wrong, or null.
     *
     * @param isComplete whether the query has come to its end
     */
    @Nullable
    String difference(List<Command> commands, boolean isComplete) {
        IdentityHashMap<FetchPlan.Step, Command> sent = new IdentityHashMap<>(); // two steps may read alike
        for (Command command : commands) {
            if (!isOfBatches(command) && !assign(command, sent, newSet())) {
                return "sent, and not printed: " + command.document() + "\n" + plan;
            }
        }
        commands.stream().filter(this::isOfBatches).forEach(command -> assign(command, sent, newSet()));
        return steps.stream()
                .filter(step -> isComplete && !(step instanceof FetchPlan.Batch) && !sent.containsKey(step))
                .findFirst()
                .map(step -> "printed, and not sent: " + step + "\n" + commands)
                .orElse(null);
    }

    private static Set<FetchPlan.Step> newSet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /**
     * Finds the step that has printed a command. Semi-joins are sent at the same time, and more than one step may print what was
     * sent: then a command that has the step gets another one.
     */
    private boolean assign(Command command, IdentityHashMap<FetchPlan.Step, Command> sent, Set<FetchPlan.Step> tried) {
        for (FetchPlan.Step step : steps) {
            if (!(step instanceof FetchPlan.Batch) && isPrintedBy(step, command) && tried.add(step)) {
                Command before = sent.get(step);
                if (before == null || assign(before, sent, tried)) {
                    sent.put(step, command);
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a command may be sent as often as the data needs it. */
    private boolean isOfBatches(Command command) {
        return isBesideJoins(command)
                || steps.stream().anyMatch(step -> step instanceof FetchPlan.Batch && isPrintedBy(step, command));
    }

    private boolean isPrintedBy(FetchPlan.Step step, Command command) {
        BsonDocument printed = step.command();
        BsonDocument sent = command.document().clone();
        sent.keySet().removeAll(OF_THE_DRIVER);
        for (String size : List.of("batchSize", "cursor")) { // which demand says, where the plan does not
            if (!printed.containsKey(size)) {
                sent.remove(size);
            }
        }
        if (!(step instanceof FetchPlan.Batch)) {
            return isFilledIn(printed, sent);
        }
        if (!sent.containsKey("filter")) {
            return false;
        }
        List<BsonValue> sentFilters = alternatives(sent.remove("filter"));
        return isFilledIn(withoutFilter(printed), sent)
                && sentFilters.stream()
                        .allMatch(asked -> alternativesLike(printed).anyMatch(each -> isFilledIn(each, asked)));
    }

    private static BsonDocument withoutFilter(BsonDocument command) {
        BsonDocument rest = command.clone();
        rest.remove("filter");
        return rest;
    }

    /** Of all batches that read alike: who comes to a document that is known goes on at once, so that one find may serve two levels. */
    private Stream<BsonValue> alternativesLike(BsonDocument printed) {
        return steps.stream()
                .filter(step -> step instanceof FetchPlan.Batch
                        && withoutFilter(step.command()).equals(withoutFilter(printed)))
                .flatMap(step -> alternatives(step.command().get("filter")).stream());
    }

    /**
     * Ids of links in another form than declared are not joined. Finds beside a join read their targets, and what is
     * fetched from there. One find may also read for a batch.
     */
    private boolean isBesideJoins(Command command) {
        return command.name().equals("find")
                && plan.steps().stream()
                        .anyMatch(step -> step instanceof FetchPlan.Lookup
                                && step.collection().equals(command.collection()))
                && alternatives(command.document().get("filter")).stream()
                        .allMatch(asked -> isAskedByABatch(command.collection(), asked)
                                || asked.asDocument().entrySet().stream()
                                        .allMatch(field ->
                                                isBesideJoins(command.collection(), field.getKey(), field.getValue())));
    }

    private boolean isBesideJoins(String collection, String path, BsonValue test) {
        return test.isDocument()
                && test.asDocument().containsKey("$in")
                && test.asDocument().getArray("$in").stream().allMatch(id -> beside.reads(collection, path, id));
    }

    private boolean isAskedByABatch(String collection, BsonValue asked) {
        return steps.stream()
                .filter(step ->
                        step instanceof FetchPlan.Batch && step.collection().equals(collection))
                .flatMap(step -> alternatives(step.command().get("filter")).stream())
                .anyMatch(printed -> isFilledIn(printed, asked));
    }

    private static List<BsonValue> alternatives(BsonValue filter) {
        BsonDocument document = filter.asDocument();
        return document.keySet().equals(Set.of("$or")) ? new ArrayList<>(document.getArray("$or")) : List.of(document);
    }

    private static boolean isFilledIn(BsonValue printed, BsonValue sent) {
        if (printed.isString() && printed.asString().getValue().startsWith("<") && sent.isArray()) {
            return true;
        }
        if (printed.isDocument() && sent.isDocument()) {
            Map<String, BsonValue> fields = sent.asDocument();
            return printed.asDocument().keySet().equals(fields.keySet())
                    && printed.asDocument().entrySet().stream()
                            .allMatch(field -> isFilledIn(field.getValue(), fields.get(field.getKey())));
        }
        if (printed.isArray() && sent.isArray()) {
            BsonArray values = sent.asArray();
            for (int i = 0; i < values.size(); i++) {
                if (i >= printed.asArray().size()
                        || !isFilledIn(printed.asArray().get(i), values.get(i))) {
                    return false;
                }
            }
            return values.size() == printed.asArray().size();
        }
        return printed.equals(sent);
    }
}
