// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.micronaut;

import dev.ligature.benchmarks.query.Answer;
import dev.ligature.benchmarks.query.CannotException;
import dev.ligature.benchmarks.query.Connection;
import dev.ligature.benchmarks.query.HouseData;
import dev.ligature.benchmarks.query.HouseQueries;
import io.micronaut.data.model.Page;
import io.micronaut.data.model.Pageable;
import io.micronaut.data.model.Sort;
import java.util.List;

/** A repository whose queries are derived at compile time, with {@code @Join}. */
public final class MicronautJoinHouses implements HouseQueries {
    private final MicronautHouses houses;
    private final boolean sharedWindows;

    public MicronautJoinHouses(Connection connection, String database) {
        this.houses = MicronautContexts.start(connection, database).getBean(MicronautHouses.class);
        this.sharedWindows = database.equals(HouseData.SHARED.database());
    }

    @Override
    public Answer withDoor(int count) {
        return answer(houses.queryByNumberLessThan(count));
    }

    @Override
    public Answer withDoorAndWindows(int count) {
        if (sharedWindows) {
            throw new CannotException("a window has one house; shared ones need a collection between the two");
        }
        return answer(houses.findByNumberLessThan(count));
    }

    @Override
    public Answer street(boolean links) {
        return links
                ? answer(houses.findByStreet(HouseData.streetName()))
                : Answer.ofRoots(houses.queryByStreet(HouseData.streetName()).size());
    }

    @Override
    public Answer page(boolean links) {
        Pageable page = page(Sort.Order.asc("name"));
        return links
                ? answer(houses.list(page))
                : Answer.ofRoots(houses.queryAll(page).size());
    }

    @Override
    public Answer pageThroughLink() {
        Page<MicronautHouse> page =
                houses.searchByDoorHeight(HouseData.RARE_HEIGHT, page(Sort.Order.desc("door.width")));
        Answer found = answer(page.getContent());
        return new Answer(page.getTotalSize(), found.links(), found.sum());
    }

    @Override
    public Answer filterThroughLink() {
        return Answer.ofRoots(houses.findByDoorHeight(HouseData.RARE_HEIGHT).size());
    }

    private static Pageable page(Sort.Order order) {
        return Pageable.from(HouseData.SKIPPED / HouseData.PAGE, HouseData.PAGE, Sort.of(order));
    }

    private static Answer answer(List<MicronautHouse> houses) {
        Answer.Tally tally = new Answer.Tally();
        for (MicronautHouse house : houses) {
            tally.root();
            tally.link(house.door.width);
            if (house.windows != null) {
                house.windows.forEach(window -> tally.link(window.width));
            }
        }
        return tally.answer();
    }
}
