// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.startup;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Objects;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** The reactive driver alone, two finds by hand. */
final class DriverStart {
    private DriverStart() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        MongoDatabase database = MongoClients.create(arguments[0]).getDatabase(Start.DATABASE);
        Mono<Document> lamp =
                find(database, "rooms", Start.ROOM).flatMap(room -> find(database, "lamps", room.getObjectId("lamp")));
        Start.done(start, Objects.requireNonNull(lamp.block()).getInteger("watts"));
    }

    private static Mono<Document> find(MongoDatabase database, String collection, Object id) {
        return Mono.from(
                database.getCollection(collection).find(Filters.eq("_id", id)).first());
    }
}
