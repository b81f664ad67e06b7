// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.ids;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QHouse.house;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DanglingLinkException;
import dev.ligature.LinkNotFetchedException;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.Frame;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.MissingTargets;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fetching: whatever way it takes, the same documents come back and nothing that was stored is lost. */
class FetchIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Houses db = new Houses(DATABASE.database());

    @BeforeEach
    void clear() {
        db.clear();
    }

    @ParameterizedTest
    @EnumSource(FetchWay.class)
    void keepsOrderDuplicatesAndMissingEntriesOfAList(FetchWay way) {
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
                get(db.houses.insert(House.of("Oak", Ref.of(db.savedDoor(2))).withWindows(refs)));

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
    @EnumSource(FetchWay.class)
    void leavesTheThreeStatesApart(FetchWay way) {
        db.savedHouse("Ash", 2);
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
        get(db.houses.insert(House.of("Oak", Ref.of(db.savedDoor(2))).withWindows(refs)));
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

    @Test
    void keepsNoListApartFromAnEmptyOne() {
        get(db.houses.insert(House.of("Ash", Ref.of(db.savedDoor(2)))));
        get(db.houses.insert(House.of("Oak", Ref.of(db.savedDoor(2))).withOwners(List.of())));

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
        Door door = db.savedDoor(2);
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
    @EnumSource(FetchWay.class)
    void followsLinksThroughSeveralLevels(FetchWay way) {
        Frame red = get(db.frames.insert(new Frame(null, "red")));
        Frame blue = get(db.frames.insert(new Frame(null, "blue")));
        ObjectId missing = new ObjectId();
        Window one = get(db.windows.insert(Window.of(1, false)
                .withFrame(Ref.of(red))
                .withSpares(List.of(Ref.of(blue), Ref.to(missing), Ref.of(red)))));
        Window two = get(db.windows.insert(Window.of(2, false).withSpares(List.of(Ref.of(blue)))));
        Window three = get(db.windows.insert(Window.of(3, false)));
        get(db.houses.insert(House.of("Ash", Ref.of(db.savedDoor(2)))));
        get(db.houses.insert(House.of("Oak", Ref.of(db.savedDoor(2)))
                .withWindows(List.of(Ref.of(three), Ref.of(two), Ref.of(one)))));

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
    void closesCyclesOnTheSameObject(FetchStrategy strategy) {
        db.savedHouse("Oak", 2);

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

    @Test
    void fetchesOnDemandBelowWhatIsFetched() {
        Frame frame = get(db.frames.insert(new Frame(null, "red")));
        Window saved = get(db.windows.insert(Window.of(1, false).withFrame(Ref.of(frame))));
        get(db.houses.insert(House.of("Oak", Ref.of(db.savedDoor(2))).withWindows(List.of(Ref.of(saved)))));
        House fetched = get(db.houses.find().fetch(house.windows()).first());
        Window before = fetched.windows().get(0).get();
        assertThat(before.frame().orElseThrow().isFetched()).isFalse();

        House again = get(db.houses.fetch(fetched, house.windows().frame()));

        assertThat(again.windows().get(0).get()).isSameAs(before);
        assertThat(before.frame().orElseThrow().get().color()).isEqualTo("red");
    }
}
