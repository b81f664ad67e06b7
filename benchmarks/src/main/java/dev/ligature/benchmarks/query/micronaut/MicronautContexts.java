// SPDX-License-Identifier: Apache-2.0
package dev.ligature.benchmarks.query.micronaut;

import dev.ligature.benchmarks.query.CannotException;
import dev.ligature.benchmarks.query.Connection;
import io.micronaut.context.ApplicationContext;
import java.util.Map;

/** Application contexts, which hold the repositories and a client of their own. */
final class MicronautContexts {
    private MicronautContexts() {}

    static ApplicationContext start(Connection connection, String database) {
        if (Connection.isEmbedded()) {
            throw new CannotException("needs sessions, which the embedded server does not have");
        }
        ApplicationContext context = ApplicationContext.builder()
                .properties(Map.of("mongodb.uri", connection.uri(database)))
                .banner(false)
                .singletons(connection.listeners().toArray())
                .start();
        connection.onClose(context::close);
        return context;
    }
}
