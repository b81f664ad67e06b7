// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import static dev.ligature.testing.LigatureAssertions.assertThat;
import static dev.ligature.testing.LigatureAssertions.insert;
import static dev.ligature.testing.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoClient;
import java.util.UUID;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TestDatabaseIT {
    @RegisterExtension
    static final TestDatabase DATABASE =
            new TestDatabase(settings -> settings.uuidRepresentation(UuidRepresentation.STANDARD)).clearedBeforeEach();

    @Test
    @Order(1)
    void usesTheSettingsOfTheClass() {
        UUID id = UUID.randomUUID();
        await(DATABASE.database().getCollection("houses").insertOne(new Document("_id", id)));

        assertThat(DATABASE.recorder()).containsExactly(insert("houses"));
        assertThat(await(DATABASE.database().getCollection("houses").find().first()))
                .containsEntry("_id", id);
    }

    @Test
    @Order(2)
    void isEmptyAgainBeforeEachTest() {
        assertThat(DATABASE.recorder()).isEmpty();
        assertThat(await(DATABASE.database().getCollection("houses").countDocuments()))
                .isZero();
    }

    @Test
    void connectsASecondTime() {
        try (MongoClient other = DATABASE.connect()) {
            await(other.getDatabase(DATABASE.database().getName())
                    .getCollection("houses")
                    .insertOne(new Document()));
        }

        assertThat(DATABASE.recorder()).isEmpty();
        assertThat(await(DATABASE.database().getCollection("houses").countDocuments()))
                .isOne();
        assertThat(DATABASE.address().getHosts()).isNotEmpty();
    }

    @Nested
    class Within {
        @Test
        void isTheDatabaseOfTheClassAround() {
            assertThat(DATABASE.database().getName()).startsWith("ligature_test_");
        }
    }

    @Test
    void saysHowToRegisterIt() {
        TestDatabase unregistered = new TestDatabase();

        assertThatThrownBy(unregistered::database).hasMessageContaining("@RegisterExtension");
    }
}
