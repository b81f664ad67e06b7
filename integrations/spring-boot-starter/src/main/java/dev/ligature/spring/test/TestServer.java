package dev.ligature.spring.test;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/** The server of an application context: the one that {@code MONGODB_URI} names, else an embedded one. */
final class TestServer implements DisposableBean {
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

    @Override
    public void destroy() {
        if (embedded != null) {
            embedded.shutdownNow();
        }
    }
}
