// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import static dev.ligature.it.model.QAccount.account;
import static dev.ligature.it.model.QHouse.house;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.Stock;
import dev.ligature.it.model.Account;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** Writes that name one document, whose reply is lost: the driver sends them again, and the server does them once. */
@DisabledOnEmbedded("sessions, and so retryable writes")
class RetryableWriteIT {
    @RegisterExtension
    static final TestDatabase server = new TestDatabase();

    private final Stock stock = new Stock(server.database());

    @SuppressWarnings("ImmutableEnumChecker") // functions have no state
    private enum Write {
        UPDATE_BY_ID(db -> db.houses.houses.updateById(Stock.OAK, house.rooms.inc(1))),
        UPDATE_OF_AN_ID(db -> db.houses.houses.find(house.id.eq(Stock.OAK)).update(house.rooms.inc(1))),
        UPDATE_OF_AN_ID_WITH_MORE(db -> db.houses
                .houses
                .find(house.id.eq(Stock.OAK).and(house.rooms.eq(1)))
                .update(house.rooms.inc(1))),
        UPDATE_OF_A_VERSION(db -> db.accounts.updateById("a", account.balance.inc(1))),
        DELETE_BY_ID(db -> db.houses.houses.deleteById(Stock.OAK)),
        DELETE_OF_AN_ID(db -> db.houses.houses.find(house.id.eq(Stock.OAK)).delete());

        private final Function<Stock, Mono<Long>> write;

        Write(Function<Stock, Mono<Long>> write) {
            this.write = write;
        }
    }

    @BeforeEach
    void fill() {
        server.clear();
        stock.houses();
        stock.accounts.insert(Account.of("a", 1)).block();
    }

    @ParameterizedTest
    @EnumSource
    void takesPlaceOnceWhereItsReplyIsLost(Write write) {
        try (FaultyServer faulty = new FaultyServer(server)) {
            faulty.faults().at(1, new Fault.CutAfter());

            Long count = write.write.apply(new Stock(faulty.database())).block();

            assertThat(faulty.faults().injected()).isEqualTo(1);
            assertThat(count).isEqualTo(1);
            assertThat(stock.houses.houses.find(house.rooms.gt(2)).count().block())
                    .isZero();
            assertThat(stock.accounts.find(account.balance.gt(2)).count().block())
                    .isZero();
        }
    }
}
