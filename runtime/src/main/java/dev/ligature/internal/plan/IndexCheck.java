// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.query.FetchPlan;
import dev.ligature.query.MissingIndex;
import dev.ligature.query.MissingIndex.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Compares the commands of a plan with the existing indexes. */
public final class IndexCheck {
    private final Map<String, List<Index>> indexes;
    private final Set<MissingIndex> missing = new LinkedHashSet<>();

    private IndexCheck(Map<String, List<Index>> indexes) {
        this.indexes = indexes;
    }

    /** The collections whose indexes a plan may use. */
    public static Set<String> collections(List<FetchPlan.Step> steps) {
        Set<String> collections = new LinkedHashSet<>();
        for (FetchPlan.Step step : steps) {
            collections.add(step.collection());
            stages(step.command()).stream()
                    .filter(stage -> stage.containsKey("$lookup"))
                    .forEach(stage -> collections.add(
                            stage.getDocument("$lookup").getString("from").getValue()));
        }
        return collections;
    }

    /** What the steps of a plan lack, in their order. */
    public static List<MissingIndex> missing(List<FetchPlan.Step> steps, Map<String, List<Index>> indexes) {
        IndexCheck check = new IndexCheck(indexes);
        for (FetchPlan.Step step : steps) {
            if (!(step instanceof FetchPlan.Lookup)) { // a part of the root's command
                check.command(step.collection(), step.command());
            }
        }
        return List.copyOf(check.missing);
    }

    private void command(String collection, BsonDocument command) {
        if (command.containsKey("filter")) {
            BsonDocument filter = command.getDocument("filter");
            condition(collection, filter);
            sort(collection, filter, command.getDocument("sort", new BsonDocument()), Map.of());
            return;
        }
        BsonDocument filter = new BsonDocument();
        Map<String, String> joined = new HashMap<>();
        for (BsonDocument stage : stages(command)) {
            if (stage.containsKey("$match") && joined.isEmpty()) {
                filter = stage.getDocument("$match");
                condition(collection, filter);
            } else if (stage.containsKey("$sort")) {
                sort(collection, filter, stage.getDocument("$sort"), joined);
            } else if (stage.containsKey("$lookup")) {
                BsonDocument lookup = stage.getDocument("$lookup");
                joined.put(
                        lookup.getString("as").getValue(),
                        lookup.getString("from").getValue());
                join(lookup);
            }
        }
    }

    private void condition(String collection, BsonDocument filter) {
        FilterFields fields = FilterFields.of(filter);
        if (!filter.isEmpty() && !fields.areServedBy(indexesOf(collection))) {
            Set<String> candidates = new TreeSet<>(fields.found());
            fields.alternatives().forEach(alternative -> candidates.addAll(alternative.found()));
            missing.add(new MissingIndex(
                    Part.CONDITION,
                    collection,
                    List.copyOf(candidates),
                    candidates.isEmpty()
                            ? "no index can serve it, so all documents are read. Add a condition on an indexed field."
                            : fields.found().isEmpty()
                                    ? "an alternative has no index, so all documents are read. Declare @Indexed on each, and"
                                            + " createIndexes()."
                                    : "no index starts with one of them, so all documents are read. Declare @Indexed or a"
                                            + " @CompoundIndex, and createIndexes()."));
        }
    }

    /** @param joined the collections of the side arrays */
    private void sort(String collection, BsonDocument filter, BsonDocument sort, Map<String, String> joined) {
        List<String> linked = new ArrayList<>();
        for (String key : sort.keySet()) {
            int dot = key.indexOf('.');
            String from = dot < 0 ? null : joined.get(key.substring(0, dot));
            if (from != null) {
                linked.add(from + key.substring(dot));
            }
        }
        if (!linked.isEmpty()) {
            missing.add(new MissingIndex(
                    Part.SORT,
                    collection,
                    linked,
                    "the key is in a linked document, so all that match are joined and sorted before the page is cut."
                            + " Sort by a field of the document itself, or narrow the condition."));
            return;
        }
        Set<String> equal = FilterFields.of(filter).equal();
        if (!sort.isEmpty()
                && !equal.contains("_id")
                && indexesOf(collection).stream().noneMatch(index -> index.sorts(sort, equal))) {
            missing.add(new MissingIndex(
                    Part.SORT,
                    collection,
                    List.copyOf(sort.keySet()),
                    "no index has this order, so all that match are read and sorted. Declare @Indexed or a @CompoundIndex with"
                            + " these keys, and createIndexes(), which adds the id."));
        }
    }

    private void join(BsonDocument lookup) {
        String collection = lookup.getString("from").getValue();
        String field = lookup.getString("foreignField").getValue();
        if (indexesOf(collection).stream().noneMatch(index -> index.startsWithOneOf(Set.of(field)))) {
            missing.add(new MissingIndex(
                    Part.JOIN,
                    collection,
                    List.of(field),
                    "no index starts with it, so all documents are read for each one that is joined. createIndexes() makes it"
                            + " for links that a back link mirrors."));
        }
    }

    private List<Index> indexesOf(String collection) {
        return indexes.getOrDefault(collection, List.of(Index.ID));
    }

    private static List<BsonDocument> stages(BsonDocument command) {
        List<BsonDocument> stages = new ArrayList<>();
        if (command.containsKey("pipeline")) {
            for (BsonValue stage : command.getArray("pipeline")) {
                stages.add(stage.asDocument());
            }
        }
        return stages;
    }
}
