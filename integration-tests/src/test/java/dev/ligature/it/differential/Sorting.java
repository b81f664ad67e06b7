// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.differential;

import dev.ligature.annotation.LinkStorage;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** The order of a query. */
final class Sorting {
    private final Walk walk;
    private final Model.Type root;

    Sorting(World world, Model.Type root) {
        this.walk = new Walk(world);
        this.root = root;
    }

    Comparator<Row> by(List<Query.Key> keys) {
        return (one, other) -> {
            for (Query.Key key : keys) {
                int order = Values.compare(value(one, key), value(other, key));
                if (order != 0) {
                    return key.descending() ? -order : order;
                }
            }
            return 0;
        };
    }

    /** Whether a key goes through links that lead to no document somewhere. */
    boolean isThroughNothing(List<Query.Key> keys) {
        return keys.stream()
                .filter(key -> !key.isNarrowed())
                .map(key -> isLinkedId(key) ? key.links().subList(0, key.links().size() - 1) : key.links())
                .anyMatch(links -> walk.world().rowsOf(root.index()).stream()
                        .anyMatch(row -> walk.reached(links, root, row).isEmpty()));
    }

    private static boolean isLinkedId(Query.Key key) {
        return !key.links().isEmpty() && key.field().equals("id");
    }

    private @Nullable BsonValue value(Row row, Query.Key key) {
        if (key.isNarrowed()) { // the field of each document, whatever its type
            return row.value(walk.world().model().end(root, key.links()).field(key.field()));
        }
        if (isLinkedId(key)) {
            int last = key.links().size() - 1;
            Walk.At before = first(walk.reached(key.links().subList(0, last), root, row));
            return before == null
                    ? null
                    : storedId(before.row(), before.type().link(key.links().get(last)));
        }
        Walk.At end = first(walk.reached(key.links(), root, row));
        return end == null
                ? null
                : key.field().equals("id")
                        ? end.row().id()
                        : end.row().value(end.type().field(key.field()));
    }

    /** What the declared place of a linked id holds. */
    private static @Nullable BsonValue storedId(Row row, Model.Link link) {
        if (link.isNested()) {
            List<Row> boxes = row.boxes(link);
            return boxes.isEmpty() ? null : storedId(boxes.get(0), link.inBox());
        }
        BsonValue stored = row.stored().get(link.storedName());
        if (link.storage() == LinkStorage.ID) {
            return stored;
        }
        return stored != null && stored.isDocument() ? stored.asDocument().get("$id") : null;
    }

    private static Walk.@Nullable At first(Collection<Walk.At> ends) {
        return ends.isEmpty() ? null : ends.iterator().next();
    }
}
