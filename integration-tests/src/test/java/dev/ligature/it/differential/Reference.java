// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.it.differential.Cond.Test;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What the documentation says that a query answers, worked out over the data in the plainest way: one document after the other, no
 * plan, nothing of Ligature.
 */
final class Reference {
    private final World world;
    private final Model model;
    private final Walk walk;

    Reference(World world) {
        this.world = world;
        this.model = world.model();
        this.walk = new Walk(world);
    }

    /** The documents of a query, sorted by its keys and the id, and cut to its page. */
    List<Row> answer(Query query) {
        Model.Type root = model.type(query.root());
        List<Row> sorted = matching(query.root(), query.condition()).stream()
                .sorted(Comparator.comparing(Row::id, Values::compare))
                .sorted(new Sorting(world, root).by(query.endsInId() ? query.totalSort() : query.sort()))
                .skip(query.skip())
                .toList();
        return query.limit() == 0 || sorted.size() <= query.limit() ? sorted : sorted.subList(0, query.limit());
    }

    /** The documents of a type for which a condition holds, in the order of the world. */
    List<Row> matching(int type, Cond condition) {
        return world.rowsOf(type).stream()
                .filter(row -> holds(condition, model.type(type), row))
                .toList();
    }

    private boolean holds(Cond condition, Model.Type type, Row row) {
        if (condition instanceof Cond.Everything) {
            return true;
        }
        if (condition instanceof Cond.And and) {
            return holds(and.left(), type, row) && holds(and.right(), type, row);
        }
        if (condition instanceof Cond.Or or) {
            return holds(or.left(), type, row) || holds(or.right(), type, row);
        }
        if (condition instanceof Cond.Not not) {
            return !holds(not.term(), type, row);
        }
        if (condition instanceof Cond.Linked linked) {
            return switch (linked.quantifier()) {
                case ANY -> some(linked.path(), linked.inner(), type, row);
                case NONE -> none(linked.path(), linked.inner(), type, row);
                case ALL -> none(linked.path(), new Cond.Not(linked.inner()), type, row);
            };
        }
        if (condition instanceof Cond.Boxed boxed) {
            return switch (boxed.quantifier()) {
                case ANY -> someBox(boxed, boxed.inner(), type, row);
                case NONE -> !someBox(boxed, boxed.inner(), type, row);
                case ALL -> !someBox(boxed, new Cond.Not(boxed.inner()), type, row);
            };
        }
        Cond.Leaf leaf = (Cond.Leaf) condition;
        if (leaf.test() instanceof Test.Elements elements && elements.quantifier() != Cond.Quantifier.ANY) {
            Cond violation =
                    elements.quantifier() == Cond.Quantifier.NONE ? elements.inner() : new Cond.Not(elements.inner());
            Test any = new Test.Elements(elements.field(), Cond.Quantifier.ANY, violation);
            return none(leaf.path(), new Cond.Leaf(List.of(), any), type, row);
        }
        if (leaf.test() instanceof Test.LinkExists || leaf.test() instanceof Test.LinkSize) {
            int last = leaf.path().size() - 1;
            String member = leaf.path().get(last);
            return walk.reached(leaf.path().subList(0, last), type, row).stream()
                    .anyMatch(end -> linkHolds(leaf.test(), end.type().link(member), end));
        }
        return some(leaf.path(), new Cond.Leaf(List.of(), leaf.test()), type, row);
    }

    /** Whether a condition holds for no document at the end of a path. Where it is narrowed, there must be one of the type. */
    private boolean none(List<String> path, Cond condition, Model.Type type, Row row) {
        int narrowed = path.size();
        while (narrowed > 0 && !Model.isNarrowing(path.get(narrowed - 1))) {
            narrowed--;
        }
        boolean isOfType = !walk.reached(path.subList(0, narrowed), type, row).isEmpty();
        return isOfType && !some(path, condition, type, row);
    }

    /** Whether a condition holds for some box of a document at the end of a path. */
    private boolean someBox(Cond.Boxed boxed, Cond inner, Model.Type type, Row row) {
        return walk.reached(boxed.path(), type, row).stream().anyMatch(at -> {
            Model.Link link = at.type().link(boxed.link());
            Model.Type box = model.box(link);
            return at.row().boxes(link).stream().anyMatch(each -> holds(inner, box, each));
        });
    }

    /** Whether some document at the end of a path satisfies a condition. A comparison of a linked id reads the stored link alone. */
    private boolean some(List<String> path, Cond condition, Model.Type type, Row row) {
        if (condition instanceof Cond.Not not
                && not.term() instanceof Cond.Not twice) { // is none: a comparison stays one
            return some(path, twice.term(), type, row);
        }
        if (path.isEmpty()) {
            return (condition instanceof Cond.Leaf leaf && leaf.path().isEmpty())
                    ? fieldHolds(leaf.test(), type, row)
                    : holds(condition, type, row);
        }
        int last = path.size() - 1;
        if (Model.isNarrowing(path.get(last))) {
            return walk.reached(path, type, row).stream()
                    .anyMatch(end -> some(List.of(), condition, end.type(), end.row()));
        }
        for (Walk.At before : walk.reached(path.subList(0, last), type, row)) {
            Model.Link link = before.type().link(path.get(last));
            boolean found = (!link.isBackLink() && condition instanceof Cond.Leaf leaf && isLinkedId(leaf))
                    ? before.row().entries(link).stream().anyMatch(entry -> linkedIdHolds(leaf.test(), link, entry))
                    : walk.seen(before, link).stream()
                            .anyMatch(end -> some(List.of(), condition, end.type(), end.row()));
            if (found) {
                return true;
            }
        }
        return false;
    }

