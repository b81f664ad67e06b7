// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.Houses.newHouse;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.testing.LigatureAssertions.assertThat;
import static dev.ligature.testing.LigatureAssertions.delete;
import static dev.ligature.testing.LigatureAssertions.find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.OperationException;
import dev.ligature.it.model.Frame;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseRepository;
import dev.ligature.it.model.Moon;
import dev.ligature.it.model.Person;
import dev.ligature.it.model.Planet;
import dev.ligature.it.model.Tree;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.query.DeleteRule;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** {@code DELETE_LINKS}: what a document links to goes with it, in which order, and by how many commands. */
class DeleteLinksIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Houses db = new Houses(DATABASE.database());
    private final Fleets seas = new Fleets(DATABASE.database());
    private final StoredHouses stored = new StoredHouses(DATABASE);
    private final CommandRecorder recorder = DATABASE.recorder();

    @BeforeEach
    void clear() {
        db.clear();
        seas.clear();
        recorder.clear();
    }

    @Test
    void readsOnlyWhatLeadsFurtherAndDeletesByOneCommandPerCollection() {
        House house = stored.inserted(newHouse("Oak", 100));
        House other = stored.inserted(newHouse("Elm", 2));

        assertThat(get(db.houses.delete(house, DeleteRule.DELETE_LINKS))).isEqualTo(1);

        assertThat(recorder)
                .containsExactly(find("houses"), find("windows"), delete("doors"), delete("windows"), delete("houses"));
        assertThat(get(db.windows.count())).isEqualTo(2);
        House read = get(db.houses.find().fetchLinks(1).one());
        assertThat(read.name()).isEqualTo(other.name());
        assertThat(read.windows()).hasSize(2).allMatch(Ref::isFetched);
    }

    @Test
    void deletesTogetherWhatNeedsNoOrder() {
        Sinks.Empty<Void> windowsDeleted = Sinks.empty();
        MongoDatabase waiting =
                FailingDatabase.with(DATABASE.database(), "deleteMany", "doors", result -> Flux.from(result)
                        .delayUntil(deleted -> windowsDeleted.asMono()));
        MongoDatabase both = FailingDatabase.with(waiting, "deleteMany", "windows", result -> Flux.from(result)
                .doOnComplete(windowsDeleted::tryEmitEmpty));
        House house = stored.inserted(newHouse("Oak", 2));

        assertThat(get(new HouseRepository(both)
                        .delete(house, DeleteRule.DELETE_LINKS)
                        .timeout(Duration.ofSeconds(20))))
                .isEqualTo(1);

        assertThat(get(db.doors.count())).isZero();
    }

    @Test
    void saysWhatWasDeletedBesideABatchThatFailed() {
        MongoDatabase failing = FailingDatabase.of(DATABASE.database(), "deleteMany", "doors");
        House house = stored.inserted(newHouse("Oak", 2));

        assertThatThrownBy(() -> get(new HouseRepository(failing).delete(house, DeleteRule.DELETE_LINKS)))
                .isInstanceOf(OperationException.class)
                .hasMessageContaining("Done before that: delete 2 Window.");

        assertThat(get(db.windows.count())).isZero();
        assertThat(get(db.houses.count())).isEqualTo(1);
    }

    @Test
    void readsIdsAndLinksOnly() {
        House house = stored.inserted(newHouse("Oak", 1));

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
        House house = stored.inserted(newHouse("Oak", 2));
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
        House house = stored.inserted(
                newHouse("Oak", 0).withWindows(List.of(one, two, one)).withOwners(List.of(Ref.of(Person.of("Ann")))));

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
            stored.inserted(newHouse(name, 4));
        }

        assertThat(get(db.houses.find(house.name.startsWith("Oak")).delete(DeleteRule.DELETE_LINKS)))
                .isEqualTo(3);

        assertThat(recorder)
                .containsExactly(find("houses"), find("windows"), delete("doors"), delete("windows"), delete("houses"));
        assertThat(get(db.doors.count())).isEqualTo(1);
        assertThat(get(db.windows.count())).isEqualTo(4);
    }

    @Test
    void deletesByAConditionThroughLinks() {
        stored.inserted(newHouse("Oak", 4));
        stored.inserted(newHouse("Elm", 1));

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
                Tree.of("a", "b", "c"), Tree.of("b", "a", null), Tree.of("c", "c", "gone"), Tree.of("d", "a", null))));
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
        assertThat(get(seas.planets.deleteById(1L, DeleteRule.DELETE_LINKS))).isEqualTo(1);

        assertThat(recorder)
                .containsExactly(
                        find("planets"),
                        find("moons"),
                        find("planets"),
                        delete("planets"),
                        delete("moons"),
                        delete("planets"));
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

        assertThat(get(seas.planets.deleteById(1L, DeleteRule.DELETE_LINKS))).isEqualTo(1);

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

        assertThat(get(seas.planets.deleteById(1L, DeleteRule.DELETE_LINKS))).isEqualTo(1);

        assertThat(recorder)
                .containsExactly(find("planets"), find("moons"), find("moons"), delete("moons"), delete("planets"));
        assertThat(get(seas.moons.count())).isZero();
    }

    private static String longId(int number) {
        return number + "-".repeat(1_000);
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
                    .map(DeleteLinksIT::longId)
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
        House house = stored.inserted(newHouse("Oak", 2));
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
