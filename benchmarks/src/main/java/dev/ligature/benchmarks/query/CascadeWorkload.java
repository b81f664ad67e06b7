// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonDocument;

/** What is written, changed or deleted. */
public enum CascadeWorkload {
    INSERT_ONE("insert 1 house, door and 100 windows", 1, Action.INSERT),
    INSERT_MANY("insert 1,000 such houses", 1_000, Action.INSERT),
    DELETE_ONE("delete 1 house, door and 100 windows", 1, Action.DELETE),
    DELETE_MANY("delete 1,000 such houses", 1_000, Action.DELETE),
    SAVE_MANY("save 1,000 stored houses with doors", 1_000, Action.SAVE),
    REPLACE_MANY("replace 1,000 stored houses with doors", 1_000, Action.REPLACE);

    private enum Action {
        INSERT,
        DELETE,
        SAVE,
        REPLACE;

        /** Whether it works on what is stored, as it is after it. */
        boolean isChange() {
            return this == SAVE || this == REPLACE;
        }
    }

    public static final String DATABASE = "bench_cascade";

    private static final List<String> COLLECTIONS = List.of("houses", "doors", "windows");

    private final String title;
    private final int houses;
    private final Action action;

    CascadeWorkload(String title, int houses, Action action) {
        this.title = title;
        this.houses = houses;
        this.action = action;
    }

    public String title() {
        return title;
    }

    /** The workload with a title. */
    static CascadeWorkload titled(String title) {
        return Arrays.stream(values())
                .filter(workload -> workload.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no workload \"" + title + "\""));
    }

    private int windows() {
        return action.isChange() ? 0 : Cascades.WINDOWS;
    }

    /** Starts with empty collections and their indexes. */
    static void empty(Connection connection) {
        MongoDatabase database = connection.blocking().getDatabase(DATABASE);
        for (String prefix : List.of("", "micronaut_")) {
            COLLECTIONS.forEach(name -> database.getCollection(prefix + name).deleteMany(new BsonDocument()));
            database.getCollection(prefix + "houses").createIndex(Indexes.ascending("number"));
        }
        database.getCollection("micronaut_windows").createIndex(Indexes.ascending("house._id"));
    }

    /** What precedes the work and is not measured: the houses, in memory or already written. */
    void before(Cascades cascades) {
        if (action.isChange() && !cascades.changes()) {
            throw new CannotException("is compared by its inserts");
        }
        cascades.build(houses, windows());
        if (action != Action.INSERT) {
            cascades.insert();
        }
    }

    void run(Cascades cascades) {
        switch (action) {
            case INSERT -> cascades.insert();
            case DELETE -> cascades.delete(houses);
            case SAVE -> cascades.save();
            case REPLACE -> cascades.replace();
        }
    }

    /** What follows the work and is not measured: the collections are empty again. */
    void after(Connection connection, Cascades cascades) {
        if (action != Action.DELETE) {
            MongoDatabase database = connection.blocking().getDatabase(DATABASE);
            COLLECTIONS.forEach(
                    name -> database.getCollection(cascades.prefix() + name).deleteMany(new BsonDocument()));
        }
    }

    /** Fails when not as many documents are stored as the work leaves. */
    void verify(Connection connection, String contender, Cascades cascades) {
        MongoDatabase database = connection.blocking().getDatabase(DATABASE);
        for (String name : COLLECTIONS) {
            long expected = action == Action.DELETE ? 0 : (long) houses * (name.equals("windows") ? windows() : 1);
            long stored = database.getCollection(cascades.prefix() + name).countDocuments();
            if (stored != expected) {
                throw new IllegalStateException(contender + " leaves " + stored + " " + name + " after " + title);
            }
        }
    }
}
