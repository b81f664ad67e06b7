// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import static dev.ligature.internal.plan.OrderTypes.ORDER;
import static dev.ligature.internal.plan.OrderTypes.PRODUCT;
import static dev.ligature.internal.plan.OrderTypes.order;
import static dev.ligature.internal.plan.OrderTypes.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import dev.ligature.internal.driver.Command;
import dev.ligature.internal.plan.OrderTypes.Order;
import dev.ligature.internal.predicate.PathAccess;
import dev.ligature.path.Condition;
import dev.ligature.query.FetchPlan;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkHolder;
import dev.ligature.spi.Location;
import dev.ligature.spi.PathLink;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Which commands conditions through links in embedded values become. */
class EmbeddedLinkPlanTest {
    private static final String GATHERED =
            "{$map: {input: {$cond: [{$and: [{$gte: ['$extras', {$literal: {}}]}, {$lt: ['$extras', []]}]}, {$objectToArray: '$extras'}, []]},"
                    + " as: 'v0', in: {$ifNull: ['$$v0.v.item', null]}}}";

    private final Planner planner = new Planner(MongoClientSettings.getDefaultCodecRegistry());

    private QueryPlan planned(DocumentType<?> type, Condition<?> condition) {
        return planner.plan(FindRequest.of(type, PathAccess.DOOR.get().predicate(condition)), false);
    }

    private FetchPlan plan(DocumentType<?> type, Condition<?> condition) {
        QueryPlan planned = planned(type, condition);
        return new PlanPrinter()
                .query(planned, "")
                .print(type, planned.request().strategy(), steps -> Flux.empty(), limit -> Flux.empty());
    }

    private List<BsonDocument> commands(Condition<Order> condition) {
        return plan(ORDER, condition).steps().stream()
                .map(FetchPlan.Step::command)
                .toList();
    }

    /** The filter of the roots. */
    private BsonDocument filter(Condition<Order> condition) {
        List<BsonDocument> commands = commands(condition);
        return commands.get(commands.size() - 1).getDocument("filter");
    }

    private static BsonDocument bson(String json) {
        return BsonDocument.parse(json);
    }

    private static List<PathLink> steps(Object path) {
        return List.copyOf(PathAccess.DOOR.get().location(path).steps());
    }

    @Test
    void asksForSomeValueByADottedPath() {
        assertThat(commands(order.lines.product().name.eq("Oak")))
                .containsExactly(
                        bson(
                                "{find: 'products', filter: {name: 'Oak'}, projection: {_id: 1}, limit: 10001, batchSize: 10002}"),
                        bson("{find: 'orders', filter: {'rows.item': {$in: '<ids of step 1>'}}}"));
        assertThat(filter(order.main.product().id.eq(3))).isEqualTo(bson("{'main.item': 3}"));
        assertThat(filter(order.lines.similar().id.eq(3))).isEqualTo(bson("{'rows.alike.$id': 3}"));
        assertThat(filter(order.main.product().exists())).isEqualTo(bson("{$nor: [{'main.item': {$eq: null}}]}"));
    }

    @Test
    void asksForOneValueWithinAnElement() {
        assertThat(filter(order.lines.any(
                        line -> line.quantity.gt(2).and(line.product().name.eq("Oak")))))
                .isEqualTo(bson("{rows: {$elemMatch: {quantity: {$gt: 2}, item: {$in: '<ids of step 1>'}}}}"));
        assertThat(filter(order.lines.none(line -> line.product().name.eq("Oak"))))
                .isEqualTo(bson("{$nor: [{rows: {$elemMatch: {item: {$in: '<ids of step 1>'}}}}]}"));
        assertThat(filter(order.lines.any(line -> line.product().id.eq(3).and(line.quantity.eq(1)))))
                .isEqualTo(bson("{rows: {$elemMatch: {item: 3, quantity: 1}}}"));
        assertThat(filter(order.lines.any(line -> line.similar().isEmpty())))
                .isEqualTo(bson("{rows: {$elemMatch: {'alike.0': {$exists: false}}}}"));
    }

    @Test
    void asksOnceForConditionsOnTheOneProductOfAnElement() {
        assertThat(commands(order.lines.any(line ->
                        line.product().name.eq("Oak").and(line.product().name.ne("Elm")))))
                .hasSize(2);
        assertThat(commands(order.lines
                        .product()
                        .name
                        .eq("Oak")
                        .and(order.lines.product().name.ne("Elm"))))
                .hasSize(3);
    }

    @Test
    void asksForOtherIdsValueByValue() {
        assertThat(filter(order.lines.product().id.ne(3)))
                .isEqualTo(bson("{rows: {$elemMatch: {$and: [{item: {$ne: 3}}, {item: {$ne: null}},"
                        + " {'item.$ref': {$exists: false}}]}}}"));
        assertThat(filter(order.lines.product().isEmpty()))
                .isEqualTo(bson("{$nor: [{rows: {$elemMatch: {item: {$ne: null}}}}]}"));
        assertThat(filter(order.lines.similar().exists()))
                .isEqualTo(bson("{$nor: [{$nor: [{rows: {$elemMatch: {'alike.0': {$exists: true}}}}]}]}"));
    }

