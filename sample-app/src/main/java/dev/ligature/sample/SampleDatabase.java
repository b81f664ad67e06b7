// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.ligature.repository.Transactions;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The database: on the user's server, or on an embedded one that lives as long as this object. */
final class SampleDatabase implements AutoCloseable {
    private static final String NAME = "ligature_sample";
    private static final int PATIENCE_IN_SECONDS = 10;

    private final @Nullable MongoServer embedded;
    private final MongoClient client;
    private final String description;

    private SampleDatabase(@Nullable MongoServer embedded, ConnectionString address) {
        this.embedded = embedded;
        this.client = MongoClients.create(settings(address));
        this.description = NAME + " on "
                + (embedded == null ? String.join(", ", address.getHosts()) : "an embedded server, in memory");
    }

    /** Connects to a server, or starts one if no connection string is given. */
    static SampleDatabase open(@Nullable String connectionString) {
        if (connectionString != null && !connectionString.isBlank()) {
            return new SampleDatabase(null, new ConnectionString(connectionString));
        }
        MongoServer embedded = new MongoServer(new MemoryBackend());
        embedded.bind();
        return new SampleDatabase(embedded, new ConnectionString(embedded.getConnectionString()));
    }

    private static MongoClientSettings settings(ConnectionString address) {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applicationName("ligature-sample")
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(PATIENCE_IN_SECONDS, TimeUnit.SECONDS))
                .applyConnectionString(address); // its timeout, if it has one, counts
        CommandContext.addTo(settings);
        return settings.build();
    }

    MongoDatabase database() {
        return client.getDatabase(NAME);
    }

    Transactions transactions() {
        return Transactions.of(client);
    }

    /** The name of the database and of its server, for people. */
    String description() {
        return description;
    }

    @Override
    public void close() {
        client.close();
        if (embedded != null) {
            embedded.shutdownNow();
        }
    }
}
