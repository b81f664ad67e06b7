// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import static dev.ligature.it.model.QAccount.account;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import dev.ligature.it.model.Account;
import dev.ligature.it.model.AccountRepository;
import dev.ligature.repository.Transactions;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Transactions while connections break: done once or not at all, and never left open on the server. */
@DisabledOnEmbedded("transactions")
class TransactionFaultsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ACCOUNTS = 10;
    private static final int BALANCE = 1_000;

    @RegisterExtension
    static final TestDatabase server = new TestDatabase();

    private final AccountRepository accounts = new AccountRepository(server.database());

    @BeforeEach
    void fill() {
        server.clear();
        List<Account> all = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            all.add(Account.of("a" + i, BALANCE));
        }
        accounts.insertAll(all).blockLast(PATIENCE);
    }

    private static Mono<Long> transfer(AccountRepository accounts, String from, String to, int amount) {
        return accounts.find(account.id.eq(from))
                .update(account.balance.inc(-amount))
                .then(accounts.find(account.id.eq(to)).update(account.balance.inc(amount)))
                .then(accounts.find(account.id.in(from, to)).count());
    }

    private int balance(String id) {
        Account found = accounts.findById(id).block(PATIENCE);
        return found == null ? 0 : found.balance();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.07, 0.2})
    void doesAllTransfersHoweverManyConnectionsAreCut(double share) {
        try (FaultyServer faulty = new FaultyServer(server)) {
            AccountRepository cut = new AccountRepository(faulty.database());
            Transactions transactions = Transactions.of(faulty.client());
            faulty.faults()
                    .sometimes(share / 3, 1, new Fault.CutBefore())
                    .sometimes(share / 3, 2, new Fault.CutAfter())
                    .sometimes(share / 3, 3, new Fault.Reset());
            Random random = new Random(7);

            Long done = Flux.range(0, 200)
                    .map(number -> new int[] {random.nextInt(ACCOUNTS), 1 + random.nextInt(ACCOUNTS - 1)})
                    .flatMap(
                            each -> transactions.run(
                                    () -> transfer(cut, "a" + each[0], "a" + (each[0] + each[1]) % ACCOUNTS, 1)),
                            12)
                    .count()
                    .block(PATIENCE);

            faulty.faults().clear();
            assertThat(done).isEqualTo(200);
            assertThat(faulty.endsAllTransactions()).isTrue();
            assertThat(withoutALock()).isEqualTo(ACCOUNTS);
            List<Account> after = accounts.findAll().collectList().block(PATIENCE);
            assertThat(after).hasSize(ACCOUNTS);
            assertThat(after.stream().mapToInt(Account::balance).sum()).isEqualTo(ACCOUNTS * BALANCE);
        }
    }

    /** Asks the server: it changes no document that a transaction that is still open has changed. */
    private Long withoutALock() {
        return accounts.find().update(account.balance.inc(0)).block(Duration.ofSeconds(5));
    }

    static Stream<Map.Entry<Integer, Fault>> faultsOfEachCommand() {
        List<Fault> faults = List.of(
                new Fault.CutBefore(),
                new Fault.CutAfter(),
                new Fault.Reset(),
                new Fault.Delay(Duration.ofMillis(50)),
                new Fault.FailOver(Duration.ofMillis(300)),
                new Fault.ServerError(112, "WriteConflict", List.of(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)),
                new Fault.ServerError(91, "ShutdownInProgress", List.of()),
                new Fault.ServerError(10107, "NotWritablePrimary", List.of()));
        return Stream.of(1, 2, 3, 4).flatMap(number -> faults.stream().map(fault -> Map.entry(number, fault)));
    }

    /** Three commands and the commit. */
    @ParameterizedTest
    @MethodSource("faultsOfEachCommand")
    void takesPlaceOnceWhateverHappensToWhichCommand(Map.Entry<Integer, Fault> fault) {
        try (FaultyServer faulty = new FaultyServer(server)) {
            AccountRepository cut = new AccountRepository(faulty.database());
            faulty.faults().at(fault.getKey(), fault.getValue());

            Long found = Transactions.of(faulty.client())
                    .run(() -> transfer(cut, "a0", "a1", 5))
                    .block(PATIENCE);

            assertThat(faulty.faults().injected()).isEqualTo(1);
            assertThat(found).isEqualTo(2);
            assertThat(faulty.endsAllTransactions()).isTrue();
            assertThat(balance("a0")).isEqualTo(BALANCE - 5);
            assertThat(balance("a1")).isEqualTo(BALANCE + 5);
        }
    }

    @ParameterizedTest
    @MethodSource("abortFaults")
    void abortsWhateverHappensToTheAbort(Fault fault) {
        try (FaultyServer faulty = new FaultyServer(server)) {
            AccountRepository cut = new AccountRepository(faulty.database());
            faulty.faults().at("abortTransaction", 1, fault).at("abortTransaction", 2, fault);

            String failure = Transactions.of(faulty.client())
                    .run(() -> transfer(cut, "a0", "a1", 5).then(Mono.error(new IllegalStateException("mine"))))
                    .map(String::valueOf)
                    .onErrorResume(IllegalStateException.class, e -> Mono.just(String.valueOf(e.getMessage())))
                    .block(PATIENCE);

            assertThat(failure).isEqualTo("mine");
            assertThat(faulty.endsAllTransactions()).isTrue();
            assertThat(balance("a0")).isEqualTo(BALANCE);
        }
    }

    static List<Fault> abortFaults() {
        return List.of(
                new Fault.CutBefore(),
                new Fault.CutAfter(),
                new Fault.Reset(),
                new Fault.FailOver(Duration.ofMillis(300)));
    }

    /** The abort must not overtake the command, which would then begin a transaction that nobody ends. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void abortsAfterTheReplyWhenItIsCancelledWhileACommandIsUnderWay(int command) {
        try (FaultyServer faulty = new FaultyServer(server)) {
            AccountRepository cut = new AccountRepository(faulty.database());
            faulty.faults().at(command, new Fault.Delay(Duration.ofMillis(150)));
            Disposable running = Transactions.of(faulty.client())
                    .run(() -> transfer(cut, "a0", "a1", 5))
                    .subscribe();
            seen(faulty, command);

            running.dispose();

            if (command == 4) { // a commit that is under way takes place
                assertThat(faulty.endsAllTransactions()).isTrue();
            } else {
                seen(faulty, "abortTransaction");
                assertThat(faulty.endsAllTransactions()).isTrue();
                assertThat(balance("a0")).isEqualTo(BALANCE);
            }
            assertThat(balance("a0") + balance("a1")).isEqualTo(2 * BALANCE);
        }
    }

    private static void seen(FaultyServer faulty, int commands) {
        assertThat(Waiting.becomesTrue(() -> faulty.faults().seen().size() >= commands))
                .isTrue();
    }

    private static void seen(FaultyServer faulty, String name) {
        assertThat(Waiting.becomesTrue(() -> faulty.faults().seen().contains(name)))
                .isTrue();
    }

    private static boolean transferFails(FaultyServer faulty) {
        AccountRepository cut = new AccountRepository(faulty.database());
        return Boolean.TRUE.equals(Transactions.of(faulty.client())
                .run(() -> transfer(cut, "a0", "a1", 5))
                .map(done -> false)
                .onErrorReturn(true)
                .block(Duration.ofSeconds(5)));
    }

    @Test
    void givesUpWhenTheTimeOfTheClientIsOver() {
        try (FaultyServer faulty = new FaultyServer(server, settings -> settings.timeout(500, TimeUnit.MILLISECONDS))) {
            faulty.faults().always("update", new Fault.BlackHole());

            assertThat(transferFails(faulty)).isTrue();
        }
    }

    /** One is sent in the transaction, whose time is over with it, and one by the driver, which reports no failure. */
    @Test
    void abortsAgainWhereAbortsAreSwallowed() {
        try (FaultyServer faulty = new FaultyServer(server, settings -> settings.timeout(500, TimeUnit.MILLISECONDS))) {
            faulty.faults()
                    .at(2, new Fault.BlackHole())
                    .at("abortTransaction", 1, new Fault.BlackHole())
                    .at("abortTransaction", 2, new Fault.BlackHole());

            assertThat(transferFails(faulty)).isTrue();
            assertThat(faulty.endsAllTransactions()).isTrue();
            assertThat(withoutALock()).isEqualTo(ACCOUNTS);
            assertThat(balance("a0")).isEqualTo(BALANCE);
        }
    }
}
