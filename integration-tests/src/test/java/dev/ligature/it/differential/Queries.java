// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.query.FetchStrategy;
import dev.ligature.query.MissingTargets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Generates queries: a condition, a sort, a page and what is fetched. */
final class Queries {
    /** Joins of one aggregation: each is a stage, and they multiply per level. */
    private static final int MOST_JOINS = 24;

    private final Choices choices;
    private final Model model;
    private final Conds conds;

    Queries(Choices choices, Model model) {
        this.choices = choices;
        this.model = model;
        this.conds = new Conds(choices, model);
    }

    Query generate() {
        Model.Type root = choices.of(model.types());
        FetchStrategy strategy = choices.of(FetchStrategy.values());
        Query.Also also = choices.of(Query.Also.values());
        return new Query(
                root.index(),
                conds.generate(root),
                sort(root),
                choices.percent(25) ? choices.upTo(4) : 0,
                choices.percent(35) ? 1 + choices.upTo(5) : 0,
                fetch(root, strategy),
                choices.percent(80) ? MissingTargets.KEEP : choices.of(MissingTargets.DROP, MissingTargets.FAIL),
                strategy,
                choices.of(-1, -1, 0, 1, 2, 10_000, Integer.MAX_VALUE),
                also,
                also == Query.Also.SHOWN ? shown(root, 2) : Shown.NOTHING);
    }

    private Shown shown(Model.Type type, int depth) {
        List<String> fields = type.fields().stream()
                .map(Model.Field::name)
                .filter(field -> choices.percent(40))
                .toList();
        List<String> ids = type.forwardLinks().stream()
                .map(Model.Link::name)
                .filter(link -> choices.percent(30))
                .toList();
        Map<String, Shown> through = new LinkedHashMap<>();
        for (Model.Link link : type.links()) {
            if (depth > 0 && choices.percent(50)) {
                through.put(link.name(), shown(model.type(link.target()), depth - 1));
            }
        }
        return new Shown(fields, ids, through);
    }

    private List<Query.Key> sort(Model.Type root) {
        List<Query.Key> keys = new ArrayList<>();
        for (int left = choices.of(0, 1, 1, 2); left > 0; left--) {
            keys.add(key(root));
        }
        return keys;
    }

    /** A key on a field that is no list, through links to one document. */
    private Query.Key key(Model.Type root) {
        List<String> path = new ArrayList<>();
        Model.Type type = root;
        for (int left = choices.of(0, 0, 1, 2); left > 0; left--) {
            List<Model.Link> single = type.links().stream()
                    .filter(link -> !link.isBackLink() && !link.isList())
                    .toList();
            if (single.isEmpty()) {
                break;
            }
            Model.Link link = choices.of(single);
            path.add(link.name());
            type = model.type(link.target());
        }
        if (root.isSealed() && path.isEmpty() && choices.percent(40)) {
            type = choices.of(model.permitted(root));
            return new Query.Key(
                    List.of(Model.narrowing(type)), choices.of(type.scalars()).name(), choices.percent(50));
        }
        List<String> fields = new ArrayList<>(List.of("id"));
        type.scalars().forEach(field -> fields.add(field.name()));
        return new Query.Key(path, choices.of(fields), choices.percent(50));
    }

    private Query.Fetch fetch(Model.Type root, FetchStrategy strategy) {
        if (choices.percent(40) || root.links().isEmpty()) {
            return Query.Fetch.NOTHING;
        }
        List<List<String>> paths = new ArrayList<>();
        for (int left = choices.of(0, 0, 1, 2); left > 0; left--) {
            paths.add(conds.path(root, 1 + choices.upTo(2)));
        }
        Map<List<String>, Integer> depths = new HashMap<>();
        for (int left = choices.of(0, 0, 0, 1, 2); left > 0; left--) {
            depths.put(conds.path(root, 1 + choices.upTo(1)), choices.upTo(2));
        }
        int depth = choices.of(0, 0, 1, 1, 2, 3);
        Query.Fetch fetch = new Query.Fetch(depth, paths, depths);
        if (strategy == FetchStrategy.LOOKUP && Levels.of(fetch).joins(model, root) > MOST_JOINS) {
            return new Query.Fetch(0, paths, Map.of());
        }
        return fetch;
    }
}
