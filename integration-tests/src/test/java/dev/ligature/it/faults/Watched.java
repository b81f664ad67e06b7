// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import com.mongodb.MongoClientSettings;
import dev.ligature.testing.TestDatabase;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;

/** A client through the proxy, of which every cursor, connection and transaction in use is known. */
final class Watched implements AutoCloseable {
    private final OpenCursors cursors = new OpenCursors();
    private final CheckedOut connections = new CheckedOut();
    private final FaultyServer server;

    Watched(TestDatabase database, Consumer<MongoClientSettings.Builder> more) {
        server = new FaultyServer(database, settings -> {
            settings.addCommandListener(cursors)
                    .applyToConnectionPoolSettings(pool -> pool.addConnectionPoolListener(connections));
            more.accept(settings);
        });
    }

    Faults faults() {
        return server.faults();
    }

    /** An operation of this client. */
    Publisher<?> call(Operation operation) {
        return operation.on(server.client(), server.database());
    }

    /** Waits until all connections are in the pool. */
    boolean givesAllConnectionsBack() {
        return Waiting.becomesTrue(() -> connections.count() == 0);
    }

    /** Waits until each cursor is read to its end, or killed. */
    boolean closesAllCursors() {
        return Waiting.becomesTrue(() -> cursors.count() == 0);
    }

    boolean endsAllTransactions() {
        return server.endsAllTransactions();
    }

    @Override
    public void close() {
        server.close();
    }
}
