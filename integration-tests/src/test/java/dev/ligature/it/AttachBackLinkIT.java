// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.ids;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.StoredHouses.houseId;
import static dev.ligature.it.model.QDoor.door;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QPerson.person;
import static dev.ligature.it.model.QWindow.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DocumentNotFoundException;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Person;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Attaching from the other side of a link: the referrers are written, by one command. */
class AttachBackLinkIT {
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
    void writesTheOwningSideOfABackLinkByOneCommand() {
        stored.house(1, "");
        stored.house(2, "owners: null");
        stored.house(3, "owners: []");
        stored.house(4, "");
        Person ada = get(db.persons.insert(Person.of("Ada")));
        recorder.clear();

        assertThat(get(db.persons.attach(ada, person.houses(), houseId(1), houseId(2), houseId(3))))
                .isEqualTo(3);

        assertThat(recorder.names()).containsExactly("update");
        assertThat(SentUpdates.in(recorder, houseId(1), "1", houseId(2), "2", houseId(3), "3", id(ada.id()), "A"))
                .containsExactly("houses: all {'_id': {'$in': [1, 2, 3]}, '$or': [{'owners': {'$type': 'array'}},"
                        + " {'owners': {'$exists': false}}]} {'$addToSet': {'owners': {'$each': [A]}}};"
                        + " all {'_id': {'$in': [1, 2, 3]}, 'owners': null, 'owners.0': {'$exists': false}}"
                        + " {'$set': {'owners': [A]}}");
        assertThat(list(db.houses.find(house.owners().id.eq(id(ada.id()))).ids()))
                .containsExactlyInAnyOrder(houseId(1), houseId(2), houseId(3));
        assertThat(get(db.persons.attach(ada, person.houses(), houseId(3), houseId(4))))
                .isEqualTo(1);
        assertThat(list(db.houses.find(house.owners().id.eq(id(ada.id()))).ids()))
                .hasSize(4);
    }

    @Test
    void writesLinksToOneAndRenamedLinksThroughBackLinks() {
        House saved = stored.house();
        Door front = get(db.doors.insert(Door.of(2, 1)));
        Window pane = stored.windows(1).get(0);
        recorder.clear();

        assertThat(get(db.doors.attach(front, door.house(), saved))).isEqualTo(1);
        assertThat(get(db.windows.attach(pane, window.houses(), List.of(Ref.of(saved)))))
                .isEqualTo(1);

        assertThat(SentUpdates.in(recorder, id(saved.id()), "H", id(front.id), "D", id(pane.id()), "W"))
                .containsExactly(
                        "houses: one {'_id': H} {'$set': {'door': D}}",
                        "houses: one {'_id': H} {'$addToSet': {'win': {'$each': [W]}}}");
        assertThat(stored.read(saved).door().id()).isEqualTo(front.id);
        assertThat(ids(stored.read(saved).windows())).containsExactly(pane.id());
    }

    @Test
    void saysWhichReferrersAreNotThere() {
        stored.house(1, "");
        stored.house(2, "owners: null");
        Person ada = get(db.persons.insert(Person.of("Ada")));
        recorder.clear();

        assertThatThrownBy(() ->
                        get(db.persons.attach(ada, person.houses(), houseId(1), houseId(7), houseId(2), houseId(8))))
                .isInstanceOf(DocumentNotFoundException.class)
                .hasMessageContaining("House [" + houseId(7) + ", " + houseId(8) + "] is not in \"houses\"")
                .hasMessageContaining("House.owners");

        assertThat(recorder.names()).containsExactly("update", "find");
        assertThat(list(db.houses.find(house.owners().id.eq(id(ada.id()))).ids()))
                .containsExactlyInAnyOrder(houseId(1), houseId(2));
    }
}
