// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.internal.driver.Chunks;
import dev.ligature.internal.driver.Command;
import dev.ligature.internal.plan.Batch;
import dev.ligature.internal.plan.FetchNode;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonArray;

/**
 * What a window must find in one collection and read in one way: documents with certain ids, and documents that refer
 * to certain ids.
 */
final class TargetFind {
    private final FetchNode node;
    private final Shape shape;
    private final Set<Object> ids = new LinkedHashSet<>();
    private final Set<Object> shared = new HashSet<>();
    private final Map<LinkType, Referred> referred = new LinkedHashMap<>();

    TargetFind(FetchNode node, Shape shape) {
        this.node = node;
        this.shape = shape;
    }

    /** The ids whose referrers by a back link are wanted. */
    record Referred(FetchNode.Edge edge, Set<Object> ids) {}

    Shape shape() {
        return shape;
    }

    /** The ids of the documents wanted. */
    Set<Object> ids() {
        return ids;
    }

    /** The referrers wanted. */
    Collection<Referred> referred() {
        return referred.values();
    }

    void add(Object id) {
        if (!ids.add(id)) {
            shared.add(id);
        }
    }

    void addReferred(FetchNode.Edge backLink, Object id) {
        referred.computeIfAbsent(backLink.link(), key -> new Referred(backLink, new LinkedHashSet<>()))
                .ids
                .add(id);
    }

    /** Whether more than one root may claim a document: for referrers, nobody knows before. */
    boolean isShared(Object id) {
        return !referred.isEmpty() || shared.contains(id);
    }

    /** How many ids are requested. */
    int size() {
        return ids.size()
                + referred.values().stream().mapToInt(each -> each.ids.size()).sum();
    }

    /** Nearly always one find; several if there are more ids than a command takes; none if nothing is needed. */
    List<TargetFind> chunks() {
        int size = size();
        if (size == 0) {
            return List.of();
        }
        if (size <= Chunks.IDS_PER_FIND) {
            return List.of(this);
        }
        List<TargetFind> chunks = new ArrayList<>();
        for (List<Object> some : chunks(ids)) {
            TargetFind chunk = new TargetFind(node, shape);
            chunk.ids.addAll(some);
            chunk.shared.addAll(referred.isEmpty() ? shared : some); // a referrer in another chunk may be one of them
            chunks.add(chunk);
        }
        for (Referred each : referred.values()) {
            for (List<Object> some : chunks(each.ids)) {
                TargetFind chunk = new TargetFind(node, shape);
                some.forEach(id -> chunk.addReferred(each.edge, id));
                chunks.add(chunk);
            }
        }
        return chunks;
    }

    private static List<List<Object>> chunks(Set<Object> ids) {
        List<Object> all = List.copyOf(ids);
        List<List<Object>> chunks = new ArrayList<>();
        for (int i = 0; i < all.size(); i += Chunks.IDS_PER_FIND) {
            chunks.add(all.subList(i, Math.min(all.size(), i + Chunks.IDS_PER_FIND)));
        }
        return chunks;
    }

    Command.Find command() {
        Map<String, BsonArray> byField = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            DocumentType<?> type = node.type();
            byField.put("_id", DocumentCodec.encodeIds(type, ids, type + "." + type.idMember()));
        }
        for (Referred each : referred.values()) {
            LinkType link = each.edge.link();
            byField.merge(
                    link.mirror().idPath(),
                    DocumentCodec.encodeIds(link.owner(), each.ids, link.toString()),
                    TargetFind::both);
        }
        return Batch.find(node, byField);
    }

    /** For two back links that mirror the same link. */
    private static BsonArray both(BsonArray some, BsonArray others) {
        some.addAll(others);
        return some;
    }
}
