// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.StoredHouses.A;
import static dev.ligature.it.StoredHouses.B;
import static dev.ligature.it.StoredHouses.GONE;
import static dev.ligature.it.StoredHouses.LOST;
import static dev.ligature.it.StoredHouses.houseId;
import static dev.ligature.it.model.QBook.book;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QPerson.person;
import static dev.ligature.it.model.QTree.tree;
import static dev.ligature.testing.LigatureAssertions.assertThat;
import static dev.ligature.testing.LigatureAssertions.find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ligature.it.model.Author;
import dev.ligature.it.model.Tree;
import dev.ligature.link.DanglingLink;
import dev.ligature.query.RepairRule;
import dev.ligature.repository.Transactions;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Looking for links without a target. */
class DanglingIT {
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
    void findsTheEntriesOfAListByTheirPlaces() {
        stored.targets();
        stored.house(1, "win: [$gone, $a, null, $lost, $gone, $b]");
        stored.house(2, "win: [$a, $b, $a]");
        stored.house(3, "win: null");
        stored.house(4, "win: [{$ref: 'windows', $id: $a}, {$ref: 'windows', $id: $lost}]");

        assertThat(list(db.houses.dangling(house.windows())))
                .containsExactlyInAnyOrder(
                        new DanglingLink(houseId(1), "windows", 0, "windows[0]", GONE),
                        new DanglingLink(houseId(1), "windows", 3, "windows[3]", LOST),
                        new DanglingLink(houseId(1), "windows", 4, "windows[4]", GONE),
                        new DanglingLink(houseId(4), "windows", 1, "windows[1]", LOST));
        assertThat(recorder).containsExactly(find("houses"), find("windows"));
        assertThat(recorder.commands()
                        .get(0)
                        .document()
                        .getDocument("projection")
                        .keySet())
                .containsExactly("_id", "win");
        assertThat(recorder.commands()
                        .get(1)
                        .document()
                        .getDocument("filter")
                        .getDocument("_id")
                        .getArray("$in"))
                .extracting(each -> each.asObjectId().getValue())
                .containsExactlyInAnyOrder(A, B, GONE, LOST);
        assertThat(recorder.commands().get(1).document().getDocument("projection"))
                .isEqualTo(BsonDocument.parse("{_id: 1}"));
    }

    @Test
    void findsLinksToOneDbRefsAndLinksWithinACollection() {
        stored.targets();
        stored.house(1, "door: $gone, yard: $a");
        stored.house(2, "door: {$ref: 'doors', $id: $b}, yard: $lost");
        get(db.authors.insert(Author.of("ada", 1815)));
        db.store(
                "books",
                "{_id: 'x', editor: {$ref: 'authors', $id: 'bob', $db: 'other'}, authors: [{$ref: 'authors', $id:"
                        + " 'ada'}, 'ada', 'cyd', {$id: 'ada', $ref: 'authors'}]}");
        list(db.trees.saveAll(List.of(Tree.of("root", "leaf", "gone"), Tree.of("leaf", null, null))));

        assertThat(list(db.houses.dangling(house.door())))
                .containsExactly(new DanglingLink(houseId(1), "door", 0, "door", GONE));
        assertThat(list(db.houses.dangling(house.yard())))
                .containsExactly(new DanglingLink(houseId(2), "yard", 0, "yard", LOST));
        assertThat(list(db.books.dangling(book.editor())))
                .containsExactly(new DanglingLink("x", "editor", 0, "editor", "bob"));
        assertThat(list(db.books.dangling(book.authors())))
                .containsExactly(new DanglingLink("x", "authors", 2, "authors[2]", "cyd"));
        assertThat(list(db.trees.dangling(tree.left()))).isEmpty();
        assertThat(list(db.trees.dangling(tree.right())))
                .containsExactly(new DanglingLink("root", "right", 0, "right", "gone"));
    }

    @Test
    void findsAllLinksOfADocumentInOneScan() {
        stored.targets();
        stored.house(1, "door: $gone, win: [$a, $gone], yard: $lost, owners: [$lost, $b]");
        stored.house(2, "door: $a, win: [$b], owners: null");

        assertThat(list(db.houses.dangling()))
                .containsExactly(
                        new DanglingLink(houseId(1), "door", 0, "door", GONE),
                        new DanglingLink(houseId(1), "windows", 1, "windows[1]", GONE),
                        new DanglingLink(houseId(1), "yard", 0, "yard", LOST),
                        new DanglingLink(houseId(1), "owners", 0, "owners[0]", LOST));
        assertThat(recorder)
                .containsExactlyInAnyOrder(
                        find("houses"), find("doors"), find("windows"), find("yards"), find("persons"));
        assertThat(list(db.persons.dangling())).isEmpty();
    }

    @Test
    void reportsValuesThatCanBeNoIdAsTheyAreStored() {
        stored.targets();
        stored.house(1, "win: ['oops', $a, /^66/], yard: {$ref: 'yards'}");

        assertThat(list(db.houses.dangling(house.windows())))
                .extracting(DanglingLink::position, DanglingLink::targetId)
                .containsExactly(tuple(0, new BsonString("oops")), tuple(2, new BsonRegularExpression("^66")));
        assertThat(list(db.houses.dangling(house.yard())))
                .containsExactly(
                        new DanglingLink(houseId(1), "yard", 0, "yard", BsonDocument.parse("{$ref: 'yards'}")));
        assertThat(get(db.houses.repair(house.windows(), RepairRule.PULL))).isEqualTo(1);
        assertThat(get(db.houses.repair(house.yard(), RepairRule.UNSET))).isZero();
        assertThat(stored.get(1)) // but for what no update can name
                .isEqualTo(StoredHouses.document(1, "door: $a, win: [$a, /^66/], yard: {$ref: 'yards'}"));
    }

    @Test
    void refusesPathsThatAreNoStoredLink() {
        assertThatThrownBy(() -> db.persons.dangling(person.houses()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Person.houses is a back link")
                .hasMessageContaining("House.owners");
        assertThatThrownBy(() -> db.persons.repair(person.houses(), RepairRule.PULL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> db.houses.dangling(house.windows().frame()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes exactly one");
        assertThatThrownBy(() -> db.houses.repair(house.windows(), null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    @DisabledOnEmbedded("transactions")
    void scansWithinATransaction() {
        stored.targets();
        for (int i = 1; i < 5; i++) {
            stored.house(i, "win: [$a, $gone]");
        }

        assertThat(get(Transactions.of(DATABASE.client()).run(() -> db.houses
                        .attach(houseId(1), house.windows(), LOST)
                        .then(db.houses.dangling(house.windows()).count()))))
                .isEqualTo(5);
        assertThat(get(Transactions.of(DATABASE.client())
                        .run(() -> db.houses.repair(house.windows(), RepairRule.PULL))))
                .isEqualTo(4);
        assertThat(list(db.houses.dangling(house.windows()))).isEmpty();
    }
}
