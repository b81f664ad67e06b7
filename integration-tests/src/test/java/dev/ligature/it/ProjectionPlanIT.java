// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QHouse.house;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.ProjectionIT.Strict;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseCard;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.query.FetchPlan;
import dev.ligature.query.FetchStrategy;
import dev.ligature.repository.ProjectedFind;
import dev.ligature.testing.CommandRecorder.Command;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.test.StepVerifier;

/** What projections send: by which strategy, how much at a time, and as their plans say. */
class ProjectionPlanIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final Houses db = new Houses(DATABASE.database());

    @Test
    void joinsSmallPagesThatAreNotSortedByOwnFieldsAndBatchesTheOthers() {
        db.savedHouse("Oak", 2);
        DATABASE.recorder().clear();

        list(db.houses.find().limit(20).as(HouseCard.class).all());
        assertThat(DATABASE.recorder().names()).containsExactly("aggregate");

        DATABASE.recorder().clear();
        list(db.houses
                .find()
                .sort(house.name.asc())
                .limit(20)
                .as(HouseCard.class)
                .all());
        list(db.houses.find().as(HouseCard.class).all());
        assertThat(DATABASE.recorder().names()).containsOnly("find");
    }

    @Test
    void joinsInOneAggregationThatKeepsOnlyWhatIsShown() {
        db.savedHouse("Oak", 2);
        DATABASE.recorder().clear();

        list(db.houses.find().using(FetchStrategy.LOOKUP).as(HouseCard.class).all());

        assertThat(DATABASE.recorder().names()).containsExactly("aggregate");
        var pipeline = DATABASE.recorder().commands().get(0).document().getArray("pipeline");
        assertThat(pipeline.get(pipeline.size() - 1).asDocument())
                .isEqualTo(BsonDocument.parse("{$project: {_id: 1, name: 1, door: 1, yard: 1, win: 1, owners: 1, _l0: "
                        + kept("_l0", "height", "width") + ", _l1: " + kept("_l1", "width", "frame", "spares")
                        + ", _l2: " + kept("_l2", "color") + ", _l3: " + kept("_l3", "color") + ", _l4: "
                        + kept("_l4", "size") + ", _l5: " + kept("_l5", "name") + "}}"));
    }

    /** The fields that are kept of the documents of a side array. */
    private static String kept(String side, String... fields) {
        StringBuilder kept = new StringBuilder("{$map: {input: '$" + side + "', as: 'each', in: {_id: '$$each._id'");
        for (String field : fields) {
            kept.append(", ")
                    .append(field)
                    .append(": {$ifNull: ['$$each.")
                    .append(field)
                    .append("', null]}");
        }
        return kept + "}}}";
    }

    @Test
    void readsABatchForEachLinkWithItsFieldsAlone() {
        Window window = get(db.windows.insert(Window.of(1, true)));
        for (int i = 0; i < 30; i++) {
            get(db.houses.insert(House.of("Oak " + i, Ref.of(db.savedDoor(i))).withWindows(List.of(Ref.of(window)))));
        }
        DATABASE.recorder().clear();

        assertThat(list(db.houses
                        .find()
                        .using(FetchStrategy.BATCH)
                        .as(HouseCard.class)
                        .all()))
                .hasSize(30)
                .allMatch(card -> card.widths().equals(List.of(1)));

        assertThat(DATABASE.recorder().commands())
                .extracting(Command::collection)
                .containsExactly("houses", "doors", "windows");
        assertThat(DATABASE.recorder().commands())
                .allMatch(command -> command.name().equals("find"));
        assertThat(DATABASE.recorder().commands().get(1).document().getDocument("projection"))
                .isEqualTo(BsonDocument.parse("{_id: 1, height: 1, width: 1}"));
        assertThat(DATABASE.recorder().commands().get(2).document().getDocument("projection"))
                .isEqualTo(BsonDocument.parse("{_id: 1, width: 1, frame: 1, spares: 1}"));
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void keepsTheConditionTheSortAndThePageThroughLinks(FetchStrategy strategy) {
        IntStream.range(0, 20).forEach(i -> db.savedHouse("Oak " + i, i));

        List<Strict> page = list(db.houses
                .find(house.door().height.gte(5))
                .sort(house.door().height.desc())
                .skip(3)
                .limit(2)
                .using(strategy)
                .as(Strict.class)
                .all());

        assertThat(page).containsExactly(new Strict("Oak 16", 16), new Strict("Oak 15", 15));
        assertThat(list(db.houses
                        .find(house.door().height.gte(5))
                        .semiJoinBound(3)
                        .sort(house.door().height.asc())
                        .limit(1)
                        .using(strategy)
                        .as(Strict.class)
                        .all()))
                .containsExactly(new Strict("Oak 5", 5));
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void sendsThePlan(FetchStrategy strategy) {
        Window window = get(db.windows.insert(
                Window.of(1, true).withFrame(Ref.to(new ObjectId())).withSpares(List.of(Ref.to(new ObjectId())))));
        get(db.houses.insert(House.of("Oak", Ref.of(db.savedDoor(2)))
                .withWindows(List.of(Ref.of(window)))
                .withYard(Ref.to(new ObjectId()))
                .withOwners(List.of(Ref.to(new ObjectId())))));
        ProjectedFind<HouseCard> cards = db.houses
                .find(house.rooms.gt(0))
                .sort(house.name.asc())
                .limit(5)
                .using(strategy)
                .as(HouseCard.class);
        DATABASE.recorder().clear();

        list(cards.all());

        List<FetchPlan.Step> steps = cards.plan().steps().stream()
                .filter(step -> !(step instanceof FetchPlan.Lookup))
                .toList();
        List<BsonDocument> sent = new ArrayList<>(
                DATABASE.recorder().commands().stream().map(Command::document).toList());
        assertThat(sent).hasSameSizeAs(steps);
        assertThat(isSent(steps.get(0), sent.get(0))).as("the root comes first").isTrue();
        for (FetchPlan.Step step : steps) { // the finds of a level are sent at the same time, in whatever order
            assertThat(sent.stream().filter(command -> isSent(step, command)).findFirst())
                    .as("%s among %s", step.command(), sent)
                    .hasValueSatisfying(sent::remove);
        }
    }

    private static boolean isSent(FetchPlan.Step step, BsonDocument command) {
        return step.command().entrySet().stream().allMatch(planned -> {
            BsonValue sent = command.get(planned.getKey());
            if (step instanceof FetchPlan.Batch && planned.getKey().equals("filter")) { // it has the ids
                return sent != null
                        && sent.asDocument()
                                .keySet()
                                .equals(planned.getValue().asDocument().keySet());
            }
            return planned.getValue().equals(sent);
        });
    }

    @Test
    void printsItsPlan() {
        assertThat(db.houses
                        .find(house.rooms.gt(2))
                        .limit(5)
                        .using(FetchStrategy.BATCH)
                        .as(Strict.class)
                        .plan())
                .hasToString("""
                        House by BATCH
                        1. root "houses": rooms > 2; the first 5; read as ProjectionIT.Strict
                           {"find": "houses", "filter": {"rooms": {"$gt": 2}}, "projection": {"_id": 1, "name": 1, "door": 1}, "limit": 5}
                        2. batch "doors": level 1, once per window of roots: House.door
                           {"find": "doors", "filter": {"_id": {"$in": "<House.door>"}}, "projection": {"_id": 1, "height": 1}, "batchSize": 100000}""");
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void readsWindowsOfRootsInOrderAsTheyAreDemanded(FetchStrategy strategy) {
        Door shared = db.savedDoor(2);
        List<House> houses = IntStream.range(0, 2_500)
                .mapToObj(i -> House.of("Oak", Ref.of(shared)).withRooms(i))
                .toList();
        get(db.houses.insertAll(houses).collectList());

        StepVerifier.create(
                        db.houses
                                .find()
                                .sort(house.rooms.asc())
                                .using(strategy)
                                .as(Strict.class)
                                .all(),
                        1)
                .expectNext(new Strict("Oak", 2))
                .thenCancel()
                .verify();
        assertThat(list(db.houses
                        .find()
                        .sort(house.rooms.asc())
                        .using(strategy)
                        .as(Strict.class)
                        .all()))
                .hasSize(2_500);
    }
}
