// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.ids;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.StoredHouses.houseId;
import static dev.ligature.it.model.QAccount.account;
import static dev.ligature.it.model.QAuthor.author;
import static dev.ligature.it.model.QBook.book;
import static dev.ligature.it.model.QHouse.house;
import static dev.ligature.it.model.QTree.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoClient;
import dev.ligature.LigatureException;
import dev.ligature.VersionConflictException;
import dev.ligature.it.model.Account;
import dev.ligature.it.model.AccountRepository;
import dev.ligature.it.model.Author;
import dev.ligature.it.model.Book;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseRepository;
import dev.ligature.it.model.Person;
import dev.ligature.it.model.QAuthor;
import dev.ligature.it.model.QHouse;
import dev.ligature.it.model.QWindow;
import dev.ligature.it.model.Tree;
import dev.ligature.it.model.Window;
import dev.ligature.it.model.Yard;
import dev.ligature.link.Ref;
import dev.ligature.repository.Transactions;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Attaching targets to the document that stores the link: one atomic update each. */
class AttachIT {
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
    void addsDocumentsReferencesAndIdsToAListByOneUpdateEach() {
        House saved = stored.house();
        List<Window> windows = stored.windows(6);
        List<ObjectId> given = windows.stream().map(each -> id(each.id())).toList();

        assertThat(get(db.houses.attach(saved, house.windows(), windows.get(2), windows.get(0))))
                .isEqualTo(1);
        assertThat(get(db.houses.attach(
                        saved,
                        house.windows(),
                        QWindow.ref(given.get(1)),
                        Ref.of(windows.get(3)),
                        Ref.to(given.get(0)))))
                .isEqualTo(1);
        assertThat(get(db.houses.attach(saved, house.windows(), given.get(5), given.get(4))))
                .isEqualTo(1);

        assertThat(recorder.names()).containsExactly("update", "update", "update");
        assertThat(SentUpdates.in(
                        recorder,
                        id(saved.id()),
                        "H",
                        given.get(0),
                        "0",
                        given.get(1),
                        "1",
                        given.get(2),
                        "2",
                        given.get(3),
                        "3",
                        given.get(4),
                        "4",
                        given.get(5),
                        "5"))
                .containsExactly(
                        "houses: one {'_id': H} {'$addToSet': {'win': {'$each': [2, 0]}}}",
                        "houses: one {'_id': H} {'$addToSet': {'win': {'$each': [1, 3, 0]}}}",
                        "houses: one {'_id': H} {'$addToSet': {'win': {'$each': [5, 4]}}}");
        assertThat(ids(stored.read(saved).windows()))
                .containsExactly(given.get(2), given.get(0), given.get(1), given.get(3), given.get(5), given.get(4));
    }

    @Test
    void takesTheDocumentByItselfAndByItsId() {
        House saved = stored.house();
        Ref<House> reference = QHouse.ref(id(saved.id()));
        List<Window> windows = stored.windows(4);

        get(db.houses.attach(saved, house.windows(), windows.get(0)));
        get(db.houses.attach(id(saved.id()), house.windows(), windows.get(1)));
        get(db.houses.attach(id(saved.id()), house.windows(), Ref.of(windows.get(2))));
        get(db.houses.attach(
                id(QHouse.id(reference)), house.windows(), id(windows.get(3).id())));

        assertThat(recorder.names()).containsExactly("update", "update", "update", "update");
        assertThat(ids(stored.read(saved).windows()))
                .containsExactlyElementsOf(windows.stream().map(Window::id).toList());
    }

    @Test
    void takesListsOfTargetsAndNothingOfAnEmptyOne() {
        House saved = stored.house();
        ObjectId savedId = id(saved.id());
        List<Window> windows = stored.windows(6);
        List<ObjectId> given = windows.stream().map(each -> id(each.id())).toList();

        get(db.houses.attach(saved, house.windows(), windows.subList(0, 1)));
        get(db.houses.attach(saved, house.windows(), List.of(Ref.of(windows.get(1)))));
        get(db.houses.attach(saved, house.windows(), Set.of(given.get(2))));
        get(db.houses.attach(savedId, house.windows(), windows.subList(0, 4)));
        get(db.houses.attach(savedId, house.windows(), List.of(QWindow.ref(given.get(4)))));
        get(db.houses.attach(savedId, house.windows(), given));
        assertThat(recorder.names()).hasSize(6).containsOnly("update");
        recorder.clear();
        assertThat(get(db.houses.attach(saved, house.windows(), List.<Window>of())))
                .isZero();
        assertThat(get(db.houses.attach(savedId, house.windows(), List.<ObjectId>of())))
                .isZero();

        assertThat(recorder.names()).isEmpty();
        assertThat(ids(stored.read(saved).windows()))
                .containsExactlyElementsOf(windows.stream().map(Window::id).toList());
    }

