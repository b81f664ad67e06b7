// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import static dev.ligature.internal.plan.Types.DOOR;
import static dev.ligature.internal.plan.Types.HOUSE;
import static dev.ligature.internal.plan.Types.door;
import static dev.ligature.internal.plan.Types.house;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import dev.ligature.internal.driver.Command;
import dev.ligature.internal.predicate.PathAccess;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.path.Condition;
import dev.ligature.path.DocumentPath;
import dev.ligature.path.Sort;
import dev.ligature.query.FetchPlan;
import dev.ligature.query.FetchStrategy;
import dev.ligature.spi.DocumentType;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Which commands a query becomes. */
class PlannerTest {
    private static final String ID = "665000000000000000000001";

    private final Planner planner = new Planner(MongoClientSettings.getDefaultCodecRegistry());

    private static FindRequest find(DocumentType<?> type, Condition<?> condition) {
        return FindRequest.of(type, PathAccess.DOOR.get().predicate(condition));
    }

    private FetchPlan plan(FindRequest request) {
        return new PlanPrinter()
                .query(planned(request), "")
                .print(request.type(), request.strategy(), steps -> Flux.empty(), limit -> Flux.empty());
    }

    private QueryPlan planned(FindRequest request) {
        return planner.plan(request, false);
    }

    private List<BsonDocument> commands(FindRequest request) {
        return plan(request).steps().stream().map(FetchPlan.Step::command).toList();
    }

    private static FindRequest sorted(FindRequest request, Sort<?> sort) {
        return request.withOrders(List.of(PathAccess.DOOR.get().order(sort)));
    }

    private static FindRequest fetching(FindRequest request, DocumentPath<?, ?> path) {
        return request.withFetch(
                request.fetch().withPath(PathAccess.DOOR.get().location(path).links()));
    }

    private static BsonDocument bson(String json) {
        return BsonDocument.parse(json);
    }

    private BsonDocument filter(Condition<?> condition) {
        List<BsonDocument> commands = commands(find(HOUSE, condition));
        assertThat(commands).hasSize(1);
        return commands.get(0).getDocument("filter");
    }

    @Test
    void joinsConditionsOnOwnFieldsIntoOneFilter() {
        assertThat(filter(house.name.startsWith("a.b").and(house.tags.contains("old"))))
                .isEqualTo(bson("{name: {$regex: '^a\\\\.b'}, tags: 'old'}"));
        assertThat(filter(house.name.eq("a").and(house.name.ne("b"))))
                .isEqualTo(bson("{$and: [{name: 'a'}, {name: {$ne: 'b'}}]}"));
        assertThat(filter(house.name.eq("a").or(house.tags.isEmpty()).not()))
                .isEqualTo(bson("{$nor: [{$or: [{name: 'a'}, {'tags.0': {$exists: false}}]}]}"));
    }

    @Test
    void asksElementsOfPlainListsByOperatorsSideBySide() {
        assertThat(filter(house.tags.any(tag -> tag.gte("a").and(tag.lt("c")))))
                .isEqualTo(bson("{tags: {$elemMatch: {$gte: 'a', $lt: 'c'}}}"));
        assertThat(filter(house.tags.any(tag -> tag.startsWith("a").and(tag.contains("b")))))
                .isEqualTo(bson("{tags: {$elemMatch: {$regex: '^a', $not: {$not: {$regex: 'b'}}}}}"));
        assertThat(filter(house.tags.all(tag -> tag.eq("a"))))
                .isEqualTo(bson("{$nor: [{tags: {$elemMatch: {$ne: 'a'}}}]}"));
        assertThat(filter(house.tags.none(tag -> tag.eq("a").or(tag.in("b", "c")))))
                .isEqualTo(bson("{$nor: [{tags: {$elemMatch: {$in: ['a', 'b', 'c']}}}]}"));
        assertThat(filter(
                        house.tags.any(tag -> tag.ne("a").and(tag.eq("b").not()).and(tag.gt("c")))))
                .isEqualTo(bson("{tags: {$elemMatch: {$nin: ['a', 'b'], $gt: 'c'}}}"));
    }

