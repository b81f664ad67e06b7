// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** A stored document. Two are equal when they are one object: so are documents in a collection. */
final class Row {
    private final BsonDocument stored;
    private final Map<String, List<Entry>> entries = new HashMap<>();

    /** What is stored must not change. */
    Row(BsonDocument stored) {
        this.stored = stored;
    }

    /**
     * What a link stores of one document.
     *
     * @param id a BSON null where that is all
     * @param isPlain whether it is stored as Ligature stores one: of a DBRef {@code $ref} and {@code $id} alone
     * @param database of a DBRef that names one
     */
    record Entry(
            BsonValue id,
            boolean isDbRef,
            boolean isPlain,
            @Nullable BsonValue database) {
        boolean isNull() {
            return id.isNull();
        }
    }

    BsonDocument stored() {
        return stored;
    }

    BsonValue id() {
        return Objects.requireNonNull(stored.get("_id"));
    }

    /** What is stored in a field, or within one; null where nothing is. */
    @Nullable
    BsonValue value(Model.Field field) {
        BsonValue value = stored;
        for (String name : field.storedName().split("\\.", -1)) {
            value = value != null && value.isDocument() ? value.asDocument().get(name) : null;
        }
        return value;
    }

    /** What is stored of a forward link: of a list all entries, nulls too; in boxes those of all boxes. */
    List<Entry> entries(Model.Link link) {
        List<Entry> known = entries.get(link.storedName());
        if (known == null) {
            known = link.isNested()
                    ? boxes(link).stream()
                            .flatMap(box -> box.entries(link.inBox()).stream())
                            .toList()
                    : read(link.storedName());
            entries.put(link.storedName(), known);
        }
        return known;
    }

    /** The boxes that hold a link. */
    List<Row> boxes(Model.Link link) {
        BsonValue held = stored.get(link.boxName(), BsonNull.VALUE);
        Collection<BsonValue> boxes =
                switch (link.holder()) {
                    case OWN -> throw new IllegalArgumentException(link + " is in no box");
                    case SINGLE -> held.isNull() ? List.of() : List.of(held);
                    case LISTED -> held.isNull() ? List.of() : held.asArray();
                    case MAPPED -> held.isNull() ? List.of() : held.asDocument().values();
                };
        return boxes.stream().map(box -> new Row(box.asDocument())).toList();
    }

    /** The documents that store a link: this one, or the boxes; there it has its last stored name. */
    List<Row> owners(Model.Link link) {
        return link.isNested() ? boxes(link) : List.of(this);
    }

    private List<Entry> read(String field) {
        BsonValue value = stored.get(field, BsonNull.VALUE);
        List<Entry> read = new ArrayList<>();
        (value.isArray() ? value.asArray() : value.isNull() ? new BsonArray() : new BsonArray(List.of(value)))
                .forEach(each -> read.add(entry(each)));
        return read;
    }

    static Entry entry(BsonValue value) {
        BsonValue id = value.isDocument() ? value.asDocument().get("$id") : null;
        if (id == null) {
            return new Entry(value, false, true, null);
        }
        BsonDocument dbRef = value.asDocument();
        boolean isPlain = List.copyOf(dbRef.keySet()).equals(List.of("$ref", "$id"));
        return new Entry(id, true, isPlain, dbRef.get("$db"));
    }
}
