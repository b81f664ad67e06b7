// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.test;

import de.bwaldvogel.mongo.MongoServer;
import dev.ligature.spring.autoconfigure.LigatureAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** See {@link AutoConfigureTestMongo}. */
@AutoConfiguration(
        before = {MongoReactiveAutoConfiguration.class, LigatureAutoConfiguration.class},
        afterName = "org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration")
@ConditionalOnClass({MongoServer.class, DynamicPropertyRegistrar.class})
@ConditionalOnMissingBean(MongoConnectionDetails.class)
@ConditionalOnBooleanProperty(name = "ligature.test.database", matchIfMissing = true)
final class TestDatabaseAutoConfiguration {
    @Bean
    TestServer ligatureTestServer() {
        return TestServer.start();
    }

    /** Sets these properties before any other bean reads them. */
    @Bean
    DynamicPropertyRegistrar ligatureTestProperties(TestServer server) {
        return properties -> {
            properties.add("spring.mongodb.uri", server::uri);
            properties.add("spring.mongodb.database", server::database);
        };
    }
}