    @Test
    void comparesLinkedIdsWhereTheyAreStored() {
        ObjectId id = new ObjectId(ID);
        assertThat(filter(house.door().id.eq(id))).isEqualTo(bson("{door: {$oid: '" + ID + "'}}"));
        assertThat(filter(house.doors().id.in(id))).isEqualTo(bson("{all: {$in: [{$oid: '" + ID + "'}]}}"));
        assertThat(filter(house.refs().id.eq(id))).isEqualTo(bson("{'refs.$id': {$oid: '" + ID + "'}}"));
        assertThat(filter(house.doors().id.ne(id)))
                .isEqualTo(bson("{all: {$elemMatch: {$nin: [{$oid: '" + ID + "'}, null], $not: {$gte: {}}}}}"));
        assertThat(filter(house.refs().id.ne(id)).toString())
                .isEqualTo("{\"refs\": {\"$elemMatch\": {\"$nin\": [{\"$ref\": \"doors\", \"$id\": {\"$oid\": \"" + ID
                        + "\"}}, null], \"$gte\": {}}}}");
        assertThat(filter(house.door().id.ne(id)))
                .isEqualTo(bson("{$and: [{door: {$ne: {$oid: '" + ID + "'}}}, {door: {$ne: null}},"
                        + " {'door.$ref': {$exists: false}}]}"));
        assertThat(filter(house.doors().size(2))).isEqualTo(bson("{all: {$size: 2}}"));
        assertThat(filter(house.door().exists())).isEqualTo(bson("{$nor: [{door: {$eq: null}}]}"));
    }

    @Test
    void answersAConditionThroughALinkFromTheOtherSide() {
        assertThat(commands(find(HOUSE, house.door().height.gte(2).and(house.name.eq("Oak")))))
                .containsExactly(
                        bson(
                                "{find: 'doors', filter: {height: {$gte: 2}}, projection: {_id: 1}, limit: 10001, batchSize: 10002}"),
                        bson("{find: 'houses', filter: {name: 'Oak', door: {$in: '<ids of step 1>'}}}"));
        assertThat(commands(find(DOOR, door.houses().name.eq("Oak"))))
                .containsExactly(
                        bson(
                                "{find: 'houses', filter: {name: 'Oak'}, projection: {all: 1, _id: 0}, limit: 10001, batchSize: 10002}"),
                        bson("{find: 'doors', filter: {_id: {$in: '<ids of step 1>'}}}"));
    }

    @Test
    void answersNestedConditionsInsideOut() {
        assertThat(commands(find(HOUSE, house.doors().house().name.eq("Oak"))))
                .containsExactly(
                        bson(
                                "{find: 'houses', filter: {name: 'Oak'}, projection: {door: 1, _id: 0}, limit: 10001, batchSize: 10002}"),
                        bson(
                                "{find: 'doors', filter: {_id: {$in: '<ids of step 1>'}}, projection: {_id: 1}, limit: 10001, batchSize: 10002}"),
                        bson("{find: 'houses', filter: {all: {$in: '<ids of step 2>'}}}"));
    }

    @Test
    void asksOnceForConditionsThroughOneLinkWhereThatMeansTheSame() {
        Condition<Types.House> joint =
                house.door().height.gte(2).and(house.door().height.lt(9));
        Condition<Types.House> alternative =
                house.doors().height.eq(1).or(house.doors().height.eq(3));
        Condition<Types.House> different =
                house.doors().height.gte(2).and(house.doors().height.lt(9));

        assertThat(commands(find(HOUSE, joint))).hasSize(2);
        assertThat(commands(find(HOUSE, alternative))).hasSize(2);
        assertThat(commands(find(HOUSE, different))).hasSize(3);
    }

