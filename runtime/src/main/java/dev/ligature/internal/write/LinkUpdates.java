package dev.ligature.internal.write;

import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.ligature.annotation.LinkStorage;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.LinkType;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/** The atomic updates that links are changed by. What cannot be said in one is said in two of which each document sees one. */
final class LinkUpdates {
    private static final BsonDocument IS_LIST = new BsonDocument("$type", new BsonString("array"));
    private static final BsonDocument IS_MISSING = new BsonDocument("$exists", BsonBoolean.FALSE);

    private LinkUpdates() {}

    /**
     * Adds targets to a list, or puts one in the place of another. An optional list may be stored as null, which {@code $addToSet}
     * refuses: such documents are given a new list.
     */
    static List<WriteModel<BsonDocument>> attach(LinkEnds ends) {
        String field = ends.field();
        if (ends.link().shape() != LinkShape.OPTIONAL_LIST) {
            return List.of(attachPlainly(ends));
        }
        BsonDocument listOrMissing = new BsonDocument(
                "$or", new BsonArray(List.of(new BsonDocument(field, IS_LIST), new BsonDocument(field, IS_MISSING))));
        BsonDocument isNull = new BsonDocument(field, BsonNull.VALUE).append(field + ".0", IS_MISSING);
        BsonArray targets = StoredIds.declared(ends.link(), ends.targets());
        return List.of(
                update(ends, listOrMissing, addToSet(field, targets)),
                update(ends, isNull, change("$set", field, targets)));
    }

    /** The same without a thought for nulls. */
    static WriteModel<BsonDocument> attachPlainly(LinkEnds ends) {
        BsonArray targets = StoredIds.declared(ends.link(), ends.targets());
        return update(
                ends,
                new BsonDocument(),
                ends.link().isList() ? addToSet(ends.field(), targets) : change("$set", ends.field(), targets.get(0)));
    }

    private static BsonDocument addToSet(String field, BsonArray targets) {
        return change("$addToSet", field, new BsonDocument("$each", targets));
    }

    /** Takes targets out of the owners that hold one of them. */
    static WriteModel<BsonDocument> detach(LinkEnds ends) {
        BsonDocument held = new BsonDocument("$in", StoredIds.inBothForms(ends.link(), ends.targets()));
        return update(ends, new BsonDocument(ends.field(), held), remove(ends.link(), held));
    }

    /** Takes a target out of all documents that a link of theirs makes refer to it. */
    static WriteModel<BsonDocument> detachReferrers(LinkType link, BsonValue target) {
        BsonDocument held = new BsonDocument("$in", StoredIds.inBothForms(link, List.of(target)));
        BsonDocument filter = link.idPath().equals(link.storedName())
                ? new BsonDocument(link.storedName(), held)
                : new BsonDocument(link.idPath(), target); // as indexed and as back links are fetched
        return new UpdateManyModel<>(filter, versioned(link, remove(link, held)));
    }

    /** Takes stored values out of the lists of some documents. */
    static WriteModel<BsonDocument> pull(LinkType link, BsonArray ids, BsonArray values) {
        BsonDocument filter = new BsonDocument("_id", new BsonDocument("$in", ids)).append(link.storedName(), IS_LIST);
        return new UpdateManyModel<>(filter, versioned(link, remove(link, new BsonDocument("$in", values))));
    }

    /** Removes the members of some documents that hold one of some values. */
    static WriteModel<BsonDocument> unset(LinkType link, BsonArray ids, BsonArray values) {
        BsonDocument filter = new BsonDocument("_id", new BsonDocument("$in", ids))
                .append(link.storedName(), new BsonDocument("$in", values));
        return new UpdateManyModel<>(filter, versioned(link, unset(link)));
    }

    private static BsonDocument remove(LinkType link, BsonValue held) {
        return link.isList() ? change("$pull", link.storedName(), held) : unset(link);
    }

    /** An absent DBRef is stored as a null: see ADR 2. */
    private static BsonDocument unset(LinkType link) {
        return link.storage() == LinkStorage.DBREF
                ? change("$set", link.storedName(), BsonNull.VALUE)
                : change("$unset", link.storedName(), new BsonString(""));
    }

    /** Empties links of one document: lists become empty, others are removed. */
    static WriteModel<BsonDocument> empty(BsonValue id, List<LinkType> links) {
        BsonDocument set = new BsonDocument();
        BsonDocument unset = new BsonDocument();
        for (LinkType link : links) {
            if (link.isList()) {
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
        return new UpdateOneModel<>(new BsonDocument("_id", id), versioned(links.get(0), update));
    }

    private static BsonDocument change(String operator, String field, BsonValue value) {
        return new BsonDocument(operator, new BsonDocument(field, value));
    }

    /** One document's update is one that the driver may retry. */
    private static WriteModel<BsonDocument> update(LinkEnds ends, BsonDocument filter, BsonDocument update) {
        BsonDocument owners = ends.ownersFilter();
        owners.putAll(filter);
        BsonDocument all = versioned(ends.link(), update);
        return ends.owners().size() == 1 ? new UpdateOneModel<>(owners, all) : new UpdateManyModel<>(owners, all);
    }

    /** Raises the version of the document that stores a link, where it has one: its link is a part of it. */
    private static BsonDocument versioned(LinkType link, BsonDocument update) {
        DocumentType.VersionType<?> version = link.owner().version();
        return version == null
                ? update
                : update.append("$inc", new BsonDocument(version.storedName(), new BsonInt64(1)));
    }
}
