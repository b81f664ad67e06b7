// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.startup;

import io.micronaut.context.ApplicationContext;
import java.util.Map;

/** Micronaut's context and a repository with a join. */
final class MicronautStart {
    private MicronautStart() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        ApplicationContext context = ApplicationContext.builder()
                .properties(Map.of("mongodb.uri", inDatabase(arguments[0])))
                .banner(false)
                .start();
        MicronautRoom room =
                context.getBean(MicronautRooms.class).findById(Start.ROOM).orElseThrow();
        Start.done(start, room.lamp.watts);
    }

    /** Micronaut takes the database from the connection string. */
    private static String inDatabase(String server) {
        return server.replaceFirst("^(mongodb://[^/?]+)/?[^?]*", "$1/" + Start.DATABASE);
    }
}
