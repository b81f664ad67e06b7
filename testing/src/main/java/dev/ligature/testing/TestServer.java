// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The server of all test classes of a run. The first class that needs it starts it, and it is stopped at the end. */
final class TestServer implements AutoCloseable {
    private static final Namespace NAMESPACE = Namespace.create(TestServer.class);

    private final ConnectionString address;
    private final boolean isEmbedded;
    private final Runnable stop;

    private TestServer(String address, boolean isEmbedded, Runnable stop) {
        this.address = new ConnectionString(address);
        this.isEmbedded = isEmbedded;
        this.stop = stop;
    }

    static TestServer of(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        TestServer.class, key -> ServerChoice.of(context).start(), TestServer.class);
    }

    /** A server that runs already and keeps running. */
    static TestServer at(String address) {
        return new TestServer(address, false, () -> {});
    }

    static TestServer started(String address, Runnable stop) {
        return new TestServer(address, false, stop);
    }

    static TestServer embedded() {
        MongoServer server = new MongoServer(new MemoryBackend());
        var address = server.bind();
        return new TestServer(
                "mongodb://" + address.getHostString() + ":" + address.getPort(), true, server::shutdownNow);
    }

    ConnectionString address() {
        return address;
    }

    boolean isEmbedded() {
        return isEmbedded;
    }

    MongoClient connect(Consumer<MongoClientSettings.Builder> settings) {
        MongoClientSettings.Builder builder = MongoClientSettings.builder().applyConnectionString(address);
        settings.accept(builder);
        return MongoClients.create(builder.build());
    }

    @Override
    public void close() {
        stop.run();
    }
}
