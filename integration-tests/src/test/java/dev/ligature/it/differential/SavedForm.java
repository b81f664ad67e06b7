// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.annotation.LinkStorage;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/** A document as it is stored again after it was read: what is declared, values in their own types, links in their declared form. */
final class SavedForm {
    private SavedForm() {}

    static BsonDocument of(Model model, Model.Type type, Row row) {
        BsonDocument saved = new BsonDocument("_id", Values.bson(type.ids().read(row.id())));
        for (Model.Field field : type.fields()) {
            Object value = field.kind().read(row.value(field));
            if (value != null) {
                saved.append(field.storedName(), Values.bson(value));
            }
        }
        for (Model.Link link : type.forwardLinks()) {
            boolean isAbsent = Values.isAbsent(row.stored().get(link.storedName()));
            if (!isAbsent) {
                saved.append(link.storedName(), link(model, link, row.entries(link)));
            } else if (link.storage() == LinkStorage.DBREF) {
                saved.append(link.storedName(), BsonNull.VALUE); // as other mappers do
            }
        }
        return saved;
    }

    private static BsonValue link(Model model, Model.Link link, List<Row.Entry> entries) {
        List<BsonValue> values = new ArrayList<>();
        for (Row.Entry entry : entries) {
            values.add(
                    entry.isNull()
                            ? BsonNull.VALUE
                            : declared(
                                    model,
                                    link,
                                    Values.bson(model.type(link.target()).ids().read(entry.id()))));
        }
        return link.shape().isList() ? new BsonArray(values) : values.get(0);
    }

    /** A link to an id in the declared form. */
    static BsonValue declared(Model model, Model.Link link, BsonValue id) {
        return link.storage() == LinkStorage.ID
                ? id
                : new BsonDocument(
                                "$ref", new BsonString(model.type(link.target()).name()))
                        .append("$id", id);
    }
}
