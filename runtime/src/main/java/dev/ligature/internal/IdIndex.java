// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds by id what a join has put beside a root. The elements are in no order, and one may be there several times.
 *
 * @param <E> a joined document
 */
public final class IdIndex<E> {
    /** Up to this size, looking at each element is faster than a map. */
    private static final int SCAN = 8;

    private final List<E> elements;
    private final Function<E, Object> idOf;
    private @Nullable Map<Object, E> byId;

    public IdIndex(List<E> elements, Function<E, Object> idOf) {
        this.elements = elements;
        this.idOf = idOf;
    }

    /** Returns the first element with the given id, or null. */
    public @Nullable E find(Object id) {
        if (elements.size() <= SCAN) {
            for (E element : elements) {
                if (id.equals(idOf.apply(element))) {
                    return element;
                }
            }
            return null;
        }
        Map<Object, E> map = byId;
        if (map == null) {
            map = new HashMap<>(elements.size() * 2);
            for (E element : elements) {
                map.putIfAbsent(idOf.apply(element), element);
            }
            byId = map;
        }
        return map.get(id);
    }
}
