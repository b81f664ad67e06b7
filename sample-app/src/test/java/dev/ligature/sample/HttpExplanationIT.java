// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import static dev.ligature.testing.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ligature.testing.CommandRecorder.Command;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** Answers that contain their plan, their commands and the time that they took. */
class HttpExplanationIT {
    @RegisterExtension
    static final SliceServer server = new SliceServer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/packages/git?depth=2",
                "/packages/git?depth=0",
                "/packages?section=net&dependsOnSection=python&size=5",
                "/packages?section=nett",
                "/packages/libc6/required-by?size=30",
                "/sections?size=200",
            })
    void explainsItsAnswer(String uri) {
        BsonDocument plain = server.get(uri).json();
        server.database().recorder().clear();

        BsonDocument answer = server.get(uri + (uri.contains("?") ? "&" : "?") + "explain=true")
                .json();

        BsonDocument explanation = answer.remove("explanation").asDocument();
        assertThat(answer).isEqualTo(plain);
        assertThat(explanation.getString("plan").getValue()).contains(" by ", "1. ");
        assertThat(explanation.getNumber("milliseconds").intValue()).isBetween(0, 60_000);
        assertThat(commands(explanation))
                .isNotEmpty()
                .isEqualTo(server.database().recorder().commandsWithPaging().stream()
                        .map(HttpExplanationIT::sent)
                        .toList());
    }

    @Test
    void explainsEachAnswerByItsOwnCommands() {
        List<List<String>> names = await(Flux.range(0, 20)
                .flatMapSequential(number -> server.asking(
                        number % 2 == 0 ? "/packages/git?depth=2&explain=true" : "/sections?explain=true"))
                .map(answer -> commands(answer.json().getDocument("explanation")).stream()
                        .map(BsonDocument::getFirstKey)
                        .toList())
                .collectList());

        assertThat(names)
                .isEqualTo(IntStream.range(0, 20)
                        .mapToObj(
                                number -> number % 2 == 0 ? List.of("aggregate", "find") : List.of("find", "aggregate"))
                        .toList());
    }

    private static List<BsonDocument> commands(BsonDocument explanation) {
        return explanation.getArray("commands").stream()
                .map(command -> BsonDocument.parse(command.asString().getValue()))
                .toList();
    }

    /** A command as the explanation shows it: without what the driver adds, and with numbers as JSON has them. */
    private static BsonDocument sent(Command command) {
        BsonDocument document = command.document().clone();
        List.of("$db", "lsid", "$clusterTime", "$readPreference").forEach(document::remove);
        return BsonDocument.parse(document.toJson(
                JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build()));
    }
}
