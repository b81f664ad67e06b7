// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** A model and the documents of its collections, those of each type in the order of its index. */
final class World {
    private final Model model;
    private final List<List<Row>> rows;
    private final List<List<Row>> rowsOf = new ArrayList<>();
    private final List<Map<Object, Row>> byId = new ArrayList<>();

    World(Model model, List<List<Row>> rows) {
        this.model = model;
        this.rows = rows.stream().map(List::copyOf).toList();
        for (Model.Type type : model.types()) {
            Map<Object, Row> ids = new HashMap<>();
            rowsOf.add(model.permitted(type).stream()
                    .flatMap(each -> this.rows.get(each.index()).stream())
                    .toList());
            rowsOf(type.index()).forEach(row -> ids.put(Values.key(row.id()), row));
            byId.add(ids);
        }
    }

    Model model() {
        return model;
    }

    /** The rows by types, of which a sealed one has none. */
    List<List<Row>> rows() {
        return rows;
    }

    /** The rows of the type with an index; of a sealed one those of all its types. */
    List<Row> rowsOf(int type) {
        return rowsOf.get(type);
    }

    @Nullable
    Row find(int type, BsonValue id) {
        return byId.get(type).get(Values.key(id));
    }

    /** Whether some stored value, however deep, is special. */
    boolean holds(Predicate<BsonValue> isSpecial) {
        return rows.stream().flatMap(List::stream).anyMatch(row -> holds(row.stored(), isSpecial));
    }

    private static boolean holds(BsonValue value, Predicate<BsonValue> isSpecial) {
        if (value.isDocument()) {
            return value.asDocument().values().stream().anyMatch(each -> holds(each, isSpecial));
        }
        return value.isArray()
                ? value.asArray().stream().anyMatch(each -> holds(each, isSpecial))
                : isSpecial.test(value);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Model.Type type : model.types()) {
            text.append("  type ").append(type).append('\n');
            for (Row row : rows.get(type.index())) {
                text.append("    ").append(row.stored().toJson()).append('\n');
            }
        }
        return text.toString();
    }
}
