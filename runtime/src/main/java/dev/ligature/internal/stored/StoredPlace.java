// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.stored;

import dev.ligature.internal.Excerpt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a stored document: the members that lead there, with the positions in lists and the keys of maps on the
 * way. Immutable.
 */
public final class StoredPlace {
    private enum Kind {
        MEMBER,
        POSITION,
        KEY
    }

    private final @Nullable StoredPlace around;
    private final Kind kind;
    private final String name;
    private final String storedName;

    private StoredPlace(@Nullable StoredPlace around, Kind kind, String name, String storedName) {
        this.around = around;
        this.kind = kind;
        this.name = name;
        this.storedName = storedName;
    }

    /**
     * A member.
     *
     * @param around the place of the embedded document that has it; null for a member of the document itself
     * @param name the Java name
     */
    static StoredPlace member(@Nullable StoredPlace around, String name, String storedName) {
        return new StoredPlace(around, Kind.MEMBER, name, storedName);
    }

    /** An element of the list at this place. */
    public StoredPlace position(int index) {
        String position = Integer.toString(index);
        return new StoredPlace(this, Kind.POSITION, position, position);
    }

    /** A value of the map at this place. */
    StoredPlace key(String key) {
        return new StoredPlace(this, Kind.KEY, key, key);
    }

    /**
     * Whether a path can name the place. It cannot if a key on the way is empty, starts with {@code $} or contains a
     * dot.
     */
    public boolean hasPath() {
        for (StoredPlace place = this; place != null; place = place.around) {
            if (place.kind == Kind.KEY
                    && (place.name.isEmpty() || place.name.startsWith("$") || place.name.indexOf('.') >= 0)) {
                return false;
            }
        }
        return true;
    }

    /** The path, as queries and updates name it: {@code lines.3.item}. */
    public String path() {
        return around == null ? storedName : around.path() + "." + storedName;
    }

    /** The way to this member: with the keys of maps, but for all elements of the lists. */
    public StoredRoute route() {
        Deque<StoredPlace> places = new ArrayDeque<>();
        for (StoredPlace place = this; place != null; place = place.around) {
            places.push(place);
        }
        List<String> parts = new ArrayList<>(places.size());
        while (!places.isEmpty()) {
            StoredPlace place = places.pop();
            boolean isInnerList = !places.isEmpty() && places.peek().kind == Kind.POSITION;
            // no path of a query leads through a list of lists, so that the outer one is named by the position
            parts.add(place.kind == Kind.POSITION && !isInnerList ? StoredRoute.EACH : place.storedName);
        }
        return new StoredRoute(parts);
    }

    /** {@code lines[3].product}, {@code extras["gift"].product}. */
    @Override
    public String toString() {
        return switch (kind) {
            case MEMBER -> around == null ? name : around + "." + name;
            case POSITION -> around + "[" + name + "]";
            case KEY -> around + "[\"" + Excerpt.of(name) + "\"]";
        };
    }
}
