// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.annotation.OnDelete;
import dev.ligature.internal.stored.StoredId;
import dev.ligature.spi.Discriminator;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** The documents that a delete has found: their ids, their links, and whether they are to be deleted. */
final class DeleteGraph {
    private final Map<DocumentType<?>, OfType> types = new HashMap<>();
    private final Map<DocumentType<?>, List<Entry>> doomed = new LinkedHashMap<>();
    private final List<Entry> roots = new ArrayList<>();

    /** What is known about the fate of a document. */
    enum State {
        /** A link leads to it; it is not known whether it exists. */
        UNREAD,
        /** Only that it exists. */
        FOUND,
        /** A document to be deleted links to it. */
        LINKED,
        /** A document that stays links to it. */
        KEPT,
        /** It will be deleted. */
        DOOMED
    }

    /**
     * How far a document is from the named ones.
     *
     * @param depth in steps of the search
     * @param generation in steps within its collection
     */
    record Place(int depth, int generation) {}

    /** The documents of a type. */
    private static final class OfType {
        private final DocumentType<?> type;
        private final List<LinkType> links;
        private final boolean hasCascades;
        private final Map<StoredId, Entry> entries = new HashMap<>();

        private OfType(DocumentType<?> type) {
            this.type = type;
            this.links = StoredLinks.of(type);
            this.hasCascades = type.links().stream().anyMatch(link -> link.onDelete() == OnDelete.CASCADE);
        }

        private Entry entry(StoredId id) {
            return entries.computeIfAbsent(id, key -> new Entry(this, key));
        }
    }

    /** A document. */
    static final class Entry {
        private final OfType ofType;
        private StoredId id;
        private List<StoredLinks.Link> links = List.of();
        /** As it is stored; null as long as it is not read. */
        private @Nullable BsonDocument stored;

        private State state = State.UNREAD;
        /** Whether the caller named it. */
        private boolean named;
        /** Whether the delete goes on to what the document links to. */
        private boolean followed;
        /** The types of the links that led here before it was read. */
        private List<DocumentType<?>> asked = List.of();
        /** The document whose link led here first. */
        private @Nullable Entry followedFrom;
        /** The deleted document to which this one refers by a link whose back link says CASCADE, if that is why it is deleted. */
        private @Nullable Entry cascadedFrom;

        private @Nullable Place place;

        private Entry(OfType ofType, StoredId id) {
            this.ofType = ofType;
            this.id = id;
        }

        DocumentType<?> type() {
            return ofType.type;
        }

        StoredId id() {
            return id;
        }

        /** What the document links to. */
        List<StoredLinks.Link> links() {
            return links;
        }

        /** Whether the document may be of the given type, to which a link leads. */
        boolean isOf(DocumentType<?> type) {
            Discriminator discriminator = type.discriminator();
            return stored == null || discriminator == null || discriminator.isOf(stored);
        }

        /** Whether the document has a back link, as far as its discriminator tells. */
        boolean has(LinkType backLink) {
            return stored == null || backLink.isIn(stored);
        }

        State state() {
            return state;
        }

        void become(State next) {
            state = next;
        }

        /** Whether something refers to documents of this type by a link whose back link says CASCADE. */
        boolean mayCascade() {
            return ofType.hasCascades;
        }

        /** Where the document is, once {@link #put} has said it. */
        @Nullable
        Place place() {
            return place;
        }

        void put(Place known) {
            place = known;
        }

        /**
         * Whether this is the first time that a link to documents of the given type leads here. For a document that was
         * not read.
         */
        boolean ask(Entry from, DocumentType<?> type) {
            followedFrom = followedFrom == null ? from : followedFrom;
            if (asked.contains(type)) {
                return false;
            }
            List<DocumentType<?>> more = new ArrayList<>(asked);
            more.add(type);
            asked = List.copyOf(more);
            return true;
        }

        /** The document whose link led here first. */
        @Nullable
        Entry followedFrom() {
            return followedFrom;
        }

        /** Whether this is the first time that the delete goes on from here. */
        boolean follow(@Nullable Entry from) {
            boolean first = !followed;
            if (first && !named) {
                followedFrom = from;
            }
            followed = true;
            return first;
        }

        boolean isFollowed() {
            return followed;
        }

        /**
         * The documents to be deleted without which a second search would not find this one, or would not see that it
         * is to be deleted. (A document on the way may be deleted for another reason than the links that lead through
         * it.)
         */
        List<Entry> foundFrom() {
            if (cascadedFrom != null) {
                return List.of(cascadedFrom);
            }
            List<Entry> found = List.of();
            for (Entry from = followedFrom; from != null; from = from.followedFrom) {
                if (from.state == State.DOOMED) {
                    found = found.isEmpty() ? List.of(from) : plus(found, from);
                    if (from.cascadedFrom == null) { // and so for its links
                        return found;
                    }
                }
            }
            return found;
        }

        private static List<Entry> plus(List<Entry> entries, Entry entry) {
            List<Entry> all = new ArrayList<>(entries);
            all.add(entry);
            return all;
        }
    }

    /** Documents of one collection are known by the type that stands for all of them. */
    private OfType of(DocumentType<?> type) {
        return types.computeIfAbsent(type.root(), OfType::new);
    }

    /** The entry of a document that was read, new or known. */
    Entry add(DocumentType<?> type, BsonDocument stored) {
        StoredId id = StoredId.ofDocument(stored);
        Entry entry = of(type).entry(id);
        if (entry.state == State.UNREAD) {
            entry.id = id;
            entry.links = StoredLinks.read(stored, entry.ofType.links);
            entry.stored = type.discriminator() == null ? null : stored;
            entry.state = State.FOUND;
        }
        return entry;
    }

    /** The entry of a document that a link points to, new or known. */
    Entry target(StoredLinks.Link link) {
        return of(link.type().target()).entry(link.id());
    }

    /** The entry of a document, or null if nothing has led there. */
    @Nullable
    Entry find(DocumentType<?> type, StoredId id) {
        return of(type).entries.get(id);
    }

    /** The entry of a document that a link points to, or null if nothing has led there. */
    @Nullable
    Entry find(StoredLinks.Link link) {
        return find(link.type().target(), link.id());
    }

    /** A document that the caller named. */
    void doomRoot(Entry entry) {
        entry.named = true;
        doom(entry);
        roots.add(entry);
    }

    /** A document that refers to one to be deleted, and goes with it. */
    void doomReferrer(Entry entry, @Nullable Entry deleted) {
        entry.cascadedFrom = deleted;
        doom(entry);
    }

    void doom(Entry entry) {
        entry.become(State.DOOMED);
        doomed.computeIfAbsent(entry.type(), key -> new ArrayList<>()).add(entry);
    }

    boolean isDoomed(String collection, StoredId id) {
        for (DocumentType<?> type : doomed.keySet()) {
            Entry entry = type.collection().equals(collection) ? find(type, id) : null;
            if (entry != null && entry.state == State.DOOMED) {
                return true;
            }
        }
        return false;
    }

    /** Whether documents of a collection are to be deleted. */
    boolean touches(String collection) {
        return doomed.keySet().stream().anyMatch(type -> type.collection().equals(collection));
    }

    /** The documents to be deleted. Types and documents are in the order in which they were found. */
    Map<DocumentType<?>, List<Entry>> doomed() {
        return doomed;
    }

    /** The documents that the caller named. */
    List<Entry> roots() {
        return roots;
    }
}
