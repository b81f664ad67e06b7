// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.test;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.publisher.Mono;

/**
 * The server of an application context and the context's database on it. The server is the one that {@code MONGODB_URI}
 * names, or an embedded one if it names none.
 */
final class TestServer implements DisposableBean {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String uri;
    private final @Nullable MongoServer embedded;
    private final String database = "ligature_test_" + new ObjectId();

    private TestServer(String uri, @Nullable MongoServer embedded) {
        this.uri = uri;
        this.embedded = embedded;
    }

    static TestServer start() {
        String given = System.getenv("MONGODB_URI");
        if (given != null && !given.isBlank()) {
            return new TestServer(given, null);
        }
        MongoServer server = new MongoServer(new MemoryBackend());
        InetSocketAddress address = server.bind();
        return new TestServer("mongodb://" + address.getHostString() + ":" + address.getPort(), server);
    }

    String uri() {
        return uri;
    }

    /** A name that no other context has. */
    String database() {
        return database;
    }

    /**
     * Drops the context's own database and no other. The application may use several databases, and the server does not
     * belong to the tests.
     */
    @Override
    public void destroy() {
        if (embedded != null) {
            embedded.shutdownNow();
            return;
        }
        try (MongoClient client = MongoClients.create(uri)) {
            Mono.from(client.getDatabase(database).drop()).block(PATIENCE);
        }
    }
}
