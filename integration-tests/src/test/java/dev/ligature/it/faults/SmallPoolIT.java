// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

/** However few connections there are, and however many want one: everybody gets one in the end. */
class SmallPoolIT {
    @RegisterExtension
    static final TestDatabase SERVER = new TestDatabase();

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 6;
    private static final int SUBSCRIBERS = 256;

    static Stream<Operation> operations() {
        return Operations.typical();
    }

    static Stream<Operation> fetches() {
        return Streams.fetches();
    }

    /** A client that has so many connections and no more. */
    private static MongoClient connect(int connections, CheckedOut pool) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(SERVER.address())
                .applyToConnectionPoolSettings(
                        settings -> settings.maxSize(connections).addConnectionPoolListener(pool))
                .build());
    }

    private static MongoDatabase seenBy(MongoClient client) {
        return client.getDatabase(SERVER.database().getName());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void deadlocksNowhereWithOneConnectionOrTwo(Operation operation) {
        assumeFalse(operation.needsTransactions() && SERVER.isEmbedded(), "the embedded server has no sessions");
        for (int connections : List.of(1, 2)) {
            CheckedOut pool = new CheckedOut();
            try (MongoClient client = connect(connections, pool)) {
                operation.prepare(SERVER.database());

                Flux.range(0, AT_ONCE)
                        .flatMap(
                                number -> Flux.from(operation.on(client, seenBy(client)))
                                        .then(),
                                AT_ONCE)
                        .then()
                        .block(PATIENCE);

                assertThat(pool.most()).isBetween(1, connections);
                assertThat(Waiting.becomesTrue(() -> pool.count() == 0)).isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fetches")
    void givesManySubscribersTheSame(Operation fetch) {
        CheckedOut pool = new CheckedOut();
        try (MongoClient client = connect(20, pool)) {
            fetch.prepare(SERVER.database());
            Flux<?> shared = Flux.from(fetch.on(client, seenBy(client)));

            List<Long> counts = Flux.range(0, SUBSCRIBERS)
                    .flatMap(number -> shared.count(), SUBSCRIBERS)
                    .collectList()
                    .block(PATIENCE);

            assertThat(counts).hasSize(SUBSCRIBERS).containsOnly((long) Estate.HOUSES);
            assertThat(Waiting.becomesTrue(() -> pool.count() == 0)).isTrue();
        }
    }
}
