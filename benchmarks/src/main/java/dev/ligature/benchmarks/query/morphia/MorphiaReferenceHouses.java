// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.morphia;

import static dev.morphia.query.filters.Filters.eq;
import static dev.morphia.query.filters.Filters.in;
import static dev.morphia.query.filters.Filters.lt;

import dev.ligature.benchmarks.query.Answer;
import dev.ligature.benchmarks.query.CannotException;
import dev.ligature.benchmarks.query.Connection;
import dev.ligature.benchmarks.query.HouseData;
import dev.ligature.benchmarks.query.HouseQueries;
import dev.morphia.Datastore;
import dev.morphia.query.FindOptions;
import dev.morphia.query.Query;
import dev.morphia.query.Sort;
import dev.morphia.query.filters.Filter;
import java.util.List;
import org.bson.types.ObjectId;

/** {@code @Reference}: a find per reference of each house, one for a list. */
public final class MorphiaReferenceHouses implements HouseQueries {
    private final Datastore datastore;

    public MorphiaReferenceHouses(Connection connection, String database) {
        this.datastore = MorphiaDatastores.open(connection, database);
    }

    @Override
    public Answer withDoor(int houses) {
        Answer.Tally tally = new Answer.Tally();
        for (MorphiaDoorHouse house : datastore.find(MorphiaDoorHouse.class).filter(lt("number", houses))) {
            tally.root();
            tally.link(house.door.width);
        }
        return tally.answer();
    }

    @Override
    public Answer withDoorAndWindows(int houses) {
        return links(new FindOptions(), lt("number", houses));
    }

    @Override
    public Answer street(boolean links) {
        Filter street = eq("street", HouseData.streetName());
        return links ? links(new FindOptions(), street) : roots(new FindOptions(), street);
    }

    @Override
    public Answer page(boolean links) {
        FindOptions page = new FindOptions()
                .sort(Sort.ascending("name"))
                .skip(HouseData.SKIPPED)
                .limit(HouseData.PAGE);
        return links ? links(page) : roots(page);
    }

    @Override
    public Answer pageThroughLink() {
        throw new CannotException("neither filters nor sorts through a reference");
    }

    @Override
    public Answer filterThroughLink() {
        List<ObjectId> doors = datastore.find(MorphiaDoor.class).filter(eq("height", HouseData.RARE_HEIGHT)).stream()
                .map(door -> door.id)
                .toList();
        return roots(new FindOptions(), in("door", doors));
    }

    private Answer roots(FindOptions options, Filter... filters) {
        Query<MorphiaIdHouse> query =
                datastore.find(MorphiaIdHouse.class, options).filter(filters);
        return Answer.ofRoots(query.iterator().toList().size());
    }

    private Answer links(FindOptions options, Filter... filters) {
        Answer.Tally tally = new Answer.Tally();
        Query<MorphiaHouse> query = datastore.find(MorphiaHouse.class, options).filter(filters);
        for (MorphiaHouse house : query.iterator().toList()) {
            tally.root();
            tally.link(house.door.width);
            for (MorphiaWindow window : house.windows) {
                tally.link(window.width);
            }
        }
        return tally.answer();
    }
}
