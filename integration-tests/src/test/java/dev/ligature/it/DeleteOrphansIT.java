// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.Houses.newHouse;
import static dev.ligature.it.model.QHouse.house;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.model.Booking;
import dev.ligature.it.model.Frame;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Route;
import dev.ligature.it.model.Ship;
import dev.ligature.it.model.Tree;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.query.DeletePlan;
import dev.ligature.query.DeleteRule;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code DELETE_ORPHANS}: what a document links to goes with it, unless something else links there too. */
class DeleteOrphansIT {
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
    void keepsWhatAnotherDocumentLinksToAndWhatThatLinksTo() {
        Frame red = get(db.frames.insert(new Frame(null, "red")));
        Frame blue = get(db.frames.insert(new Frame(null, "blue")));
        Window shared = get(db.windows.insert(Window.of(1, false).withFrame(Ref.of(red))));
        Window own =
                get(db.windows.insert(Window.of(2, false).withFrame(Ref.of(red)).withSpares(List.of(Ref.of(blue)))));
        House oak = stored.inserted(newHouse("Oak", 0).withWindows(List.of(Ref.of(shared), Ref.of(own))));
        stored.inserted(newHouse("Elm", 0).withWindows(List.of(Ref.of(shared), Ref.to(new ObjectId()))));

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
        House oak = stored.inserted(newHouse("Oak", 3));
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

        assertThat(get(db.trees.deleteById("root", DeleteRule.DELETE_ORPHANS))).isEqualTo(1);
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
