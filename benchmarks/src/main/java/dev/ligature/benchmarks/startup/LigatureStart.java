// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.startup;

import com.mongodb.reactivestreams.client.MongoClients;
import java.util.Objects;

/** The generated repository. */
final class LigatureStart {
    private LigatureStart() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        RoomRepository rooms =
                new RoomRepository(MongoClients.create(arguments[0]).getDatabase(Start.DATABASE));
        Room room = Objects.requireNonNull(
                rooms.findById(Start.ROOM).fetch(QRoom.room.lamp()).block());
        Start.done(start, room.lamp().get().watts());
    }
}
