// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.DocumentReadException;
import dev.ligature.internal.plan.FetchNode;
import dev.ligature.internal.stored.StoredForm;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** What a window has found of one shape: documents by their ids, and who refers to which id. */
final class Targets {
    private final Shape shape;
    /** Null for a document that does not exist. */
    private final Map<Object, @Nullable Loaded> documents = new HashMap<>();
    /** For each id, the ids of the documents that refer to it. */
    private final Map<LinkType, Map<Object, List<Object>>> referrers = new HashMap<>();

    private final Map<LinkType, Map<Object, DocumentReadException>> unreadReferrers = new HashMap<>();

    Targets(Shape shape) {
        this.shape = shape;
    }

    /** Whether a document must be looked for. */
    boolean lacks(Object id) {
        Loaded known = documents.get(id);
        return known == null ? !documents.containsKey(id) : known.isUsedUp();
    }

    /** Whether to look for the documents that refer to an id by the link that a back link mirrors. */
    boolean lacksReferrers(LinkType backLink, Object id) {
        return !referrersOf(backLink).containsKey(id);
    }

    /** A document for one graph only, or the failure of one that cannot be read; null if it does not exist. */
    @Nullable
    Object claim(Object id) {
        Loaded document = documents.get(id);
        return document == null ? null : document.claim();
    }

    /** The ids of the documents that refer to an id by the link that a back link mirrors, each once. */
    List<Object> referrers(LinkType backLink, Object id) {
        return referrersOf(backLink).getOrDefault(id, List.of());
    }

    /** Why one of the documents that refer to an id cannot be read, or null if all can. */
    @Nullable
    DocumentReadException unreadReferrer(LinkType backLink, Object id) {
        return unreadReferrersOf(backLink).get(id);
    }

    /**
     * Adds the result of a find.
     *
     * @return its size in bytes, as stored
     * @throws DocumentReadException if one cannot be read and it does not show which roots need it
     */
    long enter(TargetFind find, List<Loaded> found) {
        find.ids().forEach(id -> documents.put(id, null));
        for (TargetFind.Referred each : find.referred()) {
            Map<Object, List<Object>> known = referrersOf(each.edge().link());
            each.ids().forEach(id -> known.put(id, new ArrayList<>()));
        }
        long bytes = 0;
        for (Loaded document : found) {
            bytes += document.size();
            DocumentReadException failure = document.failure();
            if (failure == null) {
                enter(find, document);
            } else {
                enter(find, document, failure);
            }
        }
        return bytes;
    }

    private void enter(TargetFind find, Loaded found) {
        Object document = found.document();
        Object id = Objects.requireNonNull(shape.idOf(document), "a document that was read has an id");
        for (TargetFind.Referred each : find.referred()) {
            enterReferrer(each, document, id);
        }
        Loaded known = documents.get(id);
        if (known == null || known.isUsedUp()) {
            documents.put(id, found);
        }
    }

    private void enterReferrer(TargetFind.Referred wanted, Object document, Object id) {
        FetchNode.Edge edge = wanted.edge();
        Map<Object, List<Object>> known = referrersOf(edge.link());
        shape.forEachReferred(document, edge, referred -> {
            if (wanted.ids().contains(referred)) {
                List<Object> ids = known.computeIfAbsent(referred, key -> new ArrayList<>());
                if (ids.isEmpty() || !ids.get(ids.size() - 1).equals(id)) { // a list may hold an id twice
                    ids.add(id);
                }
            }
        });
    }

    /** A document that cannot be read affects only the roots that need it. */
    private void enter(TargetFind find, Loaded found, DocumentReadException failure) {
        Object id = failure.id().orElse(null);
        boolean isWanted = id != null && find.ids().contains(id);
        if (isWanted) {
            documents.put(id, found);
        }
        RawBsonDocument stored = found.stored();
        for (TargetFind.Referred each : find.referred()) {
            LinkType link = each.edge().link();
            for (Object referred : StoredForm.readableIds(link.mirror(), stored)) {
                if (each.ids().contains(referred)) {
                    unreadReferrersOf(link).putIfAbsent(referred, failure);
                    isWanted = true;
                }
            }
        }
        if (!isWanted) {
            throw failure; // by whom does not show
        }
    }

    private Map<Object, List<Object>> referrersOf(LinkType link) {
        return referrers.computeIfAbsent(link, key -> new HashMap<>());
    }

    private Map<Object, DocumentReadException> unreadReferrersOf(LinkType link) {
        return unreadReferrers.computeIfAbsent(link, key -> new HashMap<>());
    }
}
