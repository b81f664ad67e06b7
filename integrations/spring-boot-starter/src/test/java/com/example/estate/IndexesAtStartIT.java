// SPDX-License-Identifier: Apache-2.0
package com.example.estate;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.spring.autoconfigure.LigatureAutoConfiguration;
import dev.ligature.testing.TestDatabase;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.core.publisher.Flux;

/** {@code ligature.create-indexes}. */
class IndexesAtStartIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase().clearedBeforeEach();

    private ApplicationContextRunner application;

    @BeforeEach
    void configure() {
        ConnectionString address = DATABASE.address();
        application = new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(MongoReactiveAutoConfiguration.class, LigatureAutoConfiguration.class))
                .withPropertyValues(
                        "spring.mongodb.uri=" + address,
                        "spring.mongodb.database=" + DATABASE.database().getName());
    }

    private static List<BsonDocument> keys(String collection) {
        MongoDatabase database = DATABASE.database();
        return Flux.from(database.getCollection(collection).listIndexes(BsonDocument.class))
                .map(index -> index.getDocument("key"))
                .collectList()
                .block();
    }

    @Test
    void createsThem() {
        application.withPropertyValues("ligature.create-indexes=true").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(keys("persons")).contains(BsonDocument.parse("{email: 1}"));
            assertThat(keys("houses")).contains(BsonDocument.parse("{owners: 1}"));
        });
    }

    @Test
    void createsNoneUnasked() {
        application.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(keys("persons")).isEmpty();
        });
    }

    @Test
    void namesThoseThatAreMissing() {
        application.withPropertyValues("ligature.create-indexes=check").run(context -> assertThat(context)
                .getFailure()
                .hasMessageContaining(
                        "Indexes are missing: \"houses\" {\"owners\": 1}, \"persons\" {\"email\": 1} (unique)."));
    }

    @Test
    void startsWhereNoneIsMissing() {
        application.withPropertyValues("ligature.create-indexes=true").run(context -> {});

        application.withPropertyValues("ligature.create-indexes=check").run(context -> assertThat(context)
                .hasNotFailed());
    }
}
