// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.stored;

import dev.ligature.spi.LinkHolder;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.LinkWay;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a stored document holds of a link: through embedded documents, all elements of arrays and all keys of maps
 * on the way.
 */
public final class StoredWay {
    private final List<LinkWay.Step> steps;
    private final String member;
    private final String storedName;

    private StoredWay(LinkType link) {
        this.steps = link.way().steps();
        this.member = lastName(link.member());
        this.storedName = lastName(link.storedName());
    }

    /**
     * Whether a dotted path leads to the link in all documents, so that queries can name it. None leads through a map,
     * whose keys are in between, or through a list of lists.
     */
    public static boolean hasPath(LinkType link) {
        return link.holder() != LinkHolder.MAPPED;
    }

    /**
     * The stored path of the first member on the way that holds several values, or that of the link if each holds a
     * single one. Projections read it whole if positions matter, because a server leaves out of a list what is no
     * document.
     */
    public static String wholePath(LinkType link) {
        StringBuilder path = new StringBuilder();
        for (LinkWay.Step step : link.way().steps()) {
            path.append(path.isEmpty() ? "" : ".").append(step.storedName());
            if (!step.containers().isEmpty()) {
                return path.toString();
            }
        }
        return link.storedName();
    }

    /** Hands out what the link's member holds, unless that is null, in each embedded document on the way. */
    public static void forEach(LinkType link, BsonDocument document, Consumer<BsonValue> action) {
        if (link.isNested()) {
            forEachPlace(link, document, (place, content) -> action.accept(content));
            return;
        }
        BsonValue content = document.get(link.storedName());
        if (content != null && !content.isNull()) {
            action.accept(content);
        }
    }

    /** The same with the place of the member. */
    public static void forEachPlace(LinkType link, BsonDocument document, BiConsumer<StoredPlace, BsonValue> action) {
        new StoredWay(link).enter(document, 0, null, action);
    }

    private void enter(
            BsonDocument document, int depth, @Nullable StoredPlace place, BiConsumer<StoredPlace, BsonValue> action) {
        if (depth == steps.size()) {
            BsonValue content = document.get(storedName);
            if (content != null && !content.isNull()) {
                action.accept(StoredPlace.member(place, member, storedName), content);
            }
            return;
        }
        LinkWay.Step step = steps.get(depth);
        BsonValue content = document.get(step.storedName());
        if (content != null) {
            go(content, depth, 0, StoredPlace.member(place, step.member(), step.storedName()), action);
        }
    }

    /** @param level how many of the containers around the values have been entered */
    private void go(
            BsonValue content, int depth, int level, StoredPlace place, BiConsumer<StoredPlace, BsonValue> action) {
        List<LinkHolder> containers = steps.get(depth).containers();
        if (content.isArray()) { // even if none is declared, as the path of a query does
            boolean declared = level < containers.size() && containers.get(level) == LinkHolder.LISTED;
            BsonArray elements = content.asArray();
            for (int i = 0; i < elements.size(); i++) {
                go(elements.get(i), depth, declared ? level + 1 : level, place.position(i), action);
            }
        } else if (content.isDocument()) {
            int map = nextMap(containers, level);
            if (map < 0) {
                enter(content.asDocument(), depth + 1, place, action);
            } else {
                content.asDocument().forEach((key, value) -> go(value, depth, map + 1, place.key(key), action));
            }
        }
    }

    private static int nextMap(List<LinkHolder> containers, int level) {
        for (int next = level; next < containers.size(); next++) {
            if (containers.get(next) == LinkHolder.MAPPED) {
                return next;
            }
        }
        return -1;
    }

    /** The last name of a dotted path. */
    static String lastName(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
