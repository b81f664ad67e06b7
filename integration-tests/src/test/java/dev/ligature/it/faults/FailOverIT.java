// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import static dev.ligature.it.model.QAccount.account;
import static dev.ligature.it.model.QDoor.door;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.OperationException;
import dev.ligature.it.Houses;
import dev.ligature.it.model.Account;
import dev.ligature.it.model.AccountRepository;
import dev.ligature.it.model.Door;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.query.WriteRule;
import dev.ligature.repository.Transactions;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** A fail-over: all connections end, and for two seconds there are no new ones. */
class FailOverIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Fault FAIL_OVER = new Fault.FailOver(Duration.ofSeconds(2));

    @RegisterExtension
    static final TestDatabase server = new TestDatabase().clearedBeforeEach();

    private final Houses direct = new Houses(server.database());

    @Test
    void endsAStreamWithAnErrorAfterWhatItHasReadAndServesTheNextCall() {
        List<Integer> heights = IntStream.range(0, 500).boxed().toList();
        direct.doors
                .insertAll(heights.stream().map(height -> Door.of(height, 1)).toList())
                .blockLast(PATIENCE);
        try (FaultyServer faulty = new FaultyServer(server)) {
            faulty.faults().at("getMore", 1, FAIL_OVER);
            List<Integer> read = new ArrayList<>();
            Flux<Integer> stream = new Houses(faulty.database())
                    .doors
                    .find()
                    .sort(door.height.asc())
                    .all()
                    .map(found -> found.height)
                    .limitRate(100);

            assertThatThrownBy(() -> stream.doOnNext(read::add).blockLast(PATIENCE))
                    .isInstanceOf(OperationException.class);
            assertThat(read).isNotEmpty().isEqualTo(heights.subList(0, read.size()));
            assertThat(stream.collectList().block(PATIENCE)).isEqualTo(heights);
        }
    }

    @Test
    @DisabledOnEmbedded("sessions")
    void holdsUpACascadeWhoseWritesTheDriverSendsAgain() {
        try (FaultyServer faulty = new FaultyServer(server)) {
            Houses cut = new Houses(faulty.database());
            House house = House.of("Oak", Ref.of(Door.of(2, 1)))
                    .withWindows(List.of(Ref.of(Window.of(1, true)), Ref.of(Window.of(2, true))));
            faulty.faults().at(3, FAIL_OVER); // the last one: the two before it are sent at the same time

            House inserted = cut.houses.insert(house, WriteRule.WRITE).block(PATIENCE);

            assertThat(faulty.faults().injected()).isEqualTo(1);
            assertThat(inserted).isNotNull();
            assertThat(direct.houses.count().block(PATIENCE)).isEqualTo(1);
            assertThat(direct.windows.count().block(PATIENCE)).isEqualTo(2);
            assertThat(direct.doors.count().block(PATIENCE)).isEqualTo(1);
            assertThat(direct.houses.dangling().hasElements().block(PATIENCE)).isFalse();
        }
    }

    @Test
    @DisabledOnEmbedded("sessions")
    void holdsUpACommit() {
        new AccountRepository(server.database()).insert(Account.of("a", 1)).block(PATIENCE);
        try (FaultyServer faulty = new FaultyServer(server)) {
            AccountRepository cut = new AccountRepository(faulty.database());
            faulty.faults().at("commitTransaction", 1, FAIL_OVER);

            Long done = Transactions.of(faulty.client())
                    .run(() -> cut.updateById("a", account.balance.inc(1)))
                    .block(PATIENCE);

            assertThat(faulty.faults().injected()).isEqualTo(1);
            assertThat(done).isEqualTo(1);
            assertThat(faulty.endsAllTransactions()).isTrue();
            assertThat(new AccountRepository(server.database())
                            .find(account.balance.eq(2))
                            .count()
                            .block(PATIENCE))
                    .isEqualTo(1);
        }
    }
}
