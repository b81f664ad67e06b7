// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class ServerChoiceTest {
    private static final String URI = "mongodb://db.example:27017/";

    private static ServerChoice choice(String address, Map<String, String> parameters, boolean hasTestcontainers) {
        return ServerChoice.of(address, key -> Optional.ofNullable(parameters.get(key)), hasTestcontainers);
    }

    @Test
    void isEmbeddedWhenNothingIsSaid() {
        assertThat(choice(null, Map.of(), false)).isInstanceOf(ServerChoice.Embedded.class);
        assertThat(choice(" ", Map.of(), false).isEmbedded()).isTrue();
    }

    @Test
    void isAContainerWhereTestcontainersIsOnTheClassPath() {
        assertThat(choice(null, Map.of(), true)).isEqualTo(new ServerChoice.Container("mongo:8", true));
        assertThat(choice(null, Map.of("ligature.test.image", "mongo:5.0"), true))
                .isEqualTo(new ServerChoice.Container("mongo:5.0", true));
    }

    @Test
    void isTheNamedServerBeforeAllElse() {
        assertThat(choice(URI, Map.of("ligature.test.server", "embedded"), true))
                .isEqualTo(new ServerChoice.Address(URI));
    }

    @Test
    void followsTheConfigurationParameter() {
        assertThat(choice(null, Map.of("ligature.test.server", "embedded"), true))
                .isEqualTo(new ServerChoice.Embedded());
        assertThatThrownBy(() -> choice(null, Map.of("ligature.test.server", "mongod"), true))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("ligature.test.server=mongod")
                .hasMessageContaining("MONGODB_URI");
    }

    @Test
    void saysWhichDependencyAContainerNeeds() {
        ServerChoice container = choice(null, Map.of("ligature.test.server", "container"), false);

        assertThatThrownBy(container::start).hasMessageContaining("org.testcontainers:testcontainers-mongodb");
    }

    @Test
    void knowsTheClassOfTestcontainers() throws ClassNotFoundException {
        assertThat(Class.forName(ServerChoice.CONTAINER_CLASS))
                .isSameAs(org.testcontainers.mongodb.MongoDBContainer.class);
    }
}
