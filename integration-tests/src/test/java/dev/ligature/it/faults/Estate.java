package dev.ligature.it.faults;

import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QWindow.window;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.DoorRepository;
import dev.ligature.it.model.Frame;
import dev.ligature.it.model.FrameRepository;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseCard;
import dev.ligature.it.model.HouseRepository;
import dev.ligature.it.model.Person;
import dev.ligature.it.model.PersonRepository;
import dev.ligature.it.model.ShipRepository;
import dev.ligature.it.model.Window;
import dev.ligature.it.model.WindowRepository;
import dev.ligature.link.Ref;
import dev.ligature.repository.DeleteRule;
import dev.ligature.repository.FetchStrategy;
import dev.ligature.repository.PageRequest;
import dev.ligature.repository.RepairRule;
import dev.ligature.repository.Transactions;
import dev.ligature.repository.WriteRule;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Some houses with all that they link to, and the operations on them that send several commands. */
final class Estate {
    static final int HOUSES = 30;
    private static final List<ObjectId> IDS =
            IntStream.range(0, HOUSES).mapToObj(Estate::houseId).toList();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** So that cursors have more than one reply. */
    private static final int BATCH = 10;

    final HouseRepository houses;
    final DoorRepository doors;
    final WindowRepository windows;
    private final FrameRepository frames;
    private final PersonRepository persons;
    private final ShipRepository ships;
    private final MongoDatabase database;
    private final Transactions transactions;

    Estate(MongoClient client, MongoDatabase database) {
        this.database = database;
        this.transactions = Transactions.of(client);
        houses = new HouseRepository(database);
        doors = new DoorRepository(database);
        windows = new WindowRepository(database);
        frames = new FrameRepository(database);
        persons = new PersonRepository(database);
        ships = new ShipRepository(database);
    }

    /**
     * An operation.
     *
     * @param needsTransactions whether only servers that have them can run it
     * @param changes whether it finds other documents the second time
     */
    record Operation(String name, boolean needsTransactions, boolean changes, Function<Estate, Publisher<?>> run) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Operation read(String name, Function<Estate, Publisher<?>> run) {
        return new Operation(name, false, false, run);
    }

    private static Operation write(String name, Function<Estate, Publisher<?>> run) {
        return new Operation(name, false, true, run);
    }

    private static Operation transaction(String name, Function<Estate, Publisher<?>> run) {
        return new Operation(name, true, true, run);
    }

    /** The three strategies, with a condition through a link before. */
    static Stream<Operation> fetches() {
        return Stream.of(FetchStrategy.values())
                .map(strategy -> read("fetch by " + strategy, estate -> estate.houses
                        .find(house.door().height.gte(0))
                        .fetch(house.door(), house.windows().frame(), house.owners())
                        .using(strategy)
                        .all()));
    }

    /** Whose results are read one after the other. */
    static Stream<Operation> streams() {
        return Stream.concat(
                fetches(),
                Stream.of(
                        read("documents", estate -> estate.houses
                                .find(house.rooms.gte(0))
                                .batchSize(BATCH)
                                .all()),
                        read("ids", estate -> estate.houses
                                .find(house.windows().width.gte(0))
                                .batchSize(BATCH)
                                .ids()),
                        read("join", estate -> estate.houses
                                .find(house.door().height.gte(0))
                                .semiJoinBound(0)
                                .batchSize(BATCH)
                                .all()),
                        read("projections", estate -> estate.houses
                                .find(house.door().height.gte(0))
                                .using(FetchStrategy.BATCH)
                                .batchSize(BATCH)
                                .as(HouseCard.class)
                                .all()),
                        read("back links", estate -> estate.windows
                                .find(window.width.gte(0))
                                .fetch(window.houses().door())
                                .batchSize(BATCH)
                                .all()),
                        read("by ids", estate -> estate.houses.findAllById(IDS)),
                        read(
                                "on demand",
                                estate -> estate.houses.fetchLinks(
                                        estate.houses.find().batchSize(BATCH).all())),
                        read("dangling", estate -> estate.houses.dangling()),
                        read("orphans", estate -> estate.houses.orphans(house.windows()))));
    }

