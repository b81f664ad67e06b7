// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.Houses.list;
import static dev.ligature.it.model.QYard.yard;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.ligature.it.model.Yard;
import dev.ligature.query.FetchStrategy;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.test.StepVerifier;

/** No more is read than is asked for, and what nobody wants any more stops. */
class DemandIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MANY = 5_000;

    private final Houses db = new Houses(DATABASE.database());
    private final CommandRecorder recorder = DATABASE.recorder();

    @BeforeEach
    void manyYards() {
        list(db.yards.insertAll(IntStream.range(0, MANY).mapToObj(Yard::of).toList()));
        recorder.clear();
    }

    @Test
    void readsNoMoreThanIsAskedFor() {
        StepVerifier.create(db.yards.findAll(), 1)
                .expectNextCount(1)
                .thenCancel()
                .verify(PATIENCE);
        assertThat(recorder.commands("find")).hasSize(1);
        assertThat(recorder.commands("getMore")).isEmpty();

        StepVerifier.create(db.yards.findAll(), 0)
                .thenRequest(100)
                .expectNextCount(100)
                .then(() -> assertThat(recorder.commands("getMore")).isEmpty())
                .thenRequest(MANY)
                .expectNextCount(MANY - 100)
                .expectComplete()
                .verify(PATIENCE);
        assertThat(recorder.commands("getMore")).isNotEmpty();
    }

    @Test
    void loadsOneWindowAheadOfWhatIsAskedForAndReadsTheRootsOfOneMore() {
        StepVerifier.create(
                        db.yards
                                .find()
                                .fetch(yard.house())
                                .using(FetchStrategy.BATCH)
                                .all(),
                        1)
                .expectNextCount(1)
                .thenAwait(Duration.ofMillis(300))
                .then(() -> {
                    assertThat(findsOfHouses()).isEqualTo(2);
                    assertThat(recorder.commands("getMore")).hasSize(2);
                })
                .thenCancel()
                .verify(PATIENCE);

        recorder.clear();
        assertThat(list(db.yards
                        .find()
                        .fetch(yard.house())
                        .using(FetchStrategy.BATCH)
                        .all()))
                .hasSize(MANY);
        assertThat(findsOfHouses()).isBetween(2L, (long) MANY / 500);
    }

    private long findsOfHouses() {
        return recorder.commands("find").stream()
                .filter(find -> find.collection().equals("houses"))
                .count();
    }

    @Test
    void closesTheCursorOfACancelledStream() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        CommandListener listener = new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                if (event.getCommandName().equals("killCursors")) {
                    closed.countDown();
                }
            }
        };
        ServerAddress address = DATABASE.client()
                .getClusterDescription()
                .getServerDescriptions()
                .get(0)
                .getAddress();
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb://" + address))
                .addCommandListener(listener)
                .build();

        try (MongoClient client = MongoClients.create(settings)) {
            Houses other = new Houses(client.getDatabase(DATABASE.database().getName()));
            StepVerifier.create(other.yards.findAll(), 10)
                    .expectNextCount(10)
                    .thenCancel()
                    .verify(PATIENCE);

            assertThat(closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void stopsAStreamThatIsCancelledDownstream() {
        assertThat(list(db.yards.findAll().take(3))).hasSize(3);

        assertThat(recorder.commands("getMore")).isEmpty();
    }
}
