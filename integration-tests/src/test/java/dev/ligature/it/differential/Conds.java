// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.it.differential.Cond.Operator;
import dev.ligature.it.differential.Cond.Quantifier;
import dev.ligature.it.differential.Cond.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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
        return choices.percent(3) ? new Cond.Everything() : some(root);
    }

    /** A condition that asks something. */
    Cond some(Model.Type root) {
        return condition(root, DEEPEST);
    }

    private Cond condition(Model.Type type, int depth) {
        int kind = depth == 0 ? 0 : choices.upTo(11);
        return switch (kind) {
            case 5, 6 -> new Cond.And(condition(type, depth - 1), condition(type, depth - 1));
            case 7, 8 -> new Cond.Or(condition(type, depth - 1), condition(type, depth - 1));
            case 9 -> new Cond.Not(condition(type, depth - 1));
            case 10, 11 -> choices.percent(40) ? boxed(type, depth) : linked(type, depth);
            default -> leaf(type);
        };
    }

    /** A condition on one box of a list; where there are no boxes, on linked documents. */
    private Cond boxed(Model.Type type, int depth) {
        List<String> path = path(type, choices.of(0, 0, 1));
        List<Model.Link> lists = model.end(type, path).links().stream()
                .filter(link -> link.holder() == Model.Holder.LISTED)
                .toList();
        if (lists.isEmpty()) {
            return linked(type, depth);
        }
        Model.Link link = choices.of(lists);
        return new Cond.Boxed(path, link.name(), choices.of(Quantifier.values()), inBox(link, depth));
    }

    private Cond inBox(Model.Link link, int depth) {
        return switch (depth == 0 ? 0 : choices.upTo(7)) {
            case 3, 4 -> new Cond.And(inBox(link, depth - 1), inBox(link, depth - 1));
            case 5 -> new Cond.Or(inBox(link, depth - 1), inBox(link, depth - 1));
            case 6 -> new Cond.Not(inBox(link, depth - 1));
            case 7 ->
                link.shape().isList()
                        ? new Cond.Linked(
                                List.of(Box.LINK),
                                choices.of(Quantifier.values()),
                                condition(model.type(link.target()), depth - 1))
                        : linkInBox(link);
            case 2 -> new Cond.Leaf(List.of(), numberOfBox());
            default -> linkInBox(link);
        };
    }

    private Cond linkInBox(Model.Link link) {
        List<String> path = new ArrayList<>(List.of(Box.LINK));
        if (choices.percent(15)) {
            return new Cond.Leaf(
                    path,
                    link.shape().isList() && choices.percent(50)
                            ? new Test.LinkSize(choices.upTo(2))
                            : new Test.LinkExists(choices.percent(50)));
        }
        Model.Type target = model.type(link.target());
        List<String> on = path(target, choices.of(0, 0, 0, 1));
        path.addAll(on);
        return new Cond.Leaf(path, test(model.end(target, on)));
    }

    private Test numberOfBox() {
        return switch (choices.upTo(5)) {
            case 0 -> new Test.Exists(Box.NUMBER, choices.percent(50));
            case 1 -> new Test.IsNull(Box.NUMBER);
            case 2 -> among(Box.NUMBER, () -> choices.upTo(3));
            default -> new Test.Compare(Box.NUMBER, comparison(true), choices.upTo(3));
        };
    }

    private Cond linked(Model.Type type, int depth) {
        List<String> path = path(type, 1 + choices.upTo(1));
        if (path.isEmpty() || !last(type, path).isList()) {
            return leaf(type);
        }
        return new Cond.Linked(path, choices.of(Quantifier.values()), condition(model.end(type, path), depth - 1));
    }

    private Cond leaf(Model.Type type) {
        List<String> path = path(type, choices.of(0, 0, 0, 1, 1, 2));
        if (!path.isEmpty() && choices.percent(20)) {
            boolean list = last(type, path).isList();
            return new Cond.Leaf(
                    path,
                    list && choices.percent(60)
                            ? new Test.LinkSize(choices.upTo(3))
                            : new Test.LinkExists(choices.percent(50)));
        }
        if (model.end(type, path).isSealed() && choices.percent(20)) {
            return new Cond.Leaf(
                    path,
                    new Test.OfType(
                            choices.of(model.permitted(model.end(type, path))).name()));
        }
        narrow(type, path);
        return new Cond.Leaf(path, test(model.end(type, path)));
    }

    /** A walk along links, shorter where there are none; from a sealed type also along those of one of its types. */
    List<String> path(Model.Type from, int length) {
        List<String> path = new ArrayList<>();
        Model.Type type = from;
        for (int i = 0; i < length && !model.allLinks(type).isEmpty(); i++) {
            Model.Link link = choices.of(model.allLinks(type));
            if (!type.links().contains(link)) {
                Model.Type owner = model.permitted(type).stream()
                        .filter(each -> each.links().contains(link))
                        .findFirst()
                        .orElseThrow();
                path.add(Model.narrowing(owner));
            }
            path.add(link.name());
            type = model.type(link.target());
        }
        return path;
    }

    private Model.Link last(Model.Type from, List<String> path) {
        return model.end(from, path.subList(0, path.size() - 1)).link(path.get(path.size() - 1));
    }

    /** Narrows a path at its end, where that is a sealed type. */
    private void narrow(Model.Type from, List<String> path) {
        Model.Type end = model.end(from, path);
        if (end.isSealed() && choices.percent(50)) {
            path.add(Model.narrowing(choices.of(model.permitted(end))));
        }
    }

    private Test test(Model.Type type) {
        int position = choices.upTo(type.fields().size());
        if (position == type.fields().size()) {
            return scalar("id", type.ids().isOrdered(), () -> type.ids().id(1 + choices.upTo(9)));
        }
        Model.Field field = type.fields().get(position);
        List<String> inner = field.kind().inner();
        if (!inner.isEmpty() && choices.percent(75)) {
            field = type.field(field.name() + "." + choices.of(inner));
        }
        FieldKind kind = field.kind();
        if (kind.isList()) {
            return list(field);
        }
        return kind == FieldKind.TEXT && choices.percent(30)
                ? new Test.Compare(
                        field.name(), choices.of(Operator.CONTAINS, Operator.STARTS_WITH), kind.value(choices))
                : scalar(field.name(), kind.isScalar(), () -> kind.value(choices));
    }

    private Test scalar(String field, boolean isOrdered, Supplier<Object> value) {
        if (choices.percent(8)) {
            return new Test.Raw(
                    new Test.Compare(field, comparison(isOrdered), value.get()), isOrdered && choices.percent(50));
        }
        return switch (choices.upTo(9)) {
            case 0 -> new Test.Exists(field, choices.percent(50));
            case 1 -> new Test.IsNull(field);
            case 2, 3 -> among(field, value);
            default -> new Test.Compare(field, comparison(isOrdered), value.get());
        };
    }

    private Operator comparison(boolean isOrdered) {
        return isOrdered
                ? choices.of(Operator.EQ, Operator.NE, Operator.GT, Operator.GTE, Operator.LT, Operator.LTE)
                : choices.of(Operator.EQ, Operator.NE);
    }

    private Test among(String field, Supplier<Object> value) {
        List<Object> values = new ArrayList<>();
        for (int left = choices.upTo(3); left > 0; left--) {
            values.add(value.get());
        }
        return new Test.Among(field, choices.percent(50), values);
    }

    private Test list(Model.Field field) {
        FieldKind element = field.kind().element();
        return switch (choices.upTo(6)) {
            case 0 -> new Test.Exists(field.name(), choices.percent(50));
            case 1 -> new Test.IsNull(field.name());
            case 2 -> new Test.Size(field.name(), choices.upTo(3));
            case 3 -> new Test.Compare(field.name(), Operator.CONTAINS, element.value(choices));
            default -> new Test.Elements(field.name(), choices.of(Quantifier.values()), element(element));
        };
    }

    /** A condition on a number in a list. */
    private Cond element(FieldKind kind) {
        return switch (choices.upTo(5)) {
            case 3 -> new Cond.And(simple(kind), simple(kind));
            case 4 -> new Cond.Or(simple(kind), simple(kind));
            default -> simple(kind);
        };
    }

    private Cond simple(FieldKind kind) {
        Cond test = new Cond.Leaf(
                List.of(),
                choices.percent(25)
                        ? among("", () -> kind.value(choices))
                        : new Test.Compare("", comparison(true), kind.value(choices)));
        return choices.percent(20) ? new Cond.Not(test) : test;
    }
}
