// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.streaming;

import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.ObjectId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collections that are streamed. */
final class Readings {
    static final String DATABASE = "bench_stream";
    static final String READINGS = "readings";
    static final String SENSORS = "sensors";
    static final String TAGS = "tags";

    private static final int SENSOR_COUNT = 2_000;
    private static final int TAG_COUNT = 3_000;
    private static final int BULK = 5_000;

    private Readings() {}

    /** Loads the collections, unless they are there in this size. */
    static Mono<Void> load(MongoDatabase database, int readings) {
        return Mono.from(database.getCollection(READINGS).countDocuments())
                .filter(count -> count != readings)
                .flatMap(other -> Mono.from(database.drop())
                        .thenMany(Flux.concat(
                                insert(database.getCollection(SENSORS), SENSOR_COUNT, Readings::sensor),
                                insert(database.getCollection(TAGS), TAG_COUNT, Readings::tag),
                                insert(database.getCollection(READINGS), readings, Readings::reading)))
                        .then());
    }

    private static Flux<Object> insert(MongoCollection<Document> into, int count, IntFunction<Document> document) {
        return Flux.range(0, (count + BULK - 1) / BULK)
                .concatMap(bulk -> into.insertMany(
                        documents(bulk * BULK, Math.min(count, (bulk + 1) * BULK), document),
                        new InsertManyOptions().ordered(false)))
                .cast(Object.class);
    }

    private static List<Document> documents(int from, int to, IntFunction<Document> document) {
        return IntStream.range(from, to).mapToObj(document).toList();
    }

    private static Document sensor(int number) {
        return new Document("_id", id('a', number))
                .append("name", "Sensor " + number)
                .append("level", number % 7);
    }

    private static Document tag(int number) {
        return new Document("_id", id('b', number))
                .append("name", "Tag " + number)
                .append("weight", number % 11);
    }

    private static Document reading(int number) {
        return new Document("_id", id('c', number))
                .append("name", "Reading " + number)
                .append("value", number % 1_000)
                .append("sensor", id('a', number * 31L % SENSOR_COUNT))
                .append("tags", List.of(id('b', number * 17L % TAG_COUNT), id('b', number * 37L % TAG_COUNT)));
    }

    private static ObjectId id(char collection, long number) {
        return new ObjectId(String.format("%c%023x", collection, number));
    }
}
