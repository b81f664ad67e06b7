package dev.ligature.it.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Generates data: missing and null members, empty lists, nulls and duplicates in lists, shared and dangling targets. */
final class Worlds {
    /** More documents than a random model's semi-join bounds, few enough for targets to be shared. */
    private static final List<Integer> SIZES = List.of(0, 1, 2, 4, 6, 9, 14, 30);

    private static final List<String> TEXTS = List.of("", "a", "b", "ab", "a.b", "B");

    private final Choices choices;
    private final Model model;
    private final List<Integer> sizes = new ArrayList<>();
    private final Map<Model.Link, Integer> lastUnique = new LinkedHashMap<>();

    private Worlds(Choices choices, Model model) {
        this.choices = choices;
        this.model = model;
    }

    static World generate(Choices choices) {
        return new Worlds(choices, Models.generate(choices)).generate();
    }

    static int number(Choices choices) {
        return choices.upTo(4);
    }

    static String text(Choices choices) {
        return choices.of(TEXTS);
    }

    private World generate() {
        model.types().forEach(type -> sizes.add(choices.of(SIZES)));
        for (Model.Type type : model.types()) {
            for (Model.Link link : type.links()) {
                boolean single = link.isBackLink() && !link.shape().isList();
                if (single && choices.percent(90)) {
                    lastUnique.put(model.mirror(link), 0);
                }
            }
        }
        List<List<World.Row>> rows = new ArrayList<>();
        for (Model.Type type : model.types()) {
            List<World.Row> rowsOfType = new ArrayList<>();
            for (int number = 1; number <= sizes.get(type.index()); number++) {
                if (choices.percent(90)) { // the ids in between dangle where they are linked to
                    rowsOfType.add(row(type, number));
                }
            }
            rows.add(rowsOfType);
        }
        return new World(model, rows);
    }

    private World.Row row(Model.Type type, int number) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Model.Field field : type.fields()) {
            if (!choices.percent(15)) {
                values.put(field.name(), choices.percent(10) ? null : value(field.kind()));
            }
        }
        Map<String, @Nullable Object> links = new LinkedHashMap<>();
        for (Model.Link link : type.links()) {
            boolean optional = link.shape().isOptional();
            if (!link.isBackLink() && !(optional && choices.percent(20))) {
                links.put(link.name(), optional && choices.percent(10) ? null : stored(link));
            }
        }
        return new World.Row(type.ids().id(number), values, links);
    }

    private Object value(Model.FieldKind kind) {
        return switch (kind) {
            case NUMBER -> number(choices);
            case TEXT -> text(choices);
            case NUMBERS -> {
                List<Integer> numbers = new ArrayList<>();
                for (int left = choices.upTo(3); left > 0; left--) {
                    numbers.add(number(choices));
                }
                yield numbers;
            }
        };
    }

    private Object stored(Model.Link link) {
        if (!link.shape().isList()) {
            return target(link);
        }
        List<@Nullable Object> entries = new ArrayList<>();
        for (int left = choices.upTo(4); left > 0; left--) {
            entries.add(choices.percent(4) ? null : target(link));
        }
        return entries;
    }

    /** An id of the target's: of any document, and sometimes of none; each once where a single back link mirrors the link. */
    private Object target(Model.Link link) {
        Model.Type target = model.type(link.target());
        Integer last = lastUnique.get(link);
        if (last != null) {
            int next = last + 1 + choices.upTo(1);
            lastUnique.put(link, next);
            return target.ids().id(next);
        }
        int most = sizes.get(link.target()) + 1;
        int number = 1 + choices.upTo(most);
        return target.ids().id(choices.percent(40) ? Math.min(number, 2) : number);
    }
}
