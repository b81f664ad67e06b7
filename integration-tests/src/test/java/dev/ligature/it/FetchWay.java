// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QHouse.house;

import dev.ligature.it.model.House;
import dev.ligature.path.LinkPath;
import dev.ligature.query.FetchStrategy;
import java.util.List;
import reactor.core.publisher.Flux;

/** The ways to fetch what houses link to. */
enum FetchWay {
    LOOKUP,
    BATCH,
    AUTO,
    ON_DEMAND,
    STREAM;

    @SafeVarargs
    @SuppressWarnings("varargs")
    final List<House> fetch(Houses db, LinkPath<House, ?, ?>... paths) {
        Flux<House> roots = db.houses.find().sort(house.name.asc()).all();
        return switch (this) {
            case LOOKUP, BATCH, AUTO ->
                list(db.houses
                        .find()
                        .sort(house.name.asc())
                        .fetch(paths)
                        .using(FetchStrategy.valueOf(name()))
                        .all());
            case ON_DEMAND -> list(roots.concatMap(each -> db.houses.fetch(each, paths)));
            case STREAM -> list(db.houses.fetch(roots, paths));
        };
    }
}
