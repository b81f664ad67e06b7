package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.ids;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QDoor.door;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QPerson.person;
import static dev.ligature.it.model.QTree.tree;
import static dev.ligature.it.model.QWindow.window;
import static dev.ligature.it.model.QYard.yard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.AmbiguousBackLinkException;
import dev.ligature.DanglingLinkException;
import dev.ligature.LinkNotFetchedException;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.Frame;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Person;
import dev.ligature.it.model.Tree;
import dev.ligature.it.model.Window;
import dev.ligature.it.model.Yard;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.path.DocumentPath;
import dev.ligature.repository.FetchStrategy;
import dev.ligature.repository.MissingTargets;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Fetching: whatever way it takes, the same documents come back and nothing that was stored is lost. */
class FetchIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Houses db = new Houses(DATABASE.database());

    @BeforeEach
    void clear() {
        db.clear();
    }

    /** The ways to fetch. */
    enum Way {
        LOOKUP,
        BATCH,
        AUTO,
        ON_DEMAND,
        STREAM;

        @SafeVarargs
        @SuppressWarnings("varargs")
        final List<House> fetch(Houses db, DocumentPath<House, ?>... paths) {
            Flux<House> roots = db.houses.find().sort(house.name.asc()).all();
            return switch (this) {
                case LOOKUP, BATCH, AUTO ->
                    list(db.houses
                            .find()
                            .sort(house.name.asc())
                            .fetch(paths)
                            .using(FetchStrategy.valueOf(name()))
                            .all());
                case ON_DEMAND -> list(roots.concatMap(each -> db.houses.fetch(each, paths)));
                case STREAM -> list(db.houses.fetch(roots, paths));
            };
        }
    }

    private Door savedDoor() {
        return get(db.doors.insert(Door.of(2, 1)));
    }

    private House savedHouse(String name) {
        return get(db.houses.insert(House.of(name, Ref.of(savedDoor()))));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void keepsOrderDuplicatesAndMissingEntriesOfAList(Way way) {
        List<Window> saved =
                list(db.windows.insertAll(List.of(Window.of(1, false), Window.of(2, true), Window.of(3, true))));
        ObjectId missing = new ObjectId();
        List<Object> stored = List.of(
                id(saved.get(2).id()),
                id(saved.get(1).id()),
                id(saved.get(0).id()),
                id(saved.get(1).id()),
                missing);
        List<Ref<Window>> refs = new ArrayList<>();
        stored.forEach(each -> refs.add(Ref.to(each)));
        House inserted =
                get(db.houses.insert(House.of("Oak", Ref.of(savedDoor())).withWindows(refs)));

        House fetched = way.fetch(db, house.windows()).get(0);

        assertThat(ids(fetched.windows())).isEqualTo(stored);
        assertThat(fetched.windows().subList(0, 4)).allMatch(Ref::isFetched);
        assertThat(fetched.windows().get(4).isMissing()).isTrue();
        assertThat(fetched.windows().get(1).get())
                .isSameAs(fetched.windows().get(3).get());
        assertThat(Ref.fetched(fetched.windows())).extracting(Window::width).containsExactly(3, 2, 1, 2);

        BsonDocument before = db.stored("houses", new BsonDocument("_id", new BsonObjectId(id(inserted.id()))));
        get(db.houses.save(fetched));
        assertThat(db.stored("houses", new BsonDocument())).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void leavesTheThreeStatesApart(Way way) {
        savedHouse("Ash");
        get(db.houses.insert(House.of("Oak", Ref.to(new ObjectId()))));

        List<House> houses = way.fetch(db, house.door());

        assertThat(houses.get(0).door().isFetched()).isTrue();
        assertThat(houses.get(1).door().isMissing()).isTrue();
        assertThat(houses.get(1).door().find()).isEmpty();
        assertThatThrownBy(() -> houses.get(1).door().get())
                .isInstanceOf(DanglingLinkException.class)
                .hasMessageContaining("House.door")
                .hasMessageContaining(String.valueOf(houses.get(1).door().id()));
        assertThat(houses.get(0).yard()).isEmpty();

        House unfetched = get(db.houses.find().first());
        assertThat(unfetched.door().isFetched()).isFalse();
        assertThatThrownBy(() -> unfetched.door().get())
                .isInstanceOf(LinkNotFetchedException.class)
                .hasMessageContaining("House.door");
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void dropsMissingTargetsOfListsWithoutLosingThem(FetchStrategy strategy) {
        Window window = get(db.windows.insert(Window.of(1, false)));
        List<Ref<Window>> refs = List.of(Ref.to(new ObjectId()), Ref.of(window), Ref.to(new ObjectId()));
        get(db.houses.insert(House.of("Oak", Ref.of(savedDoor())).withWindows(refs)));
        BsonDocument before = db.stored("houses", new BsonDocument());

        House fetched = get(db.houses
                .find()
                .fetch(house.windows())
                .missing(MissingTargets.DROP)
                .using(strategy)
                .first());

        assertThat(fetched.windows()).extracting(Ref::id).containsExactly(window.id());
        get(db.houses.save(fetched));
        assertThat(db.stored("houses", new BsonDocument())).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void failsOnMissingTargetsWhenAsked(FetchStrategy strategy) {
        ObjectId missing = new ObjectId();
        House saved = get(db.houses.insert(House.of("Oak", Ref.to(missing))));

        assertThatThrownBy(() -> list(db.houses
                        .find()
                        .fetch(house.door())
                        .missing(MissingTargets.FAIL)
                        .using(strategy)
                        .all()))
                .isInstanceOf(DanglingLinkException.class)
                .hasMessageContaining("House " + saved.id())
                .hasMessageContaining("House.door")
                .hasMessageContaining(missing.toHexString());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void returnsReferrersInTheServersOrderOfTheirIds(Way way) {
        List<String> ids = List.of("B", "a", "\ue000", "\uffff", "\ud83d\ude00", "\udbff\udfff");
        List<String> shuffled = new ArrayList<>(ids);
        Collections.reverse(shuffled);
        get(db.trees.insert(Tree.of("0", null, null)));
        list(db.trees.insertAll(
                shuffled.stream().map(id -> Tree.of(id, "0", null)).toList()));

        Mono<Tree> root = db.trees.findById("0");
        Tree fetched =
                switch (way) {
                    case LOOKUP, BATCH, AUTO ->
                        get(db.trees
                                .find(tree.id.eq("0"))
                                .fetch(tree.leftOf())
                                .using(FetchStrategy.valueOf(way.name()))
                                .first());
                    case ON_DEMAND -> get(root.flatMap(each -> db.trees.fetch(each, tree.leftOf())));
                    case STREAM ->
                        list(db.trees.fetch(root.flux(), tree.leftOf())).get(0);
                };

        assertThat(BackRef.fetched(fetched.leftOf())).extracting(Tree::id).containsExactlyElementsOf(ids);
    }

    @Test
    void keepsNoListApartFromAnEmptyOne() {
        get(db.houses.insert(House.of("Ash", Ref.of(savedDoor()))));
        get(db.houses.insert(House.of("Oak", Ref.of(savedDoor())).withOwners(List.of())));

        List<House> houses =
                list(db.houses.find().sort(house.name.asc()).fetchLinks(1).all());

        assertThat(houses.get(0).owners()).isEmpty();
        assertThat(houses.get(1).owners()).hasValue(List.of());
        list(db.houses.saveAll(houses));
        assertThat(db.stored("houses", BsonDocument.parse("{name: 'Ash'}"))).doesNotContainKey("owners");
        assertThat(db.stored("houses", BsonDocument.parse("{name: 'Oak'}")).getArray("owners"))
                .isEmpty();
    }

    @Test
    void keepsNullEntriesOfAStoredList() {
        Door door = savedDoor();
        Window window = get(db.windows.insert(Window.of(1, false)));
        db.store(
                "houses",
                "{_id: {$oid: '665000000000000000000001'}, name: 'Oak', rooms: 1, tags: [], door: {$oid: '" + door.id
                        + "'}, win: [null, {$oid: '" + window.id() + "'}]}");
        BsonDocument before = db.stored("houses", new BsonDocument());

        House fetched = get(db.houses.find().fetchLinks(1).first());

        assertThat(fetched.windows()).hasSize(2);
        assertThat(fetched.windows().get(0)).isNull();
        assertThat(fetched.windows().get(1).isFetched()).isTrue();
        get(db.houses.save(fetched));
        assertThat(db.stored("houses", new BsonDocument())).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void followsLinksThroughSeveralLevels(Way way) {
        Frame red = get(db.frames.insert(new Frame(null, "red")));
        Frame blue = get(db.frames.insert(new Frame(null, "blue")));
        ObjectId missing = new ObjectId();
        Window one = get(db.windows.insert(Window.of(1, false)
                .withFrame(Ref.of(red))
                .withSpares(List.of(Ref.of(blue), Ref.to(missing), Ref.of(red)))));
        Window two = get(db.windows.insert(Window.of(2, false).withSpares(List.of(Ref.of(blue)))));
        Window three = get(db.windows.insert(Window.of(3, false)));
        get(db.houses.insert(House.of("Ash", Ref.of(savedDoor()))));
        get(db.houses.insert(
                House.of("Oak", Ref.of(savedDoor())).withWindows(List.of(Ref.of(three), Ref.of(two), Ref.of(one)))));

        List<House> houses =
                way.fetch(db, house.windows().frame(), house.windows().spares());

        assertThat(houses.get(0).windows()).isEmpty();
        List<Window> windows = Ref.fetched(houses.get(1).windows());
        assertThat(windows).extracting(Window::width).containsExactly(3, 2, 1);
        assertThat(windows.get(0).frame()).isEmpty();
        assertThat(windows.get(2).frame().orElseThrow().get().color()).isEqualTo("red");
        assertThat(ids(windows.get(2).spares())).containsExactly(blue.id(), missing, red.id());
        assertThat(windows.get(2).spares().get(1).isMissing()).isTrue();
        assertThat(windows.get(2).spares().get(2).get())
                .isSameAs(windows.get(2).frame().orElseThrow().get());
        assertThat(windows.get(1).spares().get(0).get())
                .isSameAs(windows.get(2).spares().get(0).get());
        assertThat(houses.get(1).door().isFetched()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void returnsEachRootOnceWithAllItsReferrers(FetchStrategy strategy) {
        List<Window> windows =
                list(db.windows.insertAll(List.of(Window.of(1, false), Window.of(2, false), Window.of(3, false))));
        for (Window each : windows) {
            for (int i = 0; i < 3; i++) {
                get(db.houses.insert(House.of("of " + each.width() + ", " + i, Ref.of(savedDoor()))
                        .withWindows(List.of(Ref.of(each), Ref.of(each)))));
            }
        }

        List<Window> found = list(db.windows
                .find()
                .sort(window.width.asc())
                .fetch(window.houses())
                .using(strategy)
                .all());

        assertThat(found).hasSize(3);
        for (Window each : found) {
            assertThat(BackRef.fetched(each.houses()))
                    .extracting(House::name)
                    .containsExactly(
                            "of " + each.width() + ", 0", "of " + each.width() + ", 1", "of " + each.width() + ", 2");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void fetchesNothingBehindAnEmptyList(Way way) {
        savedHouse("Ash");
        Window window = get(db.windows.insert(Window.of(1, false)));
        get(db.houses.insert(House.of("Oak", Ref.of(savedDoor())).withWindows(List.of(Ref.of(window)))));

        List<House> houses = way.fetch(db, house.windows().houses());

        assertThat(houses.get(0).windows()).isEmpty();
        Window fetched = houses.get(1).windows().get(0).get();
        assertThat(fetched.houses()).hasSize(1);
        assertThat(fetched.houses().get(0).get()).isSameAs(houses.get(1));
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void closesCyclesOnTheSameObject(FetchStrategy strategy) {
        savedHouse("Oak");

        House fetched = get(db.houses
                .find()
                .fetch(house.door().house().door())
                .using(strategy)
                .first());

        Door door = fetched.door().get();
        assertThat(door.house.get()).isSameAs(fetched);
        assertThat(door.house.id()).isEqualTo(fetched.id());
        assertThat(fetched).hasToString(fetched.toString()).isEqualTo(fetched);
        assertThat(fetched.hashCode()).isEqualTo(fetched.hashCode());
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void fetchesEveryBackLinkShape(FetchStrategy strategy) {
        Yard yard = get(db.yards.insert(Yard.of(5)));
        get(db.yards.insert(Yard.of(6)));
        Person ann = get(db.persons.insert(Person.of("Ann")));
        get(db.persons.insert(Person.of("Bob")));
        House saved = get(db.houses.insert(
                House.of("Oak", Ref.of(savedDoor())).withYard(Ref.of(yard)).withOwners(List.of(Ref.of(ann)))));
        savedDoor();

        List<Yard> yards = list(
                db.yards.find().sort(QYARD_SIZE).fetchLinks(1).using(strategy).all());
        List<Person> persons = list(db.persons
                .find()
                .sort(person.name.asc())
                .fetchLinks(1)
                .using(strategy)
                .all());
        List<Door> doors = list(db.doors
                .find()
                .sort(door.id.asc())
                .fetchLinks(1)
                .using(strategy)
                .all());

        assertThat(yards.get(0).house().orElseThrow().get().id()).isEqualTo(saved.id());
        assertThat(yards.get(1).house()).isEmpty();
        assertThat(persons.get(0).houses().orElseThrow())
                .extracting(BackRef::id)
                .containsExactly(saved.id());
        assertThat(persons.get(1).houses()).hasValue(List.of());
        assertThat(doors.get(0).house.get().id()).isEqualTo(saved.id());
        assertThat(doors.get(1).house.isMissing()).isTrue();
    }

    private static final dev.ligature.path.Sort<Yard> QYARD_SIZE = yard.size.asc();

    @Test
    void leavesBackLinksUnfetchedUnlessAsked() {
        Yard saved = get(db.yards.insert(Yard.of(5)));
        get(db.houses.insert(House.of("Oak", Ref.of(savedDoor()))
                .withYard(Ref.of(saved))
                .withOwners(List.of(Ref.of(get(db.persons.insert(Person.of("Ann"))))))));

        assertThat(get(db.persons.findAll().next()).houses()).isEmpty();
        assertThat(get(db.windows
                                .insert(Window.of(1, true))
                                .then(db.windows.findAll().next()))
                        .houses())
                .isEmpty();
        assertThat(get(db.doors.findAll().next()).house.isFetched()).isFalse();
        assertThat(get(db.yards.findAll().next()).house().orElseThrow().isFetched())
                .isFalse();
    }

    @Test
    void fetchesBackLinksOnDemand() {
        House saved = savedHouse("Oak");
        Person ann = get(db.persons.insert(Person.of("Ann")));
        get(db.houses.save(saved.withOwners(List.of(Ref.of(ann)))));

        Door fetchedDoor = get(db.doors.fetch(get(db.doors.findAll().next()), door.house()));
        Person fetchedPerson =
                get(db.persons.fetchLinks(get(db.persons.findAll().next()), 1));

        assertThat(fetchedDoor.house.get().name()).isEqualTo("Oak");
        assertThat(fetchedPerson.houses().orElseThrow().get(0).get().name()).isEqualTo("Oak");
    }

    @Test
    void fetchesOnDemandBelowWhatIsFetched() {
        Frame frame = get(db.frames.insert(new Frame(null, "red")));
        Window saved = get(db.windows.insert(Window.of(1, false).withFrame(Ref.of(frame))));
        get(db.houses.insert(House.of("Oak", Ref.of(savedDoor())).withWindows(List.of(Ref.of(saved)))));
        House fetched = get(db.houses.find().fetch(house.windows()).first());
        Window before = fetched.windows().get(0).get();
        assertThat(before.frame().orElseThrow().isFetched()).isFalse();

        House again = get(db.houses.fetch(fetched, house.windows().frame()));

        assertThat(again.windows().get(0).get()).isSameAs(before);
        assertThat(before.frame().orElseThrow().get().color()).isEqualTo("red");
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void refusesASingleBackLinkWithSeveralReferrers(FetchStrategy strategy) {
        Door shared = savedDoor();
        House one = get(db.houses.insert(House.of("Ash", Ref.of(shared))));
        House two = get(db.houses.insert(House.of("Oak", Ref.of(shared))));

        assertThatThrownBy(() ->
                        list(db.doors.find().fetch(door.house()).using(strategy).all()))
                .isInstanceOf(AmbiguousBackLinkException.class)
                .hasMessageContaining("Door " + shared.id)
                .hasMessageContaining("Door.house")
                .hasMessageContaining(String.valueOf(one.id()))
                .hasMessageContaining(String.valueOf(two.id()));
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void fetchesToTheAskedDepth(FetchStrategy strategy) {
        list(db.trees.insertAll(List.of(
                Tree.of("a", "b", null), Tree.of("b", "c", "a"), Tree.of("c", "d", null), Tree.of("d", null, null))));

        Tree none = get(db.trees.findById("a").fetchLinks(0).using(strategy));
        Tree one = get(db.trees.findById("a").fetchLinks(1).using(strategy));
        Tree byDeclaration = get(db.trees.findById("a").fetchLinks().using(strategy));
        Tree three = get(db.trees.findById("a").fetchLinks(3).using(strategy));

        assertThat(id(none.left()).isFetched()).isFalse();
        assertThat(id(id(one.left()).get().left()).isFetched()).isFalse();
        Tree b = id(byDeclaration.left()).get();
        assertThat(id(b.right()).get()).isSameAs(byDeclaration);
        assertThat(id(id(b.left()).get().left()).isFetched()).isFalse();
        assertThat(id(id(id(three.left()).get().left()).get().left()).get().id())
                .isEqualTo("d");
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void letsTheDepthOfALinkWin(FetchStrategy strategy) {
        list(db.trees.insertAll(List.of(
                Tree.of("a", "b", "c"),
                Tree.of("b", "d", null),
                Tree.of("c", "d", null),
                Tree.of("d", "e", null),
                Tree.of("e", null, null))));

        Tree found = get(db.trees
                .findById("a")
                .fetchLinks(1)
                .depth(tree.left(), 2)
                .depth(tree.right(), 0)
                .using(strategy));

        assertThat(id(id(found.left()).get().left()).isFetched()).isTrue();
        assertThat(id(id(id(found.left()).get().left()).get().left()).isFetched())
                .isFalse();
        assertThat(id(found.right()).isFetched()).isFalse();
    }

    @Test
    void agreesInAllStrategiesOnADeepSelfLinkedGraph() {
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < 31; i++) {
            trees.add(Tree.of("t" + i, "t" + (i * 2 + 1), "t" + (i * 2 + 2) % 31));
        }
        list(db.trees.insertAll(trees));

        List<List<String>> results = new ArrayList<>();
        for (FetchStrategy strategy : FetchStrategy.values()) {
            results.add(list(db.trees
                            .find()
                            .sort(tree.id.asc())
                            .fetchLinks(3)
                            .using(strategy)
                            .all())
                    .stream()
                    .map(each -> describe(each, 4))
                    .toList());
        }

        assertThat(results.get(1)).isEqualTo(results.get(0));
        assertThat(results.get(2)).isEqualTo(results.get(0));
    }

    private static String describe(Tree tree, int levels) {
        if (levels == 0) {
            return tree.id();
        }
        return tree.id() + "(" + describe(Optional.ofNullable(tree.left()), levels) + ","
                + describe(Optional.ofNullable(tree.right()), levels) + ","
                + tree.leftOf().stream()
                        .map(ref -> describe(ref.get(), levels - 1))
                        .toList() + ")";
    }

    private static String describe(Optional<Ref<Tree>> ref, int levels) {
        return ref.map(each -> each.isMissing() ? "?" : each.isFetched() ? describe(each.get(), levels - 1) : "·")
                .orElse("-");
    }
}
