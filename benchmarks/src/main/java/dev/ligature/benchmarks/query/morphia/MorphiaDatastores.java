// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.morphia;

import dev.ligature.benchmarks.query.Connection;
import dev.morphia.Datastore;
import dev.morphia.Morphia;
import dev.morphia.config.MorphiaConfig;

/** Datastores with the settings of the manual. */
final class MorphiaDatastores {
    private MorphiaDatastores() {}

    static Datastore open(Connection connection, String database) {
        return Morphia.createDatastore(
                connection.blocking(), MorphiaConfig.load().database(database));
    }
}
