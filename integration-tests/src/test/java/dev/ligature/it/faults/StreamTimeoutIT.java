// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import static dev.ligature.it.model.QHouse.house;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.cursor.TimeoutMode;
import dev.ligature.OperationException;
import dev.ligature.it.Stock;
import dev.ligature.it.model.House;
import dev.ligature.it.model.HouseCard;
import dev.ligature.it.model.HouseRepository;
import dev.ligature.query.FetchStrategy;
import dev.ligature.repository.Find;
import dev.ligature.repository.Transactions;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
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

    @Order(Order.DEFAULT + 1)
    @RegisterExtension
    static final TimedServer TIMED = new TimedServer(SERVER);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BATCH = 5;

    private final HouseRepository repository = new HouseRepository(TIMED.database());

    @BeforeAll
    static void fill() {
        Estate.fill(new Stock(SERVER.database()));
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

    private Find<House, ObjectId> houses() {
        return repository.find(house.rooms.gte(0)).batchSize(BATCH);
    }

    /** Takes longer for all than the client has for an operation. */
    private static <T> Flux<T> slowly(Flux<T> documents) {
        return documents.concatMap(
                each -> Mono.delay(TimedServer.TIMEOUT.dividedBy(20)).thenReturn(each), 1);
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
                .thenAwait(TimedServer.TIMEOUT.plusMillis(100))
                .thenRequest(Long.MAX_VALUE)
                .expectNextCount(BATCH)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void givesEachReplyTheWholeTime() {
        TIMED.faults().always("getMore", new Fault.Delay(TimedServer.TIMEOUT.dividedBy(2)));

        StepVerifier.create(houses().all())
                .expectNextCount(Estate.HOUSES)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void endsWithAReplyThatTakesLonger() {
        TIMED.faults().at("getMore", 3, new Fault.BlackHole());

        StepVerifier.create(houses().all())
                .expectNextCount(3 * BATCH)
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(OperationException.class)
                        .hasMessageContaining("House: find in \"houses\" failed")
                        .hasMessageContaining("500 ms (timeoutMS) for each batch"))
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
        Flux<House> slow = slowly(repository.find().limit(2 * BATCH).all());

        StepVerifier.create(repository.fetchLinks(slow).then()).expectComplete().verify(PATIENCE);
    }

    @Test
    @DisabledOnEmbedded("sessions")
    void countsTheTimeOfATransactionWithinOne() {
        TIMED.faults().always("find", new Fault.Delay(TimedServer.TIMEOUT.multipliedBy(2)));

        StepVerifier.create(Transactions.of(TIMED.client())
                        .withTimeout(Duration.ofSeconds(10))
                        .run(() -> houses().all().count()))
                .expectNext((long) Estate.HOUSES)
                .expectComplete()
                .verify(PATIENCE);
    }
}
