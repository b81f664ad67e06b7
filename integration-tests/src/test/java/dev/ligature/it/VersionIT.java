// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.get;
import static dev.ligature.it.Houses.id;
import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QAccount.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoException;
import dev.ligature.DocumentNotFoundException;
import dev.ligature.VersionConflictException;
import dev.ligature.it.model.Account;
import dev.ligature.it.model.AccountRepository;
import dev.ligature.it.model.Crew;
import dev.ligature.it.model.CrewRepository;
import dev.ligature.it.model.Ledger;
import dev.ligature.it.model.LedgerRepository;
import dev.ligature.link.Ref;
import dev.ligature.query.WriteRule;
import dev.ligature.repository.Transactions;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Optimistic locking: a replacement of what somebody else has changed is refused, alone and in cascades. */
class VersionIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private final AccountRepository accounts = new AccountRepository(DATABASE.database());
    private final CrewRepository crews = new CrewRepository(DATABASE.database());
    private final LedgerRepository ledgers = new LedgerRepository(DATABASE.database());

    @BeforeEach
    void makeTheCollection() {
        get(ledgers.insert(new Ledger()).then(ledgers.find().delete())); // transactions make no collections everywhere
    }

    @Test
    void countsTheWrites() {
        Account inserted = get(accounts.insert(Account.of("a", 1)));
        assertThat(inserted.version()).isEqualTo(1);

        Account saved = get(accounts.save(inserted.withBalance(2)));
        assertThat(saved.version()).isEqualTo(2);
        Account replaced = get(accounts.replace(saved.withBalance(3)));
        assertThat(replaced.version()).isEqualTo(3);
        get(accounts.updateById("a", account.balance.inc(1)));
        get(accounts.find(account.balance.eq(4)).update(account.balance.inc(1)));

        assertThat(get(accounts.findById("a")).version()).isEqualTo(5);
        assertThat(get(accounts.findById("a")).balance()).isEqualTo(5);
    }

    @Test
    void refusesToReplaceWhatSomebodyElseHasChanged() {
        Account read = get(accounts.insert(Account.of("a", 1)));
        get(accounts.save(read.withBalance(2)));

        for (Mono<Account> write : List.of(accounts.save(read.withBalance(9)), accounts.replace(read.withBalance(9)))) {
            VersionConflictException conflict = catchThrowableOfType(VersionConflictException.class, () -> get(write));
            assertThat(conflict).hasMessageContaining("Account a").hasMessageContaining("expected version 1, found 2");
            assertThat(conflict.conflicts()).containsExactly(new VersionConflictException.Conflict("a", 1, 2));
        }
        assertThat(get(accounts.findById("a")).balance()).isEqualTo(2);
    }

    @Test
    void refusesToSaveAnewWhatIsThereAlready() {
        get(accounts.insert(Account.of("a", 1)));

        assertThatThrownBy(() -> get(accounts.save(Account.of("a", 9)))).isInstanceOf(VersionConflictException.class);
        assertThat(get(accounts.findById("a")).balance()).isEqualTo(1);
    }

    @Test
    void insertsAgainUnderSaveWhatSomebodyHasDeletedButNotUnderReplace() {
        Account read = get(accounts.insert(Account.of("a", 1)));
        get(accounts.deleteById("a"));

        assertThatThrownBy(() -> get(accounts.replace(read))).isInstanceOf(DocumentNotFoundException.class);
        assertThat(get(accounts.save(read)).version()).isEqualTo(2);
    }

    @Test
    void acceptsDocumentsFromBeforeTheVersion() {
        get(Mono.from(DATABASE.database()
                .getCollection("ledgers", BsonDocument.class)
                .insertOne(BsonDocument.parse("{_id: {$oid: '665000000000000000000001'}, text: 'old'}"))));
        Ledger read = get(ledgers.find().first());
        assertThat(read.version).isZero();

        read.text = "new";
        assertThat(get(ledgers.save(read)).version).isEqualTo(1);
        assertThat(get(ledgers.find().first()).text).isEqualTo("new");
    }

    @Test
    void leavesTheVersionOfAClassDocumentAloneWhenItIsNotWritten() {
        Ledger mine = get(ledgers.insert(new Ledger()));
        get(ledgers.save(get(ledgers.findById(id(mine.id)))));

        assertThatThrownBy(() -> get(ledgers.save(mine))).isInstanceOf(VersionConflictException.class);

        assertThat(mine.version).isEqualTo(1);
    }

    @Test
    void leavesTheVersionsAloneOfWhatACascadeDidNotReach() {
        Crew crew = new Crew();
        Ledger ledger = new Ledger();
        crew.ledger = Ref.of(ledger);
        get(crews.insert(crew, WriteRule.WRITE));
        Ledger other = get(ledgers.findById(id(ledger.id)));
        other.text = "changed by somebody else";
        get(ledgers.save(other));

        assertThatThrownBy(() -> get(crews.save(crew, WriteRule.WRITE))).isInstanceOf(VersionConflictException.class);

        assertThat(crew.version).isEqualTo(1);
        assertThat(get(crews.save(crew)).version).isEqualTo(2);
    }

    @Test
    @DisabledOnEmbedded("sessions")
    void findsDocumentsAsTheyWereWhenATransactionIsRunAgain() {
        Crew crew = get(crews.insert(new Crew()));
        Ledger added = new Ledger();
        crew.ledger = Ref.of(added);
        AtomicInteger runs = new AtomicInteger();
        MongoException transientError = new MongoException(1, "injected");
        transientError.addLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);

        Crew replaced = get(Transactions.of(DATABASE.client()).run(() -> crews.replace(crew, WriteRule.WRITE)
                .flatMap(done -> runs.incrementAndGet() == 1 ? Mono.error(transientError) : Mono.just(done))));

        assertThat(runs).hasValue(2);
        assertThat(replaced.version).isEqualTo(2);
        assertThat(get(crews.findById(id(crew.id))).version).isEqualTo(2);
        assertThat(get(ledgers.findById(id(added.id))).version).isEqualTo(1);
    }

    @Test
    @DisabledOnEmbedded("sessions")
    void takesIdsAndVersionsBackWhenATransactionIsAborted() {
        Crew crew = get(crews.insert(new Crew()));
        Ledger added = new Ledger();
        crew.ledger = Ref.of(added);

        assertThatThrownBy(() -> get(Transactions.of(DATABASE.client()).run(() -> crews.replace(crew, WriteRule.WRITE)
                        .then(crews.replace(crew, WriteRule.WRITE))
                        .then(Mono.<Crew>error(new IllegalStateException("no"))))))
                .hasMessage("no");

        assertThat(crew.version).isEqualTo(1);
        assertThat(added.id).isNull();
        assertThat(added.version).isZero();
        assertThat(get(crews.replace(crew, WriteRule.WRITE)).version).isEqualTo(2);
    }

    @Test
    void reportsAllConflictsOfACascadeTogether() {
        Ledger one = new Ledger();
        Ledger two = new Ledger();
        Ledger three = new Ledger();
        Account inserted = get(accounts.insert(
                new Account("a", 1, 0, List.of(Ref.of(one), Ref.of(two), Ref.of(three))), WriteRule.WRITE));
        for (Ledger each : List.of(one, three)) {
            Ledger other = get(ledgers.findById(id(each.id)));
            other.text = "changed by somebody else";
            get(ledgers.save(other));
        }

        VersionConflictException conflict = catchThrowableOfType(
                VersionConflictException.class, () -> get(accounts.save(inserted, WriteRule.WRITE)));

        assertThat(conflict.conflicts())
                .extracting(VersionConflictException.Conflict::id)
                .containsExactlyInAnyOrder(one.id, three.id);
        assertThat(get(accounts.findById("a")).version()).isEqualTo(1);
    }

    @Test
    void losesNoIncrementOfConcurrentWriters() {
        get(accounts.insert(Account.of("a", 0)));

        Flux.range(0, 40)
                .flatMap(
                        each -> accounts.findById("a")
                                .flatMap(read -> accounts.replace(read.withBalance(read.balance() + 1)))
                                .retryWhen(Retry.indefinitely().filter(VersionConflictException.class::isInstance)),
                        8)
                .blockLast();

        assertThat(get(accounts.findById("a")).balance()).isEqualTo(40);
        assertThat(list(accounts.findAll())).hasSize(1);
    }
}
