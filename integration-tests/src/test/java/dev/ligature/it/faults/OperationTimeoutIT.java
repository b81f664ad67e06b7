package dev.ligature.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.ligature.OperationException;
import dev.ligature.it.faults.Estate.Operation;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An operation takes no longer than the {@code timeoutMS} of its client, however many commands it sends. {@code -Dligature.points=}
 * is the number of commands of each operation that never reach the server, one in each run.
 */
class OperationTimeoutIT {
    @RegisterExtension
    static final TestDatabase SERVER = new TestDatabase();

    private static final Duration TIMEOUT = Duration.ofMillis(500);
    /** One command may take it, two may not. */
    private static final Duration SLOW = Duration.ofMillis(300);
    /** A machine that does something else for a moment is not a failure. */
    private static final int TRIES = 3;

    private static final int POINTS = Integer.getInteger("ligature.points", 1);
    private static final long SEED = Long.getLong("ligature.seed", System.nanoTime());

    private static FaultyServer faulty;
    private static Estate estate;
    private final Estate healthy = new Estate(SERVER.client(), SERVER.database());

    @BeforeAll
    static void connect() {
        System.out.printf("Timeouts: -Dligature.points=%d -Dligature.seed=%d%n", POINTS, SEED);
        faulty = new FaultyServer(SERVER, settings -> settings.timeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
        estate = new Estate(faulty.client(), faulty.database());
    }

    @AfterAll
    static void close() {
        faulty.close();
    }

    @BeforeEach
    void fill() {
        faulty.faults().clear();
        healthy.fill();
    }

    /** All whose first result takes several commands. */
    static Stream<Operation> severalCommands() {
        return Estate.operations()
                .filter(each -> !Set.of("documents", "by ids", "on demand").contains(each.name()));
    }

    static Stream<Operation> operations() {
        return Estate.operations();
    }

    /** What came of a run. */
    private record Outcome(Duration taken, @Nullable Throwable failure) {}

    private static Outcome run(Operation operation) {
        assumeFalse(operation.needsTransactions() && SERVER.isEmbedded(), "the embedded server has no sessions");
        long start = System.nanoTime();
        Mono<Throwable> failure = Flux.from(operation.run().apply(estate))
                .then(Mono.<Throwable>empty())
                .onErrorResume(Mono::just);
        @Nullable Throwable failed = failure.block(Duration.ofSeconds(20));
        return new Outcome(Duration.ofNanos(System.nanoTime() - start), failed);
    }

    private static void assertThatItEndsInTime(Operation operation, Runnable faults) {
        Duration longest = TIMEOUT.multipliedBy(12).dividedBy(10);
        Outcome outcome = null;
        for (int i = 0; i < TRIES && (outcome == null || outcome.taken.compareTo(longest) > 0); i++) {
            faulty.faults().clear();
            Estate.done(estate.doors.find().first()); // a connection is there
            faulty.faults().clear();
            faults.run();
            outcome = run(operation);
        }
        assertThat(outcome.failure)
                .isInstanceOf(OperationException.class)
                .hasMessageMatching("(?s).*(timeoutMS|its 500 ms were over).*");
        assertThat(outcome.taken).isLessThan(longest);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("severalCommands")
    void givesEachCommandWhatTheOthersHaveLeft(Operation operation) {
        assertThatItEndsInTime(operation, () -> faulty.faults().always(new Fault.Delay(SLOW)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void endsInTimeWhicheverCommandIsNeverAnswered(Operation operation) {
        faulty.faults().clear();
        assertThat(run(operation).failure).isNull();
        int commands = faulty.faults().seen().size();
        Random random = new Random(SEED);
        for (int i = 0; i < Math.min(POINTS, commands); i++) {
            healthy.fill();
            int lost = POINTS >= commands ? i + 1 : 1 + random.nextInt(commands);
            assertThatItEndsInTime(operation, () -> faulty.faults().at(lost, new Fault.BlackHole()));
        }
    }
}
