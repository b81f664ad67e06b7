// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.query.DeleteRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** The next smaller cases, those that take out most first. */
final class Smaller {
    private Smaller() {}

    static List<Case> cases(Case each) {
        return List.copyOf(each instanceof Query query ? queries(query) : changes((Change) each));
    }

    private static List<Change> changes(Change change) {
        List<Change> smaller = new ArrayList<>();
        if (change instanceof Change.Update update) {
            conditions(update.condition())
                    .forEach(each -> smaller.add(new Change.Update(update.root(), each, update.assignments())));
            if (update.assignments().size() > 1) {
                for (int i = 0; i < update.assignments().size(); i++) {
                    smaller.add(new Change.Update(update.root(), update.condition(), without(update.assignments(), i)));
                }
            }
        } else if (change instanceof Change.Delete delete) {
            conditions(delete.condition())
                    .forEach(each -> smaller.add(new Change.Delete(delete.root(), each, delete.rule())));
            if (delete.rule() != DeleteRule.DO_NOTHING) {
                smaller.add(new Change.Delete(delete.root(), delete.condition(), DeleteRule.DO_NOTHING));
            }
        } else if (change instanceof Change.Write write) {
            writes(write).forEach(smaller::add);
        }
        return smaller;
    }

    /** Fewer values, and fewer entries of lists. */
    private static List<Change> writes(Change.Write write) {
        List<Change> smaller = new ArrayList<>();
        for (int i = 0; i < write.drafts().size(); i++) {
            Change.Draft draft = write.drafts().get(i);
            if (!draft.values().isEmpty()) {
                smaller.add(with(write, i, draft.with(Map.of())));
            }
            for (String link : draft.links().keySet()) {
                List<Change.End> ends = draft.links().get(link);
                for (int end = 0; end < ends.size() && ends.size() > 1; end++) {
                    smaller.add(with(write, i, draft.withLink(link, without(ends, end))));
                }
            }
            for (String link : draft.boxes().keySet()) {
                List<Change.Packed> boxes = draft.boxes().get(link);
                for (int box = 0; box < boxes.size() && boxes.size() > 1; box++) {
                    smaller.add(with(write, i, draft.withBoxes(link, without(boxes, box))));
                }
            }
        }
        return smaller;
    }

    private static Change.Write with(Change.Write write, int position, Change.Draft draft) {
        List<Change.Draft> drafts = new ArrayList<>(write.drafts());
        drafts.set(position, draft);
        return new Change.Write(write.root(), drafts, write.verb(), write.rule());
    }

    private static List<Query> queries(Query query) {
        List<Query> smaller = new ArrayList<>();
        if (!query.fetch().equals(Query.Fetch.NOTHING)) {
            smaller.add(query.withFetch(Query.Fetch.NOTHING));
            fetches(query.fetch()).forEach(fetch -> smaller.add(query.withFetch(fetch)));
        }
        if (!query.shown().equals(Shown.NOTHING)) {
            shown(query.shown()).forEach(each -> smaller.add(query.withShown(each)));
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

    private static List<Shown> shown(Shown shown) {
        List<Shown> smaller = new ArrayList<>(List.of(
                Shown.NOTHING,
                new Shown(List.of(), shown.ids(), shown.through()),
                new Shown(shown.fields(), List.of(), shown.through())));
        shown.through().forEach((link, behind) -> {
            Map<String, Shown> fewer = new LinkedHashMap<>(shown.through());
            fewer.remove(link);
            smaller.add(new Shown(shown.fields(), shown.ids(), fewer));
            for (Shown less : behind.equals(Shown.NOTHING) ? List.<Shown>of() : shown(behind)) {
                Map<String, Shown> changed = new LinkedHashMap<>(shown.through());
                changed.put(link, less);
                smaller.add(new Shown(shown.fields(), shown.ids(), changed));
            }
        });
        return smaller.stream().filter(each -> !each.equals(shown)).toList();
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
        if (condition instanceof Cond.Boxed boxed) {
            return inner(
                    List.of(),
                    boxed.inner(),
                    inner -> new Cond.Boxed(boxed.path(), boxed.link(), boxed.quantifier(), inner));
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

    private static List<Cond> sides(Cond left, Cond right, BinaryOperator<Cond> join) {
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

    /** A list without one of its elements. */
    static <E> List<E> without(List<E> list, int index) {
        List<E> fewer = new ArrayList<>(list);
        fewer.remove(index);
        return fewer;
    }
}
