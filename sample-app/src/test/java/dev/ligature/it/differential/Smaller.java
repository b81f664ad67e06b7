package dev.ligature.it.differential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The next smaller forms of a case, those that take out most first. */
final class Smaller {
    private Smaller() {}

    static List<Query> queries(Query query) {
        List<Query> smaller = new ArrayList<>();
        if (!query.fetch().equals(Query.Fetch.NOTHING)) {
            smaller.add(query.withFetch(Query.Fetch.NOTHING));
            fetches(query.fetch()).forEach(fetch -> smaller.add(query.withFetch(fetch)));
        }
        if (query.skip() > 0) {
            smaller.add(query.withPage(0, query.limit()));
        }
        if (query.limit() > 0) {
            smaller.add(query.withPage(query.skip(), 0));
        }
        for (int i = 0; i < query.sort().size(); i++) {
            smaller.add(query.withSort(without(query.sort(), i)));
        }
        if (!(query.condition() instanceof Cond.Everything)) {
            smaller.add(query.withCondition(new Cond.Everything()));
            conditions(query.condition()).forEach(condition -> smaller.add(query.withCondition(condition)));
        }
        return smaller;
    }

    private static List<Query.Fetch> fetches(Query.Fetch fetch) {
        List<Query.Fetch> smaller = new ArrayList<>();
        if (fetch.depth() > 0) {
            smaller.add(new Query.Fetch(0, fetch.paths(), fetch.depths()));
            smaller.add(new Query.Fetch(fetch.depth() - 1, fetch.paths(), fetch.depths()));
        }
        for (int i = 0; i < fetch.paths().size(); i++) {
            smaller.add(new Query.Fetch(fetch.depth(), without(fetch.paths(), i), fetch.depths()));
        }
        for (List<String> path : fetch.depths().keySet()) {
            Map<List<String>, Integer> fewer = new HashMap<>(fetch.depths());
            fewer.remove(path);
            smaller.add(new Query.Fetch(fetch.depth(), fetch.paths(), fewer));
        }
        return smaller;
    }

    private static List<Cond> conditions(Cond condition) {
        if (condition instanceof Cond.And and) {
            return sides(and.left(), and.right(), Cond.And::new);
        }
        if (condition instanceof Cond.Or or) {
            return sides(or.left(), or.right(), Cond.Or::new);
        }
        if (condition instanceof Cond.Not not) {
            return inner(List.of(not.term()), not.term(), Cond.Not::new);
        }
        if (condition instanceof Cond.Linked linked) {
            return inner(
                    List.of(), linked.inner(), inner -> new Cond.Linked(linked.path(), linked.quantifier(), inner));
        }
        if (condition instanceof Cond.Leaf leaf && leaf.test() instanceof Cond.Test.Elements elements) {
            return inner(
                    List.of(),
                    elements.inner(),
                    inner -> new Cond.Leaf(
                            leaf.path(), new Cond.Test.Elements(elements.field(), elements.quantifier(), inner)));
        }
        List<Cond> smaller = new ArrayList<>();
        if (condition instanceof Cond.Leaf leaf && leaf.test() instanceof Cond.Test.Among among) {
            for (int i = 0; i < among.values().size(); i++) {
                smaller.add(new Cond.Leaf(
                        leaf.path(), new Cond.Test.Among(among.field(), among.negated(), without(among.values(), i))));
            }
        }
        return smaller;
    }

    private static List<Cond> sides(Cond left, Cond right, java.util.function.BinaryOperator<Cond> join) {
        List<Cond> smaller = new ArrayList<>(List.of(left, right));
        conditions(left).forEach(each -> smaller.add(join.apply(each, right)));
        conditions(right).forEach(each -> smaller.add(join.apply(left, each)));
        return smaller;
    }

    private static List<Cond> inner(List<Cond> first, Cond inner, Function<Cond, Cond> around) {
        List<Cond> smaller = new ArrayList<>(first);
        conditions(inner).forEach(each -> smaller.add(around.apply(each)));
        return smaller;
    }

