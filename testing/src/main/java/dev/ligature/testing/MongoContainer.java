// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/** The only class that knows Testcontainers, which need not be there. */
final class MongoContainer {
    private MongoContainer() {}

    /** Starts a replica set of one server, so that transactions work. */
    static TestServer start(String image) {
        DockerImageName name = DockerImageName.parse(image).asCompatibleSubstituteFor("mongo");
        return start(image, new MongoDBContainer(name).withReplicaSet());
    }

    static TestServer start(String image, MongoDBContainer container) {
        try {
            container.start();
        } catch (RuntimeException failure) {
            throw new ExtensionConfigurationException(
                    "Testcontainers is on the class path, but no container of " + image
                            + " could be started: " + failure.getMessage() + ". Start Docker, name a server by "
                            + ServerChoice.ADDRESS + ", or set " + ServerChoice.SERVER
                            + "=embedded in junit-platform.properties.",
                    failure);
        }
        return TestServer.started(container.getConnectionString(), container::stop);
    }
}
