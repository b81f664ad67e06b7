// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QPerson.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.ligature.InvalidValueException;
import dev.ligature.it.model.House;
import dev.ligature.path.Condition;
import dev.ligature.path.FieldPath;
import dev.ligature.query.FetchPlan;
import dev.ligature.query.FetchStrategy;
import dev.ligature.repository.Find;
import dev.ligature.testing.CommandRecorder;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Plans: what a query would send, and why. Nobody listens where the client of these tests looks for a server. */
class PlanTest {
    private static final CommandRecorder RECORDER = new CommandRecorder();
    private static final MongoClient CLIENT = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString("mongodb://127.0.0.1:1/"))
            .addCommandListener(RECORDER)
            .build());

    private final Houses db = new Houses(CLIENT.getDatabase("plans"));

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @AfterEach
    void nothingWasSent() {
        assertThat(RECORDER.commandsWithPaging()).isEmpty();
    }

    private Find<House, ObjectId> oaks() {
        return db.houses
                .find(house.name.startsWith("Oak").and(house.door().height.gte(2)))
                .fetch(house.door(), house.windows().frame())
                .sort(house.name.asc(), house.door().height.desc())
                .skip(40)
                .limit(20);
    }

    @Test
    void printsEachCommandAsExtendedJsonWithItsReason() {
        assertThat(oaks().plan()).hasToString("""
                        House by AUTO
                        1. semi-join "doors": door.height >= 2 → door in ids, bound 10,000
                           {"find": "doors", "filter": {"height": {"$gte": 2}}, "projection": {"_id": 1}, "limit": 10001, "batchSize": 10002}
                        2. root "houses": name matches /^Oak/ and door.height >= 2; sorted by name ascending,\
                         door.height descending, then by id, which needs a join before the page; the first 20 after 40, joined after the page is cut;\
                         a page of at most 100, so its own links are joined
                           {"aggregate": "houses", "pipeline": [\
                        {"$match": {"name": {"$regex": "^Oak"}, "door": {"$in": "<ids of step 1>"}}},\
                         {"$lookup": {"from": "doors", "localField": "door", "foreignField": "_id", "as": "_l0"}},\
                         {"$sort": {"name": 1, "_l0.height": -1, "_id": -1}}, {"$skip": 40}, {"$limit": 20},\
                         {"$lookup": {"from": "windows", "localField": "win", "foreignField": "_id", "as": "_l1"}}]}
                        3. lookup "doors": House.door fetched into _l0, where the sort has joined it
                        4. lookup "windows": House.windows fetched into _l1
                        5. batch "frames": level 2, once per window of roots: Window.frame
                           {"find": "frames", "filter": {"_id": {"$in": "<Window.frame>"}}, "batchSize": 100000}""");
    }

    @Test
    void printsOneFindWhereThatAnswersTheQuery() {
        assertThat(db.houses.find(house.rooms.gt(2)).limit(5).plan()).hasToString("""
                        House by AUTO
                        1. root "houses": rooms > 2; the first 5
                           {"find": "houses", "filter": {"rooms": {"$gt": 2}}, "limit": 5}""");
        assertThat(db.houses.find().plan()).hasToString("""
                        House by AUTO
                        1. root "houses": all
                           {"find": "houses", "filter": {}}""");
    }

    @Test
    void answersAConditionThroughABackLinkFromTheReferrers() {
        assertThat(db.persons.find(person.houses().name.eq("Oak")).plan()).hasToString("""
                        Person by AUTO
                        1. semi-join "houses": houses.name == "Oak" → id in the ids of their owners, bound 10,000
                           {"find": "houses", "filter": {"name": "Oak"}, "projection": {"owners": 1, "_id": 0},\
                         "limit": 10001, "batchSize": 10002}
                        2. root "persons": houses.name == "Oak"
                           {"find": "persons", "filter": {"_id": {"$in": "<ids of step 1>"}}}""");
    }

    @Test
    void saysOfEachStepWhatItIs() {
        assertThat(oaks().plan().steps())
                .extracting(FetchPlan.Step::collection)
                .containsExactly("doors", "houses", "doors", "windows", "frames");
        assertThat(oaks().plan().steps())
                .hasExactlyElementsOfTypes(
                        FetchPlan.SemiJoin.class,
                        FetchPlan.Root.class,
                        FetchPlan.Lookup.class,
                        FetchPlan.Lookup.class,
                        FetchPlan.Batch.class);
        assertThat(oaks().using(FetchStrategy.LOOKUP).plan().steps())
                .hasExactlyElementsOfTypes(
                        FetchPlan.SemiJoin.class,
                        FetchPlan.Root.class,
                        FetchPlan.Lookup.class,
                        FetchPlan.Lookup.class,
                        FetchPlan.Lookup.class);
        assertThat(oaks().using(FetchStrategy.BATCH).plan().steps())
                .hasExactlyElementsOfTypes(
                        FetchPlan.SemiJoin.class,
                        FetchPlan.Root.class,
                        FetchPlan.Batch.class,
                        FetchPlan.Batch.class,
                        FetchPlan.Batch.class);
    }

    @Test
    void isEqualForEqualQueriesOnly() {
        FetchPlan plan = oaks().plan();

        assertThat(oaks().plan()).isEqualTo(plan).hasSameHashCodeAs(plan);
        assertThat(oaks().skip(41).plan()).isNotEqualTo(plan);
        assertThat(oaks().using(FetchStrategy.BATCH).plan()).isNotEqualTo(plan);
        assertThat(oaks().fetch(house.yard()).plan()).isNotEqualTo(plan);
        assertThat(oaks().semiJoinBound(5).plan()).isNotEqualTo(plan);
        assertThat(db.houses.find(house.rooms.eq(1)).plan())
                .isEqualTo(db.houses.find(house.rooms.eq(1)).plan())
                .isNotEqualTo(db.houses.find(house.rooms.eq(2)).plan());
    }

    @Test
    void plansADocumentByItsId() {
        ObjectId id = new ObjectId("65f0c0ffee0123456789abcd");

        assertThat(db.houses.findById(id).fetch(house.yard()).plan().steps())
                .hasExactlyElementsOfTypes(FetchPlan.Root.class, FetchPlan.Lookup.class)
                .first()
                .extracting(step -> step.command().toJson())
                .asString()
                .startsWith("{\"aggregate\": \"houses\", \"pipeline\": [{\"$match\": {\"_id\": {\"$oid\": \"" + id
                        + "\"}}}, {\"$limit\": 1}, ");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void refusesAnOperandThatCannotBeStored() {
        Condition<House> wrong = ((FieldPath) house.rooms).eq("three");

        assertThatThrownBy(() -> db.houses.find(wrong).plan())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("House.rooms.eq(three)");
    }
}
