package dev.ligature.internal.write;

import dev.ligature.internal.LinkAccess;
import dev.ligature.internal.LinkList;
import dev.ligature.internal.execute.DocumentCodecs;
import dev.ligature.link.Ref;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The documents in memory that a write reaches: the roots, and what they link to as far as it is fetched or new. Each object is
 * in it once. Walked without recursion, so chains may be long.
 */
final class WriteGraph {
    private final DocumentCodecs codecs;
    private final IdentityHashMap<Object, Entry> known = new IdentityHashMap<>();
    private final List<Entry> targetsFirst = new ArrayList<>();
    private final List<Entry> roots = new ArrayList<>();

    /** A document to be written. */
    static final class Entry {
        final DocumentCodec<Object> codec;
        final boolean isRoot;
        final boolean isNew;
        private final List<Ref<?>> references = new ArrayList<>(1);
        private final List<Entry> targets = new ArrayList<>();
        /** The version that was read; negative for a document without versions. */
        final long version;

        private final Object original;
        private Object document;
        private boolean visited;

        private Entry(DocumentCodec<Object> codec, Object document, boolean isRoot) {
            this.codec = codec;
            this.original = document;
            this.document = document;
            this.isRoot = isRoot;
            this.isNew = codec.idOf(document) == null;
            DocumentType.VersionType<Object> versionType = codec.type().version();
            this.version = versionType == null ? -1 : versionType.reader().applyAsLong(document);
        }

        Object document() {
            return document;
        }

        /** Puts another object in the document's place, also where references lead to it. */
        private void become(Object other) {
            if (other != document) {
                document = other;
                references.forEach(reference -> LinkAccess.refs().bind(reference, other));
            }
        }

        DocumentType<?> type() {
            return codec.type();
        }

        boolean linksToItsOwnType() {
            for (Entry target : targets) {
                if (target.type() == type()) {
                    return true;
                }
            }
            return false;
        }

        List<Entry> targets() {
            return targets;
        }
    }

    private record Visit(Entry entry, Iterator<Ref<?>> references) {}

    private WriteGraph(DocumentCodecs codecs) {
        this.codecs = codecs;
    }

    /** Walks from the roots; with {@code follow} false only the roots are in the graph. */
    static WriteGraph of(DocumentCodecs codecs, DocumentType<?> type, List<?> roots, boolean follow) {
        WriteGraph graph = new WriteGraph(codecs);
        DocumentCodec<Object> codec = codecs.of(type);
        for (Object root : roots) { // all roots first: one that another links to is written as a root
            graph.roots.add(graph.known.computeIfAbsent(root, document -> new Entry(codec, document, true)));
        }
        if (follow) {
            graph.roots.forEach(graph::walk);
        } else {
            graph.roots.stream().distinct().forEach(graph.targetsFirst::add);
        }
        return graph;
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
            DocumentType<?> type = DocumentType.of(reference.get());
            Entry target =
                    known.computeIfAbsent(reference.get(), document -> new Entry(codecs.of(type), document, false));
            target.references.add(reference);
            visit.entry.targets.add(target);
            enter(target, path);
        }
    }

    private void enter(Entry entry, Deque<Visit> path) {
        if (!entry.visited) {
            entry.visited = true;
            path.push(new Visit(entry, inMemory(entry).iterator()));
        }
    }

    /** The references of a document whose targets are in memory. */
    private static List<Ref<?>> inMemory(Entry entry) {
        List<Ref<?>> references = new ArrayList<>();
        for (LinkType link : entry.type().links()) {
            if (link.isBackLink()) {
                continue;
            }
            Object value = entry.codec.link(entry.document, link.index());
            if (value instanceof List<?> list) {
                for (Object each : list instanceof LinkList<?> links ? links.stored() : list) {
                    addInMemory(each, references);
                }
            } else {
                addInMemory(value, references);
            }
        }
        return references;
    }

    private static void addInMemory(@Nullable Object value, List<Ref<?>> references) {
        if (value instanceof Ref<?> reference && reference.isFetched()) {
            references.add(reference);
        }
    }

    /** Gives new documents ids; references to records are bound to the copies. */
    void identify() {
        for (Entry entry : targetsFirst) {
            entry.become(entry.codec.identified(entry.document));
        }
    }

    /** Gives new documents ids and all documents their next version; references to records are bound to the copies. */
    void identify(ToLongFunction<Entry> nextVersion) {
        for (Entry entry : targetsFirst) {
            Object changed = entry.codec.identified(entry.document);
            if (entry.version >= 0) {
                changed = entry.codec.withVersion(changed, nextVersion.applyAsLong(entry));
            }
            entry.become(changed);
        }
    }

    /** Leaves the documents as they were before {@link #identify}. */
    void takeIdsBack() {
        for (Entry entry : targetsFirst) {
            takeVersionBack(entry);
            if (entry.isNew) {
                entry.codec.withId(entry.document, null); // of a class document; a record's copy is dropped
            }
            entry.become(entry.original);
        }
    }

    /** Leaves a document that was not written with the version that it had. */
    static void takeVersionBack(Entry entry) {
        if (entry.version >= 0) {
            entry.become(entry.codec.withVersion(entry.document, entry.version));
        }
    }

    /** All documents, targets before those that link to them as far as there are no cycles. */
    List<Entry> targetsFirst() {
        return targetsFirst;
    }

    /** The roots in their order; a root given twice is there twice. */
    List<Entry> roots() {
        return roots;
    }
}