    @Test
    void asksOnceForWhatNoTargetOfALinkMayBe() {
        Condition<Types.House> neither =
                house.doors().none(d -> d.height.eq(1)).and(house.doors().none(d -> d.height.eq(3)));

        assertThat(commands(find(HOUSE, neither)))
                .containsExactly(
                        bson(
                                "{find: 'doors', filter: {$or: [{height: 1}, {height: 3}]}, projection: {_id: 1}, limit: 10001, batchSize: 10002}"),
                        bson("{find: 'houses', filter: {$nor: [{all: {$in: '<ids of step 1>'}}]}}"));
        assertThat(commands(find(
                        HOUSE,
                        house.door()
                                .height
                                .eq(1)
                                .not()
                                .or(house.door().height.eq(3).not()))))
                .hasSize(2);
        assertThat(commands(find(
                        HOUSE,
                        house.doors().none(d -> d.height.eq(1)).or(house.doors().none(d -> d.height.eq(3))))))
                .hasSize(3);
    }

    @Test
    void asksOnceForEqualConditionsInDifferentPlaces() {
        Condition<Types.House> twice = house.name
                .eq("a")
                .and(house.door().height.eq(1))
                .or(house.name.eq("b").and(house.door().height.eq(1)));

        assertThat(commands(find(HOUSE, twice))).hasSize(2);
    }

    @Test
    void asksAtTheSameTimeForWhatDoesNotNeedOneAnother() {
        QueryPlan plan = planned(find(
                HOUSE,
                house.doors().house().name.eq("Oak").and(house.door().height.eq(2))));

        assertThat(plan.semiJoins()).extracting(SemiJoin::level).containsExactly(0, 1, 0);
    }

    @Test
    void sortsByOwnFieldsBeforeTheJoinsOfACondition() {
        QueryPlan plan = planned(
                sorted(find(HOUSE, house.door().height.eq(2)), house.name.asc()).withLimit(20));
        Match match = MatchAssembler.assemble(
                plan.filter(), join -> new Answer.Join(new BsonDocument("height", new BsonInt32(2))));

        assertThat(((Command.Aggregate) plan.root(match)).pipeline())
                .extracting(BsonDocument::getFirstKey)
                .containsExactly("$sort", "$lookup", "$match", "$project", "$limit");
    }

    @Test
    void joinsTheLinksOfASmallPageAndBatchesThoseOfMoreRoots() {
        FindRequest request = fetching(find(HOUSE, house.name.eq("Oak")), house.door());

        assertThat(plan(request.withLimit(100)).steps())
                .hasExactlyElementsOfTypes(FetchPlan.Root.class, FetchPlan.Lookup.class);
        assertThat(plan(request.withLimit(101)).steps())
                .hasExactlyElementsOfTypes(FetchPlan.Root.class, FetchPlan.Batch.class);
        assertThat(plan(request).steps()).hasExactlyElementsOfTypes(FetchPlan.Root.class, FetchPlan.Batch.class);
        assertThat(plan(sorted(request.withLimit(20), house.name.asc())).steps())
                .hasExactlyElementsOfTypes(FetchPlan.Root.class, FetchPlan.Batch.class);
        assertThat(plan(sorted(request.withLimit(20), house.door().height.asc()))
                        .steps())
                .hasExactlyElementsOfTypes(FetchPlan.Root.class, FetchPlan.Lookup.class);
    }

    @Test
    void joinsTheFirstLevelAfterThePage() {
        FindRequest request = fetching(find(HOUSE, house.name.eq("Oak")), house.doors())
                .withSkip(20)
                .withLimit(10)
                .withStrategy(FetchStrategy.LOOKUP);

        assertThat(commands(sorted(request, house.name.asc())).get(0))
                .isEqualTo(
                        bson(
                                "{aggregate: 'houses', pipeline: [{$match: {name: 'Oak'}}, {$sort: {name: 1, _id: 1}}, {$skip: 20},"
                                        + " {$limit: 10}, {$lookup: {from: 'doors', localField: 'all', foreignField: '_id', as: '_l0'}}]}"));
    }

