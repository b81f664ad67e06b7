// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.model.IndexOptions;
import dev.ligature.DocumentNotFoundException;
import dev.ligature.OperationException;
import dev.ligature.VersionConflictException;
import dev.ligature.WrittenDocument;
import dev.ligature.it.model.Account;
import dev.ligature.it.model.AccountRepository;
import dev.ligature.it.model.Crew;
import dev.ligature.it.model.CrewRepository;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseRepository;
import dev.ligature.it.model.Ledger;
import dev.ligature.it.model.LedgerRepository;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.query.WriteRule;
import dev.ligature.repository.Transactions;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** A write that fails half-way: what was written keeps its version and is named, what was not is as it was read. */
class PartialWriteIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final LedgerRepository ledgers = new LedgerRepository(DATABASE.database());
    private final CrewRepository crews = new CrewRepository(DATABASE.database());
    private final AccountRepository accounts = new AccountRepository(DATABASE.database());

    @BeforeEach
    void makeTheCollection() {
        get(ledgers.insert(new Ledger()).then(ledgers.find().delete())); // transactions make no collections everywhere
    }

    private Ledger ledger() {
        return get(ledgers.insert(new Ledger()));
    }

    private Crew crew(Ledger ledger) {
        Crew crew = new Crew();
        crew.ledger = Ref.of(ledger);
        return get(crews.insert(crew, WriteRule.WRITE));
    }

    /** Changes a stored ledger behind the back of the object in memory. */
    private void makeStale(Ledger ledger) {
        Ledger other = get(ledgers.findById(id(ledger.id)));
        other.text = "changed by somebody else";
        get(ledgers.save(other));
    }

    private long storedVersion(Ledger ledger) {
        return get(ledgers.findById(id(ledger.id))).version;
    }

    private static WrittenDocument written(Ledger ledger) {
        return new WrittenDocument("Ledger", id(ledger.id));
    }

    @Test
    void keepsTheVersionsOfWhatWasWrittenBeforeAConflict() {
        Ledger first = ledger();
        Ledger stale = ledger();
        makeStale(stale);

        VersionConflictException conflict = catchThrowableOfType(
                VersionConflictException.class, () -> list(ledgers.saveAll(List.of(first, stale))));

        assertThat(conflict.written()).containsExactly(written(first));
        assertThat(conflict).hasMessageContaining("Written before that: Ledger " + first.id + ".");
        assertThat(conflict.conflicts()).containsExactly(new VersionConflictException.Conflict(id(stale.id), 1, 2));
        assertThat(List.of(first.version, stale.version)).containsExactly(2L, 1L);
        assertThat(storedVersion(first)).isEqualTo(2);

        VersionConflictException again = catchThrowableOfType(
                VersionConflictException.class, () -> list(ledgers.saveAll(List.of(first, stale))));
        assertThat(again.conflicts()).isEqualTo(conflict.conflicts());
        assertThat(first.version).isEqualTo(3);
    }

    @Test
    void knowsOfWhatComesAfterAConflictWhetherItWasWritten() {
        Ledger first = ledger();
        Ledger stale = ledger();
        Ledger last = ledger();
        makeStale(stale);

        VersionConflictException conflict = catchThrowableOfType(
                VersionConflictException.class, () -> list(ledgers.saveAll(List.of(first, stale, last))));

        boolean goesOn = DATABASE.isEmbedded(); // which MongoDB does not after an error in an ordered bulk
        assertThat(last.version).isEqualTo(storedVersion(last)).isEqualTo(goesOn ? 2 : 1);
        assertThat(conflict.written())
                .isEqualTo(goesOn ? List.of(written(first), written(last)) : List.of(written(first)));
        assertThat(conflict.conflicts()).containsExactly(new VersionConflictException.Conflict(id(stale.id), 1, 2));
        assertThat(stale.version).isEqualTo(1);
    }

    @Test
    void tellsReplacedDocumentsFromTheConflictsAmongThem() {
        Ledger first = ledger();
        Ledger stale = ledger();
        Ledger last = ledger();
        Account account =
                get(accounts.insert(new Account("a", 1, 0, List.of(Ref.of(first), Ref.of(stale), Ref.of(last)))));
        makeStale(stale);

        VersionConflictException conflict = catchThrowableOfType(
                VersionConflictException.class, () -> get(accounts.replace(account, WriteRule.WRITE)));

        assertThat(conflict.written()).containsExactly(written(first), written(last));
        assertThat(List.of(first.version, stale.version, last.version)).containsExactly(2L, 1L, 2L);
        assertThat(get(accounts.findById("a")).version()).isEqualTo(1);
    }

    @Test
    void namesWhatWasReplacedBesideAMissingDocument() {
        Ledger first = ledger();
        Ledger deleted = ledger();
        Account account = get(accounts.insert(new Account("a", 1, 0, List.of(Ref.of(first), Ref.of(deleted)))));
        get(ledgers.deleteById(id(deleted.id)));

        DocumentNotFoundException missing = catchThrowableOfType(
                DocumentNotFoundException.class, () -> get(accounts.replace(account, WriteRule.WRITE)));

        assertThat(missing.written()).containsExactly(written(first));
        assertThat(List.of(first.version, deleted.version)).containsExactly(2L, 1L);
    }

    @Test
    void keepsTheVersionsOfTheCollectionsThatWereWrittenBefore() {
        Ledger ledger = new Ledger();
        Crew crew = crew(ledger);
        get(crews.save(get(crews.findById(id(crew.id)))));

        VersionConflictException conflict =
                catchThrowableOfType(VersionConflictException.class, () -> get(crews.save(crew, WriteRule.WRITE)));

        assertThat(conflict.written()).containsExactly(written(ledger));
        assertThat(List.of(ledger.version, crew.version)).containsExactly(2L, 1L);
        assertThat(get(ledgers.save(ledger)).version).isEqualTo(3);
    }

    @Test
    void takesADuplicateOfAnotherFieldForNoConflict() {
        Ledger first = ledger();
        Ledger twin = ledger();
        Ledger last = ledger();
        first.text = "first";
        last.text = "last";
        list(ledgers.saveAll(List.of(first, last)));
        get(Mono.from(ledgers.collection()
                .createIndex(new BsonDocument("text", new BsonInt32(1)), new IndexOptions().unique(true))));
        twin.text = "last";

        OperationException duplicate =
                catchThrowableOfType(OperationException.class, () -> list(ledgers.saveAll(List.of(first, twin))));

        assertThat(duplicate).hasMessageContaining("11000");
        assertThat(duplicate.written()).containsExactly(written(first));
        assertThat(List.of(first.version, twin.version)).containsExactly(3L, 1L);
    }

    @Test
    void namesTheInsertedOnesBeforeADuplicate() {
        Ledger stored = ledger();
        Ledger fresh = new Ledger();
        Ledger twin = new Ledger();
        twin.id = stored.id;

        OperationException duplicate =
                catchThrowableOfType(OperationException.class, () -> list(ledgers.insertAll(List.of(fresh, twin))));

        assertThat(duplicate.written()).containsExactly(written(fresh));
        assertThat(List.of(fresh.version, twin.version)).containsExactly(1L, 0L);
    }

    @Test
    void takesTheVersionBackWhereItIsNotKnownWhatWasWritten() {
        Ledger ledger = new Ledger();
        Crew crew = crew(ledger);
        CrewRepository failing = new CrewRepository(FailingDatabase.of(DATABASE.database(), "bulkWrite", "crews"));

        OperationException failure =
                catchThrowableOfType(OperationException.class, () -> get(failing.save(crew, WriteRule.WRITE)));

        assertThat(failure)
                .hasMessageContaining("It is not known whether this command has written its 1 Crew.")
                .hasMessageContaining("Written before that: Ledger " + ledger.id + ".");
        assertThat(failure.written()).containsExactly(written(ledger));
        assertThat(List.of(ledger.version, crew.version)).containsExactly(2L, 1L);
    }

    @Test
    void namesWhatWasWrittenBesideTheBulkThatFailed() {
        Houses db = new Houses(DATABASE.database());
        HouseRepository failing = new HouseRepository(FailingDatabase.of(DATABASE.database(), "bulkWrite", "doors"));
        House house = House.of("Oak", Ref.of(Door.of(2, 1)))
                .withWindows(List.of(Ref.of(Window.of(1, false)), Ref.of(Window.of(2, false))));

        OperationException failure =
                catchThrowableOfType(OperationException.class, () -> get(failing.insert(house, WriteRule.WRITE)));

        assertThat(failure).hasMessageContaining("It is not known whether this command has written its 1 Door.");
        assertThat(failure.written())
                .extracting(WrittenDocument::id)
                .containsExactlyElementsOf(list(db.windows.find().ids()));
        assertThat(get(db.windows.count())).isEqualTo(2);
        assertThat(get(db.houses.count())).isZero();
    }

    @Test
    @DisabledOnEmbedded("sessions")
    void sendsNothingAfterAFailureInATransaction() {
        Houses db = new Houses(DATABASE.database());
        HouseRepository failing = new HouseRepository(FailingDatabase.of(DATABASE.database(), "bulkWrite", "doors"));
        House house = House.of("Oak", Ref.of(Door.of(2, 1))).withWindows(List.of(Ref.of(Window.of(1, false))));
        get(db.houses.insert(house, WriteRule.WRITE)); // transactions make no collections everywhere
        DATABASE.recorder().clear();

        OperationException failure = catchThrowableOfType(
                OperationException.class,
                () -> get(Transactions.of(DATABASE.client()).run(() -> failing.insert(house, WriteRule.WRITE))));

        assertThat(failure.written()).isEmpty();
        assertThat(DATABASE.recorder().names()).doesNotContain("insert", "update");
    }

    @Test
    @DisabledOnEmbedded("sessions")
    void namesNothingAsWrittenInATransaction() {
        Ledger first = ledger();
        Ledger stale = ledger();
        makeStale(stale);

        VersionConflictException conflict = catchThrowableOfType(
                VersionConflictException.class,
                () -> list(Transactions.of(DATABASE.client()).runMany(() -> ledgers.saveAll(List.of(first, stale)))));

        assertThat(conflict.written()).isEmpty();
        assertThat(List.of(first.version, stale.version)).containsExactly(1L, 1L);
        assertThat(storedVersion(first)).isEqualTo(1);
    }

    @Test
    void namesTheFirstOfMany() {
        List<WrittenDocument> many = IntStream.range(0, 25)
                .mapToObj(i -> new WrittenDocument("Ledger", i))
                .toList();

        assertThat(new OperationException("It failed.", new IllegalStateException(), many))
                .hasMessageContaining("Ledger 9 and 15 more.");
    }
}
