// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.ids;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.StoredHouses.A;
import static dev.ligature.it.StoredHouses.GONE;
import static dev.ligature.it.StoredHouses.LOST;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.testing.LigatureAssertions.assertThat;
import static dev.ligature.testing.LigatureAssertions.find;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.model.Door;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Window;
import dev.ligature.link.DanglingLink;
import dev.ligature.link.Ref;
import dev.ligature.query.RepairRule;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.CommandRecorder.Command;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Scans of more documents than a window has: by few commands, in little memory, as far as is asked for. */
class LargeScanIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int HOUSES = 5_000;

    private final Houses db = new Houses(DATABASE.database());
    private final CommandRecorder recorder = DATABASE.recorder();
    private List<ObjectId> dangling = new ArrayList<>();

    @BeforeEach
    void everyTenthHouseHasADanglingLink() {
        db.clear();
        Door door = Door.of(2, 1);
        door.id = A;
        get(db.doors.insert(door));
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            windows.add(Window.of(i, false));
        }
        windows = list(db.windows.insertAll(windows));
        List<House> houses = new ArrayList<>();
        for (int i = 0; i < HOUSES; i++) {
            List<Ref<Window>> refs = new ArrayList<>();
            refs.add(Ref.of(windows.get(i % 100)));
            if (i % 10 == 0) {
                ObjectId gone = new ObjectId();
                dangling.add(gone);
                refs.add(Ref.to(gone));
            }
            refs.add(Ref.of(windows.get((i + 1) % 100)));
            houses.add(House.of("h" + i, Ref.of(door)).withWindows(refs));
        }
        list(db.houses.insertAll(houses));
        recorder.clear();
    }

    private long finds(String collection) {
        return recorder.commands().stream()
                .map(Command::sent)
                .filter(find(collection)::equals)
                .count();
    }

    @Test
    void sendsOneFindPerWindow() {
        List<DanglingLink> found = list(db.houses.dangling(house.windows()));

        assertThat(found).extracting(DanglingLink::targetId).containsExactlyInAnyOrderElementsOf(dangling);
        assertThat(found).allMatch(each -> each.position() == 1);
        assertThat(recorder).hasSize(6).counts(find("houses"), 1).counts(find("windows"), 5);
        assertThat(recorder.commands("getMore").size()).isLessThanOrEqualTo(5);
    }

    @Test
    void repairsByOneCommandPerWindow() {
        assertThat(get(db.houses.repair(house.windows(), RepairRule.PULL))).isEqualTo(HOUSES / 10);

        assertThat(recorder.commands("update").size()).isBetween(1, 6); // the scan may see what it has changed
        assertThat(recorder).counts(find("houses"), 1);
        assertThat(finds("windows")).isBetween(5L, 6L);
        assertThat(list(db.houses.dangling(house.windows()))).isEmpty();
        assertThat(list(db.houses.findAll()))
                .hasSize(HOUSES)
                .allMatch(each -> each.windows().size() == 2);
    }

    @Test
    void readsAsFarAsIsAskedFor() {
        StepVerifier.create(db.houses.dangling(house.windows()), 0)
                .thenRequest(7)
                .expectNextCount(7)
                .then(() -> assertThat(finds("windows")).isEqualTo(1))
                .thenRequest(100)
                .expectNextCount(100)
                .then(() -> assertThat(finds("windows")).isLessThanOrEqualTo(2))
                .thenCancel()
                .verify();
        long before = finds("windows");
        assertThat(list(db.houses.dangling(house.windows()).take(3))).hasSize(3);
        assertThat(finds("windows")).isEqualTo(before + 1);
        assertThat(get(Flux.interval(Duration.ofMillis(20))
                        .map(tick -> recorder.commands("killCursors").size())
                        .filter(killed -> killed == 2)
                        .next()
                        .timeout(Duration.ofSeconds(10))))
                .isEqualTo(2);
    }

    @Test
    void takesFewerAtATimeWhenTheyHoldManyLinks() {
        List<Ref<Window>> many = new ArrayList<>();
        for (int i = 0; i < 15_000; i++) {
            many.add(Ref.to(i % 2 == 0 ? GONE : LOST));
        }
        db.clear();
        for (int i = 0; i < 4; i++) {
            get(db.houses.insert(House.of("big" + i, Ref.to(A)).withWindows(many)));
        }
        recorder.clear();

        assertThat(get(db.houses.dangling(house.windows()).count())).isEqualTo(60_000);
        assertThat(recorder).counts(find("windows"), 2);
        assertThat(get(db.houses.repair(house.windows(), RepairRule.PULL))).isEqualTo(4);
        assertThat(list(db.houses.findAll())).hasSize(4).allMatch(each -> each.windows()
                .isEmpty());
    }

    @Test
    void losesNothingThatIsAttachedDuringTheRepair() {
        ObjectId house1 = id(get(db.houses.find(house.name.eq("h0")).first()).id());
        Window late = get(db.windows.insert(Window.of(1, true)));

        get(Mono.zip(
                db.houses.repair(house.windows(), RepairRule.PULL), db.houses.attach(house1, house.windows(), late)));

        assertThat(ids(get(db.houses.findById(house1)).windows())).contains(late.id());
        assertThat(list(db.houses.dangling(house.windows()))).isEmpty();
    }
}
