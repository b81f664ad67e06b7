// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.it.model.AccountRepository;
import dev.ligature.it.model.Booking;
import dev.ligature.it.model.CrewRepository;
import dev.ligature.it.model.LedgerRepository;
import dev.ligature.it.model.Route;
import dev.ligature.it.model.Ship;
import dev.ligature.it.model.Tree;
import dev.ligature.it.orders.Ingredient;
import dev.ligature.it.orders.Recipe;
import dev.ligature.it.orders.Recipe.Origin;
import dev.ligature.it.orders.Recipe.Step;
import dev.ligature.it.orders.Shop;
import dev.ligature.it.orders.Tool;
import dev.ligature.link.DanglingLink;
import dev.ligature.link.Ref;
import dev.ligature.repository.Repository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import reactor.core.publisher.Flux;

/** All repositories, and what they are filled with. */
public final class Stock {
    public static final ObjectId OAK = new ObjectId("0".repeat(24));
    private static final List<String> COLLECTIONS = List.of("houses", "doors", "windows", "frames", "persons", "trees");

    public final Houses houses;
    public final Fleets fleets;
    public final AccountRepository accounts;
    public final LedgerRepository ledgers;
    public final CrewRepository crews;
    public final Shop shop;

    public Stock(MongoDatabase database) {
        houses = new Houses(database);
        fleets = new Fleets(database);
        accounts = new AccountRepository(database);
        ledgers = new LedgerRepository(database);
        crews = new CrewRepository(database);
        shop = new Shop(database);
    }

    public void clear() {
        houses.clear();
        fleets.clear();
    }

    /** Writes a document past the codecs; {@code #a} is an id of that digit. */
    public void store(String collection, String json) {
        houses.store(collection, json.replaceAll("#([0-9a-f])", "ObjectId('" + "$1".repeat(24) + "')"));
    }

    public void houses() {
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

    public void trees() {
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
    public void planets() {
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

    /** Recipes whose embedded values link to ingredients, which take them along, and to tools, which are unlinked. */
    public void recipes() {
        list(shop.ingredients.insertAll(List.of(Ingredient.of("salt"), Ingredient.of("flour"))));
        list(shop.tools.insertAll(List.of(Tool.of("whisk"), Tool.of("spoon"))));
        Ref<Tool> whisk = Ref.to("whisk");
        Ref<Tool> spoon = Ref.to("spoon");
        list(shop.recipes.insertAll(List.of(
                Recipe.of(
                        "bread",
                        Step.of("mix").withIngredient(Ref.to("flour")).withTool(whisk),
                        Step.of("season").withIngredient(Ref.to("salt")).withSpares(List.of(spoon, whisk, whisk))),
                Recipe.of(
                                "cream",
                                Step.of("beat").withTool(whisk),
                                Step.of("stir").withTool(spoon))
                        .withOrigin(new Origin("Austria", Optional.empty(), Optional.empty(), Optional.of(whisk))),
                Recipe.of("soup", Step.of("stir").withSpares(List.of(whisk)))
                        .withOrigin(new Origin(
                                "France", Optional.empty(), Optional.of(Ref.to("salt")), Optional.of(spoon))))));
    }

    public void fleets() {
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
