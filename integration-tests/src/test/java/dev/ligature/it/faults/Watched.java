package dev.ligature.it.faults;

import com.mongodb.MongoClientSettings;
import dev.ligature.testing.TestDatabase;
import java.util.function.Consumer;

/** A client through the proxy, of which every cursor, connection and transaction in use is known. */
final class Watched implements AutoCloseable {
    private final OpenCursors cursors = new OpenCursors();
    private final CheckedOut connections = new CheckedOut();
    private final FaultyServer server;
    private final Estate estate;

    Watched(TestDatabase database, Consumer<MongoClientSettings.Builder> more) {
        server = new FaultyServer(database, settings -> {
            settings.addCommandListener(cursors)
                    .applyToConnectionPoolSettings(pool -> pool.addConnectionPoolListener(connections));
            more.accept(settings);
        });
        estate = new Estate(server.client(), server.database());
    }

    Faults faults() {
        return server.faults();
    }

    Estate estate() {
        return estate;
    }

    /** Waits until all connections are in the pool. */
    boolean givesAllConnectionsBack() {
        return Estate.becomesTrue(() -> connections.count() == 0);
    }

    /** Waits until each cursor is read to its end, or killed. */
    boolean closesAllCursors() {
        return Estate.becomesTrue(() -> cursors.count() == 0);
    }

    boolean endsAllTransactions() {
        return server.endsAllTransactions();
    }

    @Override
    public void close() {
        server.close();
    }
}
