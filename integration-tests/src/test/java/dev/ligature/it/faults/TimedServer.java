// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.testing.TestDatabase;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The database of a test class, seen by a client whose operations have half a second. Each test begins without faults. To be registered
 * after the database: {@code @Order(Order.DEFAULT + 1)}.
 */
final class TimedServer implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    static final Duration TIMEOUT = Duration.ofMillis(500);

    private final TestDatabase server;
    private @Nullable FaultyServer faulty;

    TimedServer(TestDatabase server) {
        this.server = server;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        faulty = new FaultyServer(server, settings -> settings.timeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        connect();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        faulty().close();
    }

    /** There are no faults, and there is a connection, so that no operation spends its time on making one. */
    void connect() {
        faults().clear();
        Waiting.end(database().getCollection("doors").find().first());
        faults().clear();
    }

    Faults faults() {
        return faulty().faults();
    }

    MongoClient client() {
        return faulty().client();
    }

    MongoDatabase database() {
        return faulty().database();
    }

    private FaultyServer faulty() {
        return Objects.requireNonNull(faulty, "usable from @BeforeAll on");
    }
}
