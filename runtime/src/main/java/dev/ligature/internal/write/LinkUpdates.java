// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.internal.load.DocumentSource;
import dev.ligature.internal.stored.StoredForm;
import dev.ligature.internal.stored.StoredRoute;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import reactor.core.publisher.Mono;

/**
 * The atomic updates that change links. What one update cannot express is split into two, of which each document
 * matches one.
 */
final class LinkUpdates {
    private static final BsonDocument IS_LIST = new BsonDocument("$type", new BsonString("array"));
    static final BsonDocument IS_DOCUMENT = new BsonDocument("$type", new BsonString("object"));
    private static final BsonDocument IS_MISSING = new BsonDocument("$exists", BsonBoolean.FALSE);

    private LinkUpdates() {}

    /**
     * Adds targets to a list, or replaces the target of a link to one. An optional list may be stored as null, which
     * {@code $addToSet} refuses: such documents get a new list. A link within an embedded value is changed only where
     * that value is stored: it may be absent but have required members, so a link alone must not create it.
     */
    static List<WriteModel<RawBsonDocument>> attach(LinkEnds ends) {
        String field = ends.field();
        if (ends.link().shape() != LinkShape.OPTIONAL_LIST) {
            return List.of(attachPlainly(ends));
        }
        BsonDocument listOrMissing = new BsonDocument(
                "$or", new BsonArray(List.of(new BsonDocument(field, IS_LIST), new BsonDocument(field, IS_MISSING))));
        BsonDocument isNull = new BsonDocument(field, BsonNull.VALUE).append(field + ".0", IS_MISSING);
        BsonArray targets = StoredForm.declared(ends.link(), ends.targets());
        return List.of(
                update(ends, listOrMissing, addToSet(field, targets)),
                update(ends, isNull, change("$set", field, targets)));
    }

    /** The same without regard to nulls. */
    static WriteModel<RawBsonDocument> attachPlainly(LinkEnds ends) {
        BsonArray targets = StoredForm.declared(ends.link(), ends.targets());
        return update(
                ends,
                new BsonDocument(),
                ends.link().isList() ? addToSet(ends.field(), targets) : change("$set", ends.field(), targets.get(0)));
    }

    private static BsonDocument addToSet(String field, BsonArray targets) {
        return change("$addToSet", field, new BsonDocument("$each", targets));
    }

    /**
     * Removes stored values, entries of lists or whole members, from the documents that hold one.
     *
     * @param route leads to the members; several elements of a list may hold such values
     * @param documents finds the documents
     * @param entries whether a list loses only its entries
     */
    static List<WriteModel<RawBsonDocument>> removals(
            LinkType link, StoredRoute route, BsonDocument documents, StoredValues values, boolean entries) {
        String field = route.field();
        String list = route.list();
        List<WriteModel<RawBsonDocument>> updates = new ArrayList<>();
        for (BsonDocument held : values.conditions()) {
            BsonArray holding = new BsonArray(List.of(new BsonDocument(field, held)));
            if (entries) {
                holding.add(new BsonDocument(field, IS_LIST));
            }
            if (list != null) {
                holding.add(new BsonDocument(list, IS_LIST));
            }
            BsonDocument update = entries ? change("$pull", route.elements(), held) : unset(link, route.elements());
            updates.add(new UpdateManyModel<>(
                    link.restricted(documents).clone().append("$and", holding),
                    versioned(link, update),
                    list == null
                            ? new UpdateOptions()
                            : new UpdateOptions().arrayFilters(route.elementFilters(held, entries))));
        }
        return updates;
    }

    /** Takes values out of a list, or removes a link to one. */
    static BsonDocument removal(LinkType link, BsonArray values) {
        return versioned(
                link,
                link.isList()
                        ? change("$pull", link.storedName(), new BsonDocument("$in", values))
                        : unset(link, link.storedName()));
    }

