package dev.ligature.it.differential;

import dev.ligature.annotation.LinkStorage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A model and the documents of its collections, those of each type in the order of its index. */
record World(Model model, List<List<Row>> rows) {
    World {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * A stored document: fields and forward links by member; what is not there is missing.
     *
     * @param values numbers, texts, lists of numbers, or null
     * @param links ids, lists of ids with nulls among them, or null
     */
    record Row(Object id, Map<String, @Nullable Object> values, Map<String, @Nullable Object> links) {
        Row {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
        }

        /** The ids that a forward link stores: of a list all entries, nulls too. */
        List<@Nullable Object> entries(Model.Link link) {
            Object stored = links.get(link.name());
            if (stored instanceof List<?> list) {
                return new ArrayList<>(list);
            }
            return stored == null ? List.of() : List.of(stored);
        }
    }

    /** The rows of the type with an index. */
    List<Row> rowsOf(int type) {
        return rows.get(type);
    }

    /** The document as it is stored. */
    BsonDocument stored(Model.Type type, Row row) {
        BsonDocument document = new BsonDocument("_id", bson(row.id));
        row.values.forEach((member, value) -> document.append(type.field(member).storedName(), bson(value)));
        row.links.forEach((member, value) -> {
            Model.Link link = type.link(member);
            document.append(link.storedName(), link(link, value));
        });
        return document;
    }

    private BsonValue link(Model.Link link, @Nullable Object value) {
        if (value instanceof List<?> list) {
            BsonArray entries = new BsonArray();
            list.forEach(entry -> entries.add(link(link, entry)));
            return entries;
        }
        if (value == null || link.storage() == LinkStorage.ID) {
            return bson(value);
        }
        return new BsonDocument("$ref", new BsonString(model.type(link.target()).name())).append("$id", bson(value));
    }

    static BsonValue bson(@Nullable Object value) {
        if (value instanceof Integer number) {
            return new BsonInt32(number);
        }
        if (value instanceof String text) {
            return new BsonString(text);
        }
        if (value instanceof ObjectId id) {
            return new BsonObjectId(id);
        }
        if (value instanceof List<?> list) {
            BsonArray array = new BsonArray();
            list.forEach(element -> array.add(bson(element)));
            return array;
        }
        return BsonNull.VALUE;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Model.Type type : model.types()) {
            text.append("  type ").append(type).append('\n');
            for (Row row : rowsOf(type.index())) {
                text.append("    ").append(stored(type, row).toJson()).append('\n');
            }
        }
        return text.toString();
    }
}
