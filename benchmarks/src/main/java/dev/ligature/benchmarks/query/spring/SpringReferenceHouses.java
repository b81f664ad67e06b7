// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.spring;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.ligature.benchmarks.query.Answer;
import dev.ligature.benchmarks.query.CannotException;
import dev.ligature.benchmarks.query.Connection;
import dev.ligature.benchmarks.query.HouseData;
import dev.ligature.benchmarks.query.HouseQueries;
import java.util.List;
import org.bson.types.ObjectId;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** The blocking template and {@code @DocumentReference}: a find per reference of each house, one for a list. */
public final class SpringReferenceHouses implements HouseQueries {
    private final MongoTemplate template;

    public SpringReferenceHouses(Connection connection, String database) {
        this.template = new MongoTemplate(connection.blocking(), database);
    }

    @Override
    public Answer withDoor(int houses) {
        Answer.Tally tally = new Answer.Tally();
        for (SpringDoorHouse house : template.find(query(where("number").lt(houses)), SpringDoorHouse.class)) {
            tally.root();
            tally.link(house.door.width);
        }
        return tally.answer();
    }

    @Override
    public Answer withDoorAndWindows(int houses) {
        return links(query(where("number").lt(houses)));
    }

    @Override
    public Answer street(boolean links) {
        Query street = query(where("street").is(HouseData.streetName()));
        return links ? links(street) : roots(street);
    }

    @Override
    public Answer page(boolean links) {
        Query page = new Query().with(Sort.by("name")).skip(HouseData.SKIPPED).limit(HouseData.PAGE);
        return links ? links(page) : roots(page);
    }

    @Override
    public Answer pageThroughLink() {
        throw new CannotException("neither filters nor sorts through a reference");
    }

    @Override
    public Answer filterThroughLink() {
        Query rare = query(where("height").is(HouseData.RARE_HEIGHT));
        List<ObjectId> doors = template.findDistinct(rare, "_id", SpringDoor.class, ObjectId.class);
        return roots(query(where("door").in(doors)));
    }

    private Answer roots(Query query) {
        return Answer.ofRoots(template.find(query, SpringIdHouse.class).size());
    }

    private Answer links(Query query) {
        Answer.Tally tally = new Answer.Tally();
        for (SpringHouse house : template.find(query, SpringHouse.class)) {
            tally.root();
            tally.link(house.door.width);
            for (SpringWindow window : house.windows) {
                tally.link(window.width);
            }
        }
        return tally.answer();
    }
}
