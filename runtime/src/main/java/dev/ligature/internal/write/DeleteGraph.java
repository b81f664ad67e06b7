package dev.ligature.internal.write;

import dev.ligature.internal.StoredId;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** The documents that a delete has come across: their ids, their links, and whether they are to be deleted. */
final class DeleteGraph {
    private final Map<DocumentType<?>, List<LinkType>> links = new HashMap<>();
    private final Map<DocumentType<?>, Map<StoredId, Entry>> entries = new HashMap<>();
    private final Map<DocumentType<?>, List<Entry>> doomed = new LinkedHashMap<>();
    private final Map<String, Set<StoredId>> doomedIds = new HashMap<>();
    private final List<Entry> roots = new ArrayList<>();

    /** What is known of the fate of a document. */
    enum State {
        /** Nothing. */
        FOUND,
        /** A document to be deleted links to it. */
        LINKED,
        /** A document that stays links to it. */
        KEPT,
        /** It will be deleted. */
        DOOMED
    }

    /** A stored link. */
    record Target(LinkType link, StoredLinks.Link value) {}

    /** A document. */
    static final class Entry {
        private final DocumentType<?> type;
        private final StoredId id;
        private final List<Target> targets;
        private State state = State.FOUND;
        /** Whether the caller named it. */
        private boolean named;
        /** Whether the delete goes on to what the document links to. */
        private boolean followed;
        /** The document whose link led here first. */
        private @Nullable Entry followedFrom;
        /** The deleted document to which this one refers by a link whose back link says CASCADE, if that is why it is deleted. */
        private @Nullable Entry cascadedFrom;

        private Entry(DocumentType<?> type, StoredId id, List<Target> targets) {
            this.type = type;
            this.id = id;
            this.targets = targets;
        }

        DocumentType<?> type() {
            return type;
        }

        StoredId id() {
            return id;
        }

        List<Target> targets() {
            return targets;
        }

        State state() {
            return state;
        }

        void become(State next) {
            state = next;
        }

        /** Whether this is the first time that a link leads here. */
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
         * The documents to be deleted without which a second search would not find this one, or not see that it is to be deleted.
         * (What a document on the way is deleted for may be another reason than the links that lead through it.)
         */
        List<Entry> foundFrom() {
            if (cascadedFrom != null) {
                return List.of(cascadedFrom);
            }
            List<Entry> found = new ArrayList<>(1);
            boolean deletedForLinks = false;
            for (Entry from = followedFrom; from != null && !deletedForLinks; from = from.followedFrom) {
                if (from.state == State.DOOMED) {
                    found.add(from);
                    deletedForLinks = from.cascadedFrom == null;
                }
            }
            return found;
        }
    }

    /** The entry of a document that was read, new or known. */
    Entry add(DocumentType<?> type, BsonDocument stored) {
        StoredId id = StoredId.ofDocument(stored);
        return entriesOf(type).computeIfAbsent(id, key -> new Entry(type, key, targets(type, stored)));
    }

    private List<Target> targets(DocumentType<?> type, BsonDocument stored) {
        List<Target> targets = new ArrayList<>();
        for (LinkType link : links.computeIfAbsent(type, StoredLinks::of)) {
            StoredLinks.read(stored, link).forEach(value -> targets.add(new Target(link, value)));
        }
        return List.copyOf(targets);
    }

    /** The entry of a document that a link points to, or null when it was not read. */
    @Nullable
    Entry find(Target target) {
        return find(target.link.target(), target.value.id());
    }

    @Nullable
    Entry find(DocumentType<?> type, StoredId id) {
        return entriesOf(type).get(id);
    }

    private Map<StoredId, Entry> entriesOf(DocumentType<?> type) {
        return entries.computeIfAbsent(type, key -> new HashMap<>());
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
        doomed.computeIfAbsent(entry.type, key -> new ArrayList<>()).add(entry);
        doomedIds
                .computeIfAbsent(entry.type.collection(), key -> new HashSet<>())
                .add(entry.id);
    }

    boolean isDoomed(String collection, StoredId id) {
        return doomedIds.getOrDefault(collection, Set.of()).contains(id);
    }

    /** Whether documents of a collection are to be deleted. */
    boolean touches(String collection) {
        return doomedIds.containsKey(collection);
    }

    /** The documents to be deleted, types and documents in the order in which they were found. */
    Map<DocumentType<?>, List<Entry>> doomed() {
        return doomed;
    }

    /** The documents that the caller named. */
    List<Entry> roots() {
        return roots;
    }
}
