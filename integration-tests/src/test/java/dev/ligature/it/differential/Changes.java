// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.it.differential.Change.Draft;
import dev.ligature.it.differential.Change.End;
import dev.ligature.it.differential.Change.Operator;
import dev.ligature.it.differential.Change.Packed;
import dev.ligature.it.differential.Change.Verb;
import dev.ligature.query.DeleteRule;
import dev.ligature.query.RepairRule;
import dev.ligature.query.WriteRule;
import dev.ligature.spi.LinkShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Generates operations: on documents that are there and on some that are not. */
final class Changes {
    private static final int MOST_DRAFTS = 4;
    private static final int NEW_IDS = 1_000;

    private final Choices choices;
    private final Model model;
    private final Conds conds;

    Changes(Choices choices, Model model) {
        this.choices = choices;
        this.model = model;
        this.conds = new Conds(choices, model);
    }

    Change generate() {
        Model.Type root = choices.of(model.types());
        return switch (choices.upTo(12)) {
            case 0, 1 -> update(root);
            case 2, 3, 4 -> resave(root);
            case 5, 6, 7 -> write(root);
            case 8 -> delete(root);
            default -> root.links().isEmpty() ? delete(root) : relate(root);
        };
    }

    private Object id(Model.Type type) {
        return type.ids().id(1 + choices.upTo(9));
    }

    private Change update(Model.Type root) {
        Map<String, Change.Assignment> byField = new LinkedHashMap<>();
        for (int left = 1 + choices.upTo(1); left > 0; left--) {
            Change.Assignment assignment = assignment(root);
            byField.put(assignment.field(), assignment);
        }
        return new Change.Update(root.index(), conds.generate(root), List.copyOf(byField.values()));
    }

    private Change.Assignment assignment(Model.Type root) {
        List<Model.Link> single = root.links().stream()
                .filter(link -> link.holder() == Model.Holder.SINGLE)
                .toList();
        if (single.isEmpty() || choices.percent(60)) {
            return assignment(choices.of(root.fields()));
        }
        return new Change.Assignment(
                choices.of(Operator.SET, Operator.UNSET, Operator.INC),
                choices.of(single).numberOfBox(),
                choices.upTo(3));
    }

    private Change.Assignment assignment(Model.Field field) {
        FieldKind kind = field.kind();
        if (kind.isList() && choices.percent(70)) {
            return new Change.Assignment(
                    kind == FieldKind.REALS // servers differ in what equals a negative zero
                            ? Operator.PUSH
                            : choices.of(Operator.PUSH, Operator.ADD_TO_SET, Operator.PULL),
                    field.name(),
                    kind.element().value(choices));
        }
        Operator operator = kind == FieldKind.NUMBER && choices.percent(30)
                ? Operator.INC
                : kind.isScalar() && kind != FieldKind.REAL && choices.percent(40) // servers differ in NaN
                        ? choices.of(Operator.MIN, Operator.MAX)
                        : choices.of(Operator.SET, Operator.SET, Operator.UNSET);
        return new Change.Assignment(operator, field.name(), kind.value(choices));
    }

    private Change delete(Model.Type root) {
        Cond condition = choices.percent(50)
                ? new Cond.Leaf(List.of(), new Cond.Test.Compare("id", Cond.Operator.EQ, id(root)))
                : new Cond.And(
                        new Cond.Leaf(List.of(), new Cond.Test.Compare("n", Cond.Operator.EQ, choices.upTo(4))),
                        conds.some(root));
        return new Change.Delete(root.index(), condition, choices.of(DeleteRule.values()));
    }

    private Change relate(Model.Type root) {
        int kind = choices.upTo(11);
        if (kind >= 7) {
            List<Model.Link> forward = root.forwardLinks();
            if (!forward.isEmpty()) {
                String dangling = choices.of(forward).name();
                return switch (kind) {
                    case 7 -> new Change.Dangling(root.index(), dangling);
                    case 8 -> new Change.Restore(root.index(), dangling);
                    default -> new Change.Repair(root.index(), dangling, choices.of(RepairRule.values()));
                };
            }
        }
        List<Model.Link> named = root.links().stream()
                .filter(link -> (link.isBackLink() ? model.mirror(link) : link).isAttachable())
                .toList();
        if (named.isEmpty()) {
            return delete(root);
        }
        Model.Link link = choices.of(named);
        if (kind == 6) {
            List<String> links = Stream.of(link, choices.of(named))
                    .map(Model.Link::name)
                    .distinct()
                    .toList();
            return new Change.DetachAll(root.index(), id(root), links);
        }
        List<Object> others = new ArrayList<>();
        for (int left = link.shape().isList() ? 1 + choices.upTo(2) : 1; left > 0; left--) {
            others.add(id(model.type(link.target())));
        }
        return kind < 3
                ? new Change.Attach(root.index(), id(root), link.name(), others)
                : new Change.Detach(root.index(), id(root), link.name(), others);
    }

