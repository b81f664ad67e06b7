// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class DisabledOnEmbeddedIT {
    @RegisterExtension
    static final TestDatabase SERVER = new TestDatabase();

    @Test
    void skipsWhatTheEmbeddedServerLacks() {
        EngineExecutionResults results = InnerRun.of(Lacking.class);

        results.testEvents()
                .assertStatistics(statistics ->
                        statistics.succeeded(SERVER.isEmbedded() ? 1 : 3).failed(0));
        assertThat(results.allEvents().skipped().stream())
                .extracting(event -> event.getRequiredPayload(String.class))
                .hasSize(SERVER.isEmbedded() ? 2 : 0)
                .allSatisfy(reason -> assertThat(reason)
                        .contains("the embedded server lacks transactions")
                        .contains("MONGODB_URI"));
    }

    static class Lacking {
        @Test
        @DisabledOnEmbedded("transactions")
        void needsTransactions() {}

        @Test
        void needsNothing() {}

        @Nested
        @DisabledOnEmbedded("transactions")
        class AllOfThese {
            @Test
            void needsThemToo() {}
        }
    }
}
