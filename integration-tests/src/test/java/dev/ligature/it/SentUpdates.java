// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import dev.ligature.testing.CommandRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.bson.types.ObjectId;

/** The statements of update commands as text that a test can spell out; ids have the names that the test gives them. */
final class SentUpdates {
    private static final JsonWriterSettings SHORT = JsonWriterSettings.builder()
            .outputMode(JsonMode.RELAXED)
            .objectIdConverter((id, writer) -> writer.writeRaw(id.toHexString()))
            .build();

    private SentUpdates() {}

    /** The collection of each command, then its statements: what is found, what is done to it, and whether to all of it. */
    static List<String> in(CommandRecorder recorder, Object... idsAndNames) {
        List<String> lines = new ArrayList<>();
        for (CommandRecorder.Command command : recorder.commands("update")) {
            String statements = command.document().getArray("updates").stream()
                    .map(BsonValue::asDocument)
                    .map(SentUpdates::statement)
                    .collect(Collectors.joining("; ", command.collection() + ": ", ""));
            for (int i = 0; i < idsAndNames.length; i += 2) {
                String id = idsAndNames[i] instanceof ObjectId objectId
                        ? objectId.toHexString()
                        : idsAndNames[i].toString();
                statements = statements.replace(id, idsAndNames[i + 1].toString());
            }
            lines.add(statements.replace('"', '\''));
        }
        return lines;
    }

    private static String statement(BsonDocument statement) {
        boolean all =
                statement.containsKey("multi") && statement.getBoolean("multi").getValue();
        return (all ? "all " : "one ") + statement.getDocument("q").toJson(SHORT) + " "
                + statement.getDocument("u").toJson(SHORT);
    }
}
