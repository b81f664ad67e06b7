// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.ligature.OperationException;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
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

    @Order(Order.DEFAULT + 1)
    @RegisterExtension
    static final TimedServer TIMED = new TimedServer(SERVER);

    /** One command may take it, two may not. */
    private static final Duration SLOW = Duration.ofMillis(300);
    /** A machine that does something else for a moment is not a failure. */
    private static final int TRIES = 3;

    /** Whose first result takes one command. */
    private static final Set<String> SINGLE =
            Set.of("stream of documents", "stream of ids that are given", "stream on demand, fetched");

    private static final int POINTS = Integer.getInteger("ligature.points", 1);
    private static final long SEED = Long.getLong("ligature.seed", System.nanoTime());

    @BeforeAll
    static void saySeed() {
        System.out.printf("Timeouts: -Dligature.points=%d -Dligature.seed=%d%n", POINTS, SEED);
    }

    static Stream<Operation> severalCommands() {
        return Operations.typical().filter(each -> !SINGLE.contains(each.name()));
    }

    static Stream<Operation> operations() {
        return Operations.typical();
    }

    /** What came of a run. */
    private record Outcome(Duration taken, @Nullable Throwable failure) {}

    private static Outcome run(Operation operation) {
        assumeFalse(operation.needsTransactions() && SERVER.isEmbedded(), "the embedded server has no sessions");
        long start = System.nanoTime();
        Mono<Throwable> failure = Flux.from(operation.on(TIMED.client(), TIMED.database()))
                .then(Mono.<Throwable>empty())
                .onErrorResume(Mono::just);
        @Nullable Throwable failed = failure.block(Duration.ofSeconds(20));
        return new Outcome(Duration.ofNanos(System.nanoTime() - start), failed);
    }

    private static void assertThatItEndsInTime(Operation operation, Runnable faults) {
        Duration longest = TimedServer.TIMEOUT.multipliedBy(12).dividedBy(10);
        Outcome outcome = null;
        for (int i = 0; i < TRIES && (outcome == null || outcome.taken.compareTo(longest) > 0); i++) {
            TIMED.connect();
            faults.run();
            outcome = run(operation);
        }
        assertThat(outcome.failure)
                .isInstanceOf(OperationException.class)
                .hasMessageMatching("(?s).*(timeoutMS|its 500 ms had run out).*");
        assertThat(outcome.taken).isLessThan(longest);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("severalCommands")
    void givesEachCommandWhatTheOthersHaveLeft(Operation operation) {
        operation.prepare(SERVER.database());
        assertThatItEndsInTime(operation, () -> TIMED.faults().always(new Fault.Delay(SLOW)));
    }

    /** How many commands it sends; more where something that an earlier test has given up is still on its way. */
    private static int undisturbed(Operation operation) {
        operation.prepare(SERVER.database());
        TIMED.connect();
        assertThat(run(operation).failure).isNull();
        return TIMED.faults().seen().size();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void endsInTimeWhicheverCommandIsNeverAnswered(Operation operation) {
        int commands = Math.min(undisturbed(operation), undisturbed(operation));
        Random random = new Random(SEED);
        for (int i = 0; i < Math.min(POINTS, commands); i++) {
            operation.prepare(SERVER.database());
            int lost = POINTS >= commands ? i + 1 : 1 + random.nextInt(commands);
            assertThatItEndsInTime(operation, () -> TIMED.faults().at(lost, new Fault.BlackHole()));
        }
    }
}