    /** Whose results come in the end. */
    static Stream<Operation> wholes() {
        return Stream.of(
                read("page with total", estate -> estate.houses
                        .find(house.door().height.gte(0))
                        .fetch(house.windows())
                        .sort(house.name.asc())
                        .page(PageRequest.first(BATCH).withTotal())),
                read("one with links", estate -> estate.houses
                        .find(house.name.eq("house 3"))
                        .fetchLinks()
                        .using(FetchStrategy.BATCH)
                        .one()),
                write("cascade", estate -> estate.houses.insert(newHouse("new"), WriteRule.WRITE)),
                write(
                        "update through a link",
                        estate -> estate.houses.find(house.door().height.gte(0)).update(house.rooms.inc(1))),
                write(
                        "delete with links",
                        estate -> estate.houses.find(house.name.eq("house 3")).delete(DeleteRule.DELETE_LINKS)),
                write("repair", estate -> estate.houses.repair(house.windows(), RepairRule.PULL)),
                write("restore", estate -> estate.houses.restore(house.windows())),
                write("delete of orphans", estate -> estate.houses.deleteOrphans(house.windows())),
                write("indexes", estate -> estate.ships.createIndexes()));
    }

    /** On servers that have them. */
    static Stream<Operation> transactions() {
        return Stream.of(
                transaction(
                        "transaction",
                        estate -> estate.transactions.run(() -> estate.houses
                                .insert(newHouse("new"), WriteRule.WRITE)
                                .then(estate.houses.find(house.name.eq("new")).count()))),
                transaction(
                        "stream in a transaction",
                        estate -> estate.transactions.runMany(() -> estate.houses
                                .find(house.door().height.gte(0))
                                .fetchLinks()
                                .using(FetchStrategy.BATCH)
                                .batchSize(BATCH)
                                .all())));
    }

    /** All of them. */
    static Stream<Operation> operations() {
        return Stream.of(streams(), wholes(), transactions()).flatMap(each -> each);
    }

    private static ObjectId houseId(int number) {
        return new ObjectId("%024x".formatted(number));
    }

    private static House newHouse(String name) {
        return House.of(name, Ref.of(Door.of(2, 1)))
                .withWindows(List.of(Ref.of(Window.of(1, false).withFrame(Ref.of(new Frame(null, "red"))))));
    }

    /** Removes all documents and stores the same ones. */
    void fill() {
        for (String collection : List.of("houses", "doors", "windows", "frames", "persons")) {
            TestDatabase.await(database.getCollection(collection).deleteMany(new BsonDocument()));
        }
        List<Door> newDoors = new ArrayList<>();
        List<Window> newWindows = new ArrayList<>();
        List<House> newHouses = new ArrayList<>();
        Frame frame = new Frame(new ObjectId(), "red");
        Person owner = new Person(new ObjectId(), "Ada", Optional.empty());
        for (int i = 0; i < HOUSES; i++) {
            Door door = Door.of(i, 1);
            door.id = new ObjectId();
            newDoors.add(door);
            Window each = new Window(new ObjectId(), i, false, Optional.of(Ref.of(frame)), List.of(), List.of());
            newWindows.add(each);
            List<Ref<Window>> refs = i % 7 == 0 ? List.of(Ref.of(each), Ref.to(new ObjectId())) : List.of(Ref.of(each));
            newHouses.add(new House(
                    houseId(i),
                    "house " + i,
                    1,
                    List.of(),
                    Ref.of(door),
                    refs,
                    Optional.empty(),
                    Optional.of(List.of(Ref.of(owner)))));
        }
        newWindows.add(Window.of(100, true)); // nothing links to it
        done(frames.insert(frame));
        done(persons.insert(owner));
        done(doors.insertAll(newDoors));
        done(windows.insertAll(newWindows));
        done(houses.insertAll(newHouses));
        TestDatabase.await(database.getCollection("houses")
                .updateMany(
                        BsonDocument.parse("{name: 'house 5'}"),
                        BsonDocument.parse(
                                "{$set: {win: [{$ref: 'windows', $id: {$oid: '665000000000000000000000'}}]}}")));
    }

    /** Runs an operation to its end. */
    static void done(Publisher<?> operation) {
        Flux.from(operation).then().block(PATIENCE);
    }

    /** Waits for what has to come about. */
    static boolean becomesTrue(BooleanSupplier condition) {
        return Boolean.TRUE.equals(Flux.interval(Duration.ZERO, Duration.ofMillis(3))
                .map(tick -> condition.getAsBoolean())
                .filter(holds -> holds)
                .next()
                .timeout(Duration.ofSeconds(10), Mono.just(false))
                .block());
    }
}
