// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.repository.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.types.ObjectId;

/**
 * A database that nobody else uses, with a client of its own whose commands are recorded. Dropped when it is closed.
 */
record OwnDatabase(MongoClient client, MongoDatabase database, CommandRecorder recorder) implements AutoCloseable {
    /** What a test can ask for. */
    static final List<Class<?>> PARTS =
            List.of(MongoDatabase.class, MongoClient.class, CommandRecorder.class, Transactions.class);

    static OwnDatabase open(
            TestServer server, CommandRecorder recorder, Consumer<MongoClientSettings.Builder> settings) {
        MongoClient client = server.connect(builder -> {
            settings.accept(builder);
            builder.addCommandListener(recorder);
        });
        return new OwnDatabase(client, client.getDatabase("ligature_test_" + new ObjectId()), recorder);
    }

    /** The part of the given type; empty if there is none. */
    Optional<Object> part(Class<?> type) {
        return Stream.of(database, client, recorder, Transactions.of(client))
                .filter(type::isInstance)
                .filter(part -> PARTS.contains(type))
                .findFirst();
    }

    /** Removes all documents and indexes, and forgets the commands. */
    void clear() {
        TestDatabase.await(database.drop());
        recorder.clear();
    }

    @Override
    public void close() {
        try {
            TestDatabase.await(database.drop());
        } finally {
            client.close();
        }
    }
}