    /** An absent DBRef is stored as a null: see ADR 2. */
    private static BsonDocument unset(LinkType link, String path) {
        return link.storage() == LinkStorage.DBREF
                ? change("$set", path, BsonNull.VALUE)
                : change("$unset", path, new BsonString(""));
    }

    /**
     * Empties links of one document: lists become empty, others are removed. The first update finds the document
     * whatever it holds. Lists and DBRefs of an embedded value have an update of their own, which applies if that value
     * is stored.
     */
    static List<WriteModel<RawBsonDocument>> empty(BsonValue id, List<LinkType> links) {
        BsonDocument set = new BsonDocument();
        BsonDocument unset = new BsonDocument();
        Map<String, BsonDocument> inEmbedded = new LinkedHashMap<>();
        for (LinkType link : links) {
            if (link.isNested() && (link.isList() || link.storage() == LinkStorage.DBREF)) {
                inEmbedded
                        .computeIfAbsent(LinkEnds.embedding(link), value -> new BsonDocument())
                        .append(link.storedName(), link.isList() ? new BsonArray() : BsonNull.VALUE);
            } else if (link.isList()) {
                set.append(link.storedName(), new BsonArray());
            } else if (link.storage() == LinkStorage.DBREF) {
                set.append(link.storedName(), BsonNull.VALUE);
            } else {
                unset.append(link.storedName(), new BsonString(""));
            }
        }
        BsonDocument update = new BsonDocument();
        if (!set.isEmpty()) {
            update.append("$set", set);
        }
        if (!unset.isEmpty()) {
            update.append("$unset", unset);
        }
        BsonDocument filter = links.get(0).restricted(new BsonDocument("_id", id));
        List<WriteModel<RawBsonDocument>> updates = new ArrayList<>();
        updates.add(
                update.isEmpty()
                        ? counting(links.get(0), true, filter)
                        : new UpdateOneModel<>(filter, versioned(links.get(0), update)));
        inEmbedded.forEach((value, emptied) -> updates.add(new UpdateOneModel<>(
                filter.clone().append(value, IS_DOCUMENT),
                versioned(links.get(0), new BsonDocument("$set", emptied)))));
        return updates;
    }

    private static BsonDocument change(String operator, String field, BsonValue value) {
        return new BsonDocument(operator, new BsonDocument(field, value));
    }

    private static WriteModel<RawBsonDocument> update(LinkEnds ends, BsonDocument filter, BsonDocument update) {
        BsonDocument owners = ends.ownersFilter();
        owners.putAll(filter);
        if (ends.link().isNested()) {
            owners.append(LinkEnds.embedding(ends.link()), IS_DOCUMENT);
        }
        return update(ends.owners().size() == 1, owners, versioned(ends.link(), update));
    }

    /** An update of one document is one that the driver may retry. */
    static WriteModel<RawBsonDocument> update(boolean one, BsonDocument filter, BsonDocument update) {
        return one ? new UpdateOneModel<>(filter, update) : new UpdateManyModel<>(filter, update);
    }

    /** Changes nothing, but the number of documents that it matches adds to the command's answer. */
    static WriteModel<RawBsonDocument> counting(LinkType link, boolean one, BsonDocument filter) {
        return update(one, filter, change("$setOnInsert", link.storedName(), BsonNull.VALUE));
    }

    /** Sends the updates of one collection in one command, one after the other. */
    static Mono<BulkWriteResult> send(
            DocumentSource source, DocumentType<?> type, List<WriteModel<RawBsonDocument>> updates) {
        return source.database().bulkWrite(type, "update", updates);
    }

    /** Raises the version of the document that stores a link, if it has one, because its link is a part of it. */
    static BsonDocument versioned(LinkType link, BsonDocument update) {
        DocumentType.VersionType<?> version = link.owner().version();
        return version == null
                ? update
                : update.append("$inc", new BsonDocument(version.storedName(), new BsonInt64(1)));
    }
}
