package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QFleet.fleet;
import static dev.ligature.it.model.QHouse.house;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.OperationException;
import dev.ligature.it.FailingDatabase.Cut;
import dev.ligature.it.model.Booking;
import dev.ligature.it.model.Route;
import dev.ligature.it.model.Ship;
import dev.ligature.it.model.Tree;
import dev.ligature.link.DanglingLink;
import dev.ligature.link.Ref;
import dev.ligature.repository.DeleteRule;
import dev.ligature.repository.Repository;
import dev.ligature.sample.testing.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Deletes that break off at each of their commands, before it, half-way through it and after it: the same call, made again, ends where it
 * would have ended, and what dangles in between is only what the rule says.
 */
class InterruptedDeleteIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    /** A delete, and what is there before it. */
    @SuppressWarnings("ImmutableEnumChecker") // functions have no state
    private enum Shape {
        /** Three levels, frames shared within the house and a window with another one. */
        LINKS_OF_A_HOUSE(Stock::houses, db -> db.houses.houses.deleteById(Stock.OAK, DeleteRule.DELETE_LINKS)),
        LINKS_OF_TWO_HOUSES(
                Stock::houses,
                db -> db.houses.houses.find(house.name.in("Oak", "Elm")).delete(DeleteRule.DELETE_LINKS)),
        LINKS_OF_A_COLLECTION_TO_ITSELF(
                Stock::trees, db -> db.houses.trees.deleteById("root", DeleteRule.DELETE_LINKS)),
        LINKS_OF_COLLECTIONS_IN_A_CIRCLE(
                Stock::planets, db -> db.fleets.planets.deleteById(1L, DeleteRule.DELETE_LINKS)),
        LINKS_TO_WHAT_HAS_RULES(Stock::fleets, db -> db.fleets.routes.deleteById("east", DeleteRule.DELETE_LINKS)),
        ORPHANS_OF_A_HOUSE(Stock::houses, db -> db.houses.houses.deleteById(Stock.OAK, DeleteRule.DELETE_ORPHANS)),
        ORPHANS_OF_TWO_HOUSES(
                Stock::houses,
                db -> db.houses.houses.find(house.name.in("Oak", "Elm")).delete(DeleteRule.DELETE_ORPHANS)),
        ORPHANS_OF_A_COLLECTION_TO_ITSELF(
                Stock::trees, db -> db.houses.trees.deleteById("root", DeleteRule.DELETE_ORPHANS)),
        ORPHANS_WITH_RULES(Stock::fleets, db -> db.fleets.routes.deleteById("north", DeleteRule.DELETE_ORPHANS)),
        CASCADE(Stock::fleets, db -> db.fleets.fleets.deleteById("1")),
        CASCADES(
                Stock::fleets,
                db -> db.fleets.fleets.find(fleet.id.in("1", "2")).delete()),
        UNLINK(Stock::fleets, db -> db.fleets.ships.deleteById("b"));

        private final Consumer<Stock> fill;
        private final Function<Stock, Mono<Long>> delete;

        Shape(Consumer<Stock> fill, Function<Stock, Mono<Long>> delete) {
            this.fill = fill;
            this.delete = delete;
        }

        private boolean followsLinks() {
            return name().startsWith("LINKS") || name().startsWith("ORPHANS");
        }
    }

    /** All repositories, and what they are filled with. */
    private static final class Stock {
        private static final ObjectId OAK = new ObjectId("0".repeat(24));
        private static final List<String> COLLECTIONS =
                List.of("houses", "doors", "windows", "frames", "persons", "trees");

        private final Houses houses;
        private final Fleets fleets;

        Stock(MongoDatabase database) {
            houses = new Houses(database);
            fleets = new Fleets(database);
        }

        void clear() {
            houses.clear();
            fleets.clear();
        }

        private void store(String collection, String json) {
            houses.store(collection, json.replaceAll("#([0-9a-f])", "ObjectId('" + "$1".repeat(24) + "')"));
        }

        void houses() {
            for (String id : List.of("#1", "#2", "#3")) {
                store("frames", "{_id: " + id + ", color: 'red'}");
                store("doors", "{_id: " + id + ", height: 2, width: 1}");
                store("persons", "{_id: " + id + ", name: 'Ann'}");
            }
            store("windows", "{_id: #1, width: 1, tinted: false, frame: #1, spares: [#2, #2]}");
            store("windows", "{_id: #2, width: 1, tinted: false, frame: #1, spares: []}");
            store("windows", "{_id: #3, width: 1, tinted: false, frame: #3, spares: [#2]}");
            store("windows", "{_id: #4, width: 1, tinted: false, spares: []}");
            store(
                    "houses",
                    "{_id: #0, name: 'Oak', rooms: 1, tags: [], door: #1, win: [#1, #2, #3, #1, #f], owners: [#1, #2]}");
            store("houses", "{_id: #a, name: 'Elm', rooms: 1, tags: [], door: #2, win: [#3], owners: [#2]}");
            store("houses", "{_id: #b, name: 'Ash', rooms: 1, tags: [], door: #3, win: [#4, #3], owners: [#3]}");
        }

        void trees() {
            list(houses.trees.insertAll(List.of(
                    Tree.of("z", null, null),
                    Tree.of("y", "z", "root"),
                    Tree.of("x", "y", "kept"),
                    Tree.of("root", "x", "a"),
                    Tree.of("a", "b", null),
                    Tree.of("b", "a", "z"),
                    Tree.of("kept", "below", null),
                    Tree.of("below", null, null),
                    Tree.of("other", "kept", null))));
        }

        /** Planets and moons that lead from one to the other, three times. */
        void planets() {
            fleets.store("planets", "{_id: 1, moons: [10, 11, 12]}");
            fleets.store("planets", "{_id: 2, moons: [12, 13]}");
            fleets.store("planets", "{_id: 3, moons: [14, 10]}");
            fleets.store("planets", "{_id: 4, moons: [15]}");
            fleets.store("moons", "{_id: 10, planet: 1}");
            fleets.store("moons", "{_id: 11}");
            fleets.store("moons", "{_id: 12, planet: 2}");
            fleets.store("moons", "{_id: 13, planet: 3}");
            fleets.store("moons", "{_id: 14, planet: 1}");
            fleets.store("moons", "{_id: 15, planet: 4}");
        }

        void fleets() {
            fleets.fill();
            list(fleets.ships.insertAll(List.of(Ship.of("e", "1", null), Ship.of("f", "1", null))));
            get(fleets.routes.insert(Route.of("north", List.of("e", "f"), List.of(), null)));
            get(fleets.bookings.insert(new Booking("mine", Ref.to("north"), Optional.of(Ref.to("e")))));
            get(fleets.bookings.insert(new Booking("other", Ref.to("west"), Optional.of(Ref.to("f")))));
        }

        /** Each document by its collection and id. */
        Map<String, String> contents() {
            Map<String, String> contents = new LinkedHashMap<>();
            for (String collection : COLLECTIONS) {
                list(Flux.from(houses.database
                                .getCollection(collection, BsonDocument.class)
                                .find()
                                .sort(BsonDocument.parse("{_id: 1}"))))
                        .forEach(document -> contents.put(collection + " " + document.get("_id"), document.toJson()));
            }
            fleets.contents().forEach(document -> contents.put(document, document));
            return contents;
        }

        /** The links without a target, as texts. */
        Set<String> dangling() {
            Set<String> dangling = new LinkedHashSet<>();
            List<Repository<?, ?>> repositories = new ArrayList<>(List.of(houses.houses, houses.windows, houses.trees));
            repositories.addAll(List.of(fleets.fleets, fleets.ships, fleets.sailors, fleets.routes));
            repositories.addAll(List.of(fleets.bookings, fleets.planets, fleets.moons));
            for (Repository<?, ?> repository : repositories) {
                String type = repository.getClass().getSimpleName();
                for (DanglingLink link : list(repository.dangling())) {
                    dangling.add(type + " " + link.documentId() + " " + link.member() + " " + link.targetId());
                }
            }
            return dangling;
        }

        /** The documents that are left, as the texts of their dangling links begin. */
        Set<String> documents() {
            Set<String> documents = new LinkedHashSet<>();
            list(houses.houses.findAll()).forEach(each -> documents.add("HouseRepository " + each.id() + " "));
            list(houses.windows.findAll()).forEach(each -> documents.add("WindowRepository " + each.id() + " "));
            list(houses.trees.findAll()).forEach(each -> documents.add("TreeRepository " + each.id() + " "));
            Map.of(
                            "fleets", "FleetRepository",
                            "ships", "ShipRepository",
                            "sailors", "SailorRepository",
                            "routes", "RouteRepository",
                            "bookings", "BookingRepository",
                            "planets", "PlanetRepository",
                            "moons", "MoonRepository")
                    .forEach((collection, type) ->
                            fleets.ids(collection).forEach(id -> documents.add(type + " " + id + " ")));
            return documents;
        }
    }

    private final Stock stock = new Stock(DATABASE.database());

    private void fill(Shape shape) {
        stock.clear();
        shape.fill.accept(stock);
    }

    /** What an uninterrupted delete leaves. */
    private record End(int writes, Map<String, String> contents, Set<String> dangling, Set<String> documents) {}

    private End end(Shape shape) {
        fill(shape);
        AtomicInteger writes = new AtomicInteger();
        get(shape.delete.apply(new Stock(FailingDatabase.atWrite(DATABASE.database(), writes, 0, Cut.BEFORE))));
        return new End(writes.get(), stock.contents(), stock.dangling(), stock.documents());
    }

    private Stock failing(int write, Cut cut) {
        return new Stock(FailingDatabase.atWrite(DATABASE.database(), new AtomicInteger(), write, cut));
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void isCompletedByTheSameCall(Shape shape) {
        End end = end(shape);
        assertThat(end.writes).isPositive();

        for (Cut cut : Cut.values()) {
            for (int write = 1; write <= end.writes; write++) {
                String point = cut + " command " + write + " of " + end.writes;
                fill(shape);
                Set<String> before = stock.dangling();
                Stock failing = failing(write, cut);

                assertThatThrownBy(() -> get(shape.delete.apply(failing)))
                        .as(point)
                        .isInstanceOf(OperationException.class);
                assertDanglesOnlyWhatMay(shape, cut, end, before, point);

                get(shape.delete.apply(stock));
                assertThat(stock.contents()).as(point).isEqualTo(end.contents);
            }
        }
    }

    /**
     * Links that the delete follows dangle where they are held by a document that it deletes too. No others do, but where
     * the server stops within a command.
     */
    private void assertDanglesOnlyWhatMay(Shape shape, Cut cut, End end, Set<String> before, String point) {
        Set<String> dangling = stock.dangling();
        dangling.removeAll(before);
        dangling.removeAll(end.dangling);
        if (shape.followsLinks() || cut == Cut.WITHIN) {
            assertThat(dangling).as(point).noneMatch(link -> end.documents.stream()
                    .anyMatch(link::startsWith));
        } else {
            assertThat(dangling).as(point).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void isCompletedAfterSeveralInterruptions(int first) {
        Shape shape = Shape.LINKS_OF_A_HOUSE;
        End end = end(shape);
        fill(shape);

        for (int write = first; write > 0; write--) {
            get(shape.delete.apply(failing(write, Cut.WITHIN)).onErrorReturn(OperationException.class, 0L));
        }
        get(shape.delete.apply(stock));

        assertThat(stock.contents()).isEqualTo(end.contents);
    }

    @Test
    void namesTheDocumentsThatAConditionMayNotFindAgain() {
        fill(Shape.LINKS_OF_A_HOUSE);
        Stock failing = failing(5, Cut.BEFORE);

        assertThatThrownBy(() -> get(failing.houses
                        .houses
                        .find(house.owners()
                                .id
                                .eq(new ObjectId("1".repeat(24)))
                                .and(house.door().height.eq(2)))
                        .delete(DeleteRule.DELETE_LINKS)))
                .isInstanceOf(OperationException.class)
                .hasMessageContaining("Done before that: delete ")
                .hasMessageContaining("delete 1 Door")
                .hasMessageContaining(
                        "House " + Stock.OAK + " goes last and may still be there: delete it again, by its id");

        get(stock.houses.houses.deleteById(Stock.OAK, DeleteRule.DELETE_LINKS));
        assertThat(stock.contents()).isEqualTo(end(Shape.LINKS_OF_A_HOUSE).contents);
    }
}
