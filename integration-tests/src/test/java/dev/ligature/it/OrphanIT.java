// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QPerson.person;
import static dev.ligature.it.model.QTree.tree;
import static dev.ligature.it.model.QWindow.window;
import static dev.ligature.testing.LigatureAssertions.assertThat;
import static dev.ligature.testing.LigatureAssertions.delete;
import static dev.ligature.testing.LigatureAssertions.find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.it.model.Frame;
import dev.ligature.it.model.Tree;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.repository.Transactions;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.test.StepVerifier;

/** Documents that nothing links to any more: finding and deleting them. */
class OrphanIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final CommandRecorder recorder = DATABASE.recorder();
    private final Houses db = new Houses(DATABASE.database());

    @BeforeEach
    void clear() {
        db.clear();
        recorder.clear();
    }

    private static ObjectId id(int number) {
        return new ObjectId(String.format("%024x", number));
    }

    private void storeHouse(int number, String windows) {
        db.store("houses", "{_id: " + number + ", win: " + resolved(windows) + "}");
    }

    private static String resolved(String json) {
        String text = json;
        for (int i = 9; i > 0; i--) {
            text = text.replace("$" + i, "ObjectId('" + id(i) + "')");
        }
        return text;
    }

    private void storeWindows(int count) {
        list(db.windows.insertAll(IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Window(id(i), i, false, Optional.empty(), List.of(), List.of()))
                .toList()));
        recorder.clear();
    }

    @Test
    void findsWhatNothingLinksToInWhicheverForm() {
        storeWindows(7);
        storeHouse(1, "[$1, $9, null, {$ref: 'windows', $id: $3}]");
        storeHouse(2, "[{$ref: 'windows', $id: $5, $db: 'here', more: 1}, $1]");
        storeHouse(3, "$6");
        storeHouse(4, "null");
        recorder.clear();

        assertThat(list(db.houses.orphans(house.windows())))
                .containsExactly(Ref.to(id(2)), Ref.to(id(4)), Ref.to(id(7)));
        assertThat(recorder).containsExactly(find("windows"), find("houses"), find("houses"));
    }

    @Test
    void asksOnceWhereAllAreReferredToInTheDeclaredForm() {
        storeWindows(3);
        storeHouse(1, "[$1, $2, $3]");
        recorder.clear();

        assertThat(list(db.houses.orphans(house.windows()))).isEmpty();
        assertThat(recorder).containsExactly(find("windows"), find("houses"));
    }

    @Test
    void looksAtAllLinksThatTheDeclarationReaches() {
        db.store("frames", resolved("{_id: $1, color: 'red'}"));
        db.store("frames", resolved("{_id: $2, color: 'red'}"));
        db.store("frames", resolved("{_id: $3, color: 'red'}"));
        db.store("windows", resolved("{_id: $1, frame: $1}"));
        db.store("windows", resolved("{_id: $2, spares: [$3]}"));

        assertThat(list(db.windows.orphans(window.frame()))).containsExactly(Ref.to(id(2)));
    }

    @Test
    void deletesThemAlone() {
        storeWindows(5);
        storeHouse(1, "[$2, {$ref: 'windows', $id: $4}]");
        get(db.frames.insert(new Frame(id(1), "red")));
        recorder.clear();

        assertThat(get(db.houses.deleteOrphans(house.windows()))).isEqualTo(3);

        assertThat(recorder).containsExactly(find("windows"), find("houses"), find("houses"), delete("windows"));
        assertThat(list(db.windows.findAll())).extracting(Window::id).containsExactlyInAnyOrder(id(2), id(4));
        assertThat(get(db.frames.count())).isEqualTo(1);
        assertThat(get(db.houses.deleteOrphans(house.windows()))).isZero();
    }

    @Test
    void readsAWindowWhenItIsAskedFor() {
        int count = 2_500;
        storeWindows(count);
        storeHouse(1, "[$1]");
        recorder.clear();

        StepVerifier.create(db.houses.orphans(house.windows()), 1)
                .expectNext(Ref.to(id(2)))
                .thenCancel()
                .verify();
        assertThat(recorder.commands("getMore")).isEmpty();
        assertThat(recorder.commands("find")).hasSize(3);

        assertThat(get(db.houses.deleteOrphans(house.windows()))).isEqualTo(count - 1);
        assertThat(get(db.windows.count())).isEqualTo(1);
        assertThat(recorder.commands("delete")).hasSize(3);
    }

    @Test
    @DisabledOnEmbedded("transactions")
    void takesPartInATransaction() {
        storeWindows(3);
        storeHouse(1, "[$1]");

        List<Long> counts = get(Transactions.of(DATABASE.client()).run(() -> db.windows
                .deleteById(id(2))
                .then(db.houses.orphans(house.windows()).count())
                .flatMap(found -> db.houses.deleteOrphans(house.windows()).map(deleted -> List.of(found, deleted)))));

        assertThat(counts).containsExactly(1L, 1L);
        assertThat(get(db.windows.count())).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoLinkToAnotherCollection() {
        list(db.trees.insertAll(List.of(Tree.of("root", "leaf", null), Tree.of("leaf", null, null))));

        assertThat(list(db.trees.orphans(tree.left()))).containsExactly(Ref.to("root"));
        assertThatThrownBy(() -> db.trees.deleteOrphans(tree.left()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Tree.left links within one collection");
        assertThatThrownBy(() -> db.persons.orphans(person.houses()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Person.houses is a back link");
        assertThatThrownBy(() -> db.houses.deleteOrphans(house.windows().frame()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes exactly one");
    }
}
