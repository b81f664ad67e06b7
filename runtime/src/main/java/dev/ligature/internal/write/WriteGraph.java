// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.internal.LinkAccess;
import dev.ligature.internal.load.DocumentCodecs;
import dev.ligature.internal.load.HeldRefs;
import dev.ligature.link.Ref;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The documents in memory that a write reaches: the roots, and what they link to if it is fetched or new. Each object
 * is in it once. Walked without recursion, so chains may be long.
 */
final class WriteGraph {
    private final DocumentCodecs codecs;
    private final Map<DocumentType<?>, OfType> types = new HashMap<>();
    private final Map<Class<?>, OfType> byClass = new HashMap<>();
    private final IdentityHashMap<Object, Entry> known;
    private final List<Entry> targetsFirst = new ArrayList<>();
    private final List<Entry> roots = new ArrayList<>();

    /** What the documents of a type have in common; for a sealed type, those of all types that it permits. */
    static final class OfType {
        private final DocumentCodec<Object> codec;
        private final DocumentType.@Nullable VersionType<Object> version;
        private final List<LinkType> links;
        /** The other types of the documents here to which documents of this one link. */
        private final Set<OfType> targets = new LinkedHashSet<>();

        private OfType(DocumentCodec<Object> codec) {
            this.codec = codec;
            this.version = codec.type().version();
            this.links = StoredLinks.of(codec.type());
        }

        Set<OfType> targets() {
            return targets;
        }
    }

    /** A document to be written. */
    static final class Entry {
        final boolean isRoot;
        final boolean isNew;
        /** The version that was read; negative for a document without versions. */
        final long version;

        private final OfType ofType;
        private final Object original;
        private Object document;
        private @Nullable Ref<?> reference;
        private List<Ref<?>> moreReferences = List.of();
        private boolean visited;
        private boolean linksToItsOwnType;
        private boolean written;

        private Entry(OfType ofType, Object document, boolean isRoot) {
            this.ofType = ofType;
            this.original = document;
            this.document = document;
            this.isRoot = isRoot;
            this.isNew = ofType.codec.idOf(document) == null;
            this.version = ofType.version == null ? -1 : ofType.version.reader().applyAsLong(document);
        }

        Object document() {
            return document;
        }

        DocumentCodec<Object> codec() {
            return ofType.codec;
        }

        /** The type that stands for all documents of the collection. */
        DocumentType<?> type() {
            return ofType.codec.type();
        }

        /** The type of the document itself. */
        DocumentType<?> ownType() {
            return ofType.codec.typeOf(document);
        }

        OfType ofType() {
            return ofType;
        }

        boolean linksToItsOwnType() {
            return linksToItsOwnType;
        }

        void becomeWritten() {
            written = true;
        }

        boolean isWritten() {
            return written;
        }

        private void linksTo(OfType target) {
            if (target == ofType) {
                linksToItsOwnType = true;
            } else {
                ofType.targets.add(target);
            }
        }

        /** Most documents are referred to once. */
        private void addReference(Ref<?> added) {
            if (reference == null) {
                reference = added;
            } else {
                moreReferences = moreReferences.isEmpty() ? new ArrayList<>() : moreReferences;
                moreReferences.add(added);
            }
        }

        /** Puts another object in the document's place, also in references that lead to it. */
        private void become(Object other) {
            if (other != document) {
                document = other;
                if (reference != null) {
                    LinkAccess.REFS.get().bind(reference, other);
                    moreReferences.forEach(each -> LinkAccess.REFS.get().bind(each, other));
                }
            }
        }

        /** Restores the version of a document that was not written. */
        void takeVersionBack() {
            if (version >= 0) {
                become(ofType.codec.withVersion(document, version));
            }
        }
    }

    private record Visit(Entry entry, Iterator<Ref<?>> references) {}

    /** @param expected how many documents there may be: a table that grows is filled again each time */
    private WriteGraph(DocumentCodecs codecs, int expected) {
        this.codecs = codecs;
        this.known = new IdentityHashMap<>(expected);
    }

