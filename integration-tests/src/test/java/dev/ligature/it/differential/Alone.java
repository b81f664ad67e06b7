// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.query.MissingTargets;
import dev.ligature.repository.FindOne;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Asks for the documents of a query anew: one of them alone, or for their links when they have been read. */
record Alone(Asked asked, List<Row> rows) {
    /** A document looks the same when it is read without the others. */
    @Nullable
    Difference byId() {
        Query query = asked.query();
        for (Row row : rows.subList(0, Math.min(2, rows.size()))) {
            Object id = asked.root().ids().read(row.id());
            Difference difference = Texts.difference(
                    "findById(" + id + ")",
                    new ExpectedGraph(asked.stored().world(), query),
                    List.of(row),
                    () -> List.of(
                            fetching(asked.repository().findById(id)).single().block()));
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private FindOne<Thing> fetching(FindOne<Thing> find) {
        Query.Fetch fetch = asked.query().fetch();
        FindOne<Thing> fetching = find.missing(asked.query().missing())
                .using(asked.query().strategy())
                .fetch(asked.paths());
        if (fetch.depth() > 0) {
            fetching = fetching.fetchLinks(fetch.depth());
        }
        for (var each : fetch.depths().entrySet()) {
            fetching = fetching.depth(asked.path().through(each.getKey()), each.getValue());
        }
        return fetching;
    }

    /** Links that are fetched of documents at hand, one by one or many at a time. */
    @Nullable
    Difference later() {
        Query.Fetch fetch = asked.query().fetch();
        boolean byDepth = fetch.depth() > 0;
        Query later = asked.query()
                .withFetch(new Query.Fetch(fetch.depth(), byDepth ? List.of() : fetch.paths(), Map.of()))
                .withMissing(MissingTargets.KEEP);
        Difference many = Texts.difference(
                "fetch(documents, …)", new ExpectedGraph(asked.stored().world(), later), rows, () -> (byDepth
                                ? read().concatMap(thing -> asked.repository().fetchLinks(thing, fetch.depth()))
                                : asked.repository().fetch(read(), asked.paths()))
                        .collectList()
                        .block());
        if (many != null || byDepth) {
            return many;
        }
        return Texts.difference(
                "fetch(document, …)",
                new ExpectedGraph(asked.stored().world(), later),
                rows.subList(0, Math.min(1, rows.size())),
                () -> read().take(1)
                        .concatMap(thing -> asked.repository().fetch(thing, asked.paths()))
                        .collectList()
                        .block());
    }

    private Flux<Thing> read() {
        return asked.page().all();
    }
}