    @Test
    void sharesTheJoinOfASortWithTheFetch() {
        FindRequest request = sorted(
                fetching(find(HOUSE, house.name.eq("Oak")), house.door()).withStrategy(FetchStrategy.LOOKUP),
                house.door().height.desc());

        assertThat(commands(request).get(0))
                .isEqualTo(bson("{aggregate: 'houses', pipeline: [{$match: {name: 'Oak'}}, {$lookup: {from: 'doors',"
                        + " localField: 'door', foreignField: '_id', as: '_l0'}}, {$sort: {'_l0.height': -1}}]}"));
        assertThat(commands(sorted(
                                find(HOUSE, house.name.eq("Oak")),
                                house.door().height.desc()))
                        .get(0))
                .isEqualTo(bson("{aggregate: 'houses', pipeline: [{$match: {name: 'Oak'}}, {$lookup: {from: 'doors',"
                        + " localField: 'door', foreignField: '_id', as: '_l0'}}, {$sort: {'_l0.height': -1}},"
                        + " {$project: {_l0: 0}}]}"));
    }

    @Test
    void sortsByALinkedIdWithoutAJoin() {
        assertThat(commands(sorted(
                                find(HOUSE, house.name.eq("Oak")),
                                house.door().id.asc()))
                        .get(0))
                .isEqualTo(bson("{find: 'houses', filter: {name: 'Oak'}, sort: {door: 1}}"));
    }

    @Test
    void joinsNestedLinksFromGatheredKeys() {
        FindRequest request =
                fetching(find(DOOR, door.height.eq(1)), door.houses().doors()).withStrategy(FetchStrategy.LOOKUP);

        assertThat(commands(request).get(0).getArray("pipeline"))
                .extracting(Object::toString)
                .map(stage -> bson(stage).getFirstKey())
                .containsExactly("$match", "$lookup", "$addFields", "$lookup", "$project");
    }

    @Test
    void keepsAnEmptyArrayOfKeysFromMatchingEverythingBehindANestedBackLink() {
        FindRequest request = fetching(
                        find(HOUSE, house.name.eq("Oak")), house.doors().houses())
                .withStrategy(FetchStrategy.LOOKUP);

        assertThat(commands(request).get(0).getArray("pipeline").get(2).asDocument())
                .isEqualTo(bson("{$addFields: {_k1: {$concatArrays: ['$_l0._id'," + " [{ligature: 'nobody'}]]}}}"));
    }

    @Test
    void batchesOneFindPerCollectionAndLevel() {
        FindRequest request = find(HOUSE, house.name.eq("Oak"))
                .withFetch(FetchRequest.NOTHING.withDepth(2))
                .withStrategy(FetchStrategy.BATCH);

        assertThat(plan(request).steps().stream().map(FetchPlan.Step::collection))
                .containsExactly("houses", "doors", "houses");
        assertThat(commands(request).get(2).getDocument("filter").keySet()).containsExactly("$or");
    }

    @Test
    void sharesWhatIsFetchedBelowTheJoinedLevels() {
        FetchNode root = planned(find(HOUSE, house.name.eq("Oak"))
                        .withFetch(FetchRequest.NOTHING.withDepth(20))
                        .withStrategy(FetchStrategy.BATCH))
                .fetch();

        assertThat(root.edges()).hasSize(3);
        assertThat(root.edges().get(0).node()).isSameAs(root.edges().get(1).node());
    }

    @Test
    void lendsItselfToComparison() {
        FindRequest request =
                fetching(find(HOUSE, house.door().height.eq(1)), house.doors().house());

        assertThat(plan(request)).isEqualTo(plan(request)).hasSameHashCodeAs(plan(request));
        assertThat(plan(request)).isNotEqualTo(plan(request.withLimit(1)));
    }

    @Test
    void saysWhy() {
        FindRequest request = fetching(
                        find(HOUSE, house.door().height.gte(2)), house.doors().house())
                .withLimit(20);

        assertThat(plan(request).toString())
                .contains("House by AUTO")
                .contains("1. semi-join \"doors\": door.height >= 2 → ")
                .contains("door in ids, bound 10,000")
                .contains("the first 20, joined after the page is cut")
                .contains("{\"find\": \"doors\", \"filter\": {\"height\": {\"$gte\": 2}}")
                .contains("doors fetched into _l0")
                .contains("level 2, once per window of roots");
    }

    @Test
    void findsAllByAnEmptyFilter() {
        assertThat(commands(FindRequest.of(HOUSE, new Predicate.Always())))
                .containsExactly(bson("{find: 'houses', filter: {}}"));
    }
}
