package dev.ligature.it.differential;

import dev.ligature.it.differential.Cond.Test;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the documentation says that a query answers, worked out over the data in the plainest way: one document after the other, no
 * plan, nothing of Ligature.
 */
final class Reference {
    private final World world;
    private final Model model;

    Reference(World world) {
        this.world = world;
        this.model = world.model();
    }

    /** The documents of a query, sorted and cut to its page. */
    List<World.Row> answer(Query query) {
        Model.Type root = model.type(query.root());
        List<World.Row> sorted = matching(query).stream()
                .sorted(order(root, query.sort()))
                .skip(query.skip())
                .toList();
        return query.limit() == 0 || sorted.size() <= query.limit() ? sorted : sorted.subList(0, query.limit());
    }

    /** The documents for which the condition of a query holds, in the order of their ids. */
    List<World.Row> matching(Query query) {
        Model.Type root = model.type(query.root());
        return world.rowsOf(query.root()).stream()
                .filter(row -> holds(query.condition(), root, row))
                .toList();
    }

    private boolean holds(Cond condition, Model.Type type, World.Row row) {
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
                case NONE -> !some(linked.path(), linked.inner(), type, row);
                case ALL -> !some(linked.path(), new Cond.Not(linked.inner()), type, row);
            };
        }
        Cond.Leaf leaf = (Cond.Leaf) condition;
        if (leaf.test() instanceof Test.Elements elements && elements.quantifier() != Cond.Quantifier.ANY) {
            Cond violation =
                    elements.quantifier() == Cond.Quantifier.NONE ? elements.inner() : new Cond.Not(elements.inner());
            Test any = new Test.Elements(elements.field(), Cond.Quantifier.ANY, violation);
            return !some(leaf.path(), new Cond.Leaf(List.of(), any), type, row);
        }
        if (leaf.test() instanceof Test.LinkExists || leaf.test() instanceof Test.LinkSize) {
            int last = leaf.path().size() - 1;
            String member = leaf.path().get(last);
            return reached(leaf.path().subList(0, last), type, row).stream()
                    .anyMatch(end -> linkHolds(leaf.test(), end.type.link(member), end));
        }
        return some(leaf.path(), new Cond.Leaf(List.of(), leaf.test()), type, row);
    }

    /** Whether some document at the end of a path satisfies a condition. A comparison of a linked id reads the stored link alone. */
    private boolean some(List<String> path, Cond condition, Model.Type type, World.Row row) {
        if (condition instanceof Cond.Not not
                && not.term() instanceof Cond.Not twice) { // is none: a comparison stays one
            return some(path, twice.term(), type, row);
        }
        if (path.isEmpty()) {
            return (condition instanceof Cond.Leaf leaf && leaf.path().isEmpty())
                    ? fieldHolds(leaf.test(), row)
                    : holds(condition, type, row);
        }
        int last = path.size() - 1;
        for (At before : reached(path.subList(0, last), type, row)) {
            Model.Link link = before.type.link(path.get(last));
            if (!link.isBackLink() && condition instanceof Cond.Leaf leaf && isLinkedId(leaf)) {
                if (before.row.entries(link).stream()
                        .filter(Objects::nonNull)
                        .anyMatch(id -> valueHolds(leaf.test(), id))) {
                    return true;
                }
            } else if (targets(before, link).stream().anyMatch(end -> some(List.of(), condition, end.type, end.row))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLinkedId(Cond.Leaf leaf) {
        String field = leaf.test() instanceof Test.Compare compare
                ? compare.field()
                : leaf.test() instanceof Test.Among among ? among.field() : "";
        return leaf.path().isEmpty() && field.equals("id");
    }

    private boolean linkHolds(Test test, Model.Link link, At at) {
        int size = link.isBackLink()
                ? targets(at, link).size()
                : at.row.entries(link).size();
        return test instanceof Test.LinkSize wanted
                ? size == wanted.size()
                : ((Test.LinkExists) test).present() == size > 0;
    }

    private static boolean fieldHolds(Test test, World.Row row) {
        if (test instanceof Test.Compare compare) {
            return valueHolds(test, value(row, compare.field()));
        }
        if (test instanceof Test.Among among) {
            return valueHolds(test, value(row, among.field()));
        }
        if (test instanceof Test.Exists exists) {
            boolean isThere = exists.field().equals("id") || row.values().containsKey(exists.field());
            return exists.present() == isThere;
        }
        if (test instanceof Test.IsNull isNull) {
            return value(row, isNull.field()) == null;
        }
        if (test instanceof Test.Size size) {
            return list(row, size.field()).size() == size.size();
        }
        Test.Elements elements = (Test.Elements) test;
        Stream<?> list = list(row, elements.field()).stream();
        return switch (elements.quantifier()) {
            case ANY -> list.anyMatch(element -> elementHolds(elements.inner(), element));
            case ALL -> list.allMatch(element -> elementHolds(elements.inner(), element));
            case NONE -> list.noneMatch(element -> elementHolds(elements.inner(), element));
        };
    }

    private static boolean elementHolds(Cond condition, @Nullable Object element) {
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

    private static boolean valueHolds(Test test, @Nullable Object value) {
        if (test instanceof Test.Among among) {
            return (value != null && among.values().contains(value)) != among.negated();
        }
        Test.Compare compare = (Test.Compare) test;
        Object operand = compare.value();
        return switch (compare.operator()) {
            case EQ -> operand.equals(value);
            case NE -> !operand.equals(value);
            case GT -> value != null && compare(value, operand) > 0;
            case GTE -> value != null && compare(value, operand) >= 0;
            case LT -> value != null && compare(value, operand) < 0;
            case LTE -> value != null && compare(value, operand) <= 0;
            case CONTAINS ->
                value instanceof Collection<?> list
                        ? list.contains(operand)
                        : value instanceof String text && text.contains((String) operand);
            case STARTS_WITH -> value instanceof String text && text.startsWith((String) operand);
        };
    }

    private static @Nullable Object value(World.Row row, String field) {
        return field.equals("id") ? row.id() : row.values().get(field);
    }

    private static List<?> list(World.Row row, String field) {
        return row.values().get(field) instanceof List<?> list ? list : List.of();
    }

    @SuppressWarnings("unchecked") // values of one field are of one kind
    static int compare(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    /** A document and its type. */
    record At(Model.Type type, World.Row row) {}

    /** The documents at the end of a path. */
    private Collection<At> reached(List<String> path, Model.Type type, World.Row row) {
        Collection<At> reached = List.of(new At(type, row));
        for (String member : path) {
            Set<At> next = new LinkedHashSet<>();
            reached.forEach(at -> next.addAll(targets(at, at.type.link(member))));
            reached = next;
        }
        return reached;
    }

    /** The documents at the other end of a link, each once; of a back link in the order of their ids. */
    Collection<At> targets(At at, Model.Link link) {
        Model.Type target = model.type(link.target());
        Set<At> targets = new LinkedHashSet<>();
        if (link.isBackLink()) {
            Model.Link mirror = model.mirror(link);
            for (World.Row row : world.rowsOf(link.target())) {
                if (row.entries(mirror).contains(at.row.id())) {
                    targets.add(new At(target, row));
                }
            }
            return targets;
        }
        for (Object id : at.row.entries(link)) {
            World.Row row = id == null ? null : find(target, id);
            if (row != null) {
                targets.add(new At(target, row));
            }
        }
        return targets;
    }

    World.@Nullable Row find(Model.Type type, Object id) {
        return world.rowsOf(type.index()).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private Comparator<World.Row> order(Model.Type root, List<Query.Key> keys) {
        Comparator<World.Row> order = Comparator.comparing(World.Row::id, Reference::compare);
        for (int i = keys.size() - 1; i >= 0; i--) {
            Query.Key key = keys.get(i);
            Comparator<World.Row> first =
                    Comparator.comparing(row -> sortValue(root, row, key), Comparator.nullsFirst(Reference::compare));
            order = (key.descending() ? first.reversed() : first).thenComparing(order);
        }
        return order;
    }

    /** Whether a key of a sort goes through links that lead to no document somewhere. */
    boolean sortsThroughNothing(Query query) {
        Model.Type root = model.type(query.root());
        return query.sort().stream()
                .map(key -> key.field().equals("id") && !key.links().isEmpty()
                        ? key.links().subList(0, key.links().size() - 1)
                        : key.links())
                .anyMatch(links -> world.rowsOf(query.root()).stream()
                        .anyMatch(row -> reached(links, root, row).isEmpty()));
    }

    private @Nullable Object sortValue(Model.Type root, World.Row row, Query.Key key) {
        if (!key.links().isEmpty() && key.field().equals("id")) {
            int last = key.links().size() - 1;
            List<Object> ids = new ArrayList<>();
            for (At before : reached(key.links().subList(0, last), root, row)) {
                ids.addAll(before.row.entries(before.type.link(key.links().get(last))));
            }
            return ids.isEmpty() ? null : ids.get(0);
        }
        Collection<At> ends = reached(key.links(), root, row);
        return ends.isEmpty() ? null : value(ends.iterator().next().row, key.field());
    }
}
