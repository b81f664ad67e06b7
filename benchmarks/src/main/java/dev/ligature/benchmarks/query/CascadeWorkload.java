package dev.ligature.benchmarks.query;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonDocument;

/** What is written or deleted. */
public enum CascadeWorkload {
    INSERT_ONE("insert 1 house, door and 100 windows", 1, false),
    INSERT_MANY("insert 1,000 such houses", 1_000, false),
    DELETE_ONE("delete 1 house, door and 100 windows", 1, true),
    DELETE_MANY("delete 1,000 such houses", 1_000, true);

    public static final String DATABASE = "bench_cascade";

    private static final List<String> COLLECTIONS = List.of("houses", "doors", "windows");

    private final String title;
    private final int houses;
    private final boolean delete;

    CascadeWorkload(String title, int houses, boolean delete) {
        this.title = title;
        this.houses = houses;
        this.delete = delete;
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
        cascades.build(houses);
        if (delete) {
            cascades.insert();
        }
    }

    void run(Cascades cascades) {
        if (delete) {
            cascades.delete(houses);
        } else {
            cascades.insert();
        }
    }

    /** What follows the work and is not measured: the collections are empty again. */
    void after(Connection connection, Cascades cascades) {
        if (!delete) {
            MongoDatabase database = connection.blocking().getDatabase(DATABASE);
            COLLECTIONS.forEach(
                    name -> database.getCollection(cascades.prefix() + name).deleteMany(new BsonDocument()));
        }
    }

    /** Fails when not as many documents are stored as the work leaves. */
    void verify(Connection connection, String contender, Cascades cascades) {
        MongoDatabase database = connection.blocking().getDatabase(DATABASE);
        for (String name : COLLECTIONS) {
            long expected = delete ? 0 : (long) houses * (name.equals("windows") ? Cascades.WINDOWS : 1);
            long stored = database.getCollection(cascades.prefix() + name).countDocuments();
            if (stored != expected) {
                throw new IllegalStateException(contender + " leaves " + stored + " " + name + " after " + title);
            }
        }
    }
}
