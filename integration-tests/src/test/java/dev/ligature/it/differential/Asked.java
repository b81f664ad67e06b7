// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.path.LinkPath;
import dev.ligature.repository.Find;
import dev.ligature.repository.Repository;
import java.util.List;

/** A query as a user says it. */
record Asked(Stored stored, Query query) {
    Model.Type root() {
        return stored.model().type(query.root());
    }

    Repository<Thing, Object> repository() {
        return stored.repository(root());
    }

    /** The documents for which the condition holds. */
    Find<Thing, Object> matching() {
        Find<Thing, Object> find = query.condition() instanceof Cond.Everything
                ? repository().find()
                : repository().find(Conditions.of(path(), query.condition()));
        return (query.bound() < 0 ? find : find.semiJoinBound(query.bound())).using(query.strategy());
    }

    /** Those in the order of some keys. */
    Find<Thing, Object> sorted(List<Query.Key> keys) {
        Find<Thing, Object> find = matching();
        for (Query.Key key : keys) {
            find = find.sort(Conditions.sort(path(), key));
        }
        return find;
    }

    /** The page that is asked for; the id is named where it does not come of itself. */
    Find<Thing, Object> page() {
        Find<Thing, Object> sorted = sorted(query.sort());
        return (query.endsInId() ? sorted : sorted.sort(path().id().asc()))
                .skip(query.skip())
                .limit(query.limit());
    }

    /** All that is asked for. */
    Find<Thing, Object> documents() {
        return fetching(page());
    }

    /** A query with what is to be fetched. */
    Find<Thing, Object> fetching(Find<Thing, Object> find) {
        Query.Fetch fetch = query.fetch();
        Find<Thing, Object> fetching = find.missing(query.missing());
        if (fetch.depth() > 0) {
            fetching = fetching.fetchLinks(fetch.depth());
        }
        fetching = fetching.fetch(paths());
        for (var each : fetch.depths().entrySet()) {
            fetching = fetching.depth(path().through(each.getKey()), each.getValue());
        }
        return fetching;
    }

    /** The paths that are named to be fetched. */
    @SuppressWarnings("unchecked") // an array of generics
    LinkPath<Thing, ?, ?>[] paths() {
        List<QThing<Thing>> paths =
                query.fetch().paths().stream().map(path()::through).toList();
        return paths.toArray(LinkPath[]::new);
    }

    QThing<Thing> path() {
        return stored.root(root());
    }
}
