package dev.ligature.it.faults;

import static dev.ligature.it.model.QHouse.house;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.mongodb.client.cursor.TimeoutMode;
import dev.ligature.OperationException;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseCard;
import dev.ligature.repository.FetchStrategy;
import dev.ligature.repository.Find;
import dev.ligature.repository.Transactions;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A stream has the {@code timeoutMS} of its client for each batch, and its consumer has all the time in the world. */
class StreamTimeoutIT {
    @RegisterExtension
    static final TestDatabase SERVER = new TestDatabase();

    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BATCH = 5;

    private static FaultyServer faulty;
    private static Estate estate;

    @BeforeAll
    static void connect() {
        new Estate(SERVER.client(), SERVER.database()).fill();
        faulty = new FaultyServer(SERVER, settings -> settings.timeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
        estate = new Estate(faulty.client(), faulty.database());
    }

    @AfterAll
    static void close() {
        faulty.close();
    }

    @BeforeEach
    void withoutFaults() {
        faulty.faults().clear();
        Estate.done(estate.doors.find().first()); // a connection is there
        faulty.faults().clear();
    }

    /** A way in which a stream is read. */
    private record Kind(String name, Function<Find<House, ObjectId>, Flux<?>> read) {
        Flux<?> of(Find<House, ObjectId> find) {
            return read.apply(find);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("documents", Find::all),
                new Kind("ids", Find::ids),
                new Kind("joins", find -> find.fetch(house.door())
                        .using(FetchStrategy.LOOKUP)
                        .all()),
                new Kind("batches", find -> find.fetch(house.door())
                        .using(FetchStrategy.BATCH)
                        .all()),
                new Kind("projections", find -> find.as(HouseCard.class).all()));
    }

    private static Find<House, ObjectId> houses() {
        return estate.houses.find(house.rooms.gte(0)).batchSize(BATCH);
    }

    /** Takes longer for all than the client has for an operation. */
    private static <T> Flux<T> slowly(Flux<T> documents) {
        return documents.concatMap(each -> Mono.delay(TIMEOUT.dividedBy(20)).thenReturn(each), 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void waitsForASlowConsumer(Kind kind) {
        StepVerifier.create(slowly(kind.of(houses())))
                .expectNextCount(Estate.HOUSES)
                .expectComplete()
                .verify(PATIENCE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void waitsForAConsumerThatDemandsNothingAtFirst(Kind kind) {
        Flux<?> stream = kind.of(houses().limit(BATCH));

        StepVerifier.create(stream, 0)
                .expectSubscription()
                .thenAwait(TIMEOUT.plusMillis(100))
                .thenRequest(Long.MAX_VALUE)
                .expectNextCount(BATCH)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void givesEachReplyTheWholeTime() {
        faulty.faults().always("getMore", new Fault.Delay(TIMEOUT.dividedBy(2)));

        StepVerifier.create(houses().all())
                .expectNextCount(Estate.HOUSES)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void endsWithAReplyThatTakesLonger() {
        faulty.faults().at("getMore", 3, new Fault.BlackHole());

        StepVerifier.create(houses().all())
                .expectNextCount(3 * BATCH)
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(OperationException.class)
                        .hasMessageContaining("House: find in \"houses\" failed")
                        .hasMessageContaining("500 ms (timeoutMS) that each batch may take"))
                .verify(PATIENCE);
    }

    @Test
    void countsTheTimeOfTheConsumerWhereTheQuerySaysSo() {
        StepVerifier.create(
                        slowly(houses().timeoutMode(TimeoutMode.CURSOR_LIFETIME).all())
                                .then())
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(OperationException.class)
                        .hasMessageContaining("timeoutMS"))
                .verify(PATIENCE);
    }

    /** A fetch of a user's own stream has its time for each window, and none of the user's. */
    @Test
    void takesNoTimeFromDocumentsAtHand() {
        Flux<House> slow = slowly(estate.houses.find().limit(2 * BATCH).all());

        StepVerifier.create(estate.houses.fetchLinks(slow).then())
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void countsTheTimeOfATransactionWithinOne() {
        assumeFalse(SERVER.isEmbedded(), "the embedded server has no sessions");
        faulty.faults().always("find", new Fault.Delay(TIMEOUT.multipliedBy(2)));

        StepVerifier.create(Transactions.of(faulty.client())
                        .withTimeout(Duration.ofSeconds(10))
                        .run(() -> houses().all().count()))
                .expectNext((long) Estate.HOUSES)
                .expectComplete()
                .verify(PATIENCE);
    }
}