    @Test
    void attachesWhatIsAttachedAlreadyNoSecondTime() {
        House saved = stored.house();
        List<Window> windows = stored.windows(3);
        get(db.houses.attach(saved, house.windows(), windows.get(1), windows.get(0), windows.get(1)));

        assertThat(get(db.houses.attach(saved, house.windows(), windows.get(0), windows.get(1))))
                .isZero();
        assertThat(get(db.houses.attach(saved, house.windows(), windows))).isEqualTo(1);

        assertThat(ids(stored.read(saved).windows()))
                .containsExactly(
                        windows.get(1).id(), windows.get(0).id(), windows.get(2).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "owners: null", "owners: []", "owners: [null]"})
    void makesTheListWhereThereIsNone(String owners) {
        stored.house(1, owners);
        Person ada = get(db.persons.insert(Person.of("Ada")));
        Person bob = get(db.persons.insert(Person.of("Bob")));
        recorder.clear();

        assertThat(get(db.houses.attach(houseId(1), house.owners(), ada, bob))).isEqualTo(1);

        assertThat(SentUpdates.in(recorder, houseId(1), "H", id(ada.id()), "A", id(bob.id()), "B"))
                .containsExactly("houses: one {'_id': H, '$or': [{'owners': {'$type': 'array'}}, {'owners': {'$exists':"
                        + " false}}]} {'$addToSet': {'owners': {'$each': [A, B]}}}; one {'_id': H, 'owners': null,"
                        + " 'owners.0': {'$exists': false}} {'$set': {'owners': [A, B]}}");
        assertThat(recorder.names()).containsExactly("update");
        assertThat(stored.get(1).getArray("owners").stream().filter(each -> !each.isNull()))
                .extracting(each -> each.asObjectId().getValue())
                .containsExactly(ada.id(), bob.id());
        assertThat(stored.get(1).getArray("owners")).hasSize(owners.contains("[null]") ? 3 : 2);
        assertThat(get(db.houses.attach(houseId(1), house.owners(), bob))).isZero();
    }

    @Test
    void replacesTheTargetOfALinkToOne() {
        House saved = stored.house();
        Door front = get(db.doors.insert(Door.of(2, 1)));
        Yard yard = get(db.yards.insert(Yard.of(1)));
        recorder.clear();

        assertThat(get(db.houses.attach(saved, house.door(), front))).isEqualTo(1);
        assertThat(get(db.houses.attach(saved, house.yard(), Ref.of(yard)))).isEqualTo(1);
        assertThat(get(db.houses.attach(saved, house.door(), id(front.id)))).isZero();

        assertThat(SentUpdates.in(recorder, id(saved.id()), "H", id(front.id), "D", id(yard.id()), "Y"))
                .containsExactly(
                        "houses: one {'_id': H} {'$set': {'door': D}}",
                        "houses: one {'_id': H} {'$set': {'yard': Y}}",
                        "houses: one {'_id': H} {'$set': {'door': D}}");
        assertThat(stored.read(saved).door().id()).isEqualTo(front.id);
        assertThat(stored.read(saved).yard().orElseThrow().id()).isEqualTo(yard.id());
    }

    @Test
    void storesDbRefsWhereDeclared() {
        get(db.books.insert(new Book("b", Optional.empty(), List.of())));
        Author ada = get(db.authors.insert(Author.of("ada", 1815)));
        recorder.clear();

        assertThat(get(db.books.attach("b", book.authors(), Ref.of(ada), QAuthor.ref("bob"))))
                .isEqualTo(1);
        assertThat(get(db.books.attach("b", book.authors(), "bob", "ada"))).isZero();
        assertThat(get(db.authors.attach(ada, author.edited(), "b"))).isEqualTo(1);
        assertThat(get(db.authors.attach("cyd", author.books(), "b"))).isEqualTo(1);

        assertThat(SentUpdates.in(recorder))
                .containsExactly(
                        "books: one {'_id': 'b'} {'$addToSet': {'authors': {'$each': [{'$ref': 'authors', '$id': 'ada'},"
                                + " {'$ref': 'authors', '$id': 'bob'}]}}}",
                        "books: one {'_id': 'b'} {'$addToSet': {'authors': {'$each': [{'$ref': 'authors', '$id': 'bob'},"
                                + " {'$ref': 'authors', '$id': 'ada'}]}}}",
                        "books: one {'_id': 'b'} {'$set': {'editor': {'$ref': 'authors', '$id': 'ada'}}}",
                        "books: one {'_id': 'b'} {'$addToSet': {'authors': {'$each': [{'$ref': 'authors', '$id':"
                                + " 'cyd'}]}}}");
        Book read = get(db.books.findById("b"));
        assertThat(ids(read.authors())).containsExactly("ada", "bob", "cyd");
        assertThat(read.editor().orElseThrow().id()).isEqualTo("ada");
    }

