// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.startup;

import com.mongodb.reactivestreams.client.MongoClients;
import java.util.Objects;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import reactor.core.publisher.Mono;

/** Spring Data's reactive template without Spring Boot: it resolves no references, so a second query by hand. */
final class SpringReactiveStart {
    private SpringReactiveStart() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        ReactiveMongoTemplate template = new ReactiveMongoTemplate(MongoClients.create(arguments[0]), Start.DATABASE);
        Mono<SpringLamp> lamp = template.findById(Start.ROOM, SpringRoom.class)
                .flatMap(room -> template.findById(room.lamp(), SpringLamp.class));
        Start.done(start, Objects.requireNonNull(lamp.block()).watts());
    }

    @Document("rooms")
    record SpringRoom(ObjectId id, String name, ObjectId lamp) {}

    @Document("lamps")
    record SpringLamp(ObjectId id, int watts) {}
}
