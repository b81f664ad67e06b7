// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.DocumentReadException;
import dev.ligature.internal.driver.Chunks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Flux;

/**
 * Reads documents by their ids, in the order of the ids. The documents of each command are put in order when all of
 * them have come. If one cannot be read, the error comes in its place.
 *
 * @param <T> the document
 */
public final class OrderedIds<T> {
    private final Store<T> store;

    public OrderedIds(Store<T> store) {
        this.store = store;
    }

    /** The documents that exist; each as often as its id is given. */
    public Flux<T> find(Iterable<?> ids) {
        return Flux.fromIterable(ids).buffer(Chunks.IDS_PER_CHANGE).concatMap(this::inOrder);
    }

    private Flux<T> inOrder(List<?> ids) {
        return store.found(new LinkedHashSet<>(ids))
                .collect(() -> new HashMap<Object, Object>(), (byId, found) -> byId.put(idOf(found), found))
                .flatMapIterable(byId -> present(ids, byId))
                .map(this::readable);
    }

    private static List<Object> present(List<?> ids, Map<Object, Object> byId) {
        List<Object> found = new ArrayList<>(ids.size());
        for (Object id : ids) {
            Object document = byId.get(id);
            if (document != null) {
                found.add(document);
            }
        }
        return found;
    }

    @SuppressWarnings("unchecked") // what is not damaged is a document of the store
    private T readable(Object found) {
        if (found instanceof DocumentReadException failure) {
            throw failure;
        }
        return (T) found;
    }

    /**
     * Also for one that cannot be read, because it was found by its id. If its id does not show, nobody knows its
     * place.
     */
    private Object idOf(Object found) {
        if (found instanceof DocumentReadException failure) {
            return failure.id().orElseThrow(() -> failure);
        }
        return Objects.requireNonNull(store.type().idOf(readable(found)), "a stored document has an id");
    }
}
