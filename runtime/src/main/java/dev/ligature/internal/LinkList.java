package dev.ligature.internal;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A list of links as read from a document: an ordinary, modifiable list, which can leave entries out without losing them. A
 * fetch that drops missing targets hides their references; {@link #stored()} still has them in their places, so that saving
 * the document back writes what was there.
 */
public final class LinkList<E> extends AbstractList<E> {
    private final ArrayList<E> visible;
    private @Nullable List<Hidden<E>> hidden;

    public LinkList() {
        visible = new ArrayList<>();
    }

    /** An empty list with room for {@code expected} entries. */
    public LinkList(int expected) {
        visible = new ArrayList<>(expected);
    }

    /** An entry left out, and how many visible entries stand in front of it. */
    private record Hidden<E>(int position, E entry) {}

    @Override
    public E get(int index) {
        return visible.get(index);
    }

    @Override
    public int size() {
        return visible.size();
    }

    @Override
    public E set(int index, E element) {
        return visible.set(index, element);
    }

    @Override
    public void add(int index, E element) {
        visible.add(index, element);
        modCount++;
        shift(index, 1);
    }

    @Override
    public E remove(int index) {
        E removed = visible.remove(index);
        modCount++;
        shift(index + 1, -1);
        return removed;
    }

    /** Clearing the list is the user's word on the hidden entries too. */
    @Override
    public void clear() {
        visible.clear();
        hidden = null;
        modCount++;
    }

    private void shift(int from, int by) {
        List<Hidden<E>> entries = hidden;
        if (entries != null) {
            entries.replaceAll(entry ->
                    entry.position >= from ? new Hidden<>(Math.max(0, entry.position + by), entry.entry) : entry);
        }
    }

    /** Adds an entry as it was stored, null included. */
    @SuppressWarnings("NullAway") // a stored null is a null entry: it keeps its place when the list is saved back
    public void addStored(@Nullable E entry) {
        visible.add(entry);
    }

    /** Gives back the room that the entries do not need. */
    public void trimToSize() {
        visible.trimToSize();
    }

    /** Fills the list with the referrers of a back link that has been fetched. */
    public void bind(List<E> entries) {
        visible.clear();
        visible.addAll(entries);
        modCount++;
    }

    /** Leaves out the entries that match. */
    public void hide(Predicate<E> match) {
        List<Hidden<E>> entries = hidden == null ? new ArrayList<>() : hidden;
        List<E> kept = new ArrayList<>(visible.size());
        for (E entry : visible) {
            if (entry != null && match.test(entry)) {
                entries.add(new Hidden<>(kept.size(), entry));
            } else {
                kept.add(entry);
            }
        }
        if (!entries.isEmpty()) {
            visible.clear();
            visible.addAll(kept);
            hidden = entries;
            modCount++;
        }
    }

    /** All entries, the hidden ones in their places. */
    public List<E> stored() {
        List<Hidden<E>> entries = hidden;
        if (entries == null) {
            return visible;
        }
        List<E> all = new ArrayList<>(visible.size() + entries.size());
        int next = 0;
        for (int i = 0; i <= visible.size(); i++) {
            while (next < entries.size() && entries.get(next).position <= i) {
                all.add(entries.get(next++).entry);
            }
            if (i < visible.size()) {
                all.add(visible.get(i));
            }
        }
        while (next < entries.size()) {
            all.add(Objects.requireNonNull(entries.get(next++)).entry);
        }
        return all;
    }
}
