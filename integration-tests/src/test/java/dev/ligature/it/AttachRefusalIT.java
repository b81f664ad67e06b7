// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.StoredHouses.houseId;
import static dev.ligature.it.model.QDoor.door;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QWindow.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DocumentNotFoundException;
import dev.ligature.InvalidLinkException;
import dev.ligature.OperationException;
import dev.ligature.UnsavedLinkException;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.path.LinkPath;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What cannot be attached is refused, and nothing is written. */
class AttachRefusalIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Houses db = new Houses(DATABASE.database());
    private final StoredHouses stored = new StoredHouses(DATABASE);
    private final CommandRecorder recorder = DATABASE.recorder();

    @BeforeEach
    void clear() {
        db.clear();
        recorder.clear();
    }

    @Test
    void refusesWhatHasNoId() {
        House saved = stored.house();
        Window pane = stored.windows(1).get(0);

        assertThatThrownBy(() -> get(db.houses.attach(saved, house.windows(), pane, Window.of(1, false))))
                .isInstanceOf(UnsavedLinkException.class)
                .hasMessageContaining("House.windows")
                .hasMessageContaining("position 1");
        assertThatThrownBy(() -> get(db.houses.attach(House.of("new", Ref.of(Door.of(1, 1))), house.windows(), pane)))
                .isInstanceOf(UnsavedLinkException.class)
                .hasMessageContaining("House.windows: the House has no id");
        assertThatThrownBy(() -> get(db.windows.attach(Window.of(1, false), window.houses(), saved)))
                .isInstanceOf(UnsavedLinkException.class)
                .hasMessageContaining("Window.houses");
        assertThat(recorder.names()).isEmpty();
        assertThat(stored.read(saved).windows()).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked") // which the compiler refuses otherwise
    void refusesReferencesToWhatIsOfAnotherType() {
        House saved = stored.house();
        Door front = get(db.doors.insert(Door.of(2, 1)));
        recorder.clear();

        List<Ref<Window>> untyped =
                List.of(Ref.to("665000000000000000000001"), Ref.to(7), Ref.to(Optional.empty()), (Ref<Window>)
                        (Ref<?>) Ref.of(front));
        for (Ref<Window> wrong : untyped) {
            assertThatThrownBy(() -> get(db.houses.attach(saved, house.windows(), wrong)))
                    .isInstanceOf(InvalidLinkException.class)
                    .hasMessageContaining("House.windows")
                    .hasMessageContaining("Give a Window, a reference to one, or an id of type ObjectId");
        }
        assertThat(recorder.names()).isEmpty();
        assertThat(stored.read(saved).windows()).isEmpty();
    }

    @Test
    void refusesMalformedCallsAtOnce() {
        House saved = stored.house();
        ObjectId any = new ObjectId();

        assertThatThrownBy(() -> db.houses.attach(saved, house.windows().frame(), any))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("House.windows.frame goes through 2 links")
                .hasMessageContaining("repository of Window");
        assertThatThrownBy(() -> db.houses.attach(saved, house.door(), any, any))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("House.door holds one Door, but 2 were given");
        assertThatThrownBy(() -> db.doors.attach(any, door.house(), List.of(saved, saved)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Door.house holds one House");
        assertThatThrownBy(() -> db.houses.attach(saved, house.windows(), new Window[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("attach of House.windows names no Window");
        assertThatThrownBy(() -> db.houses.attach((House) null, house.windows(), any))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> db.houses.attach((ObjectId) null, house.windows(), any))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> db.houses.attach(saved, (LinkPath<House, ?, ObjectId>) null, any))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> db.houses.attach(saved, house.windows(), (List<Ref<Window>>) null))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> db.houses.attach(saved, house.windows(), any, (ObjectId) null))
                .isInstanceOf(NullPointerException.class);
        assertThat(recorder.names()).isEmpty();
    }

    @Test
    void saysWhichDocumentIsNotThere() {
        ObjectId missing = new ObjectId();

        assertThatThrownBy(() -> get(db.houses.attach(missing, house.windows(), new ObjectId())))
                .isInstanceOf(DocumentNotFoundException.class)
                .hasMessageContaining("House " + missing)
                .hasMessageContaining("House.windows");
        assertThatThrownBy(() -> get(db.houses.attach(missing, house.owners(), new ObjectId())))
                .isInstanceOf(DocumentNotFoundException.class)
                .hasMessageContaining("House.owners");
        assertThatThrownBy(() -> get(db.houses.attach(missing, house.door(), new ObjectId())))
                .isInstanceOf(DocumentNotFoundException.class)
                .hasMessageContaining("House.door");
        assertThat(get(db.houses.count())).isZero();
    }

    @Test
    void leavesAStoredValueThatIsNoListAlone() {
        stored.house(1, "owners: 7");

        assertThatThrownBy(() -> get(db.houses.attach(houseId(1), house.owners(), new ObjectId())))
                .isInstanceOf(OperationException.class)
                .hasMessageContaining("House");
        assertThat(stored.get(1).getInt32("owners").getValue()).isEqualTo(7);
    }
}
