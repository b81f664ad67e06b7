// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.LigatureException;
import dev.ligature.internal.Excerpt;
import dev.ligature.link.Ref;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.BsonTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of a document that a projection reads: its id, some fields, which generated subclasses hold, and some links.
 * The runtime binds the links to the fragments at their other ends. After that a fragment does not change, so several
 * others may share it.
 */
public abstract class Fragment {
    private static final Object[] NOTHING = new Object[0];

    private final ProjectionNode node;
    /**
     * For each link that is read: null, an id, or a list of ids. {@link UndeclaredForm} is around those that are not
     * stored as declared.
     */
    private final @Nullable Object[] links;
    /**
     * For each link that is followed: null, a fragment, or a list of them; or the failure that says why there is none.
     */
    private final @Nullable Object[] targets;

    private @Nullable Object id;
    private boolean isLinked;

    protected Fragment(ProjectionNode node) {
        this.node = node;
        this.links = node.links().isEmpty() ? NOTHING : new Object[node.links().size()];
        this.targets =
                node.edges().isEmpty() ? NOTHING : new Object[node.edges().size()];
    }

    public final ProjectionNode node() {
        return node;
    }

    /** Reads {@code _id}. */
    public final void readId(BsonSource source) {
        id = node.type().idCodec().read(source);
    }

    /** Reads the stored ids of a link. Those of a link within a list or a map of embedded values are added to one list. */
    public final void readLink(int slot, BsonSource source) {
        LinkType link = node.links().get(slot);
        Object stored = link.shape().isList() ? readList(source, link) : Links.readId(source, link);
        if (link.holder() == LinkHolder.SINGLE) {
            links[slot] = stored;
        } else if (stored != null) {
            List<Object> known = entries(slot);
            List<Object> all = known == null ? new ArrayList<>() : known;
            if (stored instanceof List<?> list) {
                all.addAll(list);
            } else {
                all.add(stored);
            }
            links[slot] = all;
        }
    }

    private static @Nullable List<Object> readList(BsonSource source, LinkType link) {
        if (source.isNull()) {
            return null;
        }
        if (source.type() != BsonTypes.ARRAY) {
            throw Reads.unexpected("an array of links to " + link.target(), source);
        }
        List<Object> ids = new ArrayList<>();
        source.startDocument();
        while (source.advance()) {
            Object entry = Links.readId(source, link);
            if (entry != null) {
                ids.add(entry);
            }
        }
        return ids;
    }

    /** The id of the document. */
    public final Object id() {
        return Objects.requireNonNull(id, "a stored document that was read has an id");
    }

    final @Nullable Object idOrNull() {
        return id;
    }

    /** The stored id of a link to one, or null. */
    public final @Nullable Object linkedId(int slot) {
        Object stored = links[slot];
        return stored == null ? null : UndeclaredForm.idOf(stored);
    }

    /**
     * The stored ids of a list of links, without nulls; or null if there is no list. Within a list or a map of embedded
     * values there is always one.
     */
    @SuppressWarnings("unchecked") // generated code names the type of the target's ids
    public final <I> @Nullable List<I> linkedIds(int slot) {
        List<Object> stored = entries(slot);
        if (stored == null) {
            return withoutList(slot);
        }
        List<I> ids = new ArrayList<>(stored.size());
        for (Object entry : stored) {
            ids.add((I) UndeclaredForm.idOf(entry));
        }
        return ids;
    }

    /** A link to one, not fetched; or null. */
    public final <T> @Nullable Ref<T> ref(int slot) {
        Object stored = links[slot];
        return stored == null ? null : Links.ref(node.links().get(slot), stored);
    }

    /** A list of links, not fetched and without nulls; or null if there is no list, as for {@link #linkedIds}. */
    public final <T> @Nullable List<Ref<T>> refs(int slot) {
        List<Object> stored = entries(slot);
        if (stored == null) {
            return withoutList(slot);
        }
        List<Ref<T>> refs = new ArrayList<>(stored.size());
        for (Object entry : stored) {
            refs.add(Links.ref(node.links().get(slot), entry));
        }
        return refs;
    }

    private <E> @Nullable List<E> withoutList(int slot) {
        return node.links().get(slot).holder() == LinkHolder.SINGLE ? null : List.of();
    }

    /**
     * What a link stores: null, an id or a list of ids. {@link UndeclaredForm} is around those that are not stored as
     * declared.
     */
    public final @Nullable Object stored(int slot) {
        return links[slot];
    }

    @SuppressWarnings("unchecked") // what readList has put there
    private @Nullable List<Object> entries(int slot) {
        return (List<Object>) links[slot];
    }

    /** The other end of a link to one document, or null if there is none. */
    public final @Nullable Fragment target(int edge) {
        return (Fragment) bound(edge);
    }

    /** The other ends of a list of links. */
    @SuppressWarnings("unchecked") // lists hold only fragments
    public final List<Fragment> targets(int edge) {
        Object bound = bound(edge);
        return bound == null ? List.of() : (List<Fragment>) bound;
    }

    private @Nullable Object bound(int edge) {
        Object bound = targets[edge];
        if (bound instanceof LigatureException failure) {
            throw failure;
        }
        return bound;
    }

    /** Binds a link to null, a fragment, a list of fragments, or to the failure that is thrown when somebody follows it. */
    public final void bind(int edge, @Nullable Object bound) {
        targets[edge] = bound;
    }

    /** Returns true the first time it is called: the caller then binds all links. */
    public final boolean startLinking() {
        boolean isFirst = !isLinked;
        isLinked = true;
        return isFirst;
    }

    /** {@code House 65…}. */
    @Override
    public String toString() {
        return node.type() + " " + Excerpt.of(id);
    }
}
