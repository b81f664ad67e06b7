// SPDX-License-Identifier: Apache-2.0
package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.testing.DisabledOnEmbedded;
import dev.ligature.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The service in a Micronaut context, with the client that Micronaut creates. */
class HouseServiceIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private ApplicationContext context;
    private HouseService service;

    @BeforeEach
    void start() {
        context = ApplicationContext.builder()
                .banner(false)
                .properties(Map.of(
                        "mongodb.uri",
                        DATABASE.address().getConnectionString(),
                        "houses.database",
                        DATABASE.database().getName()))
                .start();
        service = context.getBean(HouseService.class);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void writesAndFindsThroughALink() {
        TestDatabase.await(service.build("Oak", 3));
        TestDatabase.await(service.build("Ash", 2));

        assertThat(TestDatabase.await(service.withDoorsFrom(3).collectList()))
                .singleElement()
                .satisfies(house -> {
                    assertThat(house.name()).isEqualTo("Oak");
                    assertThat(house.door().get().height()).isEqualTo(3);
                });
    }

    @Test
    @DisabledOnEmbedded("transactions")
    void writesInATransaction() {
        TestDatabase.await(service.buildAtOnce("Oak", 3));

        assertThat(TestDatabase.await(service.withDoorsFrom(3).count())).isEqualTo(1);
    }

    @Test
    void createsTheIndexesAtTheStart() {
        HouseRepository houses = context.getBean(HouseRepository.class);

        assertThat(TestDatabase.await(
                        houses.find(QHouse.house.name.eq("Oak")).plan().check().count()))
                .isZero();
    }
}
