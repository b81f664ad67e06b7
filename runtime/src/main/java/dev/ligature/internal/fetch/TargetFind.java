package dev.ligature.internal.fetch;

import dev.ligature.internal.execute.DocumentSource;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;

/** What a window must find in one collection: documents by their ids, and those that refer to ids. */
final class TargetFind {
    private final DocumentType<?> type;
    private final Set<Object> ids = new LinkedHashSet<>();
    private final Set<Object> shared = new HashSet<>();
    private final Map<LinkType, Set<Object>> referred = new LinkedHashMap<>();

    TargetFind(DocumentType<?> type) {
        this.type = type;
    }

    DocumentType<?> type() {
        return type;
    }

    /** The ids of the documents wanted. */
    Set<Object> ids() {
        return ids;
    }

    /** The ids whose referrers are wanted, by back link. */
    Map<LinkType, Set<Object>> referred() {
        return referred;
    }

    void add(Object id) {
        if (!ids.add(id)) {
            shared.add(id);
        }
    }

    void addReferred(LinkType backLink, Object id) {
        referred.computeIfAbsent(backLink, key -> new LinkedHashSet<>()).add(id);
    }

    /** Whether more than one may claim a document: of referrers nobody knows before. */
    boolean isShared(Object id) {
        return !referred.isEmpty() || shared.contains(id);
    }

    /** How many ids are asked for. */
    int size() {
        return ids.size() + referred.values().stream().mapToInt(Set::size).sum();
    }

    /** One find for nearly every window; several when there are more ids than a command takes; none for nothing. */
    List<TargetFind> chunks() {
        int size = size();
        if (size == 0) {
            return List.of();
        }
        if (size <= DocumentSource.IDS_PER_FIND) {
            return List.of(this);
        }
        List<TargetFind> chunks = new ArrayList<>();
        for (List<Object> some : chunks(ids)) {
            TargetFind chunk = new TargetFind(type);
            chunk.ids.addAll(some);
            chunk.shared.addAll(referred.isEmpty() ? shared : some); // a referrer in another chunk may be one of them
            chunks.add(chunk);
        }
        referred.forEach((link, all) -> {
            for (List<Object> some : chunks(all)) {
                TargetFind chunk = new TargetFind(type);
                some.forEach(id -> chunk.addReferred(link, id));
                chunks.add(chunk);
            }
        });
        return chunks;
    }

    private static List<List<Object>> chunks(Set<Object> ids) {
        List<Object> all = List.copyOf(ids);
        List<List<Object>> chunks = new ArrayList<>();
        for (int i = 0; i < all.size(); i += DocumentSource.IDS_PER_FIND) {
            chunks.add(all.subList(i, Math.min(all.size(), i + DocumentSource.IDS_PER_FIND)));
        }
        return chunks;
    }

    BsonDocument filter() {
        BsonArray alternatives = new BsonArray();
        if (!ids.isEmpty()) {
            alternatives.add(in("_id", type, ids, type + "." + type.idMember()));
        }
        referred.forEach(
                (link, some) -> alternatives.add(in(link.mirror().idPath(), link.owner(), some, link.toString())));
        return alternatives.size() == 1 ? alternatives.get(0).asDocument() : new BsonDocument("$or", alternatives);
    }

    private static BsonDocument in(String field, DocumentType<?> type, Set<Object> ids, String user) {
        return new BsonDocument(field, new BsonDocument("$in", DocumentCodec.encodeIds(type, ids, user)));
    }
}
