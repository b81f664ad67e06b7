// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.annotation.LinkStorage;
import dev.ligature.internal.stored.StoredForm;
import dev.ligature.internal.stored.StoredId;
import dev.ligature.internal.stored.StoredWay;
import dev.ligature.spi.Discriminator;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;

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

    /**
     * The stored links of all types that a declaration reaches, over links and back links, and of those that share a
     * collection with them.
     */
    static List<LinkType> reachable(DocumentType<?> root) {
        Set<DocumentType<?>> types = new LinkedHashSet<>(List.of(root.root()));
        List<DocumentType<?>> unseen = new ArrayList<>(types);
        while (!unseen.isEmpty()) {
            for (LinkType link : unseen.remove(unseen.size() - 1).links()) {
                DocumentType<?> target = link.target().root();
                if (types.add(target)) {
                    unseen.add(target);
                }
            }
        }
        return types.stream().flatMap(type -> of(type).stream()).toList();
    }

    /** Reads the id of a document and all links of its type, and what tells which type it is. */
    static BsonDocument projection(DocumentType<?> type) {
        BsonDocument projection = projection(of(type));
        Discriminator discriminator = type.discriminator();
        return discriminator == null ? projection : projection.append(discriminator.key(), SHOWN);
    }

    /** Reads the id and some links of a document, and what tells which of them it has. */
    static BsonDocument projection(List<LinkType> links) {
        return projection(
                links,
                links.stream().map(link -> StoredWay.hasPath(link) ? link.storedName() : StoredWay.wholePath(link)));
    }

    /** The same with everything else in the lists that embed links, so that the positions are those of the document. */
    static BsonDocument projectionWithPlaces(List<LinkType> links) {
        return projection(links, links.stream().map(StoredWay::wholePath));
    }

    /** A server refuses a path together with a part of it. */
    private static BsonDocument projection(List<LinkType> links, Stream<String> paths) {
        List<String> shown = paths.toList();
        BsonDocument projection = new BsonDocument("_id", SHOWN);
        for (LinkType link : links) {
            Discriminator partial = link.partial();
            if (partial != null) {
                projection.append(partial.key(), SHOWN);
            }
        }
        for (String path : shown) {
            if (shown.stream().noneMatch(other -> path.startsWith(other + "."))) {
                projection.append(path, SHOWN);
            }
        }
        return projection;
    }

    /** The documents that may store a link. */
    static BsonDocument storing(LinkType link) {
        return new BsonDocument(
                StoredWay.hasPath(link) ? link.storedName() : StoredWay.wholePath(link),
                new BsonDocument("$exists", BsonBoolean.TRUE));
    }

    /** The documents that have one of some ids. */
    static BsonDocument withIds(List<BsonValue> ids) {
        return new BsonDocument("_id", new BsonDocument("$in", new BsonArray(ids)));
    }

    /**
     * The documents that refer to some ids: by the indexed path, in the declared form and, if that is the bare id, also
     * in the other one. For a link to which a path leads.
     */
    static BsonDocument referring(LinkType link, List<BsonValue> ids) {
        boolean dbRefs = link.storage() == LinkStorage.DBREF;
        BsonArray values = dbRefs ? new BsonArray(ids) : StoredForm.inBothForms(link, ids);
        return new BsonDocument(link.idPath(), new BsonDocument("$in", values));
    }

    /** The links of a stored document, in either form. */
    static List<Link> read(BsonDocument stored, List<LinkType> types) {
        List<Link> links = new ArrayList<>();
        for (LinkType type : types) {
            if (!type.isIn(stored)) {
                continue;
            }
            StoredWay.forEach(type, stored, content -> {
                if (content.isArray()) {
                    content.asArray().forEach(each -> read(each, type, links));
                } else {
                    read(content, type, links);
                }
            });
        }
        return links;
    }

    private static void read(BsonValue value, LinkType type, List<Link> links) {
        if (!value.isNull()) {
            links.add(new Link(type, StoredId.of(StoredForm.bare(value)), value));
        }
    }
}
