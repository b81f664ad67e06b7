// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.ReflectionSupport;

/** Which server a run uses. Choosing one does not start it. */
sealed interface ServerChoice {
    String ADDRESS = "MONGODB_URI";
    String SERVER = "ligature.test.server";
    String IMAGE = "ligature.test.image";
    String DEFAULT_IMAGE = "mongo:8";

    /** The class of Testcontainers 2. Testcontainers 1 has it in another package. */
    String CONTAINER_CLASS = "org.testcontainers.mongodb.MongoDBContainer";

    TestServer start();

    default boolean isEmbedded() {
        return this instanceof Embedded;
    }

    static ServerChoice of(ExtensionContext context) {
        return of(
                System.getenv(ADDRESS),
                context::getConfigurationParameter,
                ReflectionSupport.tryToLoadClass(CONTAINER_CLASS).toOptional().isPresent());
    }

    static ServerChoice of(
            @Nullable String address, Function<String, Optional<String>> parameters, boolean hasTestcontainers) {
        if (address != null && !address.isBlank()) {
            return new Address(address);
        }
        String image = parameters.apply(IMAGE).orElse(DEFAULT_IMAGE);
        String server = parameters.apply(SERVER).orElse(hasTestcontainers ? "container" : "embedded");
        return switch (server) {
            case "embedded" -> new Embedded();
            case "container" -> new Container(image, hasTestcontainers);
            default ->
                throw new ExtensionConfigurationException(SERVER + "=" + server
                        + " is neither embedded nor container. To name a server, set " + ADDRESS + ".");
        };
    }

    record Address(String address) implements ServerChoice {
        @Override
        public TestServer start() {
            return TestServer.at(address);
        }
    }

    record Container(String image, boolean hasTestcontainers) implements ServerChoice {
        @Override
        public TestServer start() {
            if (!hasTestcontainers) {
                throw new ExtensionConfigurationException(
                        SERVER
                                + "=container needs org.testcontainers:testcontainers-mongodb, version 2, on the class path of the tests.");
            }
            return MongoContainer.start(image);
        }
    }

    record Embedded() implements ServerChoice {
        @Override
        public TestServer start() {
            return TestServer.embedded();
        }
    }
}
