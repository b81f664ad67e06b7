// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QDoor.door;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QPerson.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.AmbiguousBackLinkException;
import dev.ligature.DanglingLinkException;
import dev.ligature.DocumentReadException;
import dev.ligature.annotation.Path;
import dev.ligature.annotation.Projection;
import dev.ligature.it.ProjectionIT.Strict;
import dev.ligature.it.model.BeanieHouse;
import dev.ligature.it.model.BeanieHouseRepository;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.Frame;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseCard;
import dev.ligature.it.model.Person;
import dev.ligature.it.model.Tree;
import dev.ligature.it.model.Window;
import dev.ligature.it.model.Yard;
import dev.ligature.link.Ref;
import dev.ligature.query.FetchStrategy;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Projections show what lies behind links and back links, whatever way it takes. */
class ProjectionLinkIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final Houses db = new Houses(DATABASE.database());

    @Projection(House.class)
    record DoorOf(
            String name,
            @Path("door.id") ObjectId key,
            @Path("door.height") Optional<Integer> height) {}

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

    @Projection(BeanieHouse.class)
    record BeanieCard(
            String name,
            Optional<Integer> doorHeight,
            @Path("backDoors.height") List<Integer> backs,
            @Path("backDoors.id") List<ObjectId> keys,
            @Path("hatches.height") List<Integer> hatches,
            @Path("cellar.width") Optional<Integer> cellar,
            @Path("backDoors.houses.name") List<String> houses) {}

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
        Door savedDoor = db.savedDoor(2);
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
        House oak = get(db.houses.insert(
                House.of("Oak", Ref.of(db.savedDoor(2))).withOwners(List.of(Ref.of(ada), Ref.of(ada)))));
        House pine =
                get(db.houses.insert(House.of("Pine", Ref.of(db.savedDoor(3))).withOwners(List.of(Ref.of(ada)))));
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
        House oak = db.savedHouse("Oak", 2);
        db.savedDoor(3);

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
}
