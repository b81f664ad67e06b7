// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.morphia;

import static dev.morphia.aggregation.stages.Lookup.lookup;
import static dev.morphia.query.filters.Filters.eq;
import static dev.morphia.query.filters.Filters.lt;

import dev.ligature.benchmarks.query.Answer;
import dev.ligature.benchmarks.query.Connection;
import dev.ligature.benchmarks.query.HouseData;
import dev.ligature.benchmarks.query.HouseQueries;
import dev.morphia.Datastore;
import dev.morphia.aggregation.Aggregation;
import dev.morphia.aggregation.stages.Lookup;
import dev.morphia.aggregation.stages.Sort;
import dev.morphia.query.filters.Filter;
import java.util.List;
import org.bson.Document;

/** Aggregations written with Morphia's stages, their results mapped; joined before matched where a link is filtered. */
public final class MorphiaLookupHouses implements HouseQueries {
    private static final Filter RARE = eq("doorDocuments.height", HouseData.RARE_HEIGHT);

    private final Datastore datastore;

    public MorphiaLookupHouses(Connection connection, String database) {
        this.datastore = MorphiaDatastores.open(connection, database);
    }

    @Override
    public Answer withDoor(int houses) {
        return answer(houses().match(lt("number", houses)).lookup(doors()));
    }

    @Override
    public Answer withDoorAndWindows(int houses) {
        return answer(houses().match(lt("number", houses)).lookup(doors()).lookup(windows()));
    }

    @Override
    public Answer street(boolean links) {
        Aggregation<MorphiaIdHouse> street = houses().match(eq("street", HouseData.streetName()));
        return answer(links ? street.lookup(doors()).lookup(windows()) : street);
    }

    @Override
    public Answer page(boolean links) {
        Aggregation<MorphiaIdHouse> page = houses().sort(Sort.sort().ascending("name"))
                .skip(HouseData.SKIPPED)
                .limit(HouseData.PAGE);
        return answer(links ? page.lookup(doors()).lookup(windows()) : page);
    }

    @Override
    public Answer pageThroughLink() {
        Answer page = answer(houses().lookup(doors())
                .match(RARE)
                .sort(Sort.sort().descending("doorDocuments.width"))
                .skip(HouseData.SKIPPED)
                .limit(HouseData.PAGE));
        Document counted = houses().lookup(doors())
                .match(RARE)
                .count("n")
                .execute(Document.class)
                .next();
        return new Answer(counted.get("n", Number.class).longValue(), page.links(), page.sum());
    }

    @Override
    public Answer filterThroughLink() {
        return Answer.ofRoots(read(houses().lookup(doors()).match(RARE)).size());
    }

    private Aggregation<MorphiaIdHouse> houses() {
        return datastore.aggregate(MorphiaIdHouse.class);
    }

    private static Lookup doors() {
        return lookup(MorphiaDoor.class).localField("door").foreignField("_id").as("doorDocuments");
    }

    private static Lookup windows() {
        return lookup(MorphiaWindow.class)
                .localField("windows")
                .foreignField("_id")
                .as("windowDocuments");
    }

    private static List<MorphiaIdHouse> read(Aggregation<MorphiaIdHouse> aggregation) {
        return aggregation.execute(MorphiaIdHouse.class).toList();
    }

    private static Answer answer(Aggregation<MorphiaIdHouse> aggregation) {
        Answer.Tally tally = new Answer.Tally();
        for (MorphiaIdHouse house : read(aggregation)) {
            tally.root();
            if (house.doorDocuments != null) {
                house.doorDocuments.forEach(door -> tally.link(door.width));
            }
            if (house.windowDocuments != null) {
                house.windowDocuments.forEach(window -> tally.link(window.width));
            }
        }
        return tally.answer();
    }
}
