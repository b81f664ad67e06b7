// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.spring;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.limit;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.lookup;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.skip;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.sort;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.ligature.benchmarks.query.Answer;
import dev.ligature.benchmarks.query.Connection;
import dev.ligature.benchmarks.query.HouseData;
import dev.ligature.benchmarks.query.HouseQueries;
import java.util.List;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.data.mongodb.core.query.Criteria;

/** The blocking template and aggregations written by hand, their results mapped; joined before matched where a link is filtered. */
public final class SpringLookupHouses implements HouseQueries {
    private static final AggregationOperation DOOR = lookup("doors", "door", "_id", "doorDocuments");
    private static final AggregationOperation WINDOWS = lookup("windows", "windows", "_id", "windowDocuments");
    private static final AggregationOperation RARE =
            match(where("doorDocuments.height").is(HouseData.RARE_HEIGHT));

    private final MongoTemplate template;

    public SpringLookupHouses(Connection connection, String database) {
        this.template = new MongoTemplate(connection.blocking(), database);
    }

    @Override
    public Answer withDoor(int houses) {
        return answer(match(where("number").lt(houses)), DOOR);
    }

    @Override
    public Answer withDoorAndWindows(int houses) {
        return answer(match(where("number").lt(houses)), DOOR, WINDOWS);
    }

    @Override
    public Answer street(boolean links) {
        Criteria street = where("street").is(HouseData.streetName());
        return links
                ? answer(match(street), DOOR, WINDOWS)
                : Answer.ofRoots(
                        template.find(query(street), SpringIdHouse.class).size());
    }

    @Override
    public Answer page(boolean links) {
        AggregationOperation byName = sort(Sort.by("name"));
        return links
                ? answer(byName, skip(HouseData.SKIPPED), limit(HouseData.PAGE), DOOR, WINDOWS)
                : answer(byName, skip(HouseData.SKIPPED), limit(HouseData.PAGE));
    }

    @Override
    public Answer pageThroughLink() {
        Answer page = answer(
                DOOR,
                RARE,
                sort(Sort.Direction.DESC, "doorDocuments.width"),
                skip(HouseData.SKIPPED),
                limit(HouseData.PAGE));
        Aggregation counting = newAggregation(DOOR, RARE, Aggregation.count().as("n"));
        Document counted =
                template.aggregate(counting, "houses", Document.class).getUniqueMappedResult();
        return new Answer(counted.get("n", Number.class).longValue(), page.links(), page.sum());
    }

    @Override
    public Answer filterThroughLink() {
        return Answer.ofRoots(read(DOOR, RARE).size());
    }

    private List<SpringIdHouse> read(AggregationOperation... stages) {
        return template.aggregate(newAggregation(stages), "houses", SpringIdHouse.class)
                .getMappedResults();
    }

    private Answer answer(AggregationOperation... stages) {
        return answer(read(stages));
    }

    /** Counts what was read. */
    static Answer answer(List<SpringIdHouse> houses) {
        Answer.Tally tally = new Answer.Tally();
        for (SpringIdHouse house : houses) {
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
