// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * What {@link Mongo @Mongo} gives, as an object. Use it if a test class configures its client, clears its database
 * before each test, or connects a second time.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase DATABASE =
 *         new TestDatabase(settings -> settings.uuidRepresentation(STANDARD)).clearedBeforeEach();
 * }</pre>
 *
 * <p>The class has the database to itself, and it is dropped at the end. You can use it from {@code @BeforeAll} on, and
 * the recorder at once. A {@code @Nested} class uses the database of the class around it.
 */
public final class TestDatabase implements BeforeAllCallback, BeforeEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(TestDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CommandRecorder recorder = new CommandRecorder();
    private final Consumer<MongoClientSettings.Builder> settings;
    private boolean isClearedBeforeEach;
    private @Nullable TestServer server;
    private @Nullable OwnDatabase own;

    /** Creates a database with a client that has the driver's default settings. */
    public TestDatabase() {
        this(settings -> {});
    }

    /**
     * Creates a database with a client that has your own settings. The address is set already, and the recorder is
     * added.
     */
    public TestDatabase(Consumer<MongoClientSettings.Builder> settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /** {@linkplain #clear Clears} the database before each test, and returns this object. */
    public TestDatabase clearedBeforeEach() {
        isClearedBeforeEach = true;
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (own != null) {
            return; // of the class around a @Nested one
        }
        server = TestServer.of(context);
        own = OwnDatabase.open(server, recorder, settings);
        context.getStore(NAMESPACE).put(this, (AutoCloseable) this::close);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (isClearedBeforeEach) {
            clear();
        }
    }

    private void close() {
        OwnDatabase closed = started(own);
        own = null;
        closed.close();
    }

    /** Returns the database. It is empty at first, and no other test class has one with the same name. */
    public MongoDatabase database() {
        return started(own).database();
    }

    /** Returns the client of the database, with the recorder as a listener. */
    public MongoClient client() {
        return started(own).client();
    }

    /** Connects another client to the same server. You close it. */
    public MongoClient connect() {
        return started(server).connect(more -> {});
    }

    /** Returns the address of the server. */
    public ConnectionString address() {
        return started(server).address();
    }

    /** Returns the recorder of the commands that the client sends. */
    public CommandRecorder recorder() {
        return recorder;
    }

    /** Tells whether the server is the embedded one, which has no sessions and no transactions. */
    public boolean isEmbedded() {
        return started(server).isEmbedded();
    }

    /** Removes all documents and indexes, and forgets the commands. */
    public void clear() {
        started(own).clear();
    }

    /**
     * Waits for the only value of a publisher, for a minute at most.
     *
     * @return the value, or null if there is none
     */
    public static <T> @Nullable T await(Publisher<T> publisher) {
        return Mono.from(publisher).block(PATIENCE);
    }

    private static <T> T started(@Nullable T value) {
        return Objects.requireNonNull(
                value, "usable from @BeforeAll on; is the field a static one with @RegisterExtension?");
    }
}
