// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.query.Page;
import dev.ligature.query.PageRequest;
import dev.ligature.repository.Find;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads all pages of a query, one after the other: together they have each document once, in the order of the query. */
record Pages(Asked asked) {
    private List<Row> expected(List<Query.Key> keys) {
        Query all = asked.query().withSort(keys).withPage(0, 0);
        return new Reference(asked.stored().world()).answer(all.withSort(all.totalSort()));
    }

    /** Pages by tokens, sorted by what the root stores. */
    @Nullable
    Difference byToken() {
        List<Query.Key> keys = keys();
        List<Row> expected = expected(keys);
        return Difference.between(
                "pages, each of " + expected.size() + " in all",
                Texts.ids(asked.root(), expected),
                () -> read(asked.sorted(keys), expected.size()));
    }

    private static Object read(Find<Thing, Object> find, int total) {
        PageRequest first = PageRequest.first(total / 3 + 1).withTotal();
        List<@Nullable Object> found = new ArrayList<>();
        Page<Thing> page = find.page(first).block();
        while (page != null) {
            page.items().forEach(thing -> found.add(thing.id));
            if (page.total().orElse(-1) != total) {
                return "a total of " + page.total();
            }
            Optional<String> next = page.next();
            page = next.isEmpty() ? null : find.page(first.after(next.get())).block();
        }
        return found;
    }

    /** Each field once: the id, which makes the order total, follows the direction of the last one. */
    List<Query.Key> keys() {
        List<Query.Key> keys = new ArrayList<>();
        for (Query.Key key : asked.query().sort()) {
            boolean isKnown = keys.stream()
                    .anyMatch(known ->
                            known.links().equals(key.links()) && known.field().equals(key.field()));
            if (key.isStoredInRoot() && !isKnown) {
                keys.add(key);
                if (key.links().isEmpty() && key.field().equals("id")) {
                    break; // nothing after it matters, nor could be compared
                }
            }
        }
        return keys;
    }

    /** Pages by skip and limit, which overlap nowhere, whatever is equal in the sort. */
    @Nullable
    Difference bySkip() {
        List<Query.Key> sort = asked.query().sort();
        List<Query.Key> keys = sort.isEmpty() ? asked.query().totalSort() : sort;
        List<Row> expected = expected(sort);
        int size = expected.size() / 3 + 1;
        return Difference.between("pages by skip and limit of " + size, Texts.ids(asked.root(), expected), () -> {
            List<Object> found = new ArrayList<>();
            for (int skip = 0; skip <= expected.size(); skip += size) {
                found.addAll(asked.sorted(keys)
                        .skip(skip)
                        .limit(size)
                        .ids()
                        .collectList()
                        .block());
            }
            return found;
        });
    }
}
