package dev.ligature.it.differential;

import dev.ligature.LigatureException;
import dev.ligature.path.Sort;
import dev.ligature.repository.Find;
import dev.ligature.repository.Page;
import dev.ligature.repository.PageRequest;
import dev.ligature.repository.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.jspecify.annotations.Nullable;

/** Runs a query and compares what comes back with what the reference says. */
final class Comparison {
    private static final String FAILS = "fails with ";

    private final Stored stored;
    private final Query query;
    private final Model.Type root;
    private final List<World.Row> expected;
    private final List<World.Row> matching;
    private final ExpectedGraph graph;

    Comparison(Stored stored, Query query) {
        this.stored = stored;
        this.query = query;
        this.root = stored.world().model().type(query.root());
        Reference reference = new Reference(stored.world());
        this.expected = reference.answer(query);
        this.matching = reference.matching(query);
        this.graph = new ExpectedGraph(stored.world(), query);
    }

    /** A difference: what was asked, what is right and what came back. */
    record Difference(String asked, String expected, String actual) {
        /** Whether another one is of the same kind: an answer of the same question, or a failure of it. */
        boolean isLike(Difference other) {
            return asked.equals(other.asked) && actual.startsWith(FAILS) == other.actual.startsWith(FAILS);
        }

        @Override
        public String toString() {
            return asked + "\n    expected  " + expected + "\n    actual    " + actual;
        }
    }

    /** The first difference, or null. */
    @Nullable
    Difference run(int stamp) {
        Difference documents = documents();
        return documents != null ? documents : also(stamp);
    }

    private @Nullable Difference documents() {
        List<String> texts = expected.stream().map(graph::of).toList();
        String wanted = graph.failures().isEmpty() ? lines(texts) : "one of " + graph.failures();
        List<Thing> things = new ArrayList<>();
        String actual = told(() -> {
            things.addAll(paged().all().collectList().block());
            return lines(things.stream()
                    .map(thing -> ActualGraph.of(stored.world().model(), root, thing))
                    .toList());
        });
        boolean fails = graph.failures().stream().anyMatch(name -> actual.startsWith(FAILS + name));
        if (!graph.failures().isEmpty() ? !fails : !wanted.equals(actual)) {
            return new Difference("all()", wanted, actual);
        }
        return fails ? null : saved(things);
    }

    /** What was read is saved as it was stored. */
    private @Nullable Difference saved(List<Thing> things) {
        for (int i = 0; i < things.size(); i++) {
            BsonDocument before = stored.world().stored(root, expected.get(i));
            before.values().removeIf(BsonNull.class::isInstance);
            BsonDocument after = stored.saved(root, things.get(i));
            if (!before.equals(after)) {
                return new Difference("save", before.toJson(), after.toJson());
            }
        }
        return null;
    }

    private @Nullable Difference also(int stamp) {
        List<Object> ids = expected.stream().map(World.Row::id).toList();
        List<Object> all = matching.stream().map(World.Row::id).toList();
        return switch (query.also()) {
            case COUNT -> compare("count()", ids.size(), () -> paged().count().block());
            case EXISTS ->
                compare("exists()", !ids.isEmpty(), () -> paged().exists().block());
            case IDS -> compare("ids()", ids, () -> paged().ids().collectList().block());
            case PAGES -> pages();
            case UPDATE ->
                compare("update(…)", all.size() + " " + all, () -> {
                    Long count = found().update(stored.stamp(root).set(stamp)).block();
                    return count + " " + stored.ids(root, new BsonDocument("stamp", new BsonInt32(stamp)));
                });
            case DELETE ->
                compare("delete() and what stays", all.size() + " " + without(all), () -> {
                    Long count = found().delete().block();
                    return count + " " + stored.ids(root, new BsonDocument());
                });
        };
    }

    /** All pages one after the other, sorted by what the root stores. */
    private @Nullable Difference pages() {
        List<Query.Key> keys = pageKeys();
        List<Query.Key> total = new ArrayList<>(keys);
        total.add(new Query.Key(
                List.of(), "id", !keys.isEmpty() && keys.get(keys.size() - 1).descending()));
        List<Object> ids = new Reference(stored.world())
                .answer(query.withSort(total).withPage(0, 0)).stream()
                        .map(World.Row::id)
                        .toList();
        return compare("pages, each of " + matching.size() + " in all", ids, () -> {
            QThing<Thing> path = stored.root(root);
            Find<Thing, Object> find = found().using(query.strategy());
            for (Query.Key key : keys) {
                find = find.sort(Conditions.sort(path, key));
            }
            PageRequest first = PageRequest.first(matching.size() / 3 + 1).withTotal();
            List<@Nullable Object> found = new ArrayList<>();
            Page<Thing> page = find.page(first).block();
            while (page != null) {
                page.items().forEach(thing -> found.add(thing.id));
                if (page.total().orElse(-1) != matching.size()) {
                    return "a total of " + page.total();
                }
                Optional<String> next = page.next();
                page = next.isEmpty()
                        ? null
                        : find.page(first.after(next.get())).block();
            }
            return found;
        });
    }

    /** Each field once: the id, which makes the order total, follows the direction of the last one. */
    private List<Query.Key> pageKeys() {
        List<Query.Key> keys = new ArrayList<>();
        for (Query.Key key : query.sort()) {
            boolean isKnown = keys.stream()
                    .anyMatch(known ->
                            known.links().equals(key.links()) && known.field().equals(key.field()));
            if (key.isStoredInRoot() && !isKnown) {
                keys.add(key);
            }
        }
        return keys;
    }

    private List<Object> without(List<Object> ids) {
        return stored.world().rowsOf(query.root()).stream()
                .map(World.Row::id)
                .filter(id -> !ids.contains(id))
                .toList();
    }

    private @Nullable Difference compare(String asked, Object wanted, Supplier<@Nullable Object> answer) {
        String actual = told(() -> String.valueOf(answer.get()));
        return actual.equals(wanted.toString()) ? null : new Difference(asked, wanted.toString(), actual);
    }

    private static String told(Supplier<String> answer) {
        try {
            return answer.get();
        } catch (LigatureException | IllegalArgumentException | IllegalStateException e) {
            return FAILS + e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    private static String lines(List<String> documents) {
        return documents.size() + " documents\n      " + String.join("\n      ", documents);
    }

    /** The query, its order made total by the id. */
    Find<Thing, Object> paged() {
        QThing<Thing> path = stored.root(root);
        Find<Thing, Object> find = found();
        for (Query.Key key : query.sort()) {
            find = find.sort(Conditions.sort(path, key));
        }
        Sort<Thing> last = path.id().asc();
        find = find.sort(last).skip(query.skip()).limit(query.limit());
        Query.Fetch fetch = query.fetch();
        if (fetch.depth() > 0) {
            find = find.fetchLinks(fetch.depth());
        }
        for (List<String> each : fetch.paths()) {
            find = find.fetch(path.through(each));
        }
        for (var each : fetch.depths().entrySet()) {
            find = find.depth(path.through(each.getKey()), each.getValue());
        }
        return find.missing(query.missing()).using(query.strategy());
    }

    private Find<Thing, Object> found() {
        Repository<Thing, Object> repository = stored.repository(root);
        Find<Thing, Object> find = query.condition() instanceof Cond.Everything
                ? repository.find()
                : repository.find(Conditions.of(stored.root(root), query.condition()));
        return query.bound() < 0 ? find : find.semiJoinBound(query.bound());
    }
}
