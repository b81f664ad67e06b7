// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.streaming;

import com.mongodb.reactivestreams.client.MongoClient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What can be written with Spring Data's reactive template, whose references do not load links: ids, and further queries. */
final class SpringStreams {
    private static final int BATCH = 1_000;

    private SpringStreams() {}

    @Document("sensors")
    record SpringSensor(ObjectId id, String name, int level) {}

    @Document("tags")
    record SpringTag(ObjectId id, String name, int weight) {}

    @Document("readings")
    record SpringReading(ObjectId id, String name, int value, ObjectId sensor, List<ObjectId> tags) {}

    /** Two queries per batch of readings. */
    static Flux<Integer> batches(MongoClient client) {
        ReactiveMongoTemplate template = new ReactiveMongoTemplate(client, Readings.DATABASE);
        return template.find(new Query(), SpringReading.class)
                .buffer(BATCH)
                .concatMap(
                        readings -> Mono.zip(
                                        byId(template, SpringSensor.class, SpringSensor::id, sensors(readings)),
                                        byId(template, SpringTag.class, SpringTag::id, tags(readings)))
                                .flatMapIterable(linked -> readings.stream()
                                        .map(reading -> checksum(reading, linked.getT1(), linked.getT2()))
                                        .toList()),
                        1);
    }

    /** Two queries per reading: the first thing that comes to mind. */
    static Flux<Integer> each(MongoClient client) {
        ReactiveMongoTemplate template = new ReactiveMongoTemplate(client, Readings.DATABASE);
        return template.find(new Query(), SpringReading.class)
                .flatMapSequential(
                        reading -> Mono.zip(
                                        byId(template, SpringSensor.class, SpringSensor::id, List.of(reading.sensor())),
                                        byId(template, SpringTag.class, SpringTag::id, reading.tags()))
                                .map(linked -> checksum(reading, linked.getT1(), linked.getT2())),
                        32);
    }

    private static <T> Mono<Map<ObjectId, T>> byId(
            ReactiveMongoTemplate template, Class<T> type, Function<T, ObjectId> id, Collection<ObjectId> ids) {
        return template.find(Query.query(Criteria.where("_id").in(ids)), type).collectMap(id);
    }

    private static List<ObjectId> sensors(List<SpringReading> readings) {
        return readings.stream().map(SpringReading::sensor).distinct().toList();
    }

    private static List<ObjectId> tags(List<SpringReading> readings) {
        return readings.stream()
                .flatMap(reading -> reading.tags().stream())
                .distinct()
                .toList();
    }

    private static int checksum(
            SpringReading reading, Map<ObjectId, SpringSensor> sensors, Map<ObjectId, SpringTag> tags) {
        return reading.value()
                + Objects.requireNonNull(sensors.get(reading.sensor())).level()
                + reading.tags().stream()
                        .mapToInt(tag -> Objects.requireNonNull(tags.get(tag)).weight())
                        .sum();
    }
}
