// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.testcontainers.mongodb.MongoDBContainer;

/** Containers that cannot be started, with containers that only pretend. */
class MongoContainerTest {
    private static final class Pretender extends MongoDBContainer {
        private final RuntimeException refusal;
        private int running;

        private Pretender(RuntimeException refusal) {
            super("mongo:8");
            this.refusal = refusal;
        }

        @Override
        public void start() {
            if (refusal != null) {
                throw refusal;
            }
            running++;
        }

        @Override
        public void stop() {
            running--;
        }

        @Override
        public String getConnectionString() {
            return "mongodb://localhost:" + (32_000 + running);
        }
    }

    @Test
    void runsUntilTheServerIsClosed() {
        Pretender container = new Pretender(null);

        TestServer server = MongoContainer.start("mongo:8", container);

        assertThat(container.running).isOne();
        assertThat(server.isEmbedded()).isFalse();
        assertThat(server.address().getHosts()).containsExactly("localhost:32001");
        server.close();
        assertThat(container.running).isZero();
    }

    @Test
    void saysWhatToDoWithoutDocker() {
        Pretender container = new Pretender(new IllegalStateException("no Docker environment"));

        assertThatThrownBy(() -> MongoContainer.start("mongo:8", container))
                .hasMessageContaining("mongo:8")
                .hasMessageContaining("no Docker environment")
                .hasMessageContaining("MONGODB_URI")
                .hasMessageContaining("ligature.test.server=embedded")
                .hasRootCauseMessage("no Docker environment");
    }
}
