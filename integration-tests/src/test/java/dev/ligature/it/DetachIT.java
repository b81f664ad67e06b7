// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.StoredHouses.A;
import static dev.ligature.it.StoredHouses.B;
import static dev.ligature.it.StoredHouses.C;
import static dev.ligature.it.StoredHouses.houseId;
import static dev.ligature.it.model.QAuthor.author;
import static dev.ligature.it.model.QBook.book;
import static dev.ligature.it.model.QDoor.door;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QPerson.person;
import static dev.ligature.it.model.QTree.tree;
import static dev.ligature.it.model.QWindow.window;
import static dev.ligature.it.model.QYard.yard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.DocumentNotFoundException;
import dev.ligature.InvalidLinkException;
import dev.ligature.RequiredLinkException;
import dev.ligature.UnsavedLinkException;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.House;
import dev.ligature.it.model.QWindow;
import dev.ligature.it.model.Tree;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Detaching, from both sides: what is named goes, everything else stays where it is. */
class DetachIT {
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

    private String shown(int number, String field) {
        return String.valueOf(stored.get(number).get(field))
                .replace("BsonArray{values=", "")
                .replace("]}", "]")
                .replace("BsonObjectId{value=" + A + "}", "a")
                .replace("BsonObjectId{value=" + B + "}", "b")
                .replace("BsonObjectId{value=" + C + "}", "c");
    }

    @Test
    void takesTargetsOutOfAListByOneUpdate() {
        stored.house(1, "win: [$c, $a, $b, null, $a, $c]");

        assertThat(get(db.houses.detach(houseId(1), house.windows(), QWindow.ref(A), Ref.to(B))))
                .isEqualTo(1);

        assertThat(recorder.names()).containsExactly("update");
        assertThat(SentUpdates.in(recorder, houseId(1), "H", A, "A", B, "B"))
                .containsExactly("houses: one {'_id': H, 'win': {'$in': [A, {'$ref': 'windows', '$id': A}, B, {'$ref':"
                        + " 'windows', '$id': B}]}} {'$pull': {'win': {'$in': [A, {'$ref': 'windows', '$id': A}, B,"
                        + " {'$ref': 'windows', '$id': B}]}}}; one {'_id': H, 'win.$id': {'$in': [A, B]}} {'$setOnInsert':"
                        + " {'win': null}}");
        assertThat(shown(1, "win")).isEqualTo("[c, BsonNull, c]");
    }

    @Test
    void takesDocumentsAndListsOfThem() {
        List<Window> windows = list(db.windows.insertAll(List.of(Window.of(1, false), Window.of(2, false))));
        House saved = get(db.houses.insert(House.of("h1", Ref.to(A))
                .withWindows(List.of(Ref.of(windows.get(0)), Ref.to(B), Ref.of(windows.get(1))))));
        recorder.clear();

        assertThat(get(db.houses.detach(saved, house.windows(), windows))).isEqualTo(1);
        assertThat(get(db.houses.detach(saved, house.windows(), List.<Window>of())))
                .isZero();

        assertThat(recorder.names()).containsExactly("update");
        assertThat(shown(1, "win")).isEqualTo("[b]");
    }

    @Test
    void takesOutBothStoredForms() {
        stored.house(1, "win: [{$ref: 'windows', $id: $a}, $b, $a, {$ref: 'windows', $id: $c}]");
        db.store(
                "books",
                "{_id: 'x', authors: ['ada', {$ref: 'authors', $id: 'ada'}, {$ref: 'authors', $id: 'bob'}],"
                        + " editor: 'ada'}");

        assertThat(get(db.houses.detach(houseId(1), house.windows(), A, C))).isEqualTo(1);
        assertThat(get(db.books.detach("x", book.authors(), "ada"))).isEqualTo(1);
        assertThat(get(db.books.detach("x", book.editor(), Ref.to("ada")))).isEqualTo(1);

        assertThat(shown(1, "win")).isEqualTo("[b]");
        assertThat(db.stored("books", new BsonDocument()))
                .isEqualTo(BsonDocument.parse("{_id: 'x', authors: [{$ref: 'authors', $id: 'bob'}], editor: null}"));
    }

