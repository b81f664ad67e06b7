// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
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
import dev.ligature.it.model.Door;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Person;
import dev.ligature.it.model.Tree;
import dev.ligature.it.model.Window;
import dev.ligature.it.model.Yard;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.query.FetchStrategy;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** Fetching the other way round: referrers in the order of their ids, each root once. */
class FetchBackLinkIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Houses db = new Houses(DATABASE.database());

    @BeforeEach
    void clear() {
        db.clear();
    }

    @ParameterizedTest
    @EnumSource(FetchWay.class)
    void returnsReferrersInTheServersOrderOfTheirIds(FetchWay way) {
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
    void tellsAListThatWasNotFetchedFromOneWithoutReferrers() {
        get(db.trees.insert(Tree.of("0", null, null)));

        Tree notFetched = get(db.trees.findById("0"));
        Tree fetched = get(db.trees.find(tree.id.eq("0")).fetch(tree.leftOf()).first());

        assertThat(notFetched.leftOf()).isEmpty();
        assertThat(BackRef.areFetched(notFetched.leftOf())).isFalse();
        assertThat(fetched.leftOf()).isEmpty();
        assertThat(BackRef.areFetched(fetched.leftOf())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void returnsEachRootOnceWithAllItsReferrers(FetchStrategy strategy) {
        List<Window> windows =
                list(db.windows.insertAll(List.of(Window.of(1, false), Window.of(2, false), Window.of(3, false))));
        for (Window each : windows) {
            for (int i = 0; i < 3; i++) {
                get(db.houses.insert(House.of("of " + each.width() + ", " + i, Ref.of(db.savedDoor(2)))
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
    @EnumSource(FetchWay.class)
    void fetchesNothingBehindAnEmptyList(FetchWay way) {
        db.savedHouse("Ash", 2);
        Window window = get(db.windows.insert(Window.of(1, false)));
        get(db.houses.insert(House.of("Oak", Ref.of(db.savedDoor(2))).withWindows(List.of(Ref.of(window)))));

        List<House> houses = way.fetch(db, house.windows().houses());

        assertThat(houses.get(0).windows()).isEmpty();
        Window fetched = houses.get(1).windows().get(0).get();
        assertThat(fetched.houses()).hasSize(1);
        assertThat(fetched.houses().get(0).get()).isSameAs(houses.get(1));
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void fetchesEveryBackLinkShape(FetchStrategy strategy) {
        Yard garden = get(db.yards.insert(Yard.of(5)));
        get(db.yards.insert(Yard.of(6)));
        Person ann = get(db.persons.insert(Person.of("Ann")));
        get(db.persons.insert(Person.of("Bob")));
        House saved = get(db.houses.insert(House.of("Oak", Ref.of(db.savedDoor(2)))
                .withYard(Ref.of(garden))
                .withOwners(List.of(Ref.of(ann)))));
        db.savedDoor(2);

        List<Yard> yards = list(db.yards
                .find()
                .sort(yard.size.asc())
                .fetchLinks(1)
                .using(strategy)
                .all());
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

    @Test
    void leavesBackLinksUnfetchedUnlessAsked() {
        Yard saved = get(db.yards.insert(Yard.of(5)));
        get(db.houses.insert(House.of("Oak", Ref.of(db.savedDoor(2)))
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
        House saved = db.savedHouse("Oak", 2);
        Person ann = get(db.persons.insert(Person.of("Ann")));
        get(db.houses.save(saved.withOwners(List.of(Ref.of(ann)))));

        Door fetchedDoor = get(db.doors.fetch(get(db.doors.findAll().next()), door.house()));
        Person fetchedPerson =
                get(db.persons.fetchLinks(get(db.persons.findAll().next()), 1));

        assertThat(fetchedDoor.house.get().name()).isEqualTo("Oak");
        assertThat(fetchedPerson.houses().orElseThrow().get(0).get().name()).isEqualTo("Oak");
    }

    @ParameterizedTest
    @EnumSource(FetchStrategy.class)
    void refusesASingleBackLinkWithSeveralReferrers(FetchStrategy strategy) {
        Door shared = db.savedDoor(2);
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
}
