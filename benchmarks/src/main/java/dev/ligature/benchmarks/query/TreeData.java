// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;

/**
 * The stored trees: every node but the leaves has three children, the root five levels of descendants. The roots have the first
 * numbers.
 */
public final class TreeData {
    public static final String DATABASE = "bench_tree";
    public static final int TREES = 20;
    public static final int DEPTH = 5;
    /** Nodes under a root. */
    public static final int DESCENDANTS = 3 + 9 + 27 + 81 + 243;

    private static final int CHILDREN = 3;

    private final List<BsonDocument> nodes = new ArrayList<>();
    private int next = TREES;

    private TreeData() {}

    /** Writes what is not there yet. */
    public static synchronized void load(Connection connection) {
        MongoDatabase database = connection.blocking().getDatabase(DATABASE);
        if (database.getCollection("nodes").countDocuments() == TREES * (1 + DESCENDANTS)) {
            return;
        }
        database.drop();
        TreeData data = new TreeData();
        for (int tree = 0; tree < TREES; tree++) {
            data.add(tree, 0);
        }
        MongoCollection<BsonDocument> to = database.getCollection("nodes", BsonDocument.class);
        to.createIndex(Indexes.ascending("number"));
        to.insertMany(data.nodes);
    }

    private BsonObjectId add(int number, int level) {
        BsonObjectId id = HouseData.id('b', number);
        BsonArray children = new BsonArray();
        for (int child = 0; child < CHILDREN && level < DEPTH; child++) {
            children.add(add(next++, level + 1));
        }
        nodes.add(new BsonDocument("_id", id)
                .append("number", new BsonInt32(number))
                .append("children", children));
        return id;
    }
}
