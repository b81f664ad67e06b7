// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ligature.jackson.InvalidIdException;
import dev.ligature.jackson.model.Door;
import dev.ligature.jackson.model.DoorRepository;
import dev.ligature.jackson.model.Window;
import dev.ligature.jackson.model.WindowRepository;
import dev.ligature.testing.TestDatabase;
import java.util.UUID;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the example. */
class HouseJsonIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final HouseJson example = new HouseJson(DATABASE.database());

    @Test
    void addsAHouseAndShowsItWithItsDoorAndWindows() {
        Door door = TestDatabase.await(new DoorRepository(DATABASE.database()).insert(Door.of(new ObjectId())));
        Window window =
                TestDatabase.await(new WindowRepository(DATABASE.database()).insert(Window.of(UUID.randomUUID(), 3)));
        UUID nowhere = UUID.randomUUID();
        String json = """
                {"name": "Oak", "door": "%s", "windows": ["%s", "%s"]}""".formatted(door.id(), window.id(), nowhere);

        JsonNode added = read(TestDatabase.await(example.add(json)));
        JsonNode shown = read(
                TestDatabase.await(example.show(new ObjectId(added.get("id").asString()))));

        assertThat(added.get("door")).isEqualTo(read("\"" + door.id() + "\""));
        assertThat(shown.get("door")).isEqualTo(read("{\"id\": \"" + door.id() + "\", \"height\": 2}"));
        assertThat(shown.get("windows"))
                .isEqualTo(read("[{\"id\": \"" + window.id() + "\", \"width\": 3}, \"" + nowhere + "\"]"));
    }

    @Test
    void listsHousesWithTheIdsOfTheirWindows() {
        Door door = TestDatabase.await(new DoorRepository(DATABASE.database()).insert(Door.of(new ObjectId())));
        Window window =
                TestDatabase.await(new WindowRepository(DATABASE.database()).insert(Window.of(UUID.randomUUID(), 3)));
        TestDatabase.await(example.add("""
                {"name": "Elm", "door": "%s", "windows": ["%s"]}""".formatted(door.id(), window.id())));

        JsonNode cards = read(TestDatabase.await(example.list()));

        assertThat(cards).anySatisfy(card -> {
            assertThat(card.get("door").get("height").asInt()).isEqualTo(2);
            assertThat(card.get("windows")).isEqualTo(read("[\"" + window.id() + "\"]"));
        });
    }

    @Test
    void refusesABadId() {
        assertThatThrownBy(() -> TestDatabase.await(example.add("{\"name\": \"Oak\", \"door\": \"front\"}")))
                .isInstanceOfSatisfying(InvalidIdException.class, refused -> assertThat(refused.member())
                        .isEqualTo("door"));
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
