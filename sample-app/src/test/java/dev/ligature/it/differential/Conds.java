package dev.ligature.it.differential;

import dev.ligature.it.differential.Cond.Operator;
import dev.ligature.it.differential.Cond.Quantifier;
import dev.ligature.it.differential.Cond.Test;
import java.util.ArrayList;
import java.util.List;

/** Generates conditions: on own fields, through links and back links, of lists and their elements, nested and negated. */
final class Conds {
    private static final int DEEPEST = 3;

    private final Choices choices;
    private final Model model;

    Conds(Choices choices, Model model) {
        this.choices = choices;
        this.model = model;
    }

    Cond generate(Model.Type root) {
        return choices.percent(3) ? new Cond.Everything() : condition(root, DEEPEST);
    }

    private Cond condition(Model.Type type, int depth) {
        int kind = depth == 0 ? 0 : choices.upTo(11);
        return switch (kind) {
            case 5, 6 -> new Cond.And(condition(type, depth - 1), condition(type, depth - 1));
            case 7, 8 -> new Cond.Or(condition(type, depth - 1), condition(type, depth - 1));
            case 9 -> new Cond.Not(condition(type, depth - 1));
            case 10, 11 -> linked(type, depth);
            default -> leaf(type);
        };
    }

    private Cond linked(Model.Type type, int depth) {
        List<String> path = path(type, 1 + choices.upTo(1));
        if (path.isEmpty() || !last(type, path).shape().isList()) {
            return leaf(type);
        }
        return new Cond.Linked(path, choices.of(Quantifier.values()), condition(end(type, path), depth - 1));
    }

    private Cond leaf(Model.Type type) {
        List<String> path = path(type, choices.of(0, 0, 0, 1, 1, 2));
        if (!path.isEmpty() && choices.percent(20)) {
            boolean list = last(type, path).shape().isList();
            return new Cond.Leaf(
                    path,
                    list && choices.percent(60)
                            ? new Test.LinkSize(choices.upTo(3))
                            : new Test.LinkExists(choices.percent(50)));
        }
        return new Cond.Leaf(path, test(end(type, path)));
    }

    /** A walk along links, shorter where there are none. */
    List<String> path(Model.Type from, int length) {
        List<String> path = new ArrayList<>();
        Model.Type type = from;
        for (int i = 0; i < length && !type.links().isEmpty(); i++) {
            Model.Link link = choices.of(type.links());
            path.add(link.name());
            type = model.type(link.target());
        }
        return path;
    }

    private Model.Link last(Model.Type from, List<String> path) {
        return end(from, path.subList(0, path.size() - 1)).link(path.get(path.size() - 1));
    }

    Model.Type end(Model.Type from, List<String> path) {
        Model.Type type = from;
        for (String member : path) {
            type = model.type(type.link(member).target());
        }
        return type;
    }

    private Test test(Model.Type type) {
        int position = choices.upTo(type.fields().size());
        if (position == type.fields().size()) {
            return scalar("id", () -> type.ids().id(1 + choices.upTo(9)));
        }
        Model.Field field = type.fields().get(position);
        return switch (field.kind()) {
            case NUMBER -> scalar(field.name(), () -> Worlds.number(choices));
            case TEXT -> text(field.name());
            case NUMBERS -> numbers(field.name());
        };
    }

    private Test scalar(String field, java.util.function.Supplier<Object> value) {
        return switch (choices.upTo(9)) {
            case 0 -> new Test.Exists(field, choices.percent(50));
            case 1 -> new Test.IsNull(field);
            case 2, 3 -> among(field, value);
            default ->
                new Test.Compare(
                        field,
                        choices.of(Operator.EQ, Operator.NE, Operator.GT, Operator.GTE, Operator.LT, Operator.LTE),
                        value.get());
        };
    }

    private Test among(String field, java.util.function.Supplier<Object> value) {
        List<Object> values = new ArrayList<>();
        for (int left = choices.upTo(3); left > 0; left--) {
            values.add(value.get());
        }
        return new Test.Among(field, choices.percent(50), values);
    }

    private Test text(String field) {
        return choices.percent(30)
                ? new Test.Compare(field, choices.of(Operator.CONTAINS, Operator.STARTS_WITH), Worlds.text(choices))
                : scalar(field, () -> Worlds.text(choices));
    }

    private Test numbers(String field) {
        return switch (choices.upTo(6)) {
            case 0 -> new Test.Exists(field, choices.percent(50));
            case 1 -> new Test.IsNull(field);
            case 2 -> new Test.Size(field, choices.upTo(3));
            case 3 -> new Test.Compare(field, Operator.CONTAINS, Worlds.number(choices));
            default -> new Test.Elements(field, choices.of(Quantifier.values()), element(1));
        };
    }

    /** A condition on a number in a list. */
    private Cond element(int depth) {
        return switch (depth == 0 ? 0 : choices.upTo(5)) {
            case 3 -> new Cond.And(element(0), element(0));
            case 4 -> new Cond.Or(element(0), element(0));
            case 5 -> new Cond.Not(element(0));
            default ->
                new Cond.Leaf(
                        List.of(),
                        choices.percent(25)
                                ? among("", () -> Worlds.number(choices))
                                : new Test.Compare(
                                        "",
                                        choices.of(
                                                Operator.EQ,
                                                Operator.NE,
                                                Operator.GT,
                                                Operator.GTE,
                                                Operator.LT,
                                                Operator.LTE),
                                        Worlds.number(choices)));
        };
    }
}