    @Test
    void removesALinkToOneOnlyWhereItPointsToTheTarget() {
        stored.house(1, "yard: $b");

        assertThat(get(db.houses.detach(houseId(1), house.yard(), A))).isZero();
        assertThat(recorder.names()).containsExactly("update", "find");
        assertThat(shown(1, "yard")).isEqualTo("b");
        recorder.clear();
        assertThat(get(db.houses.detach(houseId(1), house.yard(), B))).isEqualTo(1);

        assertThat(SentUpdates.in(recorder, houseId(1), "H", B, "B"))
                .containsExactly("houses: one {'_id': H, '$or': [{'yard': {'$in': [B]}}, {'yard.$id': {'$in': [B]}}]}"
                        + " {'$unset': {'yard': ''}}");
        assertThat(stored.get(1)).doesNotContainKey("yard");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tags: []", "owners: null", "owners: []", "owners: [null, $b]"})
    void changesNothingWhereTheTargetIsNotHeld(String owners) {
        stored.house(1, owners.startsWith("tags") ? "extra: 1" : owners);
        BsonDocument before = stored.get(1);

        assertThat(get(db.houses.detach(houseId(1), house.owners(), A, C))).isZero();
        assertThat(stored.get(1)).isEqualTo(before);
    }

    @Test
    void changesTheReferrersThroughABackLink() {
        stored.house(1, "owners: [$a, $b]");
        stored.house(2, "owners: [$b, $a, $a], yard: $b");
        stored.house(3, "owners: [$a], yard: $b");
        stored.house(4, "owners: null, yard: $c");

        assertThat(get(db.persons.detach(A, person.houses(), houseId(1), houseId(2), houseId(4))))
                .isEqualTo(2);
        assertThat(recorder.names()).containsExactly("update", "find"); // one of them does not link: are all there?
        assertThat(SentUpdates.in(recorder, houseId(1), "1", houseId(2), "2", houseId(4), "4", A, "A"))
                .containsExactly(
                        "houses: all {'_id': {'$in': [1, 2, 4]}, '$or': [{'owners': {'$in': [A]}},"
                                + " {'owners.$id': {'$in': [A]}}]} {'$setOnInsert': {'owners': null}};"
                                + " all {'_id': {'$in': [1, 2, 4]}, 'owners': {'$in': [A, {'$ref': 'persons', '$id': A}]}}"
                                + " {'$pull': {'owners': {'$in': [A, {'$ref': 'persons', '$id': A}]}}};"
                                + " all {'_id': {'$in': [1, 2, 4]}, 'owners.$id': {'$in': [A]}} {'$setOnInsert': {'owners': null}}");
        assertThat(get(db.yards.detach(B, yard.house(), houseId(2)))).isEqualTo(1);

        assertThat(List.of(shown(1, "owners"), shown(2, "owners"), shown(3, "owners"), shown(4, "owners")))
                .containsExactly("[b]", "[b]", "[a]", "BsonNull");
        assertThat(stored.get(2)).doesNotContainKey("yard");
        assertThat(shown(3, "yard")).isEqualTo("b");
    }

    @Test
    void emptiesSeveralLinksByOneUpdate() {
        stored.house(1, "win: [$a, $b], yard: $b, owners: [$c]");

        assertThat(get(db.houses.detachAll(houseId(1), house.windows(), house.yard(), house.owners(), house.windows())))
                .isEqualTo(1);

        assertThat(recorder.names()).containsExactly("update");
        assertThat(SentUpdates.in(recorder, houseId(1), "H"))
                .containsExactly("houses: one {'_id': H} {'$set': {'win': [], 'owners': []}, '$unset': {'yard': ''}}");
        assertThat(stored.get(1).getArray("win")).isEmpty();
        assertThat(stored.get(1).getArray("owners")).isEmpty();
        assertThat(stored.get(1)).doesNotContainKey("yard");
        assertThat(get(db.houses.detachAll(houseId(1), house.yard()))).isZero();
    }

    @Test
    void emptiesBackLinksByOneCommandPerCollectionOfReferrers() {
        db.store("books", "{_id: 'x', authors: [{$ref: 'authors', $id: 'ada'}, {$ref: 'authors', $id: 'bob'}]}");
        db.store(
                "books",
                "{_id: 'y', authors: [{$ref: 'authors', $id: 'ada'}, 'ada'], editor: {$ref: 'authors', $id: 'ada'}}");
        db.store("books", "{_id: 'z', authors: [], editor: {$ref: 'authors', $id: 'bob'}}");
        stored.house(1, "owners: [$a, $b]");
        stored.house(2, "owners: [{$ref: 'persons', $id: $a}, $b]");
        stored.house(3, "owners: null");

        assertThat(get(db.authors.detachAll("ada", author.books(), author.edited())))
                .isEqualTo(3);
        assertThat(get(db.persons.detachAll(A, person.houses()))).isEqualTo(2);

        assertThat(recorder.names()).containsExactly("update", "update");
        assertThat(SentUpdates.in(recorder, A, "A"))
                .containsExactly(
                        "books: all {'authors.$id': 'ada'} {'$setOnInsert': {'authors': null}};"
                                + " all {'authors.$id': 'ada', 'authors': {'$in': ['ada', {'$ref': 'authors', '$id': 'ada'}]}}"
                                + " {'$pull': {'authors': {'$in': ['ada', {'$ref': 'authors', '$id': 'ada'}]}}};"
                                + " all {'authors.$id': 'ada'} {'$setOnInsert': {'authors': null}};"
                                + " all {'editor.$id': 'ada'} {'$setOnInsert': {'editor': null}};"
                                + " all {'editor.$id': 'ada'} {'$set': {'editor': null}}",
                        "houses: all {'owners': {'$in': [A, {'$ref': 'persons', '$id': A}]}} {'$setOnInsert': {'owners': null}};"
                                + " all {'owners': {'$in': [A, {'$ref': 'persons', '$id': A}]}} {'$pull': {'owners':"
                                + " {'$in': [A, {'$ref': 'persons', '$id': A}]}}}");
        assertThat(list(db.books.find(book.authors().exists()).ids())).containsExactly("x");
        assertThat(list(db.books.find(book.editor().exists()).ids())).containsExactly("z");
        assertThat(shown(1, "owners") + shown(2, "owners")).isEqualTo("[b][b]");
    }

    @Test
    void emptiesBothSidesOfADocument() {
        list(db.trees.saveAll(
                List.of(Tree.of("root", "oak", null), Tree.of("oak", "leaf", "twig"), Tree.of("other", "leaf", null))));
        recorder.clear();

        assertThat(get(db.trees.detachAll("oak", tree.leftOf(), tree.left(), tree.right())))
                .isEqualTo(2);

        assertThat(SentUpdates.in(recorder))
                .containsExactly(
                        "trees: one {'_id': 'oak'} {'$unset': {'left': '', 'right': ''}}",
                        "trees: all {'left': {'$in': ['oak', {'$ref': 'trees', '$id': 'oak'}]}} {'$setOnInsert': {'left': null}};"
                                + " all {'left': {'$in': ['oak', {'$ref': 'trees', '$id': 'oak'}]}} {'$unset': {'left': ''}}");
        assertThat(list(db.trees.find(tree.left().exists()).ids())).containsExactly("other");
    }

    @Test
    void refusesToDetachARequiredLinkBeforeAnythingIsWritten() {
        stored.house(1, "yard: $b");
        Door front = Door.of(1, 1);
        front.id = A;
        List<Mono<Long>> refused = List.of(
                db.houses.detach(houseId(1), house.door(), A),
                db.houses.detach(houseId(1), house.door(), List.<Door>of()),
                db.houses.detachAll(houseId(1), house.yard(), house.door()),
                db.doors.detach(front, door.house(), houseId(1)),
                db.doors.detachAll(front, door.house()));

        for (Mono<Long> each : refused) {
            assertThatThrownBy(() -> get(each))
                    .isInstanceOf(RequiredLinkException.class)
                    .hasMessageContaining("House.door is required")
                    .hasMessageContaining("Attach another Door");
        }
        assertThatThrownBy(() -> get(refused.get(0))).hasMessageContaining("House " + houseId(1));
        assertThatThrownBy(() -> get(refused.get(4))).hasMessageContaining("Door " + A);
        assertThat(recorder.names()).isEmpty();
        assertThat(shown(1, "door") + shown(1, "yard")).isEqualTo("ab");
    }

    @Test
    void refusesWhatCannotBeDetached() {
        stored.house(1, "win: [$a]");

        assertThatThrownBy(() -> get(db.houses.detach(houseId(1), house.windows(), Window.of(1, false))))
                .isInstanceOf(UnsavedLinkException.class)
                .hasMessageContaining("House.windows");
        assertThatThrownBy(() -> get(db.houses.detach(houseId(1), house.windows(), QWindow.ref(A), Ref.to("b"))))
                .isInstanceOf(InvalidLinkException.class)
                .hasMessageContaining("House.windows");
        assertThatThrownBy(() -> db.houses.detach(houseId(1), house.windows(), new Window[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("detachAll");
        assertThatThrownBy(() -> db.houses.detach(houseId(1), house.yard(), A, B))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("House.yard holds one Yard, but 2 were given");
        assertThatThrownBy(() -> db.houses.detachAll(House.of("h1", Ref.to(A))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("detachAll names no link");
        assertThatThrownBy(() -> db.houses.detachAll(
                        houseId(1), house.yard(), house.windows().frame()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes exactly one");
        assertThat(recorder.names()).isEmpty();
        assertThat(shown(1, "win")).isEqualTo("[a]");
    }

    @Test
    void saysWhichDocumentIsNotThere() {
        assertThatThrownBy(() -> get(db.houses.detach(A, house.windows(), B)))
                .isInstanceOf(DocumentNotFoundException.class)
                .hasMessageContaining("House " + A)
                .hasMessageContaining("House.windows");
        assertThatThrownBy(() -> get(db.houses.detachAll(A, house.windows(), house.yard())))
                .isInstanceOf(DocumentNotFoundException.class)
                .hasMessageContaining("House " + A)
                .hasMessageContaining("House.windows and House.yard");
        assertThatThrownBy(() -> get(db.windows.detach(A, window.houses(), B)))
                .isInstanceOf(DocumentNotFoundException.class)
                .hasMessageContaining("House " + B);
    }

    @Test
    void keepsTheOrderOfWhatManyAttachAndDetachAtOnce() {
        stored.house(1, "win: [$a, $b, $c]");
        List<ObjectId> passing = list(Flux.range(0, 200).map(i -> new ObjectId()));
        List<ObjectId> staying = list(Flux.range(0, 200).map(i -> new ObjectId()));
        List<Mono<Long>> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            calls.add(db.houses
                    .attach(houseId(1), house.windows(), passing.get(i), staying.get(i))
                    .then(db.houses.detach(houseId(1), house.windows(), passing.get(i))));
        }

        assertThat(get(Flux.fromIterable(calls).flatMap(each -> each, 32).reduce(0L, Long::sum)))
                .isEqualTo(200);

        List<Object> left =
                new ArrayList<>(Houses.ids(get(db.houses.findById(houseId(1))).windows()));
        assertThat(left.subList(0, 3)).containsExactly(A, B, C);
        assertThat(left.subList(3, left.size())).containsExactlyInAnyOrderElementsOf(staying);
    }
}
