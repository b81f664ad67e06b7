package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QFleet.fleet;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QSailor.sailor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DeleteRestrictedException;
import dev.ligature.InvalidLinkException;
import dev.ligature.OperationException;
import dev.ligature.RequiredLinkException;
import dev.ligature.annotation.OnDelete;
import dev.ligature.it.model.Booking;
import dev.ligature.it.model.Contract;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.Fleet;
import dev.ligature.it.model.Frame;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Medal;
import dev.ligature.it.model.Moon;
import dev.ligature.it.model.Person;
import dev.ligature.it.model.Planet;
import dev.ligature.it.model.Route;
import dev.ligature.it.model.Sailor;
import dev.ligature.it.model.Ship;
import dev.ligature.it.model.Tree;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.repository.DeletePlan;
import dev.ligature.repository.DeleteRule;
import dev.ligature.repository.Repository;
import dev.ligature.repository.Transactions;
import dev.ligature.repository.WriteRule;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Deleting along links: what goes with a document, what keeps it, in which order, and by how many commands. */
class DeleteIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final CommandRecorder recorder = DATABASE.recorder();
    private final Houses db = new Houses(DATABASE.database());
    private final Fleets seas = new Fleets(DATABASE.database());

    @BeforeEach
    void clear() {
        db.clear();
        seas.clear();
        recorder.clear();
    }

    private List<String> commands() {
        return recorder.commands().stream()
                .map(command -> command.name() + " " + command.collection())
                .toList();
    }

    private static House newHouse(String name, int windows) {
        List<Ref<Window>> refs = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            refs.add(Ref.of(Window.of(i, false)));
        }
        return House.of(name, Ref.of(Door.of(2, 1))).withWindows(refs);
    }

    private House inserted(House house) {
        House inserted = get(db.houses.insert(house, WriteRule.WRITE));
        recorder.clear();
        return inserted;
    }

    /** What links to, and is linked: {@code DeleteRule} alone, no rule is declared. */
    private static String longId(int number) {
        return number + "-".repeat(1_000);
    }

    @Nested
    class AlongLinks {
        @Test
        void deletesTheDocumentAloneByOneCommand() {
            House house = inserted(newHouse("Oak", 3));

            assertThat(get(db.houses.delete(house))).isEqualTo(1);
            assertThat(commands()).containsExactly("delete houses");
            assertThat(get(db.houses.delete(house))).isZero();
            assertThat(get(db.houses.deleteById(id(house.id())))).isZero();
            assertThat(get(db.doors.count())).isEqualTo(1);
            assertThat(get(db.windows.count())).isEqualTo(3);
        }

        @Test
        void deletesByQueryByOneCommand() {
            inserted(newHouse("Oak", 0));
            inserted(newHouse("Elm", 0));

            assertThat(get(db.houses.find(house.name.in("Oak", "Elm")).delete()))
                    .isEqualTo(2);
            assertThat(commands()).containsExactly("delete houses");
        }

        @Test
        void readsOnlyWhatLeadsFurtherAndDeletesByOneCommandPerCollection() {
            House house = inserted(newHouse("Oak", 100));
            House other = inserted(newHouse("Elm", 2));

            assertThat(get(db.houses.delete(house, DeleteRule.DELETE_LINKS))).isEqualTo(1);

            assertThat(commands())
                    .containsExactly("find houses", "find windows", "delete doors", "delete windows", "delete houses");
            assertThat(get(db.windows.count())).isEqualTo(2);
            House read = get(db.houses.find().fetchLinks(1).one());
            assertThat(read.name()).isEqualTo(other.name());
            assertThat(read.windows()).hasSize(2).allMatch(Ref::isFetched);
        }

        @Test
        void readsIdsAndLinksOnly() {
            House house = inserted(newHouse("Oak", 1));

            get(db.houses.delete(house, DeleteRule.DELETE_LINKS));

            assertThat(recorder.commands("find")
                            .get(0)
                            .document()
                            .getDocument("projection")
                            .keySet())
                    .containsExactly("_id", "door", "win", "yard", "owners");
            assertThat(recorder.commands("find")
                            .get(1)
                            .document()
                            .getDocument("projection")
                            .keySet())
                    .containsExactly("_id", "frame", "spares");
        }

        @Test
        void deletesWhatIsNotFetchedAndTakesLinksFromTheDatabase() {
            House house = inserted(newHouse("Oak", 2));
            House unfetched = get(db.houses.findById(id(house.id())));
            House stale = unfetched.withWindows(List.of());

            assertThat(get(db.houses.delete(stale, DeleteRule.DELETE_LINKS))).isEqualTo(1);
            assertThat(get(db.windows.count())).isZero();
            assertThat(get(db.doors.count())).isZero();
        }

        @Test
        void goesOnHoweverDeepAndSharesWhatSeveralLinkTo() {
            Ref<Frame> frame = Ref.of(new Frame(null, "red"));
            Ref<Window> one = Ref.of(Window.of(1, false).withFrame(frame));
            Ref<Window> two = Ref.of(Window.of(2, false).withSpares(List.of(frame, frame)));
            House house = inserted(newHouse("Oak", 0)
                    .withWindows(List.of(one, two, one))
                    .withOwners(List.of(Ref.of(Person.of("Ann")))));

            assertThat(get(db.houses.planDelete(house, DeleteRule.DELETE_LINKS)))
                    .hasToString("delete 1 Door; delete 1 Person; delete 1 Frame; delete 2 Window; delete 1 House");
            recorder.clear();
            assertThat(get(db.houses.deleteById(id(house.id()), DeleteRule.DELETE_LINKS)))
                    .isEqualTo(1);

            assertThat(recorder.commands("find")).hasSize(2);
            assertThat(recorder.commands("delete")).hasSize(5);
            assertThat(get(db.windows.count())).isZero();
            assertThat(get(db.frames.count())).isZero();
            assertThat(get(db.persons.count())).isZero();
        }

        @Test
        void deletesManyByQueryByAsManyCommandsAsOne() {
            for (String name : List.of("Oak 1", "Oak 2", "Oak 3", "Elm")) {
                inserted(newHouse(name, 4));
            }

            assertThat(get(db.houses.find(house.name.startsWith("Oak")).delete(DeleteRule.DELETE_LINKS)))
                    .isEqualTo(3);

            assertThat(commands())
                    .containsExactly("find houses", "find windows", "delete doors", "delete windows", "delete houses");
            assertThat(get(db.doors.count())).isEqualTo(1);
            assertThat(get(db.windows.count())).isEqualTo(4);
        }

        @Test
        void deletesByAConditionThroughLinks() {
            inserted(newHouse("Oak", 4));
            inserted(newHouse("Elm", 1));

            assertThat(get(db.houses
                            .find(house.windows().width.eq(3))
                            .semiJoinBound(0)
                            .delete(DeleteRule.DELETE_LINKS)))
                    .isEqualTo(1);

            assertThat(list(db.houses.findAll())).extracting(House::name).containsExactly("Elm");
            assertThat(get(db.windows.count())).isEqualTo(1);
        }

        @Test
        void endsOnCyclesAndCountsNamedDocumentsOnly() {
            list(db.trees.insertAll(List.of(
                    Tree.of("a", "b", "c"),
                    Tree.of("b", "a", null),
                    Tree.of("c", "c", "gone"),
                    Tree.of("d", "a", null))));
            recorder.clear();

            assertThat(get(db.trees.deleteById("a", DeleteRule.DELETE_LINKS))).isEqualTo(1);

            assertThat(list(db.trees.findAll())).extracting(Tree::id).containsExactly("d");
            assertThat(recorder.names()).containsExactly("find", "find", "find", "delete", "find");
        }

        @Test
        void walksALongChain() {
            List<Tree> chain = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                chain.add(Tree.of("t" + i, "t" + (i + 1), null));
            }
            list(db.trees.insertAll(chain));
            recorder.clear();

            assertThat(get(db.trees.deleteById("t0", DeleteRule.DELETE_LINKS))).isEqualTo(1);

            assertThat(recorder.commands("delete")).hasSize(1);
            assertThat(get(db.trees.count())).isZero();
        }

        @Test
        void deletesByTurnsWhatIsFoundInACircleOfCollections() {
            list(seas.planets.insertAll(List.of(Planet.of(1, 10, 11, 12), Planet.of(2, 12))));
            list(seas.moons.insertAll(List.of(Moon.of(10, 1L), Moon.of(11, null), Moon.of(12, 2L))));
            recorder.clear();

            assertThat(get(seas.planets.find().planDelete(DeleteRule.DELETE_LINKS)))
                    .hasToString("delete 3 Moon; delete 2 Planet");
            recorder.clear();
            assertThat(get(seas.planets.deleteById(1L, DeleteRule.DELETE_LINKS)))
                    .isEqualTo(1);

            assertThat(commands())
                    .containsExactly(
                            "find planets",
                            "find moons",
                            "find planets",
                            "delete planets",
                            "delete moons",
                            "delete planets");
            assertThat(seas.ids("moons")).isEmpty();
            assertThat(seas.ids("planets")).isEmpty();
        }

        @Test
        void takesNumbersOfOneValueForOneId() {
            seas.store("planets", "{_id: 1, moons: [{$numberLong: '10'}, 11.0, 12]}");
            seas.store("moons", "{_id: 10, planet: 1.0}");
            seas.store("moons", "{_id: {$numberLong: '11'}}");
            seas.store("moons", "{_id: 12.0}");
            seas.store("moons", "{_id: 13}");

            assertThat(get(seas.planets.deleteById(1L, DeleteRule.DELETE_LINKS)))
                    .isEqualTo(1);

            assertThat(seas.ids("moons")).containsExactly("13");
            assertThat(seas.ids("planets")).isEmpty();
        }

        @Test
        void readsByTenThousandIdsAndDeletesAsManyAsACommandTakes() {
            Assumptions.assumeFalse(DATABASE.isEmbedded(), "the embedded server takes seconds for a large $in");
            list(seas.planets.insert(Planet.withMoons(1, 0, 10_500)).flux());
            list(seas.moons.insertAll(
                    LongStream.range(0, 10_500).mapToObj(i -> Moon.of(i, null)).toList()));
            recorder.clear();

            assertThat(get(seas.planets.deleteById(1L, DeleteRule.DELETE_LINKS)))
                    .isEqualTo(1);

            assertThat(commands())
                    .containsExactly("find planets", "find moons", "find moons", "delete moons", "delete planets");
            assertThat(get(seas.moons.count())).isZero();
        }

        @Test
        void deletesTargetsFirstWhenOneCollectionNeedsSeveralCommands() {
            Assumptions.assumeFalse(DATABASE.isEmbedded(), "the embedded server takes seconds for a large $in");
            List<Tree> trees = new ArrayList<>();
            int size = 2_900; // of ids with a thousand characters a command takes some 2,780
            for (int i = 0; i < size; i++) { // a tree of two branches per node: level by level, 12 finds
                trees.add(Tree.of(
                        longId(i),
                        2 * i + 1 < size ? longId(2 * i + 1) : null,
                        2 * i + 2 < size ? longId(2 * i + 2) : null));
            }
            list(db.trees.insertAll(trees));
            recorder.clear();

            get(db.trees.deleteById(longId(0), DeleteRule.DELETE_LINKS));

            List<CommandRecorder.Command> deletes = recorder.commands("delete");
            assertThat(deletes).hasSize(2);
            List<String> first = deletedIds(deletes.get(0));
            assertThat(deletedIds(deletes.get(1))).hasSizeBetween(50, 200).endsWith(longId(0));
            for (String each : first) {
                int number = Integer.parseInt(each.substring(0, each.indexOf('-')));
                List<String> children = Stream.of(2 * number + 1, 2 * number + 2)
                        .filter(child -> child < size)
                        .map(DeleteIT::longId)
                        .toList();
                assertThat(first.containsAll(children)).isTrue();
            }
            assertThat(get(db.trees.count())).isZero();
        }

        private List<String> deletedIds(CommandRecorder.Command delete) {
            return delete.document().getArray("deletes").stream()
                    .flatMap(statement ->
                            statement.asDocument().getDocument("q").getDocument("_id").getArray("$in").stream())
                    .map(value -> value.asString().getValue())
                    .toList();
        }

        @Test
        void keepsTheNamedForLastSoThatItCanBeCalledAgain() {
            House house = inserted(newHouse("Oak", 2));
            Houses failing = new Houses(FailingDatabase.of(DATABASE.database(), "deleteMany", "windows"));

            assertThatThrownBy(() -> get(failing.houses.delete(house, DeleteRule.DELETE_LINKS)))
                    .isInstanceOf(OperationException.class)
                    .hasMessageContaining("Window: delete in \"windows\"");

            assertThat(get(db.houses.count())).isEqualTo(1);
            assertThat(get(db.doors.count())).isZero();
            assertThat(get(db.windows.count())).isEqualTo(2);
            assertThat(get(db.houses.delete(house, DeleteRule.DELETE_LINKS))).isEqualTo(1);
            assertThat(get(db.windows.count())).isZero();
        }
    }

    /** {@code DELETE_ORPHANS}: shared targets stay. */
    @Nested
    class Orphans {
        @Test
        void keepsWhatAnotherDocumentLinksToAndWhatThatLinksTo() {
            Frame red = get(db.frames.insert(new Frame(null, "red")));
            Frame blue = get(db.frames.insert(new Frame(null, "blue")));
            Window shared = get(db.windows.insert(Window.of(1, false).withFrame(Ref.of(red))));
            Window own = get(
                    db.windows.insert(Window.of(2, false).withFrame(Ref.of(red)).withSpares(List.of(Ref.of(blue)))));
            House oak = inserted(newHouse("Oak", 0).withWindows(List.of(Ref.of(shared), Ref.of(own))));
            inserted(newHouse("Elm", 0).withWindows(List.of(Ref.of(shared), Ref.to(new ObjectId()))));

            DeletePlan plan = get(db.houses.planDelete(oak, DeleteRule.DELETE_ORPHANS));
            recorder.clear();
            assertThat(get(db.houses.delete(oak, DeleteRule.DELETE_ORPHANS))).isEqualTo(1);

            assertThat(plan).hasToString("delete 1 Door; delete 1 Frame; delete 1 Window; delete 1 House");
            assertThat(list(db.windows.findAll())).extracting(Window::width).containsExactly(1);
            assertThat(list(db.frames.findAll())).extracting(Frame::color).containsExactly("red");
            House left = get(db.houses.find().fetchLinks().one());
            assertThat(left.windows().get(0).get().frame().orElseThrow().isFetched())
                    .isTrue();
            assertThat(recorder.commands("delete")).hasSize(4);
        }

        @Test
        void deletesWhatOnlyDeletedDocumentsLinkTo() {
            House oak = inserted(newHouse("Oak", 3));
            House elm = get(db.houses.insert(House.of("Elm", oak.door()).withWindows(oak.windows())));

            assertThat(get(db.houses.find(house.name.in("Oak", "Elm")).delete(DeleteRule.DELETE_ORPHANS)))
                    .isEqualTo(2);
            assertThat(elm.windows()).hasSize(3);
            assertThat(get(db.windows.count())).isZero();
            assertThat(get(db.doors.count())).isZero();
        }

        @Test
        void doesNotLetACircleKeepItself() {
            list(db.trees.insertAll(List.of(
                    Tree.of("root", "a", "x"),
                    Tree.of("a", "b", null),
                    Tree.of("b", "a", null),
                    Tree.of("x", "y", null),
                    Tree.of("y", null, null),
                    Tree.of("other", "x", null))));

            assertThat(get(db.trees.deleteById("root", DeleteRule.DELETE_ORPHANS)))
                    .isEqualTo(1);
            assertThat(list(db.trees.findAll())).extracting(Tree::id).containsExactlyInAnyOrder("other", "x", "y");
        }

        @Test
        void doesNotLetADocumentThatGoesTooKeepAnything() {
            seas.fill();
            list(seas.ships.insertAll(List.of(Ship.of("e", "1", null), Ship.of("f", "1", null))));
            get(seas.routes.insert(Route.of("north", List.of("e", "f"), List.of(), null)));
            get(seas.bookings.insert(new Booking("mine", Ref.to("north"), Optional.of(Ref.to("e")))));
            get(seas.bookings.insert(new Booking("other", Ref.to("west"), Optional.of(Ref.to("f")))));

            assertThat(get(seas.routes.planDelete(get(seas.routes.findById("north")), DeleteRule.DELETE_ORPHANS)))
                    .hasToString("delete 1 Booking; delete 1 Ship; delete 1 Route");
            assertThat(get(seas.routes.deleteById("north", DeleteRule.DELETE_ORPHANS)))
                    .isEqualTo(1);

            assertThat(seas.ids("bookings")).containsExactly("other");
            assertThat(seas.ids("ships")).containsExactly("a", "b", "c", "d", "f");
        }
    }

    /** Rules declared on back links: they hold whatever the caller names, and however. */
    @Nested
    class Rules {
        @BeforeEach
        void fill() {
            seas.fill();
            recorder.clear();
        }

        private static final String FLEET_1 = "pull from 2 Route.ships; pull from 2 Route.spares;"
                + " unset 1 Route.flagship; unset 1 Sailor.mentor; unset 1 Fleet.admiral; unset 1 Ship.captain;"
                + " delete 1 Sailor; delete 1 Ship; delete 2 Sailor; delete 2 Ship; delete 1 Fleet";

        static Stream<Arguments> ways() {
            return Stream.of(
                    way("document", seas -> seas.fleets.findById("1").flatMap(seas.fleets::delete)),
                    way("id", seas -> seas.fleets.deleteById("1")),
                    way("query", seas -> seas.fleets.find(fleet.id.eq("1")).delete()),
                    way("query through links", seas -> seas.fleets
                            .find(fleet.ships().crew().id.eq("bob"))
                            .delete()),
                    way("query by joins", seas -> seas.fleets
                            .find(fleet.ships().crew().ship().id.eq("a"))
                            .semiJoinBound(0)
                            .delete()));
        }

        private static Arguments way(String name, Function<Fleets, Mono<Long>> delete) {
            return Arguments.of(Named.of(name, delete));
        }

        @ParameterizedTest
        @MethodSource("ways")
        void giveTheSameByEveryWay(Function<Fleets, Mono<Long>> delete) {
            assertThat(get(delete.apply(seas))).isEqualTo(1);

            assertThat(seas.ids("fleets")).containsExactly("2");
            assertThat(seas.ids("ships")).containsExactly("c");
            assertThat(seas.ids("sailors")).containsExactly("cid");
            assertThat(seas.contents())
                    .containsExactlyInAnyOrder(
                            "fleets {\"_id\": \"2\", \"admiral\": \"cid\"}",
                            "ships {\"_id\": \"c\", \"fleet\": \"2\", \"captain\": \"cid\"}",
                            "sailors {\"_id\": \"cid\", \"ship\": \"c\"}",
                            "logs {\"_id\": \"log\", \"ship\": \"a\"}",
                            "routes {\"_id\": \"east\", \"ships\": [{\"$ref\": \"ships\", \"$id\": \"c\"},"
                                    + " {\"$ref\": \"ships\", \"$id\": \"gone\"}], \"sp\": [\"c\"],"
                                    + " \"flagship\": null, \"version\": 4}",
                            "routes {\"_id\": \"far\", \"ships\": [], \"sp\": [], \"flagship\": null,"
                                    + " \"version\": 3}",
                            "routes {\"_id\": \"west\", \"ships\": [{\"$ref\": \"ships\", \"$id\": \"c\"}],"
                                    + " \"sp\": [], \"flagship\": {\"$ref\": \"ships\", \"$id\": \"c\"}, \"version\": 1}");
        }

        @ParameterizedTest
        @MethodSource("ways")
        void refuseTheSameByEveryWayBeforeAnythingIsChanged(Function<Fleets, Mono<Long>> delete) {
            list(seas.contracts.insertAll(List.of(
                    new Contract("one", Ref.to("dan"), Optional.empty()),
                    new Contract("two", Ref.to("dan"), Optional.empty()),
                    new Contract("three", Ref.to("ann"), Optional.empty()),
                    new Contract("four", Ref.to("cid"), Optional.empty()))));
            List<String> before = seas.contents();
            recorder.clear();

            assertThatThrownBy(() -> get(delete.apply(seas)))
                    .isInstanceOf(DeleteRestrictedException.class)
                    .hasMessageContaining("Sailor [")
                    .hasMessageContaining("dan")
                    .hasMessageContaining("ann")
                    .hasMessageNotContaining("cid")
                    .hasMessageContaining("3 documents link there by Contract.sailor")
                    .hasMessageContaining("Sailor.contracts is RESTRICT")
                    .hasMessageContaining("Nothing was deleted");

            assertThat(recorder.names()).doesNotContain("update", "delete");
            assertThat(seas.contents()).isEqualTo(before);
        }

        @Test
        void costAsManyCommandsForManyAsForOne() {
            get(seas.fleets.deleteById("1"));
            List<String> one = commands();
            seas.clear();
            seas.fill();
            recorder.clear();

            assertThat(get(seas.fleets.find().delete())).isEqualTo(2);

            assertThat(recorder.commands().size()).isLessThanOrEqualTo(one.size());
            assertThat(recorder.commands("delete")).hasSize(3);
            assertThat(one.subList(one.indexOf("update routes"), one.size()))
                    .containsExactly(
                            "update routes",
                            "update routes",
                            "update routes",
                            "update sailors",
                            "update fleets",
                            "update ships",
                            "delete sailors",
                            "delete ships",
                            "delete sailors",
                            "delete ships",
                            "delete fleets");
            assertThat(one.subList(0, one.indexOf("update routes"))).allMatch(command -> command.startsWith("find"));
        }

        @Test
        void holdForDocumentsThatAreDeletedAlongLinks() {
            get(seas.fleets.insert(new Fleet("9", Optional.empty(), List.of())));
            get(seas.ships.insert(Ship.of("z", "9", null)));
            list(seas.routes.insertAll(List.of(
                    Route.of("named", List.of("z", "z"), List.of("z"), "z"),
                    Route.of("other", List.of("z"), List.of(), null))));
            recorder.clear();

            assertThat(get(seas.routes.deleteById("named", DeleteRule.DELETE_LINKS)))
                    .isEqualTo(1);

            assertThat(recorder.commands("update")).hasSize(1);
            assertThat(recorder.commands("update").get(0).document().toString())
                    .as("the route that goes is left as it is until then")
                    .contains("other")
                    .doesNotContain("named");
            assertThat(seas.stored("routes", "other").getArray("ships")).isEmpty();
            assertThat(seas.ids("ships")).containsExactly("a", "b", "c", "d");
            assertThat(seas.ids("fleets")).containsExactly("1", "2");
        }

        @Test
        void doNotCountReferrersThatAreDeletedThemselves() {
            get(seas.contracts.insert(new Contract("one", Ref.to("dan"), Optional.of(Ref.to("d")))));

            assertThat(get(seas.fleets.deleteById("1"))).isEqualTo(1);
            assertThat(seas.ids("contracts")).isEmpty();
        }

        @Test
        void doNotUnsetARequiredLink() {
            get(seas.medals.insert(new Medal("gold", Ref.to("dan"))));
            List<String> before = seas.contents();
            recorder.clear();

            assertThatThrownBy(() -> get(seas.fleets.deleteById("1")))
                    .isInstanceOf(RequiredLinkException.class)
                    .hasMessageContaining("Sailor dan cannot be deleted")
                    .hasMessageContaining("1 document links there by Medal.holder")
                    .hasMessageContaining("Sailor.medals");

            assertThat(recorder.names()).doesNotContain("update", "delete");
            assertThat(seas.contents()).isEqualTo(before);
        }

        @Test
        void areNotAskedForDocumentsThatAreNotThere() {
            get(seas.ships.insert(Ship.of("ghost", "nowhere", null)));
            recorder.clear();

            assertThat(get(seas.fleets.deleteById("nowhere"))).isZero();
            assertThat(commands()).containsExactly("find fleets");
            assertThat(get(seas.ships.existsById("ghost"))).isTrue();
        }

        @Test
        void areShownByThePreview() {
            List<String> before = seas.contents();
            recorder.clear();

            DeletePlan plan = get(seas.fleets.planDelete(Fleet.of("1", "ann")));

            assertThat(plan).hasToString(FLEET_1);
            assertThat(plan.isRefused()).isFalse();
            assertThat(recorder.names()).containsOnly("find");
            assertThat(seas.contents()).isEqualTo(before);
            assertThat(get(seas.fleets.find(fleet.id.eq("1")).planDelete(DeleteRule.DO_NOTHING)))
                    .isEqualTo(plan);

            recorder.clear();
            get(seas.fleets.deleteById("1"));
            assertThat(recorder.commands().stream()
                            .filter(command -> !command.name().equals("find"))
                            .map(command -> command.name() + " " + command.collection()))
                    .containsExactlyElementsOf(plan.steps().stream()
                            .map(step -> (step.action() == DeletePlan.Action.DELETE ? "delete " : "update ")
                                    + step.collection())
                            .toList());
            assertThat(seas.contents()).hasSize(before.size() - 7);
            assertThat(get(seas.fleets.planDelete(Fleet.of("1", "ann")))).hasToString("delete nothing");
        }

        @Test
        void areShownByThePreviewWithRefusals() {
            get(seas.contracts.insert(new Contract("one", Ref.to("ann"), Optional.empty())));
            list(seas.medals.insertAll(List.of(new Medal("gold", Ref.to("dan")), new Medal("tin", Ref.to("dan")))));
            recorder.clear();

            DeletePlan plan = get(seas.fleets.planDelete(Fleet.of("1", "ann")));

            assertThat(plan.isRefused()).isTrue();
            assertThat(plan.refusals())
                    .containsExactly(
                            new DeletePlan.Refusal(
                                    OnDelete.RESTRICT,
                                    "Sailor",
                                    List.of("ann"),
                                    "Sailor.contracts",
                                    "Contract.sailor",
                                    1),
                            new DeletePlan.Refusal(
                                    OnDelete.UNLINK, "Sailor", List.of("dan"), "Sailor.medals", "Medal.holder", 2));
            assertThat(plan)
                    .hasToString("refused: 1 Contract.sailor to Sailor ann (Sailor.contracts is RESTRICT);"
                            + " refused: 2 Medal.holder to Sailor dan (Sailor.medals is UNLINK); " + FLEET_1);
            assertThat(recorder.names()).containsOnly("find");
            assertThatThrownBy(() -> get(seas.fleets.deleteById("1")))
                    .isInstanceOf(DeleteRestrictedException.class)
                    .hasMessageContaining("Contract.sailor")
                    .hasMessageContaining("Medal.holder");
        }

        @Test
        void unlinkWhicheverFormIsStored() {
            seas.store(
                    "routes",
                    "{_id: 'odd', ships: [{$ref: 'boats', $id: 'a', $db: 'old'}, {$ref: 'ships', $id: 'c'},"
                            + " {$ref: 'ships', $id: 'a'}], sp: [{$ref: 'ships', $id: 'a'}, 'c', 'b'],"
                            + " flagship: {$ref: 'boats', $id: 'b', $db: 'old'}}");
            seas.store("contracts", "{_id: 'old', sailor: 'cid', ship: {$ref: 'ships', $id: 'd'}}");

            get(seas.fleets.deleteById("1"));

            assertThat(seas.stored("routes", "odd").toJson())
                    .isEqualTo("{\"_id\": \"odd\", \"ships\": [{\"$ref\": \"ships\", \"$id\": \"c\"}], \"sp\": [\"c\"],"
                            + " \"flagship\": null, \"version\": 3}");
            assertThat(seas.ids("contracts")).isEmpty();
        }

        @Test
        void unlinkManyReferrersByOneCommand() {
            List<Route> routes = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                routes.add(Route.of("r" + i, List.of("b", "c", "b"), List.of(), null));
            }
            list(seas.routes.insertAll(routes));
            recorder.clear();

            assertThat(get(seas.ships.deleteById("b"))).isEqualTo(1);

            assertThat(recorder.commands("update")).hasSize(1);
            assertThat(list(seas.routes.find().all()))
                    .allMatch(route -> route.ships().stream().noneMatch(ref -> "b".equals(ref.id())));
        }

        @Test
        void areLookedUpByTheLinkAlone() {
            get(seas.ships.deleteById("b"));

            assertThat(recorder.commands("find"))
                    .filteredOn(find -> find.collection().equals("routes"))
                    .extracting(find ->
                            find.document().getDocument("projection").keySet().toString())
                    .containsExactly("[_id, ships]", "[_id, sp]", "[_id, flagship]");
        }

        @ParameterizedTest
        @EnumSource(DeleteRule.class)
        void applyUnderEveryDeleteRule(DeleteRule rule) {
            get(seas.contracts.insert(new Contract("one", Ref.to("cid"), Optional.empty())));

            assertThatThrownBy(() -> get(seas.sailors.find(sailor.id.eq("cid")).delete(rule)))
                    .isInstanceOf(DeleteRestrictedException.class);
            assertThat(seas.ids("sailors")).hasSize(4);
        }

        @ParameterizedTest
        @ValueSource(strings = {"sailors", "ships", "fleets"})
        void leaveNoDanglingLinkWhenACollectionFailsAndCanBeTriedAgain(String collection) {
            Fleets failing = new Fleets(FailingDatabase.of(DATABASE.database(), "deleteMany", collection));

            assertThatThrownBy(() -> get(failing.fleets.deleteById("1"))).isInstanceOf(OperationException.class);
            assertNothingDangles();

            assertThat(get(seas.fleets.deleteById("1"))).isEqualTo(1);
            assertNothingDangles();
            assertThat(seas.ids("ships")).doesNotContain("a", "b");
            assertThat(seas.ids("sailors")).doesNotContain("ann", "bob");
        }

        /** But for what dangled before and what no rule is declared for. */
        private void assertNothingDangles() {
            for (Fleet each : list(seas.fleets.find().fetchLinks(1).all())) {
                assertThat(each.admiral().stream()).allMatch(Ref::isFetched);
            }
            for (Ship each : list(seas.ships.find().fetchLinks(1).all())) {
                assertThat(each.fleet().isFetched()).isTrue();
                assertThat(Stream.ofNullable(each.captain())).allMatch(Ref::isFetched);
            }
            for (Sailor each : list(seas.sailors.find().fetchLinks(1).all())) {
                assertThat(each.ship().isFetched()).isTrue();
                assertThat(each.mentor().stream()).allMatch(Ref::isFetched);
            }
            for (Route each : list(seas.routes.find().fetchLinks(1).all())) {
                assertThat(each.ships()).allMatch(ref -> ref.isFetched() || "gone".equals(ref.id()));
                assertThat(each.spares().orElseThrow()).allMatch(Ref::isFetched);
                assertThat(each.flagship().stream()).allMatch(Ref::isFetched);
            }
        }

        @Test
        void joinATransaction() {
            Assumptions.assumeFalse(DATABASE.isEmbedded(), "the embedded server has no transactions");
            List<String> before = seas.contents();
            Transactions transactions = Transactions.of(DATABASE.client());

            assertThatThrownBy(() -> get(transactions.run(() -> seas.fleets
                            .deleteById("1")
                            .then(seas.fleets.existsById("1"))
                            .flatMap(exists -> Mono.<Long>error(new IllegalStateException("exists: " + exists))))))
                    .hasMessageContaining("exists: false");
            assertThat(seas.contents()).isEqualTo(before);

            assertThat(get(Mono.from(transactions.run(() -> seas.fleets.deleteById("1")))))
                    .isEqualTo(1);
            assertThat(seas.ids("fleets")).containsExactly("2");
        }
    }

    @Test
    void checksArgumentsAtOnce() {
        assertThatNullPointerException().isThrownBy(() -> db.houses.deleteById(nothing()));
        assertThatNullPointerException().isThrownBy(() -> db.houses.deleteById(new ObjectId(), nothing()));
        assertThatNullPointerException().isThrownBy(() -> db.houses.delete(nothing(), DeleteRule.DELETE_LINKS));
        assertThatNullPointerException().isThrownBy(() -> db.houses.find().delete(nothing()));
        assertThatNullPointerException().isThrownBy(() -> db.houses.find().planDelete(nothing()));
        assertThatThrownBy(() -> db.houses.find().limit(1).delete(DeleteRule.DELETE_LINKS))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> db.houses.find().skip(1).planDelete(DeleteRule.DELETE_LINKS))
                .isInstanceOf(IllegalStateException.class);
    }

    @SuppressWarnings({"TypeParameterUnusedInFormals", "NullAway"})
    private static <T> T nothing() {
        return null;
    }

    @Test
    void saysAllElseThroughThePublisher() {
        @SuppressWarnings("rawtypes")
        Repository raw = db.houses;
        @SuppressWarnings("unchecked")
        Mono<Long> wrong = raw.deleteById("not an ObjectId", DeleteRule.DELETE_LINKS);
        StepVerifier.create(wrong).verifyError(InvalidLinkException.class);
    }

    @Test
    void sendsNothingBeforeSubscriptionAndAllAnewWithEach() {
        House house = inserted(newHouse("Oak", 1));
        Mono<Long> delete = db.houses.delete(house, DeleteRule.DELETE_LINKS);
        assertThat(recorder.commands()).isEmpty();

        assertThat(get(delete)).isEqualTo(1);
        get(db.houses.insert(house));
        assertThat(get(delete)).isEqualTo(1);
        assertThat(get(db.houses.planDelete(House.of("new", house.door()), DeleteRule.DELETE_LINKS)))
                .hasToString("delete nothing");
        assertThat(get(db.houses.delete(House.of("new", house.door()), DeleteRule.DELETE_LINKS)))
                .isZero();
    }
}
