// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;

/**
 * The stored houses, in a database each: the same in every run. They are stored twice: with ids in the house, and as Micronaut Data
 * stores them, whose windows know their house and whose door's id is in a document of its own. A scattered order of the targets keeps
 * a contender from profiting by reading them as they lie on the disk.
 */
public enum HouseData {
    /** Every house has a door and ten windows of its own. */
    SMALL("bench_small", 20_000, 0),
    /** Ten times as many houses with doors of their own; they share windows, which are not fetched here. */
    LARGE("bench_large", 200_000, 1_000),
    /** A thousand houses over 50 doors and 50 windows. */
    SHARED("bench_shared", 1_000, 50);

    /** Houses of one street. */
    public static final int STREET = 20;
    /** Doors of the height that is looked for, in every database but the shared one. */
    public static final int RARE = 400;

    public static final int RARE_HEIGHT = 7;
    public static final int WINDOWS = 10;
    /** The page that is looked for: the third. */
    public static final int PAGE = 20;

    public static final int SKIPPED = 2 * PAGE;

    private static final int BULK = 5_000;
    /** Prime to all sizes. */
    private static final long STRIDE = 7_919;

    private final String database;
    private final int houses;
    private final int pool;

    HouseData(String database, int houses, int pool) {
        this.database = database;
        this.houses = pool == 50 || !Connection.isEmbedded() ? houses : houses / 10;
        this.pool = pool;
    }

    /** The database's name. */
    public String database() {
        return database;
    }

    public int houses() {
        return houses;
    }

    /** The street that is looked for. */
    public static String streetName() {
        return "Street 7";
    }

    /** Writes what is not there yet. */
    public synchronized void load(Connection connection) {
        MongoDatabase to = connection.blocking().getDatabase(database);
        fill(to, "doors", doors(), this::door);
        fill(to, "windows", windows(), HouseData::window);
        fill(to, "houses", houses, this::house);
        fill(to, "micronaut_doors", doors(), this::door);
        fill(to, "micronaut_houses", houses, this::micronautHouse);
        index(to, "doors", "height");
        index(to, "micronaut_doors", "height");
        index(to, "houses", "number", "name", "street", "door", "windows");
        index(to, "micronaut_houses", "number", "name", "street", "door._id");
        if (pool == 0) {
            fill(to, "micronaut_windows", windows(), this::micronautWindow);
            index(to, "micronaut_windows", "house._id");
        }
    }

    private static void index(MongoDatabase in, String collection, String... fields) {
        for (String field : fields) {
            in.getCollection(collection).createIndex(Indexes.ascending(field));
        }
    }

    private static void fill(MongoDatabase in, String name, int documents, IntFunction<BsonDocument> document) {
        MongoCollection<BsonDocument> collection = in.getCollection(name, BsonDocument.class);
        if (collection.countDocuments() == documents) {
            return;
        }
        collection.drop();
        List<BsonDocument> bulk = new ArrayList<>(BULK);
        for (int number = 0; number < documents; number++) {
            bulk.add(document.apply(number));
            if (bulk.size() == BULK || number == documents - 1) {
                collection.insertMany(bulk);
                bulk.clear();
            }
        }
    }

    private int doors() {
        return pool == 50 ? pool : houses;
    }

    private int windows() {
        return pool == 0 ? houses * WINDOWS : pool;
    }

    private BsonDocument door(int number) {
        int height = pool != 50 && number % (houses / RARE) == 0 ? RARE_HEIGHT : 1 + number % 5;
        return new BsonDocument("_id", id('d', number))
                .append("height", new BsonInt32(height))
                .append("width", new BsonInt32(number % 97));
    }

    private static BsonDocument window(int number) {
        return new BsonDocument("_id", id('e', number))
                .append("width", new BsonInt32(number % 89))
                .append("height", new BsonInt32(number % 13))
                .append("tinted", BsonBoolean.valueOf(number % 3 == 0));
    }

    private BsonDocument micronautWindow(int number) {
        // The inverse of the stride's numbering needs no formula: a window is written for the house that has it.
        int house = number / WINDOWS;
        return window(windowOf(house, number % WINDOWS)).append("house", new BsonDocument("_id", id('a', house)));
    }

    private BsonDocument house(int number) {
        BsonArray windows = new BsonArray(WINDOWS);
        for (int window = 0; window < WINDOWS; window++) {
            windows.add(id('e', windowOf(number, window)));
        }
        return fields(number).append("door", id('d', doorOf(number))).append("windows", windows);
    }

    private BsonDocument micronautHouse(int number) {
        return fields(number).append("door", new BsonDocument("_id", id('d', doorOf(number))));
    }

    private BsonDocument fields(int number) {
        return new BsonDocument("_id", id('a', number))
                .append("number", new BsonInt32(number))
                .append("name", new BsonString(String.format("House %06d", number * STRIDE % houses)))
                .append("street", new BsonString("Street " + number / STREET))
                .append("rooms", new BsonInt32(1 + number % 9));
    }

    private int doorOf(int house) {
        return (int) (house * STRIDE % doors());
    }

    private int windowOf(int house, int window) {
        return (int) ((house * (long) WINDOWS + window) * STRIDE % windows());
    }

    /** An id made of a digit for the kind and the number. */
    static BsonObjectId id(char kind, int number) {
        return new BsonObjectId(new ObjectId(String.format("%c%023x", kind, number)));
    }
}