    @Test
    void entersListsOfLists() {
        assertThat(filter(order.grid.product().id.eq(3)))
                .isEqualTo(bson("{grid: {$elemMatch: {$elemMatch: {item: 3}}}}"));
        assertThat(filter(order.grid.any(row -> row.any(
                        line -> line.quantity.eq(1).and(line.product().name.eq("Oak"))))))
                .isEqualTo(bson("{grid: {$elemMatch: {$elemMatch: {quantity: 1, item: {$in: '<ids of step 1>'}}}}}"));
        assertThat(filter(order.grid.any(row -> row.product().id.eq(3))))
                .isEqualTo(bson("{grid: {$elemMatch: {$elemMatch: {item: 3}}}}"));
        assertThatThrownBy(() -> filter(order.grid.any(
                        row -> row.any(line -> line.product().name.eq("Oak")).and(row.size(1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a condition on a list in a list joins tests of the inner list");
    }

    @Test
    void gathersWhatAMapHolds() {
        assertThat(filter(order.extras.product().name.eq("Oak")))
                .isEqualTo(bson("{$expr: {$gt: [{$size: {$filter: {input: " + GATHERED
                        + ", as: 'id', cond: {$in: ['$$id', {$literal: '<ids of step 1>'}]}}}}, 0]}}"));
        assertThat(filter(order.extras.product().size(2)))
                .isEqualTo(bson("{$expr: {$eq: [{$size: {$filter: {input: " + GATHERED
                        + ", as: 'id', cond: {$ne: ['$$id', null]}}}}, 2]}}"));
        assertThat(filter(order.extras.product().id.gt(3)))
                .isEqualTo(bson("{$expr: {$gt: [{$size: {$filter: {input: " + GATHERED
                        + ", as: 'id', cond: {$and: [{$gt: ['$$id', {$literal: 3}]}, {$gte: ['$$id', {$literal: {$numberDouble: '-Infinity'}}]},"
                        + " {$lt: ['$$id', {$literal: ''}]}]}}}}, 0]}}"));
        assertThat(filter(order.extras.key("gift").product().id.eq(3))).isEqualTo(bson("{'extras.gift.item': 3}"));
    }

    @Test
    void joinsPastTheBoundUnlessItIsWithinAnElementOrAKey() {
        assertThat(joined(order.main.product().name.eq("Oak"))).containsExactly("$lookup", "$match", "$project");
        assertThat(joined(order.lines.product().name.eq("Oak")))
                .containsExactly("$addFields", "$lookup", "$match", "$project");
        assertThat(joined(order.extras.product().name.eq("Oak")))
                .containsExactly("$addFields", "$lookup", "$match", "$project");
        assertThat(planned(ORDER, order.lines.any(line -> line.product().name.eq("Oak")))
                        .semiJoins())
                .noneMatch(SemiJoin::canBeJoined);
        assertThat(planned(ORDER, order.extras.key("gift").product().name.eq("Oak"))
                        .semiJoins())
                .noneMatch(SemiJoin::canBeJoined);
        assertThat(planned(PRODUCT, product.orders().extras.product().name.eq("Oak"))
                        .semiJoins())
                .extracting(SemiJoin::canBeJoined)
                .containsExactly(true, false); // an expression cannot stand within a joined array
    }

    private List<String> joined(Condition<Order> condition) {
        QueryPlan plan = planned(ORDER, condition);
        Match match = MatchAssembler.assemble(
                plan.filter(), join -> new Answer.Join(new BsonDocument("height", new BsonInt32(2))));
        return ((Command.Aggregate) plan.root(match))
                .pipeline().stream().map(BsonDocument::getFirstKey).toList();
    }

    @Test
    void answersABackLinkByTheLinksOfAllValues() {
        assertThat(plan(PRODUCT, product.orders().main.quantity.eq(1))
                        .steps()
                        .get(1)
                        .command())
                .isEqualTo(bson("{find: 'products', filter: {_id: {$in: '<ids of step 1>'}}}"));
        assertThat(plan(PRODUCT, product.orders().exists())
                        .steps()
                        .get(0)
                        .command()
                        .getDocument("filter"))
                .isEqualTo(bson("{'rows.item': {$exists: true}}"));
    }

    @Test
    void seesTheLinkFromTheDocumentFromAnElementAndFromAKey() {
        PathLink whole = steps(order.lines.product()).get(0);
        assertThat(whole.isWhole()).isTrue();
        assertThat(whole.path()).isEqualTo("rows.item");
        assertThat(whole.holder()).isEqualTo(LinkHolder.LISTED);
        assertThat(whole).hasToString("lines.product").isEqualTo(PathLink.of(ORDER.link("lines.product")));

        PathLink keyed = steps(order.extras.key("gift").product()).get(0);
        assertThat(keyed.isWhole()).isFalse();
        assertThat(keyed.holder()).isEqualTo(LinkHolder.SINGLE);
        assertThat(keyed).hasToString("extras.gift.item");
        assertThat(order.extras.key("gift").product()).hasToString("OrderTypes.Order.extras.gift.item");

        Location<OrderTypes.Line> element =
                Location.element(PathAccess.DOOR.get().location(order.lines));
        PathLink ofElement = element.throughEmbedded("item").steps().get(0);
        assertThat(ofElement.isWhole()).isFalse();
        assertThat(ofElement.isOfElement()).isTrue();
        assertThat(ofElement.path()).isEqualTo("item");
        assertThat(ofElement).hasToString("product");
        assertThatThrownBy(() -> element.throughEmbedded("none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Order has no link \"rows.none\"");
    }
}
