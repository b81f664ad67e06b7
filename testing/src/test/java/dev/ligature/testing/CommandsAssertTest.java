// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import static dev.ligature.testing.LigatureAssertions.aggregate;
import static dev.ligature.testing.LigatureAssertions.assertThat;
import static dev.ligature.testing.LigatureAssertions.command;
import static dev.ligature.testing.LigatureAssertions.find;
import static dev.ligature.testing.LigatureAssertions.insert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ConnectionDescription;
import com.mongodb.connection.ServerId;
import com.mongodb.event.CommandStartedEvent;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsAssertTest {
    private final CommandRecorder commands = new CommandRecorder();

    private void send(String... documents) {
        for (String each : documents) {
            BsonDocument document = BsonDocument.parse(each);
            commands.commandStarted(new CommandStartedEvent(
                    null,
                    1,
                    1,
                    new ConnectionDescription(new ServerId(new ClusterId(), new ServerAddress())),
                    "test",
                    document.getFirstKey(),
                    document));
        }
    }

    @Test
    void countsCommandsOfACollection() {
        send(
                "{find: 'houses'}",
                "{find: 'doors'}",
                "{find: 'houses'}",
                "{getMore: 1, collection: 'houses'}",
                "{hello: 1}");

        assertThat(commands).counts(find("houses"), 2).counts(find("doors"), 1).counts(insert("houses"), 0);
        assertThat(commands).hasSize(3);
    }

    @Test
    void showsAllRecordedCommandsWhenACountIsWrong() {
        send("{find: 'houses', filter: {name: 'Oak'}, $db: 'test', lsid: {id: 1}}", "{find: 'doors', filter: {}}");

        assertThatThrownBy(() -> assertThat(commands).counts(find("doors"), 2))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expected find doors 2 times, but it was sent once.
                        Recorded commands:
                          1. find houses {"filter": {"name": "Oak"}}
                          2. find doors {"filter": {}}""");
    }

    @Test
    void saysThatNothingWasRecorded() {
        assertThat(commands).isEmpty();
        assertThatThrownBy(() -> assertThat(commands).counts(find("doors"), 1))
                .hasMessageContaining("Expected find doors once, but it was sent never.")
                .hasMessageContaining("Recorded commands:\n  none");
        assertThatThrownBy(() -> assertThat(commands).hasSize(1)).hasMessageContaining("none");
    }

    @Test
    void comparesWithAllThatWasSent() {
        send("{find: 'houses', filter: {}}", "{aggregate: 'doors', pipeline: []}", "{commitTransaction: 1}");

        assertThat(commands).containsExactly(find("houses"), aggregate("doors"), command("commitTransaction", ""));
        assertThat(commands)
                .containsExactlyInAnyOrder(command("commitTransaction", ""), aggregate("doors"), find("houses"));
        assertThatThrownBy(() -> assertThat(commands).containsExactly(find("houses")))
                .hasMessageContaining("2. aggregate doors {\"pipeline\": []}")
                .hasMessageContaining("3. commitTransaction {}");
        assertThatThrownBy(() -> assertThat(commands).as("all houses").containsExactlyInAnyOrder(find("houses")))
                .hasMessageContaining("all houses")
                .hasMessageContaining("2. aggregate doors");
    }

    @Test
    void keepsTheLinesOfAFailureShort() {
        send("{find: 'houses', filter: {name: '" + "x".repeat(10_000) + "'}}");

        assertThat(commands.toString()).hasSizeLessThan(600).endsWith("…");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{find: 'doors', filter: {_id: 1}} | {find: 'doors', filter: {_id: 2}} | find doors {_id: ?}, 2 times",
                "{find: 'doors', filter: {_id: 1}} | {find: 'doors', filter: {_id: 1}} | find doors {_id: ?}, 2 times",
                "{find: 'doors', filter: {_id: {$in: [1]}}} | {find: 'doors', filter: {_id: {$in: [2]}}} | {_id: {$in: [?]}}",
                "{find: 'doors', filter: {$or: [{a: 1}, {a: {$id: 1}}]}} | {find: 'doors', filter: {$or: [{a: 2}, {a: {$id: 2}}]}} | 2 times",
                "{aggregate: 'doors', pipeline: [{$match: {a: 1}}, {$limit: 1}]} | {aggregate: 'doors', pipeline: [{$match: {a: 2}}, {$limit: 1}]} | {$match: {a: ?}}",
                "{count: 'doors', query: {a: 1}} | {count: 'doors', query: {a: 2}} | count doors {a: ?}",
            })
    void knowsAQueryPerParent(String one, String other, String text) {
        send("{find: 'houses', filter: {}}", one, other);

        assertThatThrownBy(() -> assertThat(commands).hasNoQueryPerParent())
                .hasMessageStartingWith("Expected no query per parent")
                .hasMessageContaining(text)
                .hasMessageContaining("1. find houses");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{find: 'doors', filter: {_id: {$in: [1, 2]}}} | {find: 'doors', filter: {_id: {$in: [3, 4]}}}",
                "{find: 'doors', filter: {_id: 1}} | {find: 'windows', filter: {_id: 1}}",
                "{find: 'doors', filter: {a: 1}} | {find: 'doors', filter: {b: 1}}",
                "{find: 'doors', filter: {}} | {find: 'doors', filter: {}}",
                "{find: 'doors'} | {find: 'doors'}",
                "{aggregate: 'doors', pipeline: [{$limit: 1}]} | {aggregate: 'doors', pipeline: [{$limit: 2}]}",
                "{aggregate: 'doors', pipeline: [{$match: {a: 1}}, {$skip: 1}]} | {aggregate: 'doors', pipeline: [{$match: {a: 1}}, {$skip: 2}]}",
                "{insert: 'doors', documents: [{_id: 1}]} | {insert: 'doors', documents: [{_id: 2}]}",
            })
    void takesOtherQueriesForWhatTheyAre(String both) {
        send(both.split(" \\| "));

        assertThat(commands).hasSize(2).hasNoQueryPerParent();
    }
}