    /**
     * What is excluded from a list is compared whole: a DBRef with fields of its own is another, and where ids are documents, so is one
     * in the form that is not declared.
     */
    private boolean linkedIdHolds(Test test, Model.Link link, Row.Entry entry) {
        boolean excludes = test instanceof Test.Among among
                ? among.negated()
                : test instanceof Test.Compare compare && compare.operator() == Cond.Operator.NE;
        boolean isDeclared = Walk.isDeclared(entry, link);
        if (excludes && link.shape().isList()) {
            boolean isAnother = isDeclared
                    ? !entry.isPlain()
                    : !entry.isNull() && model.type(link.target()).ids() == IdKind.PART;
            return isAnother || (isDeclared && valueHolds(test, entry.id()));
        }
        return isDeclared && valueHolds(test, entry.id());
    }

    private static boolean isLinkedId(Cond.Leaf leaf) {
        String field = leaf.test() instanceof Test.Compare compare
                ? compare.field()
                : leaf.test() instanceof Test.Among among ? among.field() : "";
        return leaf.path().isEmpty() && field.equals("id");
    }

    /** Of a link what is stored counts, be it dangling or in the other form; of a back link who refers. */
    private boolean linkHolds(Test test, Model.Link link, Walk.At at) {
        int size = link.isBackLink()
                ? walk.seen(at, link).size()
                : at.row().entries(link).size();
        return test instanceof Test.LinkSize wanted
                ? size == wanted.size()
                : ((Test.LinkExists) test).present() == size > 0;
    }

    private static boolean fieldHolds(Test test, Model.Type type, Row row) {
        if (test instanceof Test.Compare compare) {
            return valueHolds(test, value(type, row, compare.field()));
        }
        if (test instanceof Test.Among among) {
            return valueHolds(test, value(type, row, among.field()));
        }
        if (test instanceof Test.Raw raw) {
            BsonValue value = value(type, row, raw.compare().field());
            return raw.isExpression() ? expressionHolds(raw.compare(), value) : valueHolds(raw.compare(), value);
        }
        if (test instanceof Test.Exists exists) {
            return exists.present() == (value(type, row, exists.field()) != null);
        }
        if (test instanceof Test.IsNull isNull) {
            return Values.isAbsent(value(type, row, isNull.field()));
        }
        if (test instanceof Test.Size size) {
            return list(value(type, row, size.field())).size() == size.size();
        }
        if (test instanceof Test.OfType ofType) {
            return row.stored().getString(Model.Type.DISCRIMINATOR).getValue().equals(ofType.name());
        }
        Test.Elements elements = (Test.Elements) test;
        Stream<BsonValue> list = list(value(type, row, elements.field())).stream();
        return switch (elements.quantifier()) {
            case ANY -> list.anyMatch(element -> elementHolds(elements.inner(), element));
            case ALL -> list.allMatch(element -> elementHolds(elements.inner(), element));
            case NONE -> list.noneMatch(element -> elementHolds(elements.inner(), element));
        };
    }

    private static boolean elementHolds(Cond condition, BsonValue element) {
        if (condition instanceof Cond.And and) {
            return elementHolds(and.left(), element) && elementHolds(and.right(), element);
        }
        if (condition instanceof Cond.Or or) {
            return elementHolds(or.left(), element) || elementHolds(or.right(), element);
        }
        if (condition instanceof Cond.Not not) {
            return !elementHolds(not.term(), element);
        }
        return valueHolds(((Cond.Leaf) condition).test(), element);
    }

    private static boolean valueHolds(Test test, @Nullable BsonValue value) {
        if (test instanceof Test.Among among) {
            return among.negated()
                    != among.values().stream().anyMatch(operand -> Values.equal(value, Values.bson(operand)));
        }
        Test.Compare compare = (Test.Compare) test;
        BsonValue operand = Values.bson(compare.value());
        return switch (compare.operator()) {
            case EQ -> Values.equal(value, operand);
            case NE -> !Values.equal(value, operand);
            case GT -> Values.isComparable(value, operand) && Values.compare(value, operand) > 0;
            case GTE -> Values.isComparable(value, operand) && Values.compare(value, operand) >= 0;
            case LT -> Values.isComparable(value, operand) && Values.compare(value, operand) < 0;
            case LTE -> Values.isComparable(value, operand) && Values.compare(value, operand) <= 0;
            case CONTAINS ->
                (operand.isString() && value != null && value.isString())
                        ? value.asString()
                                .getValue()
                                .contains(operand.asString().getValue())
                        : list(value).stream().anyMatch(element -> Values.equal(element, operand));
            case STARTS_WITH ->
                value != null
                        && value.isString()
                        && value.asString()
                                .getValue()
                                .startsWith(operand.asString().getValue());
        };
    }

    /** An expression compares all values, of whatever type, in the order of a sort. */
    private static boolean expressionHolds(Test.Compare compare, @Nullable BsonValue value) {
        int order = Values.compare(value, Values.bson(compare.value()));
        return switch (compare.operator()) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case GT -> order > 0;
            case GTE -> order >= 0;
            case LT -> order < 0;
            case LTE -> order <= 0;
            case CONTAINS, STARTS_WITH -> throw new IllegalArgumentException(compare + " is no expression");
        };
    }

    private static @Nullable BsonValue value(Model.Type type, Row row, String field) {
        return field.equals("id") ? row.id() : row.value(type.field(field));
    }

    private static List<BsonValue> list(@Nullable BsonValue value) {
        return value instanceof BsonArray list ? list : List.of();
    }
}
