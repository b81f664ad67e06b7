// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.internal.IdIndex;
import dev.ligature.internal.plan.FetchNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The documents that a join has put beside a root, in no order and perhaps several times; found by id. */
final class Side {
    private final FetchNode.Edge edge;
    private final Shape shape;
    private final List<Object> documents;
    private final IdIndex<Object> byId;
    private @Nullable Map<Object, List<Object>> byReferred;

    Side(FetchNode.Edge edge, Shape shape, List<Object> documents) {
        this.edge = edge;
        this.shape = shape;
        this.documents = documents;
        this.byId = new IdIndex<>(documents, this::idOf);
    }

    /** The document with an id, or null. */
    @Nullable
    Object find(Object id) {
        return byId.find(id);
    }

    /** The documents that refer to an id, for a back link; one perhaps several times. */
    List<Object> referrers(Object id) {
        Map<Object, List<Object>> map = byReferred;
        if (map == null) {
            Map<Object, List<Object>> found = new HashMap<>();
            for (Object document : documents) {
                shape.forEachReferred(
                        document, edge, referred -> found.computeIfAbsent(referred, key -> new ArrayList<>(1))
                                .add(document));
            }
            map = found;
            byReferred = found;
        }
        return map.getOrDefault(id, List.of());
    }

    private Object idOf(Object document) {
        return Objects.requireNonNull(shape.idOf(document), "a document that was read has an id");
    }
}
