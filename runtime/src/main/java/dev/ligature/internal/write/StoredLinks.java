// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.internal.stored.StoredForm;
import dev.ligature.internal.stored.StoredId;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Ids and links as they are stored, read without codecs: what cannot be decoded can still be deleted. */
final class StoredLinks {
    private static final BsonInt32 SHOWN = new BsonInt32(1);

    private StoredLinks() {}

    /**
     * A stored link.
     *
     * @param id the target's id
     * @param stored the value as it is stored: bare, or a DBRef with whatever fields it has
     */
    record Link(LinkType type, StoredId id, BsonValue stored) {}

    /** The links of a type that are stored. */
    static List<LinkType> of(DocumentType<?> type) {
        return type.links().stream().filter(link -> !link.isBackLink()).toList();
    }

    /** The stored links of all types that a declaration reaches, over links and back links. */
    static List<LinkType> reachable(DocumentType<?> root) {
        Set<DocumentType<?>> types = new LinkedHashSet<>(List.of(root));
        List<DocumentType<?>> unseen = new ArrayList<>(types);
        while (!unseen.isEmpty()) {
            for (LinkType link : unseen.remove(unseen.size() - 1).links()) {
                if (types.add(link.target())) {
                    unseen.add(link.target());
                }
            }
        }
        return types.stream().flatMap(type -> of(type).stream()).toList();
    }

    private static void refuseNested(List<LinkType> links) {
        for (LinkType link : links) {
            if (link.isNested()) {
                throw new UnsupportedOperationException(
                        link + " is in an embedded value: it cannot be deleted along, scanned or repaired yet.");
            }
        }
    }

    /** Reads the id and some links of a document. */
    static BsonDocument projection(List<LinkType> links) {
        refuseNested(links);
        BsonDocument projection = new BsonDocument("_id", SHOWN);
        links.forEach(link -> projection.append(link.storedName(), SHOWN));
        return projection;
    }

    /** The documents that have one of some ids. */
    static BsonDocument withIds(List<BsonValue> ids) {
        return new BsonDocument("_id", new BsonDocument("$in", new BsonArray(ids)));
    }

    /**
     * The documents that refer to some ids: by the indexed path, in the declared form and, if that is the bare id, also
     * in the other one.
     */
    static BsonDocument referring(LinkType link, List<BsonValue> ids) {
        refuseNested(List.of(link));
        boolean dbRefs = link.storage() == LinkStorage.DBREF;
        BsonArray values = dbRefs ? new BsonArray(ids) : StoredForm.inBothForms(link, ids);
        return new BsonDocument(link.idPath(), new BsonDocument("$in", values));
    }

    /** The links of a stored document, in either form. */
    static List<Link> read(BsonDocument stored, List<LinkType> types) {
        refuseNested(types);
        List<Link> links = new ArrayList<>();
        for (LinkType type : types) {
            BsonValue value = stored.get(type.storedName());
            if (value instanceof BsonArray values) {
                values.forEach(each -> read(each, type, links));
            } else {
                read(value, type, links);
            }
        }
        return links;
    }

    private static void read(@Nullable BsonValue value, LinkType type, List<Link> links) {
        if (value != null && !value.isNull()) {
            links.add(new Link(type, StoredId.of(StoredForm.bare(value)), value));
        }
    }
}
