// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QHouse.house;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.LigatureException;
import dev.ligature.annotation.Path;
import dev.ligature.annotation.Projection;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Person;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.query.FetchStrategy;
import dev.ligature.repository.Find;
import dev.ligature.repository.Transactions;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A root that passes 16 MB with what is joined to it. */
@DisabledOnEmbedded("the limit of 16 MB")
class JoinFallbackIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    /** The house whose windows are too large together; the server has sent some before it. */
    private static final int LARGE = 25;

    @BeforeAll
    static void aHouseOfTwentyWindowsAndTwentyOwnersOfOneMegabyte() {
        Houses db = new Houses(DATABASE.database());
        String megabyte = "x".repeat(1 << 20);
        List<Ref<Window>> windows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ObjectId id = new ObjectId();
            windows.add(Ref.to(id));
            db.store(
                    "windows",
                    "{_id: {$oid: '" + id + "'}, width: " + i + ", tinted: false, spares: [], unknown: '" + megabyte
                            + "'}");
        }
        List<Ref<Person>> owners =
                list(db.persons.insertAll(Collections.nCopies(20, megabyte).stream()
                                .map(Person::of)
                                .toList()))
                        .stream()
                        .map(Ref::of)
                        .toList();
        Door door = get(db.doors.insert(Door.of(2, 1)));
        list(db.houses.insertAll(IntStream.range(0, 30)
                .mapToObj(i -> House.of("house " + (100 + i), Ref.of(door))
                        .withWindows(i == LARGE ? windows : windows.subList(0, 1))
                        .withOwners(i == LARGE ? owners : List.of()))
                .toList()));
    }

    private final Houses db = new Houses(DATABASE.database());

    @BeforeEach
    void forget() {
        DATABASE.recorder().clear();
    }

    private Find<House, ObjectId> byLookup() {
        return db.houses.find().sort(house.name.asc()).fetch(house.windows()).using(FetchStrategy.LOOKUP);
    }

    private static List<String> names(List<House> houses) {
        return houses.stream().map(House::name).toList();
    }

    @Test
    void goesOnByBatchesAndGivesEachDocumentOnceInOrder() {
        List<House> houses = list(byLookup().all());

        assertThat(names(houses))
                .containsExactlyElementsOf(
                        IntStream.range(100, 130).mapToObj(i -> "house " + i).toList());
        assertThat(houses.get(LARGE).windows()).hasSize(20).allMatch(Ref::isFetched);
        assertThat(DATABASE.recorder().names()).startsWith("aggregate").endsWith("find", "find");
    }

    @Test
    void keepsToThePage() {
        assertThat(names(list(byLookup().skip(20).limit(7).all())))
                .containsExactly(
                        "house 120", "house 121", "house 122", "house 123", "house 124", "house 125", "house 126");
    }

    @Test
    void doesNotTryWhereThePageIsSmallEnough() {
        list(byLookup().limit(5).all());

        assertThat(DATABASE.recorder().commands())
                .extracting(CommandRecorder.Command::name)
                .containsExactly("aggregate");
    }

    @Test
    void coversProjectionsWhoseResultIsTooLarge() {
        List<HouseOwners> shown = list(db.houses
                .find()
                .sort(house.name.asc())
                .using(FetchStrategy.LOOKUP)
                .as(HouseOwners.class)
                .all());

        assertThat(shown).extracting(HouseOwners::name).hasSize(30).isSorted().doesNotHaveDuplicates();
        assertThat(shown.get(LARGE).owners()).hasSize(20);
        assertThat(DATABASE.recorder().names()).startsWith("aggregate").endsWith("find", "find");
    }

    @Projection(House.class)
    record HouseOwners(String name, @Path("owners.name") List<String> owners) {}

    @Test
    void coversTheSmallPagesOfAuto() {
        House large = Objects.requireNonNull(
                get(byLookup().using(FetchStrategy.AUTO).skip(LARGE).first()));

        assertThat(large.windows()).hasSize(20).allMatch(Ref::isFetched);
    }

    @Test
    void saysWhatToDoInATransactionWhichTheServerHasAborted() {
        assertThatThrownBy(() -> get(Transactions.of(DATABASE.client())
                        .run(() -> byLookup().all().then())))
                .isInstanceOf(LigatureException.class)
                .hasMessageContaining("House: after ")
                .hasMessageContaining("Use FetchStrategy.BATCH");
    }
}
