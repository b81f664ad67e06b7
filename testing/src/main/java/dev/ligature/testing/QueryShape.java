// SPDX-License-Identifier: Apache-2.0
package dev.ligature.testing;

import dev.ligature.testing.CommandRecorder.Command;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** A query with a mark in the place of each value: queries that differ only in values have the same shape. */
final class QueryShape {
    /** Where a query has its conditions. */
    private static final Map<String, String> CONDITIONS =
            Map.of("find", "filter", "aggregate", "pipeline", "count", "query", "distinct", "query");

    private static final String MARK = "?";

    private boolean hasValues;
    private boolean hasLists;

    private QueryShape() {}

    /** The shape of a query that compares with single values; empty for everything else. */
    static Optional<String> ofSingleValues(Command command) {
        BsonValue conditions = command.document().get(CONDITIONS.getOrDefault(command.name(), ""));
        if (conditions == null) {
            return Optional.empty();
        }
        QueryShape shape = new QueryShape();
        String text = command.sent() + " "
                + (conditions.isArray() ? shape.pipeline(conditions.asArray()) : shape.of(conditions));
        return Optional.of(text).filter(single -> shape.hasValues && !shape.hasLists);
    }

    /** The stages as they are, except for conditions. */
    private String pipeline(BsonArray stages) {
        return stages.stream()
                .map(BsonValue::asDocument)
                .map(stage ->
                        stage.containsKey("$match") ? "{$match: " + of(stage.get("$match")) + "}" : stage.toJson())
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private String of(BsonValue value) {
        if (value instanceof BsonDocument document) {
            return document.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof BsonArray array) {
            hasLists |= array.size() > 1 && array.stream().noneMatch(BsonValue::isDocument);
            return array.stream().map(this::of).collect(Collectors.joining(", ", "[", "]"));
        }
        hasValues = true;
        return MARK;
    }
}
