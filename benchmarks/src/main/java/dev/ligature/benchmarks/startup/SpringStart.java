// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.startup;

import com.mongodb.client.MongoClients;
import java.util.Objects;
import org.bson.types.ObjectId;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.DocumentReference;

/** Spring Data's blocking template without Spring Boot, which resolves the reference. */
final class SpringStart {
    private SpringStart() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        MongoTemplate template = new MongoTemplate(MongoClients.create(arguments[0]), Start.DATABASE);
        SpringRoom room = Objects.requireNonNull(template.findById(Start.ROOM, SpringRoom.class));
        Start.done(start, room.lamp.watts);
    }

    @NullUnmarked
    @Document("rooms")
    static class SpringRoom {
        @Id
        ObjectId id;

        String name;

        @DocumentReference
        SpringLamp lamp;
    }

    @NullUnmarked
    @Document("lamps")
    static class SpringLamp {
        @Id
        ObjectId id;

        int watts;
    }
}
