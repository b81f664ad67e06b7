// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.it.faults.Promises.Promise;
import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A short {@link Soak}: {@code -Dligature.soak=} is its length in seconds, {@code -Dligature.seed=} makes the same faults again, as far as
 * subscribers come in the same order.
 */
class SoakIT {
    private static final int SECONDS = Integer.getInteger("ligature.soak", 20);
    private static final long SEED = Long.getLong("ligature.seed", System.nanoTime());

    @RegisterExtension
    static final TestDatabase server = new TestDatabase();

    @Test
    @DisabledOnEmbedded("transactions")
    void keepsAllPromisesWhileConnectionsBreak() {
        System.out.printf("Soak: %d s, -Dligature.seed=%d%n", SECONDS, SEED);

        SoakRun.Result result = new SoakRun(Duration.ofSeconds(SECONDS), SEED).run(server.address());

        System.out.printf(
                "Soak: %d commands, %s, %s, called again %d times%n",
                result.commands(), result.faults(), result.actions(), result.calledAgain());
        assertThat(result.promises().details()).isEmpty();
        assertThat(result.faults()).containsKeys("CutBefore", "CutAfter", "Reset", "Delay", "ServerError", "FailOver");
        assertThat(result.actions().values()).allMatch(done -> done > 0);
        assertThat(result.promises().checked(Promise.NOTHING_DANGLES)).isPositive();
    }
}
