// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.estate.House;
import com.example.estate.HouseRepository;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.spring.autoconfigure.LigatureAutoConfiguration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.test.context.support.DynamicPropertyRegistrarBeanInitializer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the application context of a test leaves behind on a server that others use too. */
@EnabledIfEnvironmentVariable(
        named = "MONGODB_URI",
        matches = ".+",
        disabledReason = "an embedded server ends with the context")
class TestDatabaseIT {
    private static MongoClient server;

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    TestDatabaseAutoConfiguration.class,
                    MongoReactiveAutoConfiguration.class,
                    LigatureAutoConfiguration.class))
            .withBean(DynamicPropertyRegistrarBeanInitializer.class);

    @BeforeAll
    static void connect() {
        server = MongoClients.create(System.getenv("MONGODB_URI"));
    }

    @AfterAll
    static void disconnect() {
        server.close();
    }

    private static List<String> collections(String database) {
        return Flux.from(server.getDatabase(database).listCollectionNames())
                .collectList()
                .block();
    }

    @Test
    void dropsItsOwnDatabase() {
        AtomicReference<String> database = new AtomicReference<>();

        application.run(context -> {
            database.set(context.getBean(MongoDatabase.class).getName());
            context.getBean(HouseRepository.class).insert(House.named("Oak")).block();
            assertThat(collections(database.get())).contains("houses");
        });

        assertThat(database.get()).startsWith("ligature_test_");
        assertThat(collections(database.get())).isEmpty();
    }

    @Test
    void dropsNoDatabaseOfTheApplication() {
        MongoDatabase archive = server.getDatabase("ligature_test_archive_" + new ObjectId());
        try {
            application.withBean("archive", MongoDatabase.class, () -> archive).run(context -> context.getBean(
                            HouseRepository.class)
                    .insert(House.named("Oak"))
                    .block());

            assertThat(collections(archive.getName())).contains("houses");
        } finally {
            Mono.from(archive.drop()).block();
        }
    }
}
