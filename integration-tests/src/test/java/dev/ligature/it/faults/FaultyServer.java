// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The database of a test class, seen by a client whose connections break. */
final class FaultyServer implements AutoCloseable {
    private final Faults faults = Faults.none();
    private final FaultProxy proxy;
    private final MongoClient client;
    private final MongoDatabase database;

    FaultyServer(TestDatabase server) {
        this(server, settings -> {});
    }

    FaultyServer(TestDatabase server, Consumer<MongoClientSettings.Builder> settings) {
        this(server.address(), server.database().getName(), settings);
    }

    FaultyServer(ConnectionString server, String databaseName, Consumer<MongoClientSettings.Builder> settings) {
        try {
            proxy = new FaultProxy(server, faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MongoClientSettings.Builder builder = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(proxy.connectionString()))
                // asks a server that has gone whether it is back, and asks none just while it goes
                .applyToServerSettings(monitor -> monitor.minHeartbeatFrequency(10, TimeUnit.MILLISECONDS));
        settings.accept(builder);
        client = MongoClients.create(builder.build());
        database = client.getDatabase(databaseName);
    }

    Faults faults() {
        return faults;
    }

    FaultProxy proxy() {
        return proxy;
    }

    MongoClient client() {
        return client;
    }

    MongoDatabase database() {
        return database;
    }

    /** Waits until the server has been told of the end of every transaction that it has been told of. */
    boolean endsAllTransactions() {
        return Waiting.becomesTrue(() -> proxy.transactions().count() == 0);
    }

    @Override
    public void close() {
        client.close();
        proxy.close();
    }
}
