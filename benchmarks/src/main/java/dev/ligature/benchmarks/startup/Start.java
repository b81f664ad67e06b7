// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.startup;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import dev.ligature.benchmarks.process.ChildJvm;
import org.bson.Document;
import org.bson.types.ObjectId;

/** What the programs have in common: the document, and what they report. */
final class Start {
    static final String DATABASE = "bench_startup";
    static final ObjectId ROOM = new ObjectId("a00000000000000000000001");

    /** What the programs report. */
    static final String MAIN = "main";

    static final String WATTS = "watts";

    static final int EXPECTED_WATTS = 60;

    private static final ObjectId LAMP = new ObjectId("b00000000000000000000001");

    private Start() {}

    /** Writes the document: with a bare id, and for Micronaut Data with the document that it keeps an id in. */
    static void load(String server) {
        try (MongoClient client = MongoClients.create(server)) {
            MongoDatabase database = client.getDatabase(DATABASE);
            replace(database, "lamps", new Document("_id", LAMP).append("watts", EXPECTED_WATTS));
            replace(database, "rooms", room(LAMP));
            replace(database, "micronaut_rooms", room(new Document("_id", LAMP)));
        }
    }

    private static Document room(Object lamp) {
        return new Document("_id", ROOM).append("name", "Kitchen").append("lamp", lamp);
    }

    private static void replace(MongoDatabase database, String collection, Document document) {
        database.getCollection(collection)
                .replaceOne(new Document("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
    }

    /** Called with the document in hand; what closing the client costs is nobody's concern. */
    static void done(long startOfMain, int watts) {
        ChildJvm.report(MAIN, System.nanoTime() - startOfMain);
        ChildJvm.report(WATTS, watts);
        System.exit(0);
    }
}
