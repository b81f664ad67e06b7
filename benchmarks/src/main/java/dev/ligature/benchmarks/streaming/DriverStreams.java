// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.streaming;

import com.mongodb.client.model.Aggregates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.ObjectId;
import reactor.core.publisher.Flux;

/** What can be written with the driver alone. */
final class DriverStreams {
    private DriverStreams() {}

    /** The floor: the readings themselves. */
    static Flux<Integer> unlinked(MongoClient client) {
        return Flux.from(readings(client).find()).map(reading -> reading.getInteger("value"));
    }

    static Flux<Integer> aggregation(MongoClient client) {
        return Flux.from(readings(client)
                        .aggregate(List.of(
                                Aggregates.lookup(Readings.SENSORS, "sensor", "_id", "sensors"),
                                Aggregates.lookup(Readings.TAGS, "tags", "_id", "linked"))))
                .map(DriverStreams::checksum);
    }

    private static int checksum(Document reading) {
        int sum = reading.getInteger("value")
                + reading.getList("sensors", Document.class).get(0).getInteger("level");
        Map<ObjectId, Document> tags = reading.getList("linked", Document.class).stream()
                .collect(Collectors.toMap(tag -> tag.getObjectId("_id"), Function.identity(), (same, again) -> same));
        for (ObjectId tag : reading.getList("tags", ObjectId.class)) {
            sum += Objects.requireNonNull(tags.get(tag)).getInteger("weight");
        }
        return sum;
    }

    private static MongoCollection<Document> readings(MongoClient client) {
        return client.getDatabase(Readings.DATABASE).getCollection(Readings.READINGS);
    }
}