    private Change resave(Model.Type root) {
        Model.Field field = choices.percent(60) ? choices.of(root.fields()) : null;
        return new Change.Resave(
                root.index(),
                id(root),
                choices.percent(50),
                field == null ? null : field.name(),
                field == null ? null : field.kind().value(choices),
                choices.of(Verb.SAVE, Verb.SAVE, Verb.REPLACE),
                choices.of(WriteRule.values()));
    }

    private Change write(Model.Type root) {
        Verb verb = choices.of(Verb.INSERT, Verb.SAVE, Verb.REPLACE);
        List<Model.Type> types = new ArrayList<>(List.of(choices.of(model.permitted(root))));
        for (int left = choices.upTo(MOST_DRAFTS - 1); left > 0; left--) {
            types.add(choices.of(model.permitted(choices.of(model.types()))));
        }
        List<Draft> drafts = new ArrayList<>();
        for (Model.Type type : types) {
            Object id = draftId(type, verb == Verb.INSERT && drafts.isEmpty());
            boolean isTaken = drafts.stream()
                    .anyMatch(each -> model.sharing(type).contains(model.type(each.type()))
                            && id != null
                            && id.equals(each.id()));
            drafts.add(draft(type, isTaken ? newId(type) : id, types));
        }
        return new Change.Write(
                root.index(), drafts, verb, choices.of(WriteRule.WRITE, WriteRule.WRITE, WriteRule.DO_NOTHING));
    }

    /** Of ids that are made only ObjectIds are left to be: those come in the order of their making, so a run can be repeated. */
    private @Nullable Object draftId(Model.Type type, boolean isNew) {
        if (type.ids() == IdKind.OBJECT_ID && choices.percent(70)) {
            return null;
        }
        return isNew || choices.percent(50) ? newId(type) : id(type);
    }

    private Object newId(Model.Type type) {
        return type.ids().id(NEW_IDS + choices.upTo(NEW_IDS * NEW_IDS));
    }

    private Draft draft(Model.Type type, @Nullable Object id, List<Model.Type> types) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Model.Field field : type.fields()) {
            if (choices.percent(50)) {
                values.put(field.name(), field.kind().value(choices));
            }
        }
        Map<String, List<End>> links = new LinkedHashMap<>();
        Map<String, List<Packed>> boxes = new LinkedHashMap<>();
        for (Model.Link link : type.forwardLinks()) {
            if (!link.isNested()) {
                if (isHeld(link)) {
                    links.put(link.name(), ends(link, types));
                }
            } else if (choices.percent(80)) {
                List<Packed> packed = new ArrayList<>();
                boolean isSingle = link.holder() == Model.Holder.SINGLE;
                for (int left = isSingle ? 1 : choices.upTo(Box.KEYS.size()); left > 0; left--) {
                    boolean isLinked = isHeld(link);
                    packed.add(new Packed(
                            choices.percent(70) ? choices.upTo(3) : null,
                            isLinked,
                            isLinked ? ends(link, types) : List.of()));
                }
                boxes.put(link.name(), packed);
            }
        }
        return new Draft(type.index(), id, values, links, boxes);
    }

    private boolean isHeld(Model.Link link) {
        return link.shape().isList() || link.shape() == LinkShape.ONE || choices.percent(60);
    }

    private List<End> ends(Model.Link link, List<Model.Type> types) {
        List<End> ends = new ArrayList<>();
        for (int left = link.shape().isList() ? choices.upTo(2) : 1; left > 0; left--) {
            ends.add(end(link, types));
        }
        return ends;
    }

    private End end(Model.Link link, List<Model.Type> types) {
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            if (model.permitted(model.type(link.target())).contains(types.get(i))) {
                fitting.add(i);
            }
        }
        return fitting.isEmpty() || choices.percent(30)
                ? new End(-1, id(model.type(link.target())))
                : new End(choices.of(fitting), null);
    }
}
