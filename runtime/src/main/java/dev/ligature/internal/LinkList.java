// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A list of links as it was read from a document. It is an ordinary, modifiable list that can leave out entries without
 * losing them. A fetch that drops missing targets hides their references. {@link #stored()} still has them in their
 * places, so saving the document writes back what was there.
 */
public final class LinkList<E> extends AbstractList<E> {
    private final List<E> visible;
    /** The hidden entries before each visible one, and after the last one; null if there are none. */
    private @Nullable List<List<E>> hidden;

    private boolean isBound;

    public LinkList() {
        visible = new ArrayList<>();
    }

    /** Creates an empty list with room for {@code expected} entries. */
    public LinkList(int expected) {
        visible = new ArrayList<>(expected);
    }

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

    /** After the visible entry before it; at the end, also after the hidden ones. */
    @Override
    public void add(int index, E element) {
        boolean isAppended = index == visible.size();
        visible.add(index, element);
        modCount++;
        if (hidden != null) {
            hidden.add(isAppended ? index + 1 : index, new ArrayList<>(0));
        }
    }

    @Override
    public E remove(int index) {
        E removed = visible.remove(index);
        modCount++;
        if (hidden != null) {
            List<E> behind = hidden.remove(index + 1);
            hidden.get(index).addAll(behind);
        }
        return removed;
    }

    /** Clearing the list also removes the hidden entries. */
    @Override
    public void clear() {
        visible.clear();
        hidden = null;
        modCount++;
    }

    /** Adds an entry as it was stored, null included. */
    @SuppressWarnings("NullAway") // a stored null is a null entry: it keeps its place when the list is saved back
    public void addStored(@Nullable E entry) {
        visible.add(entry);
    }

    /** Fills the list with the referrers of a back link that has been fetched. */
    public void bind(List<E> entries) {
        visible.clear();
        visible.addAll(entries);
        hidden = null;
        isBound = true;
        modCount++;
    }

    /** Whether it was filled with the referrers of a back link, even if there are none. */
    public boolean isBound() {
        return isBound;
    }

    /** Hides the entries that match, in addition to those that are hidden already. */
    public void hide(Predicate<E> match) {
        if (visible.stream().noneMatch(entry -> entry != null && match.test(entry))) {
            return;
        }
        List<E> kept = new ArrayList<>(visible.size());
        List<List<E>> gaps = new ArrayList<>();
        List<E> gap = new ArrayList<>(0);
        for (int i = 0; i < visible.size(); i++) {
            gap.addAll(hiddenBefore(i));
            E entry = visible.get(i);
            if (entry != null && match.test(entry)) {
                gap.add(entry);
            } else {
                kept.add(entry);
                gaps.add(gap);
                gap = new ArrayList<>(0);
            }
        }
        gap.addAll(hiddenBefore(visible.size()));
        gaps.add(gap);
        visible.clear();
        visible.addAll(kept);
        hidden = gaps;
        modCount++;
    }

    /** Returns all entries, with the hidden ones in their places. */
    public List<E> stored() {
        if (hidden == null) {
            return visible;
        }
        List<E> all = new ArrayList<>(visible.size() + 1);
        for (int i = 0; i < visible.size(); i++) {
            all.addAll(hiddenBefore(i));
            all.add(visible.get(i));
        }
        all.addAll(hiddenBefore(visible.size()));
        return all;
    }

    private List<E> hiddenBefore(int index) {
        return hidden == null ? List.of() : hidden.get(index);
    }
}
