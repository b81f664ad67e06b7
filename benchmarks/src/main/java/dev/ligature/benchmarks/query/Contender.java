// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Somebody who does the work of a table, on a connection and a database.
 *
 * @param <Q> the table's questions
 */
public record Contender<Q>(String name, String description, BiFunction<Connection, String, Q> opener) {
    public Q open(Connection connection, String database) {
        return opener.apply(connection, database);
    }

    /** The contender with a name. */
    static <Q> Contender<Q> named(List<Contender<Q>> contenders, String name) {
        return contenders.stream()
                .filter(contender -> contender.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no contender \"" + name + "\""));
    }
}
