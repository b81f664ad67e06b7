// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.annotation.LinkStorage;
import java.util.ArrayList;
import java.util.Iterator;
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
        if (type.isPermitted()) {
            saved.append(Model.Type.DISCRIMINATOR, new BsonString(type.name()));
        }
        for (Model.Field field : type.fields()) {
            Object value = field.kind().read(row.value(field));
            if (value != null) {
                saved.append(field.storedName(), Values.bson(value));
            }
        }
        for (Model.Link link : type.forwardLinks()) {
            if (link.isNested()) {
                appendBoxes(model, link, row, saved);
                continue;
            }
            boolean isAbsent = Values.isAbsent(row.stored().get(link.storedName()));
            if (!isAbsent) {
                saved.append(link.storedName(), link(model, link, row.entries(link)));
            } else if (link.storage() == LinkStorage.DBREF) {
                saved.append(link.storedName(), BsonNull.VALUE); // as other mappers do
            }
        }
        return saved;
    }

    private static void appendBoxes(Model model, Model.Link link, Row row, BsonDocument saved) {
        BsonValue held = row.stored().get(link.boxName(), BsonNull.VALUE);
        if (held.isNull()) {
            return;
        }
        Iterator<BsonDocument> boxes = row.boxes(link).stream()
                .map(box -> box(model, link.inBox(), box))
                .iterator();
        BsonValue form = held;
        if (link.holder() == Model.Holder.SINGLE) {
            form = boxes.next();
        } else if (held.isArray()) {
            form = new BsonArray(
                    held.asArray().stream().map(each -> boxes.next()).toList());
        } else {
            BsonDocument map = new BsonDocument();
            held.asDocument().keySet().forEach(key -> map.append(key, boxes.next()));
            form = map;
        }
        saved.append(link.boxName(), form);
    }

    private static BsonDocument box(Model model, Model.Link link, Row row) {
        BsonDocument box = new BsonDocument();
        BsonValue number = row.stored().get(Box.STORED_NUMBER, BsonNull.VALUE);
        if (!number.isNull()) {
            box.append(Box.STORED_NUMBER, number);
        }
        if (!Values.isAbsent(row.stored().get(link.storedName()))) {
            box.append(link.storedName(), link(model, link, row.entries(link)));
        } else if (link.storage() == LinkStorage.DBREF) {
            box.append(link.storedName(), BsonNull.VALUE);
        }
        return box;
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
                                "$ref", new BsonString(model.type(link.target()).collection()))
                        .append("$id", id);
    }
}
