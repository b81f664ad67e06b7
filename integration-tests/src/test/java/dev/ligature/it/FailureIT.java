package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QYard.yard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.ligature.DocumentReadException;
import dev.ligature.DocumentWriteException;
import dev.ligature.InvalidLinkException;
import dev.ligature.InvalidValueException;
import dev.ligature.OperationException;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseRepository;
import dev.ligature.it.model.SpecimenClass;
import dev.ligature.it.model.SpecimenClassRepository;
import dev.ligature.it.model.Yard;
import dev.ligature.link.Ref;
import dev.ligature.path.Condition;
import dev.ligature.path.DocumentPath;
import dev.ligature.path.FieldPath;
import dev.ligature.path.Sort;
import dev.ligature.path.Update;
import dev.ligature.repository.FetchStrategy;
import dev.ligature.repository.Repository;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What goes wrong says what it is, where, and why; and what nobody wants any more stops. */
class FailureIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ID = "65f0c0ffee0123456789abcd";

    private final Houses db = new Houses(DATABASE.database());
    private final CommandRecorder recorder = DATABASE.recorder();

    @BeforeEach
    void clear() {
        DATABASE.clear();
    }

    private static void fails(Publisher<?> publisher, Class<? extends Throwable> type, String... parts) {
        StepVerifier.create(publisher)
                .thenConsumeWhile(each -> true)
                .expectErrorSatisfies(
                        error -> assertThat(error).isInstanceOf(type).hasMessageContainingAll(parts))
                .verify(PATIENCE);
    }

    // Documents that do not decode

    @Test
    void namesADocumentThatDoesNotDecodeInEveryRead() {
        db.store("doors", "{_id: {$oid: '" + ID + "'}, height: 'tall'}");
        String[] parts = {"Door " + ID, "\"doors\"", "field \"height\"", "expected an integer", "found STRING"};

        fails(db.doors.findAll(), DocumentReadException.class, parts);
        fails(db.doors.findById(new ObjectId(ID)), DocumentReadException.class, parts);
        fails(db.doors.findAllById(List.of(new ObjectId(ID))), DocumentReadException.class, parts);
        fails(db.doors.find().one(), DocumentReadException.class, parts);
        fails(db.doors.find().fetchLinks().first(), DocumentReadException.class, parts);
        assertThat(list(db.doors.find().ids())).containsExactly(new ObjectId(ID));
        assertThat(get(db.doors.count())).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void namesALinkedDocumentThatDoesNotDecode(FetchStrategy strategy) {
        db.store("doors", "{_id: {$oid: '" + ID + "'}, height: 'tall'}");
        get(db.houses.insert(House.of("Oak", Ref.to(new ObjectId(ID)))));
        String[] parts = {"Door " + ID, "\"doors\"", "field \"height\"", "expected an integer", "found STRING"};

        fails(db.houses.find().fetch(house.door()).using(strategy).all(), DocumentReadException.class, parts);
        fails(db.houses.fetch(db.houses.findAll(), house.door()), DocumentReadException.class, parts);
    }

    @Test
    void namesALinkThatDoesNotDecode() {
        db.store(
                "houses",
                "{_id: {$oid: '" + ID + "'}, name: 'Oak', rooms: 1, tags: [], door: 5, win: [{$oid: '" + ID
                        + "'}, 'x']}");

        fails(
                db.houses.findAll(),
                DocumentReadException.class,
                "House " + ID,
                "field \"door\": expected an ObjectId, found INT32");

        get(Mono.from(db.houses
                .collection()
                .updateOne(new BsonDocument(), BsonDocument.parse("{$set: {door: {$oid: '" + ID + "'}}}"))));
        fails(
                db.houses.findAll(),
                DocumentReadException.class,
                "House " + ID,
                "field \"win[1]\": expected an ObjectId, found STRING");
    }

    // Values that cannot be stored

    @SuppressWarnings({"unchecked", "rawtypes"}) // as a caller without generics does
    private static <R> FieldPath<R, Object> raw(FieldPath<R, ?> path) {
        return (FieldPath) path;
    }

    @Test
    void namesTheMemberAndTheOperatorOfAnOperandThatCannotBeStored() {
        Condition<House> compared = raw(house.rooms).eq("three");
        String[] parts = {"House.rooms.eq(three)", "java.lang.String"};
        Update<House> set = raw(house.rooms).set("three");

        fails(db.houses.find(compared).all(), InvalidValueException.class, parts);
        fails(db.houses.find(compared).count(), InvalidValueException.class, parts);
        fails(db.houses.find(compared).delete(), InvalidValueException.class, parts);
        fails(db.houses.find(compared.not()).exists(), InvalidValueException.class, parts);
        fails(
                db.houses.find(raw(house.rooms).in(1, "two")).ids(),
                InvalidValueException.class,
                "House.rooms.in(two)",
                "java.lang.String");
        fails(
                db.houses.find(raw(house.door().height).ne(2.5)).all(),
                InvalidValueException.class,
                "House.door.height.ne(2.5)",
                "java.lang.Double");
        fails(db.houses.find().update(set), InvalidValueException.class, "House.rooms.set(three)", "java.lang.String");
        fails(db.houses.updateById(new ObjectId(), set), InvalidValueException.class, "House.rooms.set(three)");
        assertThat(recorder.names()).isEmpty();
    }

    @Test
    void namesTheFieldOfADocumentThatCannotBeStored() {
        SpecimenClass specimen = new SpecimenClass();
        specimen.id = new ObjectId(ID);
        specimen.decimal = new BigDecimal("1234567890123456789012345678901234567890.1");

        fails(
                new SpecimenClassRepository(DATABASE.database()).insert(specimen),
                DocumentWriteException.class,
                "SpecimenClass " + ID,
                "\"decimal\"");
        assertThat(recorder.names()).isEmpty();
    }

    // Ids of another type

    @Test
    void refusesToStoreALinkWithAnIdOfAnotherType() {
        House door = House.of("Oak", Ref.to("front"));
        House window = House.of("Oak", Ref.to(new ObjectId())).withWindows(List.of(Ref.to(new ObjectId()), Ref.to(7)));

        fails(
                db.houses.insert(door),
                InvalidLinkException.class,
                "House.door: the id of Door is of type ObjectId, but front is of type String");
        fails(
                db.houses.save(window),
                InvalidLinkException.class,
                "House.windows[1]: the id of Window is of type ObjectId, but 7 is of type Integer");
        assertThat(recorder.names()).isEmpty();
    }

    @Test
    void refusesToCompareALinkWithAnIdOfAnotherType() {
        fails(
                db.houses.find(raw(house.door().id).eq("front")).all(),
                InvalidValueException.class,
                "House.door",
                "eq(front)",
                "java.lang.String");
        assertThat(recorder.names()).isEmpty();
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void refusesToFindByAnIdOfAnotherType() {
        Repository doors = db.doors;
        String part = "Door.id: the id of Door is of type ObjectId, but front is of type String";

        fails(doors.findById("front"), InvalidLinkException.class, part);
        fails(doors.existsById("front"), InvalidLinkException.class, part);
        fails(doors.findAllById(List.of(new ObjectId(), "front")), InvalidLinkException.class, part);
        fails(doors.deleteById("front"), InvalidLinkException.class, part);
        assertThat(recorder.names()).isEmpty();
    }

    // No server

    private static Stream<Publisher<?>> operations(HouseRepository houses) {
        House oak = House.of("Oak", Ref.to(new ObjectId()));
        return Stream.of(
                houses.findAll(),
                houses.find(house.door().height.eq(1)).all(),
                houses.find().fetchLinks().first(),
                houses.find().ids(),
                houses.count(),
                houses.existsById(new ObjectId()),
                houses.insert(oak),
                houses.saveAll(List.of(oak)),
                houses.find().update(house.rooms.inc(1)),
                houses.deleteById(new ObjectId()),
                houses.createIndexes());
    }

    private static void allFail(HouseRepository houses, Class<? extends Throwable> cause) {
        operations(houses).forEach(operation -> StepVerifier.create(operation)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(OperationException.class)
                        .hasMessageMatching("(House|Door): \\w+ in \"(houses|doors)\" failed: (?s:.+)")
                        .hasCauseInstanceOf(cause))
                .verify(PATIENCE));
    }

    @Test
    void wrapsTheErrorOfAClosedClient() {
        MongoClient client = MongoClients.create("mongodb://127.0.0.1:1/");
        HouseRepository houses = new HouseRepository(client.getDatabase("any"));
        client.close();

        allFail(houses, IllegalStateException.class);
    }

    @Test
    void failsAfterTheDriversTimeoutWhereNoServerIs() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        String uri = "mongodb://127.0.0.1:" + nobody + "/?serverSelectionTimeoutMS=200";
        try (MongoClient client = MongoClients.create(uri)) {
            allFail(new HouseRepository(client.getDatabase("any")), MongoTimeoutException.class);
        }
    }

    // Cancellation and demand

    private static final int MANY = 5_000;

    private void manyYards() {
        list(db.yards.insertAll(IntStream.range(0, MANY).mapToObj(Yard::of).toList()));
        recorder.clear();
    }

    @Test
    void readsNoMoreThanIsAskedFor() {
        manyYards();

        StepVerifier.create(db.yards.findAll(), 1)
                .expectNextCount(1)
                .thenCancel()
                .verify(PATIENCE);
        assertThat(recorder.commands("find")).hasSize(1);
        assertThat(recorder.commands("getMore")).isEmpty();

        StepVerifier.create(db.yards.findAll(), 0)
                .thenRequest(100)
                .expectNextCount(100)
                .then(() -> assertThat(recorder.commands("getMore")).isEmpty())
                .thenRequest(MANY)
                .expectNextCount(MANY - 100)
                .expectComplete()
                .verify(PATIENCE);
        assertThat(recorder.commands("getMore")).isNotEmpty();
    }

    @Test
    void loadsOneWindowAheadOfWhatIsAskedForAndReadsTheRootsOfOneMore() {
        manyYards();

        StepVerifier.create(
                        db.yards
                                .find()
                                .fetch(yard.house())
                                .using(FetchStrategy.BATCH)
                                .all(),
                        1)
                .expectNextCount(1)
                .thenAwait(Duration.ofMillis(300))
                .then(() -> {
                    assertThat(findsOfHouses()).isEqualTo(2);
                    assertThat(recorder.commands("getMore")).hasSize(2);
                })
                .thenCancel()
                .verify(PATIENCE);

        recorder.clear();
        assertThat(list(db.yards
                        .find()
                        .fetch(yard.house())
                        .using(FetchStrategy.BATCH)
                        .all()))
                .hasSize(MANY);
        assertThat(findsOfHouses()).isBetween(2L, (long) MANY / 500);
    }

    private long findsOfHouses() {
        return recorder.commands("find").stream()
                .filter(find -> find.collection().equals("houses"))
                .count();
    }

    @Test
    void closesTheCursorOfACancelledStream() throws InterruptedException {
        manyYards();
        CountDownLatch closed = new CountDownLatch(1);
        CommandListener listener = new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                if (event.getCommandName().equals("killCursors")) {
                    closed.countDown();
                }
            }
        };
        ServerAddress address = DATABASE.client()
                .getClusterDescription()
                .getServerDescriptions()
                .get(0)
                .getAddress();
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb://" + address))
                .addCommandListener(listener)
                .build();

        try (MongoClient client = MongoClients.create(settings)) {
            Houses other = new Houses(client.getDatabase(DATABASE.database().getName()));
            StepVerifier.create(other.yards.findAll(), 10)
                    .expectNextCount(10)
                    .thenCancel()
                    .verify(PATIENCE);

            assertThat(closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void stopsAStreamThatIsCancelledDownstream() {
        manyYards();

        assertThat(list(db.yards.findAll().take(3))).hasSize(3);

        assertThat(recorder.commands("getMore")).isEmpty();
    }

    // Null arguments

    static Stream<Arguments> nullArguments() {
        Houses db = new Houses(DATABASE.database());
        ObjectId id = new ObjectId();
        return Stream.of(
                rejected("new repository", () -> new HouseRepository(null)),
                rejected("find", () -> db.houses.find(null)),
                rejected("findById", () -> db.houses.findById(null)),
                rejected("findAllById", () -> db.houses.findAllById(null)),
                rejected("existsById", () -> db.houses.existsById(null)),
                rejected("insert", () -> db.houses.insert(null)),
                rejected("insertAll", () -> db.houses.insertAll(null)),
                rejected("insertAll of null", () -> db.houses.insertAll(Arrays.asList((House) null))),
                rejected("save", () -> db.houses.save(null)),
                rejected("saveAll", () -> db.houses.saveAll(null)),
                rejected("replace", () -> db.houses.replace(null)),
                rejected("updateById", () -> db.houses.updateById(null, house.rooms.inc(1))),
                rejected("updateById by null", () -> db.houses.updateById(id, (Update<House>) null)),
                rejected("deleteById", () -> db.houses.deleteById(null)),
                rejected("delete", () -> db.houses.delete(null)),
                rejected("fetch", () -> db.houses.fetch((House) null, house.door())),
                rejected("fetch stream", () -> db.houses.fetch((Flux<House>) null, house.door())),
                rejected("fetchLinks", () -> db.houses.fetchLinks((House) null)),
                rejected("sort", () -> db.houses.find().sort((Sort<House>) null)),
                rejected("find fetch", () -> db.houses.find().fetch((DocumentPath<House, ?>) null)),
                rejected("missing", () -> db.houses.find().missing(null)),
                rejected("using", () -> db.houses.find().using(null)),
                rejected("update", () -> db.houses.find().update((Update<House>) null)),
                rejected("eq", () -> house.name.eq(null)),
                rejected("in", () -> house.name.in((List<String>) null)),
                rejected("in null", () -> house.name.in(Arrays.asList("a", null))),
                rejected("startsWith", () -> house.name.startsWith(null)),
                rejected("contains", () -> house.tags.contains(null)),
                rejected("any", () -> house.tags.any(null)),
                rejected("where", () -> house.where(null)),
                rejected("and", () -> house.name.eq("a").and(null)),
                rejected("or", () -> house.name.eq("a").or(null)),
                rejected("set", () -> house.name.set(null)),
                rejected("inc", () -> house.rooms.inc(null)),
                rejected("push", () -> house.tags.push((String) null)),
                rejected("Ref.of", () -> Ref.of((Door) null)),
                rejected("Ref.to", () -> Ref.to(null)));
    }

    private static Arguments rejected(String name, ThrowingCallable call) {
        return Arguments.of(name, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nullArguments")
    void refusesNullArgumentsWhenItIsCalled(String name, ThrowingCallable call) {
        assertThatNullPointerException().as(name).isThrownBy(call);
        assertThat(recorder.names()).isEmpty();
    }

    @Test
    void namesTheOperatorToUseInsteadOfANullOperand() {
        assertThatNullPointerException()
                .isThrownBy(() -> house.name.eq(null))
                .withMessageContaining("House.name.eq")
                .withMessageContaining("isNull()");
    }
}
