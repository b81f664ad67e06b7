// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QWindow.window;

import dev.ligature.it.Stock;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseCard;
import dev.ligature.link.Ref;
import dev.ligature.path.Condition;
import dev.ligature.query.FetchStrategy;
import dev.ligature.repository.Find;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** The reads of an {@link Estate} that the harness breaks: their cursors have several replies. */
final class Streams {
    private Streams() {}

    static Stream<Operation> all() {
        return Stream.concat(fetches(), others());
    }

    private static Operation stream(String name, Function<Stock, ? extends Publisher<?>> call) {
        return Reads.read(name, Writes.HOUSES, Estate::fill, call).typical();
    }

    private static Find<House, ObjectId> houses(Stock db, Condition<House> condition) {
        return db.houses.houses.find(condition).sort(house.id.asc()).batchSize(Estate.BATCH);
    }

    /** By each strategy, with a condition through a link before. */
    static Stream<Operation> fetches() {
        return Stream.of(FetchStrategy.values())
                .map(strategy -> stream("stream of a fetch, " + strategy, db -> db.houses
                        .houses
                        .find(house.door().height.gte(0))
                        .sort(house.id.asc())
                        .fetch(house.door(), house.windows().frame(), house.owners())
                        .using(strategy)
                        .all()
                        .map(Reads::text)));
    }

    private static Stream<Operation> others() {
        return Stream.of(
                stream("stream of documents", db -> names(houses(db, house.rooms.gte(0)))),
                stream("stream of ids", db -> houses(db, house.windows().width.gte(0))
                        .ids()),
                stream(
                        "stream through a join",
                        db -> names(houses(db, house.door().height.gte(0)).semiJoinBound(0))),
                stream("stream of projections", db -> houses(
                                db, house.door().height.gte(0))
                        .using(FetchStrategy.BATCH)
                        .as(HouseCard.class)
                        .all()
                        .map(card -> card.name() + card.doorHeight() + card.widths())),
                stream("stream of back links", db -> db.houses
                        .windows
                        .find(window.width.gte(0))
                        .sort(window.width.asc())
                        .fetch(window.houses().door())
                        .batchSize(Estate.BATCH)
                        .all()
                        .map(found -> found.width() + " "
                                + found.houses().stream()
                                        .map(each -> each.find().map(Reads::text))
                                        .toList())),
                stream(
                        "stream of ids that are given",
                        db -> db.houses.houses.findAllById(Estate.IDS).map(House::name)),
                stream("stream on demand, fetched", db -> db.houses
                        .houses
                        .fetchLinks(houses(db, house.rooms.gte(0)).all())
                        .map(Reads::text)),
                stream(
                        "stream of dangling links",
                        db -> db.houses.houses.dangling().map(Object::toString)),
                stream(
                        "stream of orphans",
                        db -> db.houses.houses.orphans(house.windows()).map(Ref::id)));
    }

    private static Flux<String> names(Find<House, ObjectId> find) {
        return find.all().map(House::name);
    }
}
