// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import static dev.ligature.it.model.QAccount.account;
import static dev.ligature.it.model.QHouse.house;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.Stock;
import dev.ligature.it.faults.Promises.Promise;
import dev.ligature.it.model.House;
import dev.ligature.it.model.Window;
import dev.ligature.link.Ref;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** The checker of a soak sees what it is there to see. */
@DisabledOnEmbedded("transactions")
class SoakCheckIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final TestDatabase server = new TestDatabase();

    private final Stock stock = new Stock(server.database());
    private final Promises promises = new Promises();
    private FaultyServer faulty;
    private SoakCheck check;

    @BeforeEach
    void fill() {
        server.clear();
        Traffic.fill(stock);
        faulty = new FaultyServer(server);
        check = new SoakCheck(stock, server.client(), new Traffic(faulty, promises, () -> false), promises);
    }

    @AfterEach
    void close() {
        if (faulty != null) {
            faulty.close();
        }
    }

    private void assertBroken(Promise promise) {
        check.look();
        for (Promise each : List.of(Promise.ONE_HOUSE, Promise.BALANCES, Promise.NOTHING_DANGLES)) {
            assertThat(promises.checked(each)).isEqualTo(1);
            assertThat(promises.broken(each)).as(each.name()).isEqualTo(each == promise ? 1 : 0);
        }
    }

    private House standing(int number) {
        return stock.houses
                .houses
                .find(house.name.eq("standing " + number))
                .one()
                .block(PATIENCE);
    }

    @Test
    void seesAWindowInTwoHouses() {
        Ref<Window> window = standing(1).windows().get(0);
        stock.houses.houses.attach(standing(2), house.windows(), window).block(PATIENCE);

        assertBroken(Promise.ONE_HOUSE);
    }

    @Test
    void seesHalfATransfer() {
        stock.accounts.updateById("a1", account.balance.inc(1)).block(PATIENCE);

        assertBroken(Promise.BALANCES);
    }

    @Test
    void seesALinkThatDangles() {
        Object door = standing(1).door().id();
        stock.houses.doors.deleteById((ObjectId) door).block(PATIENCE);

        assertBroken(Promise.NOTHING_DANGLES);
    }

    @Test
    void seesATransactionThatIsOpen() {
        var session = Mono.from(server.client().startSession()).block(PATIENCE);
        try (session) {
            session.startTransaction();
            Mono.from(server.database()
                            .getCollection("accounts")
                            .updateOne(
                                    session,
                                    new Document("_id", "a1"),
                                    new Document("$inc", new Document("balance", 0))))
                    .block(PATIENCE);

            check.lookAfterwards(faulty);

            assertThat(promises.broken(Promise.NO_TRANSACTION_OPEN)).isEqualTo(1);
        }
    }
}
