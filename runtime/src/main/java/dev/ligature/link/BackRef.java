// SPDX-License-Identifier: Apache-2.0
package dev.ligature.link;

import dev.ligature.DanglingLinkException;
import dev.ligature.LinkNotFetchedException;
import dev.ligature.internal.LinkAccess;
import dev.ligature.internal.LinkList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The other end of a link: the document that refers to this one. Nothing of it is stored, so it has no id before it is
 * fetched. {@linkplain #isMissing() Missing} means that no document refers to this one.
 *
 * <p>Two fetched back references are equal if their ids are equal, two unfetched ones if they are the same object.
 * {@code equals}, {@code hashCode} and {@code toString} never look into the document. Safe to share between threads.
 *
 * @param <T> the referring document
 */
public final class BackRef<T> {
    static {
        LinkAccess.BACK_REFS.open(new BackRefAccess());
    }

    private static final Object MISSING = new Object();

    /** For errors. */
    private final @Nullable Object link;

    private volatile @Nullable Object source;

    private BackRef(@Nullable Object link) {
        this.link = link;
    }

    /** Returns a back reference that is not fetched. This is what a new document holds. */
    public static <T> BackRef<T> notFetched() {
        return new BackRef<>(null);
    }

    /** Returns the id of the referring document, or null if it is not fetched, is missing or has no id yet. */
    public @Nullable Object id() {
        Object document = source;
        return document == null || document == MISSING
                ? null
                : LinkAccess.DOCUMENTS.get().idOf(document);
    }

    /** Tells whether the referring document is here, so that {@link #get()} returns it. */
    public boolean isFetched() {
        return source != null && source != MISSING;
    }

    /** Tells whether referring documents were looked for and none was found. */
    public boolean isMissing() {
        return source == MISSING;
    }

    /**
     * Returns the referring document.
     *
     * @throws LinkNotFetchedException if it is not fetched
     * @throws DanglingLinkException if it was looked for and none was found
     */
    public T get() {
        Object document = source;
        if (document == null) {
            throw new LinkNotFetchedException(
                    name() + " is not fetched. Name it in fetch(…) of the query, use fetchLinks(),"
                            + " or fetch it from a document with the repository's fetch(document, path).");
        }
        if (document == MISSING) {
            throw new DanglingLinkException(
                    name() + ": no document refers to this one. If that may happen, check isMissing() or use find().");
        }
        return cast(document);
    }

    /** Returns the referring document, or empty if it is not fetched or is missing. */
    public Optional<T> find() {
        Object document = source;
        return document == null || document == MISSING ? Optional.empty() : Optional.of(cast(document));
    }

    /**
     * Returns the referring documents of a list.
     *
     * @throws LinkNotFetchedException if one of them is not fetched
     */
    public static <T> List<T> fetched(Collection<BackRef<T>> refs) {
        List<T> documents = new ArrayList<>(refs.size());
        for (BackRef<T> ref : refs) {
            if (!ref.isMissing()) {
                documents.add(ref.get());
            }
        }
        return documents;
    }

    /**
     * Tells whether the referring documents of the given list were looked for. A list that was not fetched is empty,
     * and so is the fetched list of a document to which nothing refers; this method tells them apart. A list that was
     * not read from a database counts as fetched if it is not empty.
     */
    public static boolean areFetched(Collection<? extends BackRef<?>> refs) {
        return refs instanceof LinkList<?> read ? read.isBound() : !refs.isEmpty();
    }

    @SuppressWarnings("unchecked") // only documents of the back link's type are ever bound
    private T cast(Object document) {
        return (T) document;
    }

    private String name() {
        return link == null ? "A back link" : link.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof BackRef<?> that)) {
            return false;
        }
        Object mine = id();
        return mine == null ? source != null && source == that.source && isFetched() : Objects.equals(mine, that.id());
    }

    @Override
    public int hashCode() {
        Object mine = id();
        return mine == null ? System.identityHashCode(isFetched() ? source : this) : mine.hashCode();
    }

    @Override
    public String toString() {
        return isFetched() ? "BackRef(" + id() + ")" : isMissing() ? "BackRef(missing)" : "BackRef(not fetched)";
    }

    /** Lets the codecs make back references that know their link, and the loader bind them. */
    private static final class BackRefAccess implements LinkAccess.BackRefs {
        @Override
        public Object unfetched(Object link) {
            return new BackRef<Object>(link);
        }

        @Override
        public void bind(Object ref, Object document) {
            ((BackRef<?>) ref).source = document;
        }

        @Override
        public void bindMissing(Object ref) {
            ((BackRef<?>) ref).source = MISSING;
        }
    }
}
