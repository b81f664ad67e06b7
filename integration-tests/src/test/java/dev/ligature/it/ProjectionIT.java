package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QDoor.door;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QPerson.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.AmbiguousBackLinkException;
import dev.ligature.DanglingLinkException;
import dev.ligature.DocumentReadException;
import dev.ligature.NonUniqueResultException;
import dev.ligature.annotation.Path;
import dev.ligature.annotation.Projection;
import dev.ligature.it.model.Address;
import dev.ligature.it.model.BeanieHouse;
import dev.ligature.it.model.BeanieHouseRepository;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.Flat;
import dev.ligature.it.model.FlatRepository;
import dev.ligature.it.model.Frame;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseCard;
import dev.ligature.it.model.Person;
import dev.ligature.it.model.Room;
import dev.ligature.it.model.Shape;
import dev.ligature.it.model.Tree;
import dev.ligature.it.model.Window;
import dev.ligature.it.model.Yard;
import dev.ligature.link.Ref;
import dev.ligature.repository.FetchPlan;
import dev.ligature.repository.FetchStrategy;
import dev.ligature.repository.MissingTargets;
import dev.ligature.repository.ProjectedFind;
import dev.ligature.testing.CommandRecorder.Command;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.test.StepVerifier;

/** Projections: only what they show is read, whatever way it takes. Those declared here are in another package than the documents. */
class ProjectionIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Houses db = new Houses(DATABASE.database());

    @BeforeEach
    void clear() {
        DATABASE.clear();
    }

    @Projection(House.class)
    record Plate(ObjectId id, String name, int rooms, List<String> tags) {}

    @Projection(House.class)
    record DoorOf(
            String name,
            @Path("door.id") ObjectId key,
            @Path("door.height") Optional<Integer> height) {}

    @Projection(House.class)
    record Strict(String name, int doorHeight) {}

    @Projection(House.class)
    record Keys(
            ObjectId doorId,
            Optional<ObjectId> yardId,
            @Path("windows.id") List<ObjectId> windows,
            Optional<Ref<Yard>> yard,
            @Path("owners") @Nullable List<Ref<Person>> people) {}

    @Projection(Person.class)
    record Owner(
            String name,
            @Path("houses.name") List<String> houses,
            @Path("houses.id") List<ObjectId> keys,
            @Path("houses.door.height") List<Integer> heights) {}

    @Projection(Door.class)
    record DoorSign(
            int height,
            @Path("house.name") Optional<String> house,
            @Path("house.id") Optional<ObjectId> key) {}

    @Projection(Door.class)
    record HungDoor(int height, String houseName) {}

    @Projection(Tree.class)
    record Branches(
            String id,
            @Nullable String leftId,
            Optional<String> leftLeftId,
            @Path("left.leftOf.id") List<String> siblings) {}

    @Projection(Flat.class)
    record FlatCard(
            int id,
            @Path("address.city") String city,
            Address address,
            @Path("address.position.latitude") Optional<Double> latitude,
            @Nullable Address billing,
            Optional<Integer> garageSize,
            Shape shape,
            List<Room> rooms,
            Map<String, Address> formerAddresses) {}

    @Projection(BeanieHouse.class)
    record BeanieCard(
            String name,
            Optional<Integer> doorHeight,
            @Path("backDoors.height") List<Integer> backs,
            @Path("backDoors.id") List<ObjectId> keys,
            @Path("hatches.height") List<Integer> hatches,
            @Path("cellar.width") Optional<Integer> cellar,
            @Path("backDoors.houses.name") List<String> houses) {}

    private Door savedDoor(int height) {
        return get(db.doors.insert(Door.of(height, 1)));
    }

    private House savedHouse(String name, int height) {
        return get(db.houses.insert(House.of(name, Ref.of(savedDoor(height))).withTags("a", "b")));
    }

    private static List<Command> sent() {
        return DATABASE.recorder().commands();
    }

    @Test
    void readsOwnFieldsAloneByOneFind() {
        House oak = savedHouse("Oak", 2);
        DATABASE.recorder().clear();

        Plate plate = get(db.houses.find(house.name.eq("Oak")).as(Plate.class).one());

        assertThat(plate).isEqualTo(new Plate(id(oak.id()), "Oak", 1, List.of("a", "b")));
        assertThat(DATABASE.recorder().names()).containsExactly("find");
        assertThat(sent().get(0).document().getDocument("projection"))
                .isEqualTo(BsonDocument.parse("{_id: 1, name: 1, rooms: 1, tags: 1}"));
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void showsWhatLiesBehindEachKindOfLink(FetchStrategy strategy) {
        Frame red = new Frame(new ObjectId(), "red");
        Frame blue = new Frame(new ObjectId(), "blue");
        get(db.frames.insertAll(List.of(red, blue)).collectList());
        List<Window> windows = list(db.windows.insertAll(List.of(
                Window.of(1, false).withFrame(Ref.of(red)).withSpares(List.of(Ref.of(blue), Ref.of(red), Ref.of(blue))),
                Window.of(2, true),
                Window.of(3, true).withFrame(Ref.to(new ObjectId())).withSpares(List.of(Ref.of(red))),
                Window.of(4, true).withFrame(Ref.of(blue)))));
        Yard yard = get(db.yards.insert(Yard.of(7)));
        Person ada = get(db.persons.insert(Person.of("Ada")));
        Door savedDoor = savedDoor(2);
        ObjectId gone = new ObjectId();
        List<Ref<Window>> refs = List.of(
                Ref.of(windows.get(2)),
                Ref.to(gone),
                Ref.of(windows.get(0)),
                Ref.of(windows.get(2)),
                Ref.of(windows.get(3)),
                Ref.of(windows.get(1)));
        get(db.houses.insert(House.of("Oak", Ref.of(savedDoor))
                .withWindows(refs)
                .withYard(Ref.of(yard))
                .withOwners(List.of(Ref.of(ada)))));
        get(db.houses.insert(House.of("Pine", Ref.of(savedDoor))));

        List<HouseCard> cards = list(db.houses
                .find()
                .sort(house.name.asc())
                .using(strategy)
                .as(HouseCard.class)
                .all());

        List<ObjectId> ids = refs.stream().map(ref -> (ObjectId) id(ref.id())).toList();
        assertThat(cards)
                .containsExactly(
                        new HouseCard(
                                "Oak",
                                2,
                                id(savedDoor.id),
                                1,
                                Optional.of(7),
                                7,
                                List.of(3, 1, 3, 4, 2),
                                List.of("red", "blue"),
                                List.of("red", "blue", "red", "blue", "red"),
                                ids,
                                List.of("Ada"),
                                Ref.to(id(savedDoor.id)),
                                refs),
                        new HouseCard(
                                "Pine",
                                2,
                                id(savedDoor.id),
                                1,
                                Optional.empty(),
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                Ref.to(id(savedDoor.id)),
                                List.of()));
        assertThat(cards.get(0).door().isFetched()).isFalse();
    }

    @Test
    void joinsSmallPagesThatAreNotSortedByOwnFieldsAndBatchesTheOthers() {
        savedHouse("Oak", 2);
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
        savedHouse("Oak", 2);
        DATABASE.recorder().clear();

        list(db.houses.find().using(FetchStrategy.LOOKUP).as(HouseCard.class).all());

        assertThat(DATABASE.recorder().names()).containsExactly("aggregate");
        var pipeline = sent().get(0).document().getArray("pipeline");
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
            get(db.houses.insert(House.of("Oak " + i, Ref.of(savedDoor(i))).withWindows(List.of(Ref.of(window)))));
        }
        DATABASE.recorder().clear();

        assertThat(list(db.houses
                        .find()
                        .using(FetchStrategy.BATCH)
                        .as(HouseCard.class)
                        .all()))
                .hasSize(30)
                .allMatch(card -> card.widths().equals(List.of(1)));

        assertThat(sent()).extracting(Command::collection).containsExactly("houses", "doors", "windows");
        assertThat(sent()).allMatch(command -> command.name().equals("find"));
        assertThat(sent().get(1).document().getDocument("projection"))
                .isEqualTo(BsonDocument.parse("{_id: 1, height: 1, width: 1}"));
        assertThat(sent().get(2).document().getDocument("projection"))
                .isEqualTo(BsonDocument.parse("{_id: 1, width: 1, frame: 1, spares: 1}"));
    }

    @Test
    void readsLinkedIdsAndLinksWithoutAJoin() {
        ObjectId one = new ObjectId();
        ObjectId other = new ObjectId();
        get(db.houses.insert(House.of("Oak", Ref.to(one)).withWindows(List.of(Ref.to(other), Ref.to(one)))));
        get(db.houses.insert(
                House.of("Pine", Ref.to(other)).withYard(Ref.to(one)).withOwners(List.of(Ref.to(other)))));
        DATABASE.recorder().clear();

        List<Keys> keys =
                list(db.houses.find().sort(house.name.asc()).as(Keys.class).all());

        assertThat(keys)
                .containsExactly(
                        new Keys(one, Optional.empty(), List.of(other, one), Optional.empty(), null),
                        new Keys(other, Optional.of(one), List.of(), Optional.of(Ref.to(one)), List.of(Ref.to(other))));
        assertThat(DATABASE.recorder().names()).containsExactly("find");
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void followsBackLinksInTheOrderOfIdsAndGoesOnBehindThem(FetchStrategy strategy) {
        Person ada = get(db.persons.insert(Person.of("Ada")));
        get(db.persons.insert(Person.of("Bob")));
        House oak = get(
                db.houses.insert(House.of("Oak", Ref.of(savedDoor(2))).withOwners(List.of(Ref.of(ada), Ref.of(ada)))));
        House pine = get(db.houses.insert(House.of("Pine", Ref.of(savedDoor(3))).withOwners(List.of(Ref.of(ada)))));
        get(db.houses.insert(House.of("Elm", Ref.to(new ObjectId()))));

        List<Owner> owners = list(db.persons
                .find()
                .sort(person.name.asc())
                .using(strategy)
                .as(Owner.class)
                .all());

        assertThat(owners)
                .containsExactly(
                        new Owner("Ada", List.of("Oak", "Pine"), List.of(id(oak.id()), id(pine.id())), List.of(2, 3)),
                        new Owner("Bob", List.of(), List.of(), List.of()));
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void readsASingleBackLink(FetchStrategy strategy) {
        House oak = savedHouse("Oak", 2);
        savedDoor(3);

        assertThat(list(db.doors
                        .find()
                        .sort(door.height.asc())
                        .using(strategy)
                        .as(DoorSign.class)
                        .all()))
                .containsExactly(
                        new DoorSign(2, Optional.of("Oak"), Optional.of(id(oak.id()))),
                        new DoorSign(3, Optional.empty(), Optional.empty()));
        assertThatThrownBy(() -> list(db.doors
                        .find(door.height.eq(3))
                        .using(strategy)
                        .as(HungDoor.class)
                        .all()))
                .isInstanceOf(DocumentReadException.class)
                .hasMessageContaining("HungDoor.houseName: Door ")
                .hasMessageContaining("no House refers to it by door")
                .hasMessageContaining("Optional");

        get(db.houses.insert(House.of("Pine", oak.door())));
        assertThatThrownBy(() ->
                        list(db.doors.find().using(strategy).as(DoorSign.class).all()))
                .isInstanceOf(AmbiguousBackLinkException.class)
                .hasMessageContaining("Door.house");
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void tellsADanglingLinkFromAValue(FetchStrategy strategy) {
        ObjectId gone = new ObjectId();
        get(db.houses.insert(House.of("Oak", Ref.to(gone))));

        assertThat(get(db.houses.find().using(strategy).as(DoorOf.class).first()))
                .isEqualTo(new DoorOf("Oak", gone, Optional.empty()));
        assertThatThrownBy(() ->
                        get(db.houses.find().using(strategy).as(Strict.class).first()))
                .isInstanceOf(DanglingLinkException.class)
                .hasMessageContaining("Strict.doorHeight: House ")
                .hasMessageContaining("links by door to the Door " + gone + ", which does not exist")
                .hasMessageContaining("Declare doorHeight Optional");
    }

    @Test
    void namesTheFieldThatIsMissingOrDoesNotFit() {
        db.store("doors", "{_id: {$oid: '665000000000000000000001'}}");
        db.store(
                "houses",
                "{_id: {$oid: '665000000000000000000002'}, name: 'Oak', door: {$oid: '665000000000000000000001'}}");
        assertThatThrownBy(() -> get(db.houses.find().as(Strict.class).first()))
                .isInstanceOf(DocumentReadException.class)
                .hasMessage("ProjectionIT.Strict.doorHeight: Door 665000000000000000000001 has no height. Declare"
                        + " doorHeight Optional or @Nullable to read such documents.");

        db.store("houses", "{_id: {$oid: '665000000000000000000003'}, name: 17}");
        assertThatThrownBy(() -> list(db.houses
                        .find(house.rooms.isNull())
                        .sort(house.id.desc())
                        .as(Strict.class)
                        .all()))
                .isInstanceOf(DocumentReadException.class)
                .hasMessageContaining(
                        "House 665000000000000000000003 in \"houses\", field \"name\": expected a string");
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void goesDownALinkToItsOwnCollection(FetchStrategy strategy) {
        get(db.trees
                .insertAll(List.of(
                        Tree.of("a", "b", null),
                        Tree.of("b", "c", null),
                        Tree.of("c", null, null),
                        Tree.of("d", "b", null)))
                .collectList());

        assertThat(list(db.trees.find().using(strategy).as(Branches.class).all()))
                .containsExactlyInAnyOrder(
                        new Branches("a", "b", Optional.of("c"), List.of("a", "d")),
                        new Branches("b", "c", Optional.empty(), List.of("b")),
                        new Branches("c", null, Optional.empty(), List.of()),
                        new Branches("d", "b", Optional.of("c"), List.of("a", "d")));
    }

    @Test
    void readsEmbeddedValuesWholeAndInParts() {
        FlatRepository flats = new FlatRepository(DATABASE.database());
        Address york = new Address("High Street 1", "York", Optional.of(new Address.Position(54, -1)));
        Address leeds = new Address("Low Street 2", "Leeds", Optional.empty());
        Flat flat = new Flat(
                1,
                york,
                List.of(),
                Map.of("old", leeds),
                Optional.of(Room.of("garage", 12)),
                leeds,
                new Shape.Circle(2),
                List.of());
        get(flats.insert(flat));
        get(flats.insert(Flat.of(2)));

        assertThat(get(flats.findById(1))).isNotNull();
        List<FlatCard> cards = list(flats.find().as(FlatCard.class).all());

        assertThat(cards)
                .containsExactly(
                        new FlatCard(
                                1,
                                "York",
                                york,
                                Optional.of(54.0),
                                leeds,
                                Optional.of(12),
                                new Shape.Circle(2),
                                List.of(),
                                Map.of("old", leeds)),
                        new FlatCard(
                                2,
                                "York",
                                new Address("High Street 1", "York", Optional.empty()),
                                Optional.empty(),
                                null,
                                Optional.empty(),
                                new Shape.Dot(),
                                List.of(),
                                Map.of()));
        assertThat(sent().get(sent().size() - 1).document().getDocument("projection"))
                .isEqualTo(BsonDocument.parse("{_id: 1, address: 1, billing: 1, 'garage.size': 1, shape: 1, rooms: 1,"
                        + " formerAddresses: 1}"));
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void followsLinksInBothStoredFormsAndPassesNullsOver(FetchStrategy strategy) {
        String front = "{$oid: '665000000000000000000001'}";
        String back = "{$oid: '665000000000000000000002'}";
        String gone = "{$oid: '665000000000000000000009'}";
        db.store("Door", "{_id: " + front + ", height: 2, width: 1}");
        db.store("Door", "{_id: " + back + ", height: 3, width: 1}");
        db.store(
                "House",
                "{_id: {$oid: '665000000000000000000010'}, _class_id: 'Building.House', name: 'Oak', door: " + front
                        + ", backDoors: [{$ref: 'Door', $id: " + back + "}, null, " + front + ", {$ref: 'Door', $id: "
                        + gone + "}, {$ref: 'Door', $id: " + back + "}], cellar: null, hatches: null}");

        BeanieCard card = get(new BeanieHouseRepository(DATABASE.database())
                .find()
                .using(strategy)
                .as(BeanieCard.class)
                .one());

        assertThat(card)
                .isEqualTo(new BeanieCard(
                        "Oak",
                        Optional.of(2),
                        List.of(3, 2, 3),
                        List.of(
                                new ObjectId("665000000000000000000002"),
                                new ObjectId("665000000000000000000001"),
                                new ObjectId("665000000000000000000009"),
                                new ObjectId("665000000000000000000002")),
                        List.of(),
                        Optional.empty(),
                        List.of("Oak", "Oak")));
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void keepsTheConditionTheSortAndThePageThroughLinks(FetchStrategy strategy) {
        IntStream.range(0, 20).forEach(i -> savedHouse("Oak " + i, i));

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
        get(db.houses.insert(House.of("Oak", Ref.of(savedDoor(2)))
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
        List<BsonDocument> sent =
                new ArrayList<>(sent().stream().map(Command::document).toList());
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
                           {"find": "houses", "filter": {"rooms": {"$gt": 2}}, "limit": 5, "projection": {"_id": 1, "name": 1, "door": 1}}
                        2. batch "doors": level 1, once per window of roots: House.door
                           {"find": "doors", "filter": {"_id": {"$in": "<House.door>"}}, "projection": {"_id": 1, "height": 1}}""");
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void readsWindowsOfRootsInOrderAsTheyAreDemanded(FetchStrategy strategy) {
        Door shared = savedDoor(2);
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
                        .as(DoorOf.class)
                        .all()))
                .hasSize(2_500);
    }

    @Test
    void takesOnlyOneWhereThereIsOnlyOne() {
        savedHouse("Oak", 2);
        assertThat(get(db.houses.find().as(Strict.class).one())).isEqualTo(new Strict("Oak", 2));
        savedHouse("Pine", 3);

        assertThatThrownBy(() -> get(db.houses.find().as(Strict.class).one()))
                .isInstanceOf(NonUniqueResultException.class)
                .hasMessageContaining("several documents");
        assertThat(db.houses.find(house.name.eq("Elm")).as(Strict.class).one().blockOptional())
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoProjectionOfTheDocument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> db.doors.find().as(Strict.class))
                .withMessage("ProjectionIT.Strict is a projection of House, so it cannot be read from documents of type"
                        + " Door. Use a projection of Door, or query House.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> db.houses.find().as(House.class))
                .withMessageContaining("dev.ligature.it.model.House is not a @Projection")
                .withMessageContaining("Annotate the record");
    }

    @Test
    void refusesToFetchBesides() {
        assertThatIllegalStateException()
                .isThrownBy(() -> db.houses.find().fetchLinks().as(Strict.class))
                .withMessageContaining("takes no fetch");
        assertThatIllegalStateException()
                .isThrownBy(() -> db.houses.find().missing(MissingTargets.FAIL).as(Strict.class));
    }
}
