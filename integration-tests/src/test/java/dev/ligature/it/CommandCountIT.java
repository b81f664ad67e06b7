// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QPerson.person;
import static dev.ligature.it.model.QWindow.window;
import static dev.ligature.testing.LigatureAssertions.aggregate;
import static dev.ligature.testing.LigatureAssertions.assertThat;
import static dev.ligature.testing.LigatureAssertions.find;
import static dev.ligature.testing.LigatureAssertions.insert;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.annotation.Path;
import dev.ligature.annotation.Projection;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.Frame;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Window;
import dev.ligature.it.model.Yard;
import dev.ligature.link.Ref;
import dev.ligature.query.FetchStrategy;
import dev.ligature.repository.Find;
import dev.ligature.repository.ProjectedFind;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.Mongo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;

/** How many commands a read costs, and which: a query per document is a failing test here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandCountIT {
    private static final int PARENTS = 1_000;

    private final MongoDatabase database;
    private final CommandRecorder recorder;
    private final Houses db;

    CommandCountIT(@Mongo MongoDatabase database, @Mongo CommandRecorder recorder) {
        this.database = database;
        this.recorder = recorder;
        this.db = new Houses(database);
    }

    @BeforeAll
    void aThousandHousesOfTenWindows() {
        List<Frame> frames = List.of(new Frame(new ObjectId(), "red"), new Frame(new ObjectId(), "blue"));
        Yard yard = new Yard(new ObjectId(), 1, Optional.empty());
        List<Door> doors = new ArrayList<>();
        List<Window> windows = new ArrayList<>();
        List<House> houses = new ArrayList<>();
        for (int i = 0; i < PARENTS; i++) {
            Door door = Door.of(i % 10, 1);
            door.id = new ObjectId();
            doors.add(door);
            List<Ref<Window>> refs = new ArrayList<>();
            for (int j = 0; j < 10; j++) {
                Window each = new Window(
                        new ObjectId(), j, false, Optional.of(Ref.of(frames.get(j % 2))), List.of(), List.of());
                windows.add(each);
                refs.add(Ref.of(each));
            }
            houses.add(House.of("house " + i, Ref.of(door)).withWindows(refs).withYard(Ref.of(yard)));
        }
        list(db.frames.insertAll(frames));
        list(db.yards.insertAll(List.of(yard)));
        list(db.doors.insertAll(doors));
        list(db.windows.insertAll(windows));
        list(db.houses.insertAll(houses));
    }

    @Test
    void oneCommandFetchesTheFirstLevelOfAPage() {
        List<House> houses = list(
                db.houses.find().limit(100).fetch(house.door(), house.windows()).all());

        assertThat(houses).hasSize(100).allMatch(each -> each.door().isFetched());
        assertThat(houses).allMatch(each -> each.windows().stream().allMatch(Ref::isFetched));
        assertThat(recorder).containsExactly(aggregate("houses"));
    }

    @Test
    void lookupNeedsOneCommandAtAnyDepth() {
        List<House> houses = list(db.houses
                .find()
                .limit(50)
                .fetch(house.door(), house.windows().frame(), house.yard())
                .using(FetchStrategy.LOOKUP)
                .all());

        assertThat(houses.get(49).windows().get(9).get().frame().orElseThrow().isFetched())
                .isTrue();
        assertThat(recorder).containsExactly(aggregate("houses"));
    }

    @Test
    void batchNeedsOneCommandPerCollectionAndLevel() {
        List<House> houses = list(db.houses
                .find()
                .fetch(house.door(), house.windows().frame(), house.yard())
                .using(FetchStrategy.BATCH)
                .all());

        assertThat(houses).hasSize(PARENTS);
        assertThat(houses.get(999).windows().get(9).get().frame().orElseThrow().isFetched())
                .isTrue();
        assertThat(recorder)
                .containsExactlyInAnyOrder(
                        find("houses"), find("doors"), find("windows"), find("yards"), find("frames"))
                .hasNoQueryPerParent();
    }

    @Test
    void autoJoinsTheFirstLevelOfAPageAndBatchesTheOthers() {
        list(db.houses
                .find()
                .limit(20)
                .fetch(house.door(), house.windows().frame())
                .all());

        assertThat(recorder).containsExactly(aggregate("houses"), find("frames"));
    }

    @Test
    void autoBatchesWhereMoreThanAPageMayCome() {
        List<House> houses = list(db.houses
                .find(house.name.startsWith("house 1")) // with more, the embedded server takes ten seconds
                .fetch(house.door(), house.windows().frame())
                .all());

        assertThat(houses).hasSize(111);
        assertThat(recorder)
                .containsExactlyInAnyOrder(find("houses"), find("doors"), find("windows"), find("frames"))
                .hasNoQueryPerParent();
    }

    @Test
    void autoJoinsTheFirstLevelOfQueriesThatHadFewRootsBefore() {
        Houses fresh = new Houses(database); // with repositories that know of no answers
        Find<House, ObjectId> few = named(fresh, "house 12");
        for (int i = 0; i < 3; i++) {
            assertThat(few.plan().toString()).contains("more than 100 roots may come, so links are fetched in batches");
            recorder.clear();
            assertThat(list(few.all())).hasSize(11);
            assertThat(recorder.names()).containsExactly("find", "find", "find");
        }

        Find<House, ObjectId> alike = named(fresh, "house 34");
        assertThat(alike.plan().toString())
                .contains("the last answers had at most 100 roots, so their own links are joined");
        recorder.clear();
        List<House> joined = list(alike.all());
        assertThat(recorder).containsExactly(aggregate("houses"));
        assertThat(joined)
                .hasSize(11)
                .allMatch(
                        each -> each.door().isFetched() && each.windows().get(9).isFetched());

        assertThat(list(named(fresh, "house").all())).hasSize(PARENTS);
        recorder.clear();
        assertThat(list(few.all())).hasSize(11);
        assertThat(recorder.names()).containsExactly("find", "find", "find");
    }

    private static Find<House, ObjectId> named(Houses db, String prefix) {
        return db.houses.find(house.name.startsWith(prefix)).fetch(house.door(), house.windows());
    }

    @Test
    void projectionsOfQueriesThatHadFewRootsBeforeAreJoined() {
        Houses fresh = new Houses(database);
        ProjectedFind<Label> few = fresh.houses.find(house.name.matches("99$")).as(Label.class);
        for (int i = 0; i < 3; i++) {
            recorder.clear();
            assertThat(list(few.all())).hasSize(10);
            assertThat(recorder.names()).containsExactly("find", "find");
        }

        recorder.clear();
        assertThat(list(few.all())).hasSize(10).allMatch(each -> each.doorHeight() == 9);
        assertThat(recorder).containsExactly(aggregate("houses"));
    }

    @Projection(House.class)
    record Label(String name, @Path("door.height") int doorHeight) {}

    @Test
    void aStreamIsFetchedByOneCommandPerCollection() {
        List<House> unfetched = list(db.houses.findAll());
        recorder.clear();

        List<House> houses = list(db.houses.fetch(
                Flux.fromIterable(unfetched), house.door(), house.windows().frame()));

        assertThat(houses).hasSize(PARENTS);
        assertThat(recorder)
                .containsExactlyInAnyOrder(find("doors"), find("windows"), find("frames"))
                .hasNoQueryPerParent();
    }

    @Test
    void backLinksOfAThousandAreOneCommand() {
        List<Window> windows = list(db.windows
                .find()
                .limit(PARENTS)
                .fetch(window.houses())
                .using(FetchStrategy.BATCH)
                .all());

        assertThat(windows).hasSize(PARENTS).allMatch(each -> each.houses().size() == 1);
        assertThat(recorder.commands())
                .extracting(CommandRecorder.Command::collection)
                .containsExactly("windows", "houses");
    }

    @Test
    void aConditionThroughALinkCostsOneCommandMore() {
        assertThat(get(db.houses.find(house.door().height.eq(3)).count())).isEqualTo(PARENTS / 10);
        assertThat(recorder.commands())
                .extracting(CommandRecorder.Command::collection)
                .containsExactly("doors", "houses");

        recorder.clear();
        list(db.houses
                .find(house.door().height.eq(3).and(house.door().width.eq(1)))
                .limit(20)
                .fetch(house.door())
                .all());
        assertThat(recorder.names()).containsExactly("find", "aggregate");

        recorder.clear();
        list(db.houses.find(house.windows().frame().color.eq("red")).limit(1).all());
        assertThat(recorder.commands())
                .extracting(CommandRecorder.Command::collection)
                .containsExactly("frames", "windows", "houses");

        recorder.clear();
        list(db.persons.find(person.houses().door().height.eq(3)).all());
        assertThat(recorder.commands())
                .extracting(CommandRecorder.Command::collection)
                .containsExactly("doors", "houses", "persons");
    }

    @Test
    void existsAndIdsReadNoMoreThanIds() {
        get(db.houses.find(house.rooms.eq(1)).fetchLinks().exists());
        list(db.houses.find(house.rooms.eq(1)).fetchLinks().limit(5).ids());

        assertThat(recorder.names()).containsExactly("find", "find");
        assertThat(recorder.commands()).allSatisfy(command -> assertThat(
                        command.document().getDocument("projection").keySet())
                .containsExactly("_id"));
    }

    @Test
    void manyDocumentsAreInsertedByOneCommandPerBatch() {
        List<Yard> yards = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            yards.add(Yard.of(i));
        }

        list(db.yards.insertAll(yards));

        assertThat(recorder).containsExactly(insert("yards"));
    }
}