    /** The world without a document. */
    static World without(World world, int type, int row) {
        return with(world, type, without(world.rowsOf(type), row));
    }

    /** The worlds with less in one document. */
    static List<World> rows(World world, int type, int index) {
        World.Row row = world.rowsOf(type).get(index);
        List<World.Row> smaller = new ArrayList<>();
        for (String member : row.values().keySet()) {
            smaller.add(new World.Row(row.id(), without(row.values(), member), row.links()));
        }
        row.links().forEach((member, value) -> {
            if (world.model().type(type).link(member).shape().isOptional()) {
                smaller.add(new World.Row(row.id(), row.values(), without(row.links(), member)));
            }
            if (value instanceof List<?> entries) {
                for (int i = 0; i < entries.size(); i++) {
                    Map<String, @Nullable Object> links = new LinkedHashMap<>(row.links());
                    links.put(member, without(entries, i));
                    smaller.add(new World.Row(row.id(), row.values(), links));
                }
            }
        });
        return smaller.stream()
                .map(each -> {
                    List<World.Row> rows = new ArrayList<>(world.rowsOf(type));
                    rows.set(index, each);
                    return with(world, type, rows);
                })
                .toList();
    }

    /** The worlds whose types declare less; what a back link mirrors stays as long as there is the back link. */
    static List<World> models(World world) {
        List<World> smaller = new ArrayList<>();
        for (Model.Type type : world.model().types()) {
            if (type.isImmutable()) {
                smaller.add(with(
                        world,
                        new Model.Type(type.index(), type.ids(), false, type.fields(), type.links()),
                        row -> row));
            }
            for (int i = 0; i < type.fields().size(); i++) {
                String member = type.fields().get(i).name();
                Model.Type fewer = new Model.Type(
                        type.index(), type.ids(), type.isImmutable(), without(type.fields(), i), type.links());
                smaller.add(
                        with(world, fewer, row -> new World.Row(row.id(), without(row.values(), member), row.links())));
            }
            for (int i = 0; i < type.links().size(); i++) {
                Model.Link link = type.links().get(i);
                if (!isMirrored(world.model(), type, link)) {
                    Model.Type fewer = new Model.Type(
                            type.index(), type.ids(), type.isImmutable(), type.fields(), without(type.links(), i));
                    smaller.add(with(
                            world,
                            fewer,
                            row -> new World.Row(row.id(), row.values(), without(row.links(), link.name()))));
                }
            }
        }
        return smaller;
    }

    private static boolean isMirrored(Model model, Model.Type type, Model.Link link) {
        return model.types().stream()
                .flatMap(each -> each.links().stream())
                .anyMatch(each -> each.isBackLink()
                        && each.target() == type.index()
                        && link.name().equals(each.mirrored()));
    }

    private static World with(World world, Model.Type changed, Function<World.Row, World.Row> row) {
        List<Model.Type> types = new ArrayList<>(world.model().types());
        types.set(changed.index(), changed);
        List<List<World.Row>> rows = new ArrayList<>(world.rows());
        rows.set(changed.index(), rows.get(changed.index()).stream().map(row).toList());
        return new World(new Model(types), rows);
    }

    private static World with(World world, int type, List<World.Row> changed) {
        List<List<World.Row>> rows = new ArrayList<>(world.rows());
        rows.set(type, changed);
        return new World(world.model(), rows);
    }

    private static <E> List<E> without(List<E> list, int index) {
        List<E> fewer = new ArrayList<>(list);
        fewer.remove(index);
        return fewer;
    }

    private static <K> Map<K, @Nullable Object> without(Map<K, @Nullable Object> map, K key) {
        Map<K, @Nullable Object> fewer = new LinkedHashMap<>(map);
        fewer.remove(key);
        return fewer;
    }
}
