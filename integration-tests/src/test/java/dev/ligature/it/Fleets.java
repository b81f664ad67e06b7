// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.it.model.BookingRepository;
import dev.ligature.it.model.ContractRepository;
import dev.ligature.it.model.Fleet;
import dev.ligature.it.model.FleetRepository;
import dev.ligature.it.model.LogEntry;
import dev.ligature.it.model.LogEntryRepository;
import dev.ligature.it.model.MedalRepository;
import dev.ligature.it.model.MoonRepository;
import dev.ligature.it.model.PlanetRepository;
import dev.ligature.it.model.Route;
import dev.ligature.it.model.RouteRepository;
import dev.ligature.it.model.Sailor;
import dev.ligature.it.model.SailorRepository;
import dev.ligature.it.model.Ship;
import dev.ligature.it.model.ShipRepository;
import dev.ligature.link.Ref;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The repositories of the documents with delete rules. */
public final class Fleets {
    private static final List<String> COLLECTIONS = List.of(
            "fleets", "ships", "sailors", "contracts", "medals", "logs", "routes", "bookings", "planets", "moons");

    public final MongoDatabase database;
    public final FleetRepository fleets;
    public final ShipRepository ships;
    public final SailorRepository sailors;
    public final ContractRepository contracts;
    public final MedalRepository medals;
    public final LogEntryRepository logs;
    public final RouteRepository routes;
    public final BookingRepository bookings;
    public final PlanetRepository planets;
    public final MoonRepository moons;

    public Fleets(MongoDatabase database) {
        this.database = database;
        fleets = new FleetRepository(database);
        ships = new ShipRepository(database);
        sailors = new SailorRepository(database);
        contracts = new ContractRepository(database);
        medals = new MedalRepository(database);
        logs = new LogEntryRepository(database);
        routes = new RouteRepository(database);
        bookings = new BookingRepository(database);
        planets = new PlanetRepository(database);
        moons = new MoonRepository(database);
    }

    public void clear() {
        for (String collection : COLLECTIONS) {
            get(Mono.from(database.getCollection(collection).deleteMany(new BsonDocument())));
        }
    }

    /**
     * Fleet 1 has the ships a and b, fleet 2 has c and d. Ann, Bob serve on a, Cid on c, Dan on d. Ann is captain of a, Bob of d, Cid
     * of c, so that fleet 1 takes all but fleet 2, c and Cid with it.
     */
    public void fill() {
        list(fleets.insertAll(List.of(Fleet.of("1", "ann"), Fleet.of("2", "cid"))));
        list(ships.insertAll(List.of(
                Ship.of("a", "1", "ann"),
                Ship.of("b", "1", null),
                Ship.of("c", "2", "cid"),
                Ship.of("d", "2", "bob"))));
        list(sailors.insertAll(List.of(
                Sailor.of("ann", "a", "cid"),
                Sailor.of("bob", "a", "ann"),
                Sailor.of("cid", "c", "bob"),
                Sailor.of("dan", "d", null))));
        list(routes.insertAll(List.of(
                Route.of("east", List.of("a", "c", "a", "b", "gone"), List.of("c", "a"), "a"),
                Route.of("west", List.of("c"), List.of(), "c"),
                Route.of("far", List.of("d"), List.of("d"), null))));
        get(logs.insert(new LogEntry("log", Ref.to("a"))));
    }

    /** All documents that are stored. */
    public List<String> contents() {
        List<String> contents = new ArrayList<>();
        for (String collection : COLLECTIONS) {
            list(Flux.from(database.getCollection(collection, BsonDocument.class)
                            .find()
                            .sort(new BsonDocument("_id", new BsonInt32(1)))))
                    .forEach(document -> contents.add(collection + " " + document.toJson()));
        }
        return contents;
    }

    /** The ids in a collection, in order. */
    public List<String> ids(String collection) {
        return list(Flux.from(database.getCollection(collection, BsonDocument.class)
                        .find()
                        .sort(new BsonDocument("_id", new BsonInt32(1))))
                .map(document -> document.get("_id").isString()
                        ? document.getString("_id").getValue()
                        : String.valueOf(document.getNumber("_id").longValue())));
    }

    public BsonDocument stored(String collection, String id) {
        return get(Mono.from(database.getCollection(collection, BsonDocument.class)
                .find(BsonDocument.parse("{_id: '" + id + "'}"))));
    }

    /** Writes a document past the codecs. */
    public void store(String collection, String json) {
        get(Mono.from(database.getCollection(collection, BsonDocument.class).insertOne(BsonDocument.parse(json))));
    }
}
