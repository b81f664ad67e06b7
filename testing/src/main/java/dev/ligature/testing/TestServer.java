package dev.ligature.testing;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server of all test classes of a run: the one that {@code MONGODB_URI} names, else an embedded one. */
final class TestServer implements AutoCloseable {
    private final @Nullable MongoServer embedded;
    private final ConnectionString address;

    private TestServer(@Nullable MongoServer embedded, String address) {
        this.embedded = embedded;
        this.address = new ConnectionString(address);
    }

    static TestServer start() {
        return Optional.ofNullable(System.getenv("MONGODB_URI"))
                .filter(uri -> !uri.isBlank())
                .map(uri -> new TestServer(null, uri))
                .orElseGet(TestServer::startEmbedded);
    }

    private static TestServer startEmbedded() {
        MongoServer server = new MongoServer(new MemoryBackend());
        var address = server.bind();
        return new TestServer(server, "mongodb://" + address.getHostString() + ":" + address.getPort());
    }

    ConnectionString address() {
        return address;
    }

    boolean isEmbedded() {
        return embedded != null;
    }

    MongoClient connect(CommandListener listener) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(address)
                .addCommandListener(listener)
                .build());
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.shutdownNow();
        }
    }
}
