// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import static dev.ligature.benchmarks.query.QHouse.house;

import dev.ligature.link.Ref;
import dev.ligature.path.Condition;
import dev.ligature.path.LinkPath;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.Page;
import dev.ligature.query.PageRequest;
import dev.ligature.repository.Find;
import java.util.List;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** The generated repository, with one strategy of fetching; without one the links of documents at hand are fetched on demand. */
final class LigatureHouses implements HouseQueries {
    private final HouseRepository houses;
    private final @Nullable FetchStrategy strategy;

    LigatureHouses(Connection connection, String database, @Nullable FetchStrategy strategy) {
        this.houses = new HouseRepository(connection.reactive().getDatabase(database));
        this.strategy = strategy;
    }

    @Override
    public Answer withDoor(int count) {
        return read(houses.find(house.number.lt(count)), house.door());
    }

    @Override
    public Answer withDoorAndWindows(int count) {
        return read(houses.find(house.number.lt(count)), house.door(), house.windows());
    }

    @Override
    public Answer street(boolean links) {
        Find<House, ObjectId> street = houses.find(house.street.eq(HouseData.streetName()));
        return links ? read(street, house.door(), house.windows()) : roots(street);
    }

    @Override
    public Answer page(boolean links) {
        Find<House, ObjectId> page =
                houses.find().sort(house.name.asc()).skip(HouseData.SKIPPED).limit(HouseData.PAGE);
        return links ? read(page, house.door(), house.windows()) : roots(page);
    }

    @Override
    public Answer pageThroughLink() {
        Condition<House> rare = house.door().height.eq(HouseData.RARE_HEIGHT);
        Find<House, ObjectId> find = houses.find(rare).sort(house.door().width.desc());
        if (strategy != null) {
            find = find.fetch(house.door()).using(strategy);
        }
        Page<House> page = Blocking.one(
                find.page(PageRequest.at(HouseData.SKIPPED, HouseData.PAGE).withTotal()));
        List<House> read = strategy == null
                ? Blocking.list(houses.fetch(Flux.fromIterable(page.items()), house.door()))
                : page.items();
        Answer answer = tally(read);
        return new Answer(page.total().orElseThrow(), answer.links(), answer.sum());
    }

    @Override
    public Answer filterThroughLink() {
        return roots(houses.find(house.door().height.eq(HouseData.RARE_HEIGHT)));
    }

    private static Answer roots(Find<House, ObjectId> find) {
        return Answer.ofRoots(Blocking.list(find.all()).size());
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private Answer read(Find<House, ObjectId> find, LinkPath<House, ?, ?>... paths) {
        Flux<House> found = strategy == null
                ? houses.fetch(find.all(), paths)
                : find.fetch(paths).using(strategy).all();
        return tally(Blocking.list(found));
    }

    private static Answer tally(List<House> read) {
        Answer.Tally tally = new Answer.Tally();
        for (House each : read) {
            tally.root();
            tally.link(each.door().get().width());
            for (Ref<Window> window : each.windows()) {
                if (window.isFetched()) {
                    tally.link(window.get().width());
                }
            }
        }
        return tally.answer();
    }
}
