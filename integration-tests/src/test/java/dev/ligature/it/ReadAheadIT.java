// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import static dev.ligature.it.model.QDoor.door;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.it.model.Door;
import dev.ligature.it.model.DoorRepository;
import dev.ligature.repository.Find;
import dev.ligature.testing.CommandRecorder;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A stream reads ahead of demand: enough that a document does not cost a command, and never more than its bound. */
class ReadAheadIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DOORS = 20_000;
    /** What replies hold beyond what is demanded. */
    private static final int BOUND = 1_000;

    private final DoorRepository doors = new DoorRepository(DATABASE.database());
    private final CommandRecorder recorder = DATABASE.recorder();

    @BeforeAll
    static void fill() {
        insertDoors(0, DOORS);
    }

    private static void insertDoors(int from, int to) {
        for (int i = from; i < to; i += 10_000) {
            List<BsonDocument> some = IntStream.range(i, Math.min(to, i + 10_000))
                    .mapToObj(number ->
                            new BsonDocument("height", new BsonInt32(number)).append("width", new BsonInt32(1)))
                    .toList();
            TestDatabase.await(DATABASE.database()
                    .getCollection("doors", BsonDocument.class)
                    .insertMany(some));
        }
    }

    @BeforeEach
    void forget() {
        recorder.clear();
    }

    private Find<Door, ObjectId> all() {
        return doors.find(door.height.lt(DOORS));
    }

    private int commands() {
        return recorder.commandsWithPaging().size();
    }

    /** Documents that the replies so far may have, by the commands. */
    private long asked() {
        return recorder.commandsWithPaging().stream()
                .filter(command -> !command.name().equals("killCursors"))
                .mapToLong(command -> command.document().getNumber("batchSize").longValue())
                .sum();
    }

    @Test
    void sendsFewCommandsForDocumentsThatAreTakenOneByOne() {
        Long taken =
                all().all().concatMap(each -> Mono.just(each).hide(), 1).count().block(PATIENCE);

        assertThat(taken).isEqualTo(DOORS);
        assertThat(commands()).isLessThan(50);
    }

    @Test
    void sendsFewCommandsForDocumentsThatAreTakenAFewAtATime() {
        assertThat(all().all().concatMap(each -> Mono.just(each).hide()).count().block(PATIENCE))
                .isEqualTo(DOORS);
        assertThat(commands()).isLessThan(50);

        recorder.clear();
        assertThat(all().ids()
                        .flatMap(each -> Mono.just(each).hide(), 16)
                        .count()
                        .block(PATIENCE))
                .isEqualTo(DOORS);
        assertThat(commands()).isLessThan(50);
    }

    @Test
    void sendsNoMoreCommandsThanBeforeForAllAtOnce() {
        assertThat(all().all().count().block(PATIENCE)).isEqualTo(DOORS);

        assertThat(commands()).isLessThan(5);
    }

    @Test
    void readsWhatIsTakenAndNoMore() {
        assertThat(all().all().take(10).count().block(PATIENCE)).isEqualTo(10);

        assertThat(recorder.commands("find")).hasSize(1);
        assertThat(asked()).isEqualTo(10);
    }

    @Test
    void neverReadsMoreThanItsBoundAheadNorMoreThanWasDemandedBefore() {
        OneByOne<Door> subscriber = new OneByOne<>(5_000) {
            @Override
            void taken(int documents) {
                long ahead = asked() - documents;
                assertThat(ahead).isLessThanOrEqualTo(Math.min(BOUND, documents + 1));
            }
        };

        all().all().subscribe(subscriber);

        subscriber.await();
    }

    @Test
    void readsBatchesOfTheSizeThatTheQuerySays() {
        assertThat(all().batchSize(500).all().count().block(PATIENCE)).isEqualTo(DOORS);

        assertThat(recorder.commands("find")
                        .get(0)
                        .document()
                        .getNumber("batchSize")
                        .intValue())
                .isEqualTo(500);
        assertThat(commands()).isBetween(DOORS / 500, DOORS / 500 + 1);
        assertThat(recorder.commands("getMore")).allSatisfy(command -> assertThat(
                        command.document().getNumber("batchSize").intValue())
                .isEqualTo(500));
    }

    @Test
    void readsSmallBatchesOnlyWhenTheyAreDemanded() {
        all().batchSize(3).all().take(4).blockLast(PATIENCE);

        assertThat(recorder.commands("getMore")).hasSize(1);
    }

    @Test
    void refusesANegativeBatchSize() {
        assertThatThrownBy(() -> all().batchSize(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("batchSize");
    }

    @Test
    void readsAHundredThousandOneByOneIn64Megabytes() throws Exception {
        insertDoors(DOORS, 100_000);

        assertThat(SlowReader.runIn64Megabytes(
                        DATABASE.address().getConnectionString(),
                        DATABASE.database().getName()))
                .endsWith("read 100000");
    }

    /** Demands one document after the other. */
    private abstract static class OneByOne<T> extends BaseSubscriber<T> {
        private final int wanted;
        private final Sinks.Empty<Void> end = Sinks.empty();
        private int documents;

        OneByOne(int wanted) {
            this.wanted = wanted;
        }

        abstract void taken(int documents);

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            request(1);
        }

        @Override
        protected void hookOnNext(T document) {
            try {
                taken(++documents);
            } catch (AssertionError e) {
                cancel();
                end.tryEmitError(e);
                return;
            }
            if (documents == wanted) {
                cancel();
                end.tryEmitEmpty();
            } else {
                request(1);
            }
        }

        @Override
        protected void hookOnError(Throwable failure) {
            end.tryEmitError(failure);
        }

        void await() {
            end.asMono().block(PATIENCE);
        }
    }
}
