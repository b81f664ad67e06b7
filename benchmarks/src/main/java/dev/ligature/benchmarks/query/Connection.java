// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clients that all contenders share, with the same settings for all: a blocking and a reactive one. */
public final class Connection implements AutoCloseable {
    /**
     * Few connections, so that a contender with more requests in flight does not win by occupying the server; more than six, since
     * Morphia holds one per level while it resolves references.
     */
    private static final String SETTINGS = "maxPoolSize=8";

    private static @Nullable MongoServer embedded;
    private static @Nullable Connection shared;

    private final String uri;
    private final List<CommandListener> listeners;
    private final MongoClient blocking;
    private final com.mongodb.reactivestreams.client.MongoClient reactive;
    private final List<Runnable> closers = new ArrayList<>();

    private Connection(String uri, List<CommandListener> listeners) {
        this.uri = uri;
        this.listeners = listeners;
        MongoClientSettings.Builder settings =
                MongoClientSettings.builder().applyConnectionString(new ConnectionString(uri));
        listeners.forEach(settings::addCommandListener);
        this.blocking = MongoClients.create(settings.build());
        this.reactive = com.mongodb.reactivestreams.client.MongoClients.create(settings.build());
    }

    /** The connection of all benchmarks of this JVM. */
    public static synchronized Connection shared() {
        Connection connection = shared;
        if (connection == null) {
            connection = new Connection(uri(), List.of());
            shared = connection;
        }
        return connection;
    }

    /** A connection whose commands are listened to; to be closed by the caller. */
    public static Connection listening(CommandListener listener) {
        return new Connection(uri(), List.of(listener));
    }

    /** Whether the server is the embedded one: a tenth of the data then, and not every contender can run. */
    public static boolean isEmbedded() {
        return System.getenv("MONGODB_URI") == null;
    }

    private static synchronized String uri() {
        String given = System.getenv("MONGODB_URI");
        if (given != null) {
            return given + (given.contains("?") ? "&" : "?") + SETTINGS;
        }
        MongoServer server = embedded;
        if (server == null) {
            server = new MongoServer(new MemoryBackend());
            server.bind();
            embedded = server;
        }
        return server.getConnectionString() + "/?" + SETTINGS;
    }

    /** The connection string with a database in it. */
    public String uri(String database) {
        int query = uri.indexOf('?');
        int slash = uri.lastIndexOf('/', query);
        return uri.substring(0, slash + 1) + database + uri.substring(query);
    }

    public List<CommandListener> listeners() {
        return listeners;
    }

    public MongoClient blocking() {
        return blocking;
    }

    public com.mongodb.reactivestreams.client.MongoClient reactive() {
        return reactive;
    }

    /** Has something closed with this connection. */
    public void onClose(Runnable closer) {
        closers.add(closer);
    }

    @Override
    public void close() {
        closers.forEach(Runnable::run);
        blocking.close();
        reactive.close();
    }
}
