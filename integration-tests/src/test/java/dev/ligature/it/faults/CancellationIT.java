// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;

/** Whoever cancels, and whenever: cursors are closed, connections given back, transactions ended, and no signal is lost. */
class CancellationIT {
    @RegisterExtension
    static final TestDatabase SERVER = new TestDatabase();

    private static Watched untimed;
    /** Whose operations have a time, which they do not need. */
    private static Watched timed;

    private final List<Object> dropped = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void connect() {
        untimed = new Watched(SERVER, settings -> {});
        timed = new Watched(SERVER, settings -> settings.timeout(20, TimeUnit.SECONDS));
    }

    @AfterAll
    static void close() {
        untimed.close();
        timed.close();
    }

    @BeforeEach
    void watchForDroppedSignals() {
        Hooks.onNextDropped(dropped::add);
        Hooks.onErrorDropped(dropped::add);
    }

    @AfterEach
    void stopWatching() {
        Hooks.resetOnNextDropped();
        Hooks.resetOnErrorDropped();
    }

    static Stream<Operation> operations() {
        return Operations.typical();
    }

    static Stream<Operation> streams() {
        return Operations.streams();
    }

    private static Flux<?> start(Operation operation, Watched client) {
        assumeFalse(operation.needsTransactions() && SERVER.isEmbedded(), "the embedded server has no sessions");
        return Flux.from(client.call(operation));
    }

    private void assertThatNothingIsLeft(Watched client, String point) {
        assertThat(client.givesAllConnectionsBack())
                .as("connections given back, cancelled %s", point)
                .isTrue();
        assertThat(client.closesAllCursors())
                .as("cursors closed, cancelled %s", point)
                .isTrue();
        assertThat(client.endsAllTransactions())
                .as("transactions ended, cancelled %s", point)
                .isTrue();
        assertThat(dropped).as("dropped signals, cancelled %s", point).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void leavesNothingBehindWhicheverCommandIsUnderWay(Operation operation) {
        for (Watched client : List.of(untimed, timed)) {
            operation.prepare(SERVER.database());
            client.faults().clear();
            start(operation, client).then().block(Duration.ofSeconds(20));
            int commands = client.faults().seen().size();
            assertThat(commands).isPositive();
            for (int command = 1; command <= commands; command++) {
                if (operation.changes()) {
                    operation.prepare(SERVER.database());
                }
                cancelDuring(operation, client, command);
                assertThatNothingIsLeft(client, "while command " + command + " was under way");
            }
        }
    }

    private static void cancelDuring(Operation operation, Watched client, int command) {
        client.faults().clear();
        client.faults().at(command, new Fault.Delay(Duration.ofMillis(25)));
        Disposable running = start(operation, client).subscribe();
        assertThat(Waiting.becomesTrue(() -> client.faults().seen().size() >= command))
                .as("command %d is sent", command)
                .isTrue();
        running.dispose();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("streams")
    void leavesNothingBehindAfterAnyNumberOfResults(Operation operation) {
        operation.prepare(SERVER.database());
        for (Watched client : List.of(untimed, timed)) {
            client.faults().clear();
            for (int results : List.of(0, 1, 2, 9, 10, 11, 25)) {
                CancelAfter subscriber = new CancelAfter(results);

                start(operation, client).subscribe(subscriber);

                assertThat(Waiting.becomesTrue(subscriber::isDisposed)).isTrue();
                assertThatNothingIsLeft(client, "after " + results + " results");
            }
        }
    }

    /** Takes one after the other. */
    private static final class CancelAfter extends BaseSubscriber<Object> {
        private int left;

        CancelAfter(int results) {
            this.left = results;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            next();
        }

        @Override
        protected void hookOnNext(Object value) {
            left--;
            next();
        }

        private void next() {
            if (left == 0) {
                cancel();
            } else {
                request(1);
            }
        }
    }
}
