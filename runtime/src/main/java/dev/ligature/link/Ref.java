// SPDX-License-Identifier: Apache-2.0
package dev.ligature.link;

import dev.ligature.DanglingLinkException;
import dev.ligature.LinkNotFetchedException;
import dev.ligature.internal.Excerpt;
import dev.ligature.internal.LinkAccess;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stored reference to a document: its id and, once fetched, the document. A reference is in one of three states: not
 * fetched, fetched, or missing, which means that the document was looked for and not found. Fetching changes the state
 * once. It never changes the id, so what is saved back is what was stored.
 *
 * <p>Two references are equal if their ids are equal. {@code equals}, {@code hashCode} and {@code toString} never look
 * into the document, so linked documents may form cycles. Safe to share between threads.
 *
 * @param <T> the document that is referred to
 */
public final class Ref<T> {
    static {
        LinkAccess.REFS.open(new RefAccess());
    }

    private static final Object MISSING = new Object();
    private static final Object OTHER_FORM = new Object();

    private final @Nullable Object id;
    /** For errors. */
    private final @Nullable Object link;

    /** Null or OTHER_FORM: not fetched; MISSING; or the document. */
    private volatile @Nullable Object target;

    private Ref(@Nullable Object id, @Nullable Object link, @Nullable Object target) {
        this.id = id;
        this.link = link;
        if (target != null) { // a volatile write is a fence, which the many references of a list can do without
            this.target = target;
        }
    }

    /**
     * Returns a fetched reference to the given document, saved or new. Its id is that of the document, read each time
     * you ask for it.
     *
     * @throws IllegalArgumentException if the class of the document is not a {@code @Document}
     */
    public static <T> Ref<T> of(T document) {
        Objects.requireNonNull(document, "document");
        LinkAccess.DOCUMENTS.get().check(document); // fails here rather than when the reference is used
        return new Ref<>(null, null, document);
    }

    /**
     * Returns an unfetched reference to the document with the given id. Whether the id has the type of the target's ids
     * is checked when the reference is written or compared. The query class of the target takes ids of that type only:
     * {@code QDoor.ref(id)}.
     */
    public static <T> Ref<T> to(Object id) {
        return new Ref<>(Objects.requireNonNull(id, "id"), null, null);
    }

    /** Returns the target's id, or null if the target is a new document that has none yet. */
    public @Nullable Object id() {
        if (id != null) {
            return id;
        }
        Object document = Objects.requireNonNull(target); // one of id and document is always given
        return LinkAccess.DOCUMENTS.get().idOf(document);
    }

    /** Tells whether the document is here, so that {@link #get()} returns it. */
    public boolean isFetched() {
        return document() != null;
    }

    private @Nullable Object document() {
        Object document = target;
        return document == MISSING || document == OTHER_FORM ? null : document;
    }

    /** Tells whether the document was looked for and does not exist. */
    public boolean isMissing() {
        return target == MISSING;
    }

    /**
     * Returns the document.
     *
     * @throws LinkNotFetchedException if it is not fetched
     * @throws DanglingLinkException if it was looked for and does not exist
     */
    public T get() {
        if (isMissing()) {
            throw new DanglingLinkException(name() + " points to " + Excerpt.of(id)
                    + ", which does not exist. If that may happen, check isMissing() or use find().");
        }
        Object document = document();
        if (document == null) {
            throw new LinkNotFetchedException(
                    name() + " to " + Excerpt.of(id) + " is not fetched. Name it in fetch(…) of the query, use"
                            + " fetchLinks(), or fetch it from a document with the repository's fetch(document, path).");
        }
        return cast(document);
    }

    /** Returns the document, or empty if it is not fetched or is missing. */
    public Optional<T> find() {
        Object document = document();
        return document == null ? Optional.empty() : Optional.of(cast(document));
    }

    /**
     * Returns the documents of a list of links, in its order. Missing ones and stored nulls are left out.
     *
     * @throws LinkNotFetchedException if one of them is not fetched
     */
    public static <T> List<T> fetched(Collection<? extends @Nullable Ref<T>> refs) {
        List<T> documents = new ArrayList<>(refs.size());
        for (Ref<T> ref : refs) {
            if (ref != null && !ref.isMissing()) {
                documents.add(ref.get());
            }
        }
        return documents;
    }

    @SuppressWarnings("unchecked") // only documents of the link's target are ever bound
    private T cast(Object document) {
        return (T) document;
    }

    private String name() {
        return link == null ? "A link" : link.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Ref<?> that)) {
            return false;
        }
        Object mine = id();
        Object theirs = that.id();
        return (mine == null && theirs == null) ? target == that.target : Objects.equals(mine, theirs);
    }

    /** Returns the hash of the id or, while there is none, of the document's identity. */
    @Override
    public int hashCode() {
        Object mine = id();
        return mine == null ? System.identityHashCode(target) : mine.hashCode();
    }

    @Override
    public String toString() {
        return "Ref(" + id() + (isMissing() ? ", missing)" : isFetched() ? ", fetched)" : ")");
    }

    /** Lets the codecs make references that know their link, and the loader bind them. */
    private static final class RefAccess implements LinkAccess.Refs {
        @Override
        public Object stored(Object id, Object link, boolean asDeclared) {
            return new Ref<Object>(id, link, asDeclared ? null : OTHER_FORM);
        }

        @Override
        public boolean isStoredAsDeclared(Object ref) {
            return ((Ref<?>) ref).target != OTHER_FORM;
        }

        @Override
        public void bind(Object ref, Object document) {
            ((Ref<?>) ref).target = document;
        }

        @Override
        public void bindMissing(Object ref) {
            ((Ref<?>) ref).target = MISSING;
        }
    }
}
