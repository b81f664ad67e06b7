package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.ids;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QAccount.account;
import static dev.ligature.it.model.QBook.book;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QPerson.person;
import static dev.ligature.it.model.QTree.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.ligature.RequiredLinkException;
import dev.ligature.it.model.Account;
import dev.ligature.it.model.AccountRepository;
import dev.ligature.it.model.Author;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Tree;
import dev.ligature.it.model.Window;
import dev.ligature.link.DanglingLink;
import dev.ligature.link.Ref;
import dev.ligature.repository.RepairRule;
import dev.ligature.repository.Transactions;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Looking for links without a target, and removing them, by few commands and in little memory. */
class IntegrityIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final ObjectId A = new ObjectId("66500000000000000000000a");
    private static final ObjectId B = new ObjectId("66500000000000000000000b");
    private static final ObjectId GONE = new ObjectId("66500000000000000000000c");
    private static final ObjectId LOST = new ObjectId("66500000000000000000000d");

    private final Houses db = new Houses(DATABASE.database());
    private final CommandRecorder recorder = DATABASE.recorder();

    @BeforeEach
    void clear() {
        db.clear();
        recorder.clear();
    }

    /** Stores a house; $a and $b stand for ids of whatever there is, $x and $y for ids of nothing. */
    private void storeHouse(int number, String members) {
        String json = "{_id: " + oid(houseId(number)) + ", name: 'h" + number + "', rooms: 1, tags: []"
                + (members.contains("door:") ? "" : ", door: $a")
                + (members.contains("win:") ? "" : ", win: []") + (members.isEmpty() ? "" : ", ") + members + "}";
        db.store("houses", withIds(json));
        recorder.clear();
    }

    private static String withIds(String json) {
        return json.replace("$a", oid(A))
                .replace("$b", oid(B))
                .replace("$x", oid(GONE))
                .replace("$y", oid(LOST));
    }

    private void storeTargets() {
        for (String collection : List.of("doors", "windows", "yards", "persons")) {
            db.store(collection, withIds("{_id: $a, name: 'a', size: 1, width: 1, tinted: false, spares: []}"));
            db.store(collection, withIds("{_id: $b, name: 'b', size: 1, width: 1, tinted: false, spares: []}"));
        }
        recorder.clear();
    }

    private static String oid(ObjectId id) {
        return "{$oid: '" + id + "'}";
    }

    private static ObjectId houseId(int number) {
        return new ObjectId("66500000000000000000000" + number);
    }

    private BsonDocument stored(int number) {
        return db.stored("houses", BsonDocument.parse("{name: 'h" + number + "'}"));
    }

    private BsonDocument expected(int number, String members) {
        return BsonDocument.parse(withIds(
                "{_id: " + oid(houseId(number)) + ", name: 'h" + number + "', rooms: 1, tags: [], " + members + "}"));
    }

    private List<String> sent() {
        return recorder.commands().stream()
                .map(command -> command.name() + " " + command.collection())
                .toList();
    }

    @Test
    void findsTheEntriesOfAListByTheirPlaces() {
        storeTargets();
        storeHouse(1, "win: [$x, $a, null, $y, $x, $b]");
        storeHouse(2, "win: [$a, $b, $a]");
        storeHouse(3, "win: null");
        storeHouse(4, "win: [{$ref: 'windows', $id: $a}, {$ref: 'windows', $id: $y}]");

        assertThat(list(db.houses.dangling(house.windows())))
                .containsExactlyInAnyOrder(
                        new DanglingLink(houseId(1), "windows", 0, GONE),
                        new DanglingLink(houseId(1), "windows", 3, LOST),
                        new DanglingLink(houseId(1), "windows", 4, GONE),
                        new DanglingLink(houseId(4), "windows", 1, LOST));
        assertThat(sent()).containsExactly("find houses", "find windows");
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
        storeTargets();
        storeHouse(1, "door: $x, yard: $a");
        storeHouse(2, "door: {$ref: 'doors', $id: $b}, yard: $y");
        get(db.authors.insert(Author.of("ada", 1815)));
        db.store(
                "books",
                "{_id: 'x', editor: {$ref: 'authors', $id: 'bob', $db: 'other'}, authors: [{$ref: 'authors', $id:"
                        + " 'ada'}, 'ada', 'cyd', {$id: 'ada', $ref: 'authors'}]}");
        list(db.trees.saveAll(List.of(Tree.of("root", "leaf", "gone"), Tree.of("leaf", null, null))));

        assertThat(list(db.houses.dangling(house.door())))
                .containsExactly(new DanglingLink(houseId(1), "door", 0, GONE));
        assertThat(list(db.houses.dangling(house.yard())))
                .containsExactly(new DanglingLink(houseId(2), "yard", 0, LOST));
        assertThat(list(db.books.dangling(book.editor()))).containsExactly(new DanglingLink("x", "editor", 0, "bob"));
        assertThat(list(db.books.dangling(book.authors()))).containsExactly(new DanglingLink("x", "authors", 2, "cyd"));
        assertThat(list(db.trees.dangling(tree.left()))).isEmpty();
        assertThat(list(db.trees.dangling(tree.right()))).containsExactly(new DanglingLink("root", "right", 0, "gone"));
    }

    @Test
    void findsAllLinksOfADocumentInOneScan() {
        storeTargets();
        storeHouse(1, "door: $x, win: [$a, $x], yard: $y, owners: [$y, $b]");
        storeHouse(2, "door: $a, win: [$b], owners: null");

        assertThat(list(db.houses.dangling()))
                .containsExactly(
                        new DanglingLink(houseId(1), "door", 0, GONE),
                        new DanglingLink(houseId(1), "windows", 1, GONE),
                        new DanglingLink(houseId(1), "yard", 0, LOST),
                        new DanglingLink(houseId(1), "owners", 0, LOST));
        assertThat(sent())
                .containsExactlyInAnyOrder("find houses", "find doors", "find windows", "find yards", "find persons");
        assertThat(list(db.persons.dangling())).isEmpty();
    }

    @Test
    void reportsValuesThatCanBeNoIdAsTheyAreStored() {
        storeTargets();
        storeHouse(1, "win: ['oops', $a, /^66/], yard: {$ref: 'yards'}");

        assertThat(list(db.houses.dangling(house.windows())))
                .extracting(DanglingLink::position, DanglingLink::targetId)
                .containsExactly(tuple(0, new BsonString("oops")), tuple(2, new BsonRegularExpression("^66")));
        assertThat(list(db.houses.dangling(house.yard())))
                .containsExactly(new DanglingLink(houseId(1), "yard", 0, BsonDocument.parse("{$ref: 'yards'}")));
        assertThat(get(db.houses.repair(house.windows(), RepairRule.PULL))).isEqualTo(1);
        assertThat(get(db.houses.repair(house.yard(), RepairRule.UNSET))).isZero();
        assertThat(stored(1)) // but for what no update can name
                .isEqualTo(expected(1, "door: $a, win: [$a, /^66/], yard: {$ref: 'yards'}"));
    }

    @Test
    void pullsWhatDanglesAndLeavesTheRestAsItIs() {
        storeTargets();
        storeHouse(1, "win: [$b, $x, $a, null, $y, $x, $b]");
        storeHouse(2, "win: [$a, $b, $a]");
        storeHouse(3, "win: [{$ref: 'windows', $id: $x}, {$ref: 'windows', $id: $a}]");
        storeHouse(4, "win: [$y]");
        storeHouse(5, "win: null");

        assertThat(get(db.houses.repair(house.windows(), RepairRule.PULL))).isEqualTo(3);

        assertThat(sent()).containsExactly("find houses", "find windows", "update houses");
        assertThat(stored(1)).isEqualTo(expected(1, "door: $a, win: [$b, $a, null, $b]"));
        assertThat(stored(2)).isEqualTo(expected(2, "door: $a, win: [$a, $b, $a]"));
        assertThat(stored(3)).isEqualTo(expected(3, "door: $a, win: [{$ref: 'windows', $id: $a}]"));
        assertThat(stored(4)).isEqualTo(expected(4, "door: $a, win: []"));
        assertThat(stored(5)).isEqualTo(expected(5, "door: $a, win: null"));
        recorder.clear();

        assertThat(get(db.houses.repair(house.windows(), RepairRule.PULL))).isZero();
        assertThat(sent()).containsExactly("find houses", "find windows");
        assertThat(list(db.houses.dangling(house.windows()))).isEmpty();
    }

    @Test
    void pullsValuesAsTheyAreStored() {
        storeTargets();
        storeHouse(1, "win: [$x, $a, {$ref: 'windows', $id: $x}, {$ref: 'windows', $id: $y, $db: 'd'}, $x]");

        assertThat(get(db.houses.repair(house.windows(), RepairRule.PULL))).isEqualTo(1);

        assertThat(SentUpdates.in(recorder, houseId(1), "1", GONE, "X", LOST, "Y"))
                .containsExactly(
                        "houses: all {'_id': {'$in': [1]}, '$and': [{'win': {'$in': [X, {'$ref': 'windows', '$id': X},"
                                + " {'$ref': 'windows', '$id': Y, '$db': 'd'}]}}, {'win': {'$type': 'array'}}]}"
                                + " {'$pull': {'win': {'$in': [X, {'$ref': 'windows', '$id': X}, {'$ref': 'windows',"
                                + " '$id': Y, '$db': 'd'}]}}}");
        assertThat(stored(1)).isEqualTo(expected(1, "door: $a, win: [$a]"));
    }

    @Test
    void removesOptionalMembersInWhichSomethingDangles() {
        storeTargets();
        storeHouse(1, "yard: $x, owners: [$a, $x]");
        storeHouse(2, "yard: $a, owners: [$a, $b]");
        storeHouse(3, "yard: {$ref: 'yards', $id: $y}, owners: null");

        assertThat(get(db.houses.repair(house.yard(), RepairRule.PULL))).isEqualTo(2);
        assertThat(get(db.houses.repair(house.owners(), RepairRule.UNSET))).isEqualTo(1);

        assertThat(stored(1)).isEqualTo(expected(1, "door: $a, win: []"));
        assertThat(stored(2)).isEqualTo(expected(2, "door: $a, win: [], yard: $a, owners: [$a, $b]"));
        assertThat(stored(3)).isEqualTo(expected(3, "door: $a, win: [], owners: null"));
        storeHouse(4, "yard: $x");
        assertThat(get(db.houses.repair(house.yard(), RepairRule.UNSET))).isEqualTo(1);
        assertThat(SentUpdates.in(recorder, houseId(4), "4", GONE, "X"))
                .containsExactly(
                        "houses: all {'_id': {'$in': [4]}, '$and': [{'yard': {'$in': [X]}}]} {'$unset': {'yard': ''}}");
    }

    @Test
    void refusesToRemoveRequiredMembersBeforeAnythingIsSent() {
        storeHouse(1, "win: [$x]");

        for (RepairRule rule : RepairRule.values()) {
            assertThatThrownBy(() -> get(db.houses.repair(house.door(), rule)))
                    .isInstanceOf(RequiredLinkException.class)
                    .hasMessageContaining("House.door is required")
                    .hasMessageContaining("Attach another Door");
        }
        assertThatThrownBy(() -> get(db.houses.repair(house.windows(), RepairRule.UNSET)))
                .isInstanceOf(RequiredLinkException.class)
                .hasMessageContaining("House.windows is required")
                .hasMessageContaining("RepairRule.PULL");
        assertThat(recorder.names()).isEmpty();
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
        assertThatThrownBy(() -> db.houses.repair(house, RepairRule.PULL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("House is the document itself");
        assertThatThrownBy(() -> db.houses.repair(house.windows(), null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void raisesTheVersionsOfRepairedDocuments() {
        AccountRepository accounts = new AccountRepository(DATABASE.database());
        Account saved = get(accounts.save(new Account("repaired", 1, 0, List.of(Ref.to(GONE)))));

        assertThat(get(accounts.repair(account.ledgers(), RepairRule.PULL))).isEqualTo(1);

        Account repaired = get(accounts.findById("repaired"));
        assertThat(repaired.ledgers()).isEmpty();
        assertThat(repaired.version()).isEqualTo(saved.version() + 1);
    }

    @Test
    void scansWithinATransaction() {
        assumeFalse(DATABASE.isEmbedded(), "the embedded server has no transactions");
        storeTargets();
        for (int i = 1; i < 5; i++) {
            storeHouse(i, "win: [$a, $x]");
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

    /** Windows of a thousand documents. */
    @Nested
    class OfFiveThousandDocuments {
        private static final int HOUSES = 5_000;

        private List<ObjectId> dangling = new ArrayList<>();

        @BeforeEach
        void everyTenthHouseHasADanglingLink() {
            Door door = Door.of(2, 1);
            door.id = A;
            get(db.doors.insert(door));
            List<Window> windows = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                windows.add(Window.of(i, false));
            }
            windows = list(db.windows.insertAll(windows));
            List<House> houses = new ArrayList<>();
            for (int i = 0; i < HOUSES; i++) {
                List<Ref<Window>> refs = new ArrayList<>();
                refs.add(Ref.of(windows.get(i % 100)));
                if (i % 10 == 0) {
                    ObjectId gone = new ObjectId();
                    dangling.add(gone);
                    refs.add(Ref.to(gone));
                }
                refs.add(Ref.of(windows.get((i + 1) % 100)));
                houses.add(House.of("h" + i, Ref.of(door)).withWindows(refs));
            }
            list(db.houses.insertAll(houses));
            recorder.clear();
        }

        private long finds(String collection) {
            return sent().stream().filter(("find " + collection)::equals).count();
        }

        @Test
        void areScannedByOneFindPerWindow() {
            List<DanglingLink> found = list(db.houses.dangling(house.windows()));

            assertThat(found).extracting(DanglingLink::targetId).containsExactlyInAnyOrderElementsOf(dangling);
            assertThat(found).allMatch(each -> each.position() == 1);
            assertThat(sent()).hasSize(6);
            assertThat(finds("houses")).isEqualTo(1);
            assertThat(finds("windows")).isEqualTo(5);
            assertThat(recorder.commands("getMore").size()).isLessThanOrEqualTo(5);
        }

        @Test
        void areRepairedByOneCommandPerWindow() {
            assertThat(get(db.houses.repair(house.windows(), RepairRule.PULL))).isEqualTo(HOUSES / 10);

            assertThat(recorder.commands("update").size()).isBetween(1, 6); // the scan may see what it has changed
            assertThat(finds("houses")).isEqualTo(1);
            assertThat(finds("windows")).isBetween(5L, 6L);
            assertThat(list(db.houses.dangling(house.windows()))).isEmpty();
            assertThat(list(db.houses.findAll()))
                    .allMatch(each -> each.windows().size() == 2);
        }

        @Test
        void areReadAsFarAsIsAskedFor() {
            StepVerifier.create(db.houses.dangling(house.windows()), 0)
                    .thenRequest(7)
                    .expectNextCount(7)
                    .then(() -> assertThat(finds("windows")).isEqualTo(1))
                    .thenRequest(100)
                    .expectNextCount(100)
                    .then(() -> assertThat(finds("windows")).isLessThanOrEqualTo(2))
                    .thenCancel()
                    .verify();
            long before = finds("windows");
            assertThat(list(db.houses.dangling(house.windows()).take(3))).hasSize(3);
            assertThat(finds("windows")).isEqualTo(before + 1);
            assertThat(get(Flux.interval(Duration.ofMillis(20))
                            .map(tick -> recorder.commands("killCursors").size())
                            .filter(killed -> killed == 2)
                            .next()
                            .timeout(Duration.ofSeconds(10))))
                    .isEqualTo(2);
        }

        @Test
        void areScannedInFewerAtATimeWhenTheyHoldManyLinks() {
            List<Ref<Window>> many = new ArrayList<>();
            for (int i = 0; i < 15_000; i++) {
                many.add(Ref.to(i % 2 == 0 ? GONE : LOST));
            }
            db.clear();
            for (int i = 0; i < 4; i++) {
                get(db.houses.insert(House.of("big" + i, Ref.to(A)).withWindows(many)));
            }
            recorder.clear();

            assertThat(get(db.houses.dangling(house.windows()).count())).isEqualTo(60_000);
            assertThat(finds("windows")).isEqualTo(2);
            assertThat(get(db.houses.repair(house.windows(), RepairRule.PULL))).isEqualTo(4);
            assertThat(list(db.houses.findAll()))
                    .allMatch(each -> each.windows().isEmpty());
        }

        @Test
        void loseNothingThatIsAttachedDuringTheRepair() {
            ObjectId house1 =
                    id(get(db.houses.find(house.name.eq("h0")).first()).id());
            Window late = get(db.windows.insert(Window.of(1, true)));

            get(Mono.zip(
                    db.houses.repair(house.windows(), RepairRule.PULL),
                    db.houses.attach(house1, house.windows(), late)));

            assertThat(ids(get(db.houses.findById(house1)).windows())).contains(late.id());
            assertThat(list(db.houses.dangling(house.windows()))).isEmpty();
        }
    }
}
