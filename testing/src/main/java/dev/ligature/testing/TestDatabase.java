package dev.ligature.testing;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Objects;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A database of its own for a test class, dropped afterwards:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase server = new TestDatabase();
 * }</pre>
 *
 * <p>On the server that the environment variable {@code MONGODB_URI} names, or on an embedded one that all classes share.
 * Usable from {@code @BeforeAll} on.
 */
public final class TestDatabase implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private static final Namespace NAMESPACE = Namespace.create(TestDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CommandRecorder recorder = new CommandRecorder();
    private boolean isClearedBeforeEach;
    private int nesting;
    private @Nullable TestServer server;
    private @Nullable MongoClient client;
    private @Nullable MongoDatabase database;

    /** Also {@linkplain #clear clears} it before each test. */
    public TestDatabase clearedBeforeEach() {
        isClearedBeforeEach = true;
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (nesting++ > 0) {
            return; // a @Nested class uses the database of the class around it
        }
        server = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(TestServer.class, key -> TestServer.start(), TestServer.class);
        client = server.connect(recorder);
        database = client.getDatabase("ligature_test_" + new ObjectId());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (isClearedBeforeEach) {
            clear();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (--nesting > 0) {
            return;
        }
        try {
            await(database().drop());
        } finally {
            client().close();
        }
    }

    /** The database: empty, with a name that no other test class has. */
    public MongoDatabase database() {
        return started(database);
    }

    /** The client of the database, with the recorder as listener. */
    public MongoClient client() {
        return started(client);
    }

    /** Another client of the same server, to be closed by the caller. */
    public MongoClient connect() {
        return started(server).connect(new CommandRecorder());
    }

    /** Where the server is. */
    public ConnectionString address() {
        return started(server).address();
    }

    /** The commands that the client sends. */
    public CommandRecorder recorder() {
        return recorder;
    }

    /** Whether the server is the embedded one, which has no sessions and no transactions. */
    public boolean isEmbedded() {
        return started(server).isEmbedded();
    }

    /** Removes all documents and indexes, and forgets the commands. */
    public void clear() {
        await(database().drop());
        recorder.clear();
    }

    /** Waits for a publisher's only value, or null when it has none. */
    public static <T> @Nullable T await(Publisher<T> publisher) {
        return Mono.from(publisher).block(PATIENCE);
    }

    private static <T> T started(@Nullable T value) {
        return Objects.requireNonNull(
                value, "usable from @BeforeAll on; is the field a static one with @RegisterExtension?");
    }
}
