// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.startup;

import com.mongodb.client.MongoClients;
import dev.morphia.Datastore;
import dev.morphia.Morphia;
import dev.morphia.annotations.Entity;
import dev.morphia.annotations.Id;
import dev.morphia.annotations.Reference;
import dev.morphia.config.MorphiaConfig;
import dev.morphia.query.filters.Filters;
import java.util.Objects;
import org.bson.types.ObjectId;
import org.jspecify.annotations.NullUnmarked;

/** Morphia, which resolves the reference. */
final class MorphiaStart {
    private MorphiaStart() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        Datastore datastore = Morphia.createDatastore(
                MongoClients.create(arguments[0]), MorphiaConfig.load().database(Start.DATABASE));
        MorphiaRoom room = Objects.requireNonNull(datastore
                .find(MorphiaRoom.class)
                .filter(Filters.eq("_id", Start.ROOM))
                .first());
        Start.done(start, room.lamp.watts);
    }

    @NullUnmarked
    @Entity(value = "rooms", useDiscriminator = false)
    static class MorphiaRoom {
        @Id
        ObjectId id;

        String name;

        @Reference(idOnly = true)
        MorphiaLamp lamp;
    }

    @NullUnmarked
    @Entity(value = "lamps", useDiscriminator = false)
    static class MorphiaLamp {
        @Id
        ObjectId id;

        int watts;
    }
}
