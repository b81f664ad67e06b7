// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.Houses.newHouse;
import static dev.ligature.it.model.QHouse.house;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.it.model.Account;
import dev.ligature.it.model.AccountRepository;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.query.WriteRule;
import dev.ligature.repository.RepositoryOptions;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A hook sees each document before anything is written, and may refuse it. */
class WriteHookIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private static final int REFUSED = 13;

    private final List<Object> seen = new ArrayList<>();
    private final IllegalArgumentException refusal = new IllegalArgumentException("13 is unlucky");
    private final RepositoryOptions options = RepositoryOptions.defaults()
            .withWriteHook(seen::add)
            .withWriteHook(document -> {
                if (document instanceof Window window && window.width() == REFUSED) {
                    throw refusal;
                }
            });
    private final Houses db = new Houses(DATABASE.database(), options);

    private List<String> typesSeen() {
        return seen.stream().map(each -> each.getClass().getSimpleName()).toList();
    }

    @Test
    void seesEachDocumentOnceWithItsIdAndTargetsFirst() {
        Ref<Door> shared = Ref.of(Door.of(2, 1));
        House oak = House.of("Oak", shared).withWindows(List.of(Ref.of(Window.of(1, false))));

        List<House> saved = list(db.houses.insertAll(List.of(oak, House.of("Elm", shared)), WriteRule.WRITE));

        assertThat(typesSeen()).containsExactly("Door", "Window", "House", "House");
        assertThat(seen.get(2)).isSameAs(saved.get(0));
        assertThat(((Door) seen.get(0)).id).isNotNull();
        assertThat(saved.get(0).id()).isNotNull();
    }

    @Test
    void seesWhatIsSavedAndReplacedToo() {
        House oak = get(db.houses.insert(newHouse("Oak", 1), WriteRule.WRITE));
        seen.clear();

        get(db.houses.save(oak.withRooms(2)));
        get(db.houses.replace(oak.withRooms(3)));

        assertThat(seen).containsExactly(oak.withRooms(2), oak.withRooms(3));
    }

    @Test
    void seesTheVersionThatIsWritten() {
        AccountRepository accounts = new AccountRepository(DATABASE.database(), options);
        Account account = get(accounts.insert(Account.of("a", 1)));

        get(accounts.save(account.withBalance(2)));

        assertThat(seen).extracting(each -> ((Account) each).version()).containsExactly(1L, 2L);
    }

    @Test
    void isNotAskedWhereNoDocumentIsAtHand() {
        House oak = get(db.houses.insert(newHouse("Oak", 1), WriteRule.WRITE));
        seen.clear();

        get(db.houses.updateById(id(oak.id()), house.rooms.set(2)));
        get(db.houses.detachAll(oak, house.windows()));
        get(db.houses.delete(oak));
        db.houses.identified(newHouse("Elm", 1), WriteRule.WRITE);
        db.houses.planInsert(newHouse("Elm", 1));

        assertThat(seen).isEmpty();
    }

    @Test
    void keepsAllFromBeingWrittenByItsOwnException() {
        Door door = Door.of(2, 1);
        House oak = House.of("Oak", Ref.of(door)).withWindows(List.of(Ref.of(Window.of(REFUSED, false))));
        DATABASE.recorder().clear();

        assertThatThrownBy(() -> get(db.houses.insert(oak, WriteRule.WRITE))).isSameAs(refusal);
        assertThatThrownBy(() -> list(db.windows.saveAll(List.of(Window.of(1, false), Window.of(REFUSED, true)))))
                .isSameAs(refusal);

        assertThat(DATABASE.recorder().names()).isEmpty();
        assertThat(door.id).isNull();
        assertThat(oak.door().id()).isNull();
    }

    @Test
    void leavesNoIdsBehindWhateverItThrows() {
        AssertionError bug = new AssertionError("a bug in the hook");
        Houses broken =
                new Houses(DATABASE.database(), RepositoryOptions.defaults().withWriteHook(document -> {
                    throw bug;
                }));
        Door door = Door.of(2, 1);

        assertThatThrownBy(() -> get(broken.doors.insert(door))).hasCause(bug);

        assertThat(door.id).isNull();
    }

    @Test
    void sendsNoMoreCommandsThanWithoutAHook() {
        get(db.houses.insert(newHouse("Oak", 2), WriteRule.WRITE));
        List<String> hooked = DATABASE.recorder().names();
        DATABASE.recorder().clear();

        get(new Houses(DATABASE.database()).houses.insert(newHouse("Elm", 2), WriteRule.WRITE));

        assertThat(DATABASE.recorder().names()).containsExactlyInAnyOrderElementsOf(hooked);
    }
}
