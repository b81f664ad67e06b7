// SPDX-License-Identifier: Apache-2.0
package com.example.estate;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.spring.autoconfigure.LigatureAutoConfiguration;
import dev.ligature.spring.autoconfigure.LigatureMetricsAutoConfiguration;
import dev.ligature.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.metrics.MongoMetricsAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.core.publisher.Mono;

/** Boot's metrics of commands say which operation sent them. */
class CommandMetricsIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void tagsCommandsWithRepositoryAndOperation() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        MongoReactiveAutoConfiguration.class,
                        MongoMetricsAutoConfiguration.class,
                        LigatureMetricsAutoConfiguration.class,
                        LigatureAutoConfiguration.class))
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withPropertyValues(
                        "spring.mongodb.uri=" + DATABASE.address(),
                        "spring.mongodb.database=" + DATABASE.database().getName())
                .run(context -> {
                    HouseRepository houses = context.getBean(HouseRepository.class);
                    House house = houses.insert(House.named("Oak")).block();
                    houses.findById(house.id()).block();
                    Mono.from(context.getBean(MongoDatabase.class)
                                    .getCollection("notes")
                                    .insertOne(new Document()))
                            .block();

                    MeterRegistry meters = context.getBean(MeterRegistry.class);
                    assertThat(count(meters, "insert", "House", "insert")).contains(1L);
                    assertThat(count(meters, "find", "House", "find")).contains(1L);
                    assertThat(count(meters, "insert", "none", "none")).contains(1L);
                });
    }

    private static Optional<Long> count(MeterRegistry meters, String command, String repository, String operation) {
        return Optional.ofNullable(meters.find("mongodb.driver.commands")
                        .tags("command", command, "repository", repository, "operation", operation)
                        .timer())
                .map(timer -> timer.count());
    }
}
