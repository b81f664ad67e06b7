// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import static dev.ligature.it.model.QDoor.door;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QPerson.person;

import dev.ligature.it.Stock;
import dev.ligature.it.faults.Operation.Again;
import dev.ligature.it.faults.Operation.Between;
import dev.ligature.it.faults.Operation.Kind;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseCard;
import dev.ligature.link.Ref;
import dev.ligature.query.DeleteRule;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.PageRequest;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;

/** The reads that the harness breaks. Each emits texts, which say all that it found. */
final class Reads {
    private static final int MANY = 250;

    private Reads() {}

    static List<Operation> all() {
        return Stream.of(Stream.of(FetchStrategy.values()).flatMap(Reads::fetches), plain(), streams(), Streams.all())
                .flatMap(each -> each)
                .toList();
    }

    private static Operation read(String name, Function<Stock, ? extends Publisher<?>> call) {
        return read(name, Writes.HOUSES, Writes::houses, call);
    }

    static Operation read(
            String name, List<String> collections, Consumer<Stock> fill, Function<Stock, ? extends Publisher<?>> call) {
        return new Operation(
                Kind.READ, name, collections, fill, Writes.alone(call), Again.ENDS, Between.EACH_DOCUMENT_WHOLE);
    }

    /** A house and what is known of the documents behind its links. */
    static String text(House found) {
        return found.name() + " " + found.door() + found.door().find().map(each -> each.height)
                + found.windows().stream()
                        .map(ref -> ref + " " + ref.isMissing()
                                + ref.find()
                                        .map(window -> window.frame() + " "
                                                + window.frame().flatMap(Ref::find)))
                        .toList()
                + found.owners()
                        .map(all ->
                                all.stream().map(ref -> ref + " " + ref.find()).toList());
    }

    private static Stream<Operation> fetches(FetchStrategy strategy) {
        return Stream.of(
                read("fetch, " + strategy, db -> db.houses
                        .houses
                        .find()
                        .fetchLinks()
                        .using(strategy)
                        .sort(house.name.asc())
                        .all()
                        .map(Reads::text)),
                read("page with total, " + strategy, db -> db.houses
                                .houses
                                .find(house.windows().width.gte(1))
                                .fetch(house.door(), house.windows().frame())
                                .using(strategy)
                                .sort(house.name.asc())
                                .page(PageRequest.first(2).withTotal())
                                .map(page ->
                                        page.items().stream().map(Reads::text).toList() + " of " + page.total()))
                        .typical(),
                read("projection, " + strategy, db -> db.houses
                        .houses
                        .find(house.name.in("Oak", "Elm"))
                        .sort(house.name.asc())
                        .using(strategy)
                        .as(HouseCard.class)
                        .all()
                        .map(card -> card.name() + card.doorHeight() + card.widths() + card.colors() + card.owners())),
                read("through a back link, " + strategy, db -> db.houses
                        .persons
                        .find(person.houses().name.eq("Oak"))
                        .fetchLinks(2)
                        .using(strategy)
                        .sort(person.id.asc())
                        .all()
                        .map(found -> found.id() + " "
                                + found.houses().map(all -> all.stream()
                                        .map(each -> each.find().map(Reads::text))
                                        .toList()))));
    }

    private static Stream<Operation> plain() {
        return Stream.of(
                read("findById", db -> db.houses.houses.findById(Stock.OAK).map(Reads::text)),
                read("one with what is fetched", db -> db.houses
                                .houses
                                .find(house.name.eq("Oak"))
                                .fetchLinks()
                                .using(FetchStrategy.BATCH)
                                .one()
                                .map(Reads::text))
                        .typical(),
                read("first", db -> db.houses
                        .houses
                        .find()
                        .sort(house.name.asc())
                        .first()
                        .map(Reads::text)),
                read(
                        "one",
                        db -> db.houses.houses.find(house.name.eq("Oak")).one().map(Reads::text)),
                read("findAllById", db -> db.houses
                        .houses
                        .findAllById(List.of(Writes.id('a'), Stock.OAK))
                        .map(Reads::text)),
                read("count through a link", db -> db.houses
                        .houses
                        .find(house.door()
                                .height
                                .gte(1)
                                .and(house.windows().width.eq(1)))
                        .count()),
                read("count through a join", db -> db.houses
                        .houses
                        .find(house.windows().width.eq(1))
                        .semiJoinBound(0)
                        .count()),
                read("exists", db -> db.houses.houses.find(house.name.eq("Oak")).exists()),
                read("ids", db -> db.houses.houses.find().sort(house.name.asc()).ids()),
                read("fetch of a document at hand", db -> db.houses
                        .houses
                        .fetchLinks(House.of("At hand", Ref.to(Writes.id('1'))))
                        .map(Reads::text)),
                read("dangling", db -> db.houses.houses.dangling().map(link -> link.toString())),
                read("orphans", db -> db.houses.houses.orphans(house.windows()).map(Ref::id)),
                read("planRestore", Writes.HOUSES, Writes::forms, db -> db.houses
                        .houses
                        .planRestore(house.windows())
                        .map(Object::toString)),
                read("planDelete", db -> db.houses
                        .houses
                        .find(house.name.eq("Oak"))
                        .planDelete(DeleteRule.DELETE_ORPHANS)
                        .map(Object::toString)));
    }

    private static Stream<Operation> streams() {
        return Stream.of(
                many("stream", db -> db.houses
                        .doors
                        .find()
                        .sort(door.height.asc())
                        .all()
                        .map(Reads::text)),
                many("stream of what is fetched", db -> db.houses
                        .doors
                        .find()
                        .sort(door.height.asc())
                        .fetchLinks(1)
                        .all()
                        .map(Reads::text)),
                many("stream on demand", db -> db.houses
                        .doors
                        .find()
                        .sort(door.height.asc())
                        .all()
                        .map(Reads::text)
                        .limitRate(40)));
    }

    private static String text(Door found) {
        return found.height + " " + found.house.find().map(House::name);
    }

    /** More documents than a reply has. */
    private static Operation many(String name, Function<Stock, ? extends Publisher<?>> call) {
        return read(
                name,
                List.of("doors", "houses", "windows", "yards", "persons"),
                db -> db.houses
                        .doors
                        .insertAll(IntStream.range(0, MANY)
                                .mapToObj(height -> Door.of(height, 1))
                                .toList())
                        .blockLast(),
                call);
    }
}