    @Test
    void linksDocumentsOfOneCollectionToEachOther() {
        list(db.trees.saveAll(
                List.of(Tree.of("root", null, null), Tree.of("leaf", null, null), Tree.of("twig", null, null))));

        get(db.trees.attach("root", tree.left(), "leaf"));
        get(db.trees.attach("leaf", tree.leftOf(), "twig"));

        assertThat(list(db.trees.find(tree.left().id.eq("leaf")).ids())).containsExactlyInAnyOrder("root", "twig");
    }

    @Test
    void readsIdsAndSendsAnewOnEachSubscription() {
        House saved = stored.house();
        Door unsaved = Door.of(2, 1);
        Mono<Long> attaching = db.houses.attach(saved, house.door(), unsaved);
        assertThat(recorder.names()).isEmpty();

        assertThat(get(db.doors.insert(unsaved).then(attaching))).isEqualTo(1);
        assertThat(get(attaching)).isZero();

        assertThat(recorder.names()).containsExactly("insert", "update", "update");
        assertThat(stored.read(saved).door().id()).isEqualTo(unsaved.id);
    }

    @Test
    void raisesTheVersionOfTheDocumentThatStoresTheLink() {
        AccountRepository accounts = new AccountRepository(DATABASE.database());
        Account saved = get(accounts.insert(Account.of("versioned", 1)));
        recorder.clear();

        ObjectId ledger = new ObjectId();
        assertThat(get(accounts.attach(saved, account.ledgers(), ledger))).isEqualTo(1);

        assertThat(SentUpdates.in(recorder, ledger, "L"))
                .containsExactly("accounts: one {'_id': 'versioned'} {'$addToSet': {'ledgers': {'$each': [L]}}, '$inc':"
                        + " {'v': 1}}");
        assertThatThrownBy(() -> get(accounts.replace(saved.withBalance(2))))
                .isInstanceOf(VersionConflictException.class);
        assertThat(ids(get(accounts.findById("versioned")).ledgers())).containsExactly(ledger);
    }

    private static Flux<Long> attachAll(MongoClient client, House saved, List<Window> windows) {
        HouseRepository houses =
                new HouseRepository(client.getDatabase(DATABASE.database().getName()));
        return Flux.fromIterable(windows).concatMap(each -> houses.attach(saved, house.windows(), each));
    }

    @Test
    void losesNothingOfWhatManyClientsAttachAtOnce() {
        House saved = stored.house();
        List<Window> windows = stored.windows(3_200);

        long changed = get(Flux.range(0, 32)
                .flatMap(
                        number -> Flux.using(
                                        DATABASE::connect,
                                        client -> attachAll(
                                                client, saved, windows.subList(number * 100, number * 100 + 100)),
                                        MongoClient::close)
                                .subscribeOn(Schedulers.parallel()),
                        32)
                .reduce(0L, Long::sum));

        assertThat(changed).isEqualTo(3_200);
        assertThat(new HashSet<>(ids(stored.read(saved).windows()))).hasSize(3_200);
        assertThat(stored.read(saved).windows()).hasSize(3_200);
    }

    @Test
    void makesOneListOfWhatManyAttachAtOnceToNone() {
        stored.house(1, "owners: null");
        List<ObjectId> owners = list(Flux.range(0, 64).map(i -> new ObjectId()));

        get(Flux.fromIterable(owners)
                .flatMap(each -> db.houses.attach(houseId(1), house.owners(), each), 32)
                .then(Mono.just(true)));

        assertThat(ids(get(db.houses.findById(houseId(1))).owners().orElseThrow()))
                .containsExactlyInAnyOrderElementsOf(owners);
    }

    @Test
    @DisabledOnEmbedded("transactions")
    void joinsTheTransactionItIsPartOf() {
        House saved = stored.house();
        List<Window> windows = stored.windows(2);
        Transactions transactions = Transactions.of(DATABASE.client());

        assertThatThrownBy(() -> get(transactions.run(() -> db.houses
                        .attach(saved, house.windows(), windows.get(0))
                        .then(Mono.error(new LigatureException("no", null))))))
                .isInstanceOf(LigatureException.class);
        assertThat(stored.read(saved).windows()).isEmpty();

        get(transactions.run(() -> db.houses.attach(saved, house.windows(), windows.get(0))));
        assertThat(ids(stored.read(saved).windows()))
                .containsExactly(windows.get(0).id());
    }
}