    /** Walks from the roots; with {@code follow} false only the roots are in the graph. */
    static WriteGraph of(DocumentCodecs codecs, DocumentType<?> type, List<?> roots, boolean follow) {
        WriteGraph graph = new WriteGraph(codecs, follow ? withLinks(codecs.of(type.root()), roots) : roots.size());
        OfType ofType = graph.of(type);
        for (Object root : roots) { // all roots first: one that another links to is written as a root
            graph.roots.add(graph.entry(ofType, root, true));
        }
        if (follow) {
            graph.roots.forEach(graph::walk);
        } else {
            graph.roots.stream().distinct().forEach(graph.targetsFirst::add);
        }
        return graph;
    }

    /** The roots and what they link to themselves: of most graphs that are large, this is all. */
    private static int withLinks(DocumentCodec<Object> codec, List<?> roots) {
        List<LinkType> links = StoredLinks.of(codec.type());
        int documents = roots.size();
        for (Object root : roots) {
            for (LinkType link : links) {
                documents += codec.link(root, link.index()) instanceof List<?> list ? list.size() : 1;
            }
        }
        return documents;
    }

    /** What the documents of a collection have in common, whichever of its types they have. */
    private OfType of(DocumentType<?> type) {
        return types.computeIfAbsent(type.root(), key -> new OfType(codecs.of(key)));
    }

    private Entry entry(OfType ofType, Object document, boolean isRoot) {
        Entry entry = known.get(document);
        if (entry == null) {
            entry = new Entry(ofType, document, isRoot);
            known.put(document, entry);
        }
        return entry;
    }

    private void walk(Entry root) {
        Deque<Visit> path = new ArrayDeque<>();
        enter(root, path);
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (!visit.references.hasNext()) {
                targetsFirst.add(visit.entry);
                path.pop();
                continue;
            }
            Ref<?> reference = visit.references.next();
            Object document = reference.get();
            OfType ofType = byClass.computeIfAbsent(document.getClass(), key -> of(DocumentType.of(key)));
            Entry target = entry(ofType, document, false);
            target.addReference(reference);
            visit.entry.linksTo(ofType);
            enter(target, path);
        }
    }

    private void enter(Entry entry, Deque<Visit> path) {
        if (entry.visited) {
            return;
        }
        entry.visited = true;
        if (entry.ofType.links.isEmpty()) {
            targetsFirst.add(entry);
        } else {
            path.push(new Visit(entry, inMemory(entry).iterator()));
        }
    }

    /** The references of a document whose targets are in memory. */
    private static List<Ref<?>> inMemory(Entry entry) {
        List<Ref<?>> references = new ArrayList<>();
        for (LinkType link : entry.ofType.links) {
            HeldRefs.forEach(entry.ofType.codec.link(entry.document, link.index()), reference -> {
                if (reference.isFetched()) {
                    references.add(reference);
                }
            });
        }
        return references;
    }

    /** Gives new documents ids. References to records are bound to the copies. */
    void identify() {
        for (Entry entry : targetsFirst) {
            entry.become(entry.ofType.codec.identified(entry.document));
        }
    }

    /** Gives new documents ids and all documents their next version. References to records are bound to the copies. */
    void identify(ToLongFunction<Entry> nextVersion) {
        for (Entry entry : targetsFirst) {
            Object changed = entry.ofType.codec.identified(entry.document);
            if (entry.version >= 0) {
                changed = entry.ofType.codec.withVersion(changed, nextVersion.applyAsLong(entry));
            }
            entry.become(changed);
        }
    }

    /** Restores the documents as they were before {@link #identify}. */
    void takeIdsBack() {
        for (Entry entry : targetsFirst) {
            entry.takeVersionBack();
            if (entry.isNew) {
                entry.ofType.codec.withId(entry.document, null); // of a class document; a record's copy is dropped
            }
            entry.become(entry.original);
        }
    }

    /** All documents, targets before those that link to them if there are no cycles. */
    List<Entry> targetsFirst() {
        return targetsFirst;
    }

    /** The roots in their order. A root that is given twice is there twice. */
    List<Entry> roots() {
        return roots;
    }
}
