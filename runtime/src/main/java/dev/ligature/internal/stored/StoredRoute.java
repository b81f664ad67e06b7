// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.stored;

import dev.ligature.spi.LinkType;
import dev.ligature.spi.LinkWay;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * The way to links that are stored in the elements of lists, as an update names it. The keys of maps are a part of it.
 * In a list, the update changes the elements that hold what it removes, wherever they are.
 *
 * @param parts stored names and keys, and {@link #EACH} for the elements of a list
 */
public record StoredRoute(List<String> parts) {
    static final String EACH = "$[]";

    private static final BsonDocument EXISTS = new BsonDocument("$exists", BsonBoolean.TRUE);

    public StoredRoute {
        parts = List.copyOf(parts);
    }

    /**
     * The way to a link, which is the same in all documents.
     *
     * @see StoredWay#hasPath
     */
    public static StoredRoute of(LinkType link) {
        List<String> parts = new ArrayList<>();
        for (LinkWay.Step step : link.way().steps()) {
            parts.add(step.storedName());
            step.containers().forEach(container -> parts.add(EACH));
        }
        parts.add(StoredWay.lastName(link.storedName()));
        return new StoredRoute(parts);
    }

    /** The path by which a query finds what is there: {@code lines.item}. */
    public String field() {
        return join(0, parts.size());
    }

    /** The path of the first list; null if there is none. */
    public @Nullable String list() {
        int first = parts.indexOf(EACH);
        return first < 0 ? null : join(0, first);
    }

    /** The path for an update: {@code lines.$[e0].item}. */
    public String elements() {
        StringBuilder path = new StringBuilder();
        int lists = 0;
        for (String part : parts) {
            path.append(path.isEmpty() ? "" : ".").append(part.equals(EACH) ? "$[" + element(lists++) + "]" : part);
        }
        return path.toString();
    }

    /**
     * The array filters of {@link #elements}: for each list, which elements an update changes.
     *
     * @param held what the link's member in such an element holds
     * @param listed whether the member must hold a list, because the update takes something out of it
     */
    public List<BsonDocument> elementFilters(BsonDocument held, boolean listed) {
        List<BsonDocument> filters = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).equals(EACH)) {
                String element = element(filters.size());
                BsonDocument filter = new BsonDocument(element + "." + join(i + 1, parts.size()), held);
                int next = parts.subList(i + 1, parts.size()).indexOf(EACH);
                if (next > 0) { // a server refuses to look for the elements of anything else
                    filter.append(element + "." + join(i + 1, i + 1 + next) + ".0", EXISTS);
                } else if (listed) { // not by its type: the embedded server does not find DBRefs together with that
                    filter.append(element + "." + join(i + 1, parts.size()) + ".0", EXISTS);
                }
                filters.add(filter);
            }
        }
        return filters;
    }

    private static String element(int list) {
        return "e" + list;
    }

    private String join(int from, int to) {
        StringBuilder path = new StringBuilder();
        for (String part : parts.subList(from, to)) {
            if (!part.equals(EACH)) {
                path.append(path.isEmpty() ? "" : ".").append(part);
            }
        }
        return path.toString();
    }
}
