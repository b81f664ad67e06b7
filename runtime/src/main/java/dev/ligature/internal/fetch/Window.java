package dev.ligature.internal.fetch;

import dev.ligature.DocumentReadException;
import dev.ligature.internal.DeclaredForm;
import dev.ligature.internal.execute.DocumentCodecs;
import dev.ligature.internal.execute.DocumentSource;
import dev.ligature.internal.execute.StoredDocument;
import dev.ligature.internal.execute.Together;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Loads, level by level, what the graphs of some roots want: per level one find per target collection, at the same time, each
 * document once. Roots do not share objects, so a document wanted by several is read once from the server and decoded for each.
 */
final class Window {
    private final DocumentCodecs codecs;
    private final DocumentSource source;
    private final List<Graph> graphs;
    /** Null for a document that does not exist. */
    private final Map<DocumentType<?>, Map<Object, @Nullable Loaded>> loaded = new HashMap<>();

    private final Map<LinkType, Map<Object, List<Object>>> referrers = new HashMap<>();
    private final Map<LinkType, Map<Object, DocumentReadException>> unreadReferrers = new HashMap<>();
    /** Of the roots and of all that is loaded for them, as stored. */
    private long bytes;

    private List<Graph.Wanted> wanted = new ArrayList<>();
    private List<Graph.WantedReferrers> wantedReferrers = new ArrayList<>();

    /** @param bytes of the roots, as stored; 0 where that is not known */
    Window(DocumentCodecs codecs, DocumentSource source, List<Graph> graphs, long bytes) {
        this.codecs = codecs;
        this.source = source;
        this.graphs = graphs;
        this.bytes = bytes;
    }

    void want(Graph.Wanted link) {
        wanted.add(link);
    }

    void want(Graph.WantedReferrers link) {
        wantedReferrers.add(link);
    }

    /** Grows the graphs to the end and emits them when nothing is left to load. */
    Mono<List<Graph>> load(WindowSize size) {
        return load().then(Mono.fromSupplier(() -> {
            size.learn(graphs.size(), bytes);
            return graphs;
        }));
    }

    private Mono<Void> load() {
        return Mono.defer(() -> {
            graphs.forEach(graph -> graph.grow(this));
            if (wanted.isEmpty() && wantedReferrers.isEmpty()) {
                return Mono.empty();
            }
            List<Graph.Wanted> links = wanted;
            List<Graph.WantedReferrers> backLinks = wantedReferrers;
            wanted = new ArrayList<>();
            wantedReferrers = new ArrayList<>();
            return Together.send(finds(links, backLinks), this::run)
                    .doOnNext(this::enter)
                    .then(Mono.fromRunnable(() -> {
                        links.forEach(link -> link.resolve(this));
                        backLinks.forEach(link -> link.resolve(this));
                    }))
                    .then(load());
        });
    }

    /** A document for one graph alone, the failure of one that cannot be read, or null when it does not exist. */
    @Nullable
    Object claim(DocumentType<?> type, Object id) {
        Loaded document = loadedOf(type).get(id);
        return document == null ? null : document.claim(type, source);
    }

    /** The ids of the documents that refer to an id by the link that a back link mirrors. */
    List<Object> referrers(LinkType backLink, Object id) {
        return referrersOf(backLink).getOrDefault(id, List.of());
    }

    /** Why one of the documents that refer to an id cannot be read, or null where all can. */
    @Nullable
    DocumentReadException unreadReferrer(LinkType backLink, Object id) {
        return unreadReferrersOf(backLink).get(id);
    }

    /** The finds of a level, the largest first: the last one sent is waited for as well. */
    private List<TargetFind> finds(List<Graph.Wanted> links, List<Graph.WantedReferrers> backLinks) {
        Map<DocumentType<?>, TargetFind> finds = new LinkedHashMap<>();
        for (Graph.Wanted link : links) {
            DocumentType<?> type = link.edge().link().target();
            if (isToBeLoaded(type, link.id())) {
                finds.computeIfAbsent(type, TargetFind::new).add(link.id());
            }
        }
        for (Graph.WantedReferrers link : backLinks) {
            LinkType backLink = link.edge().link();
            if (!referrersOf(backLink).containsKey(link.id())) {
                finds.computeIfAbsent(backLink.target(), TargetFind::new).addReferred(backLink, link.id());
            }
        }
        return finds.values().stream()
                .map(TargetFind::chunks)
                .flatMap(Collection::stream)
                .sorted(Comparator.comparingInt(TargetFind::size).reversed())
                .toList();
    }

    private boolean isToBeLoaded(DocumentType<?> type, Object id) {
        Map<Object, @Nullable Loaded> documents = loadedOf(type);
        Loaded known = documents.get(id);
        return known == null ? !documents.containsKey(id) : known.isUsedUp();
    }

    /** What a find came to. */
    private record Found(TargetFind find, List<StoredDocument> documents) {}

    private Mono<Found> run(TargetFind find) {
        return source.find(find.type(), find.filter(), find::isShared)
                .collectList()
                .map(documents -> new Found(find, documents));
    }

    /** One after the other, whatever thread the reply comes on. */
    private void enter(Found found) {
        TargetFind find = found.find;
        Map<Object, @Nullable Loaded> documents = loadedOf(find.type());
        find.ids().forEach(id -> documents.put(id, null));
        find.referred()
                .forEach((link, ids) -> ids.forEach(id -> referrersOf(link).put(id, new ArrayList<>())));
        DocumentCodec<Object> codec = codecs.of(find.type());
        for (StoredDocument stored : found.documents) {
            bytes += stored.size();
            DocumentReadException unread = stored.failure();
            if (unread != null) {
                enter(find, stored, unread);
                continue;
            }
            Object document = stored.document();
            Object id = Objects.requireNonNull(codec.idOf(document), "a document that was read has an id");
            find.referred().forEach((link, ids) -> enter(link, ids, codec, document, id));
            Loaded known = documents.get(id);
            if (known == null || known.isUsedUp()) {
                documents.put(id, new Loaded(stored));
            }
        }
    }

    /** One that cannot be read keeps from being given out the roots alone that want it. */
    private void enter(TargetFind find, StoredDocument stored, DocumentReadException unread) {
        Object id = unread.id().orElse(null);
        boolean isWanted = id != null && find.ids().contains(id);
        if (isWanted) {
            loadedOf(find.type()).put(id, new Loaded(stored));
        }
        BsonDocument document = new RawBsonDocument(Objects.requireNonNull(stored.bytes(), "kept of damaged ones"));
        for (Map.Entry<LinkType, Set<Object>> referred : find.referred().entrySet()) {
            LinkType link = referred.getKey();
            for (Object target : DeclaredForm.readableIds(link.mirror(), document)) {
                if (referred.getValue().contains(target)) {
                    unreadReferrersOf(link).putIfAbsent(target, unread);
                    isWanted = true;
                }
            }
        }
        if (!isWanted) {
            throw unread; // by whom does not show
        }
    }

    private void enter(LinkType backLink, Set<Object> ids, DocumentCodec<Object> codec, Object document, Object id) {
        Map<Object, List<Object>> referred = new HashMap<>();
        Side.addReferrer(referred, codec, backLink.mirror(), document, id);
        for (Object target : referred.keySet()) {
            if (ids.contains(target)) {
                referrersOf(backLink)
                        .computeIfAbsent(target, key -> new ArrayList<>())
                        .add(id);
            }
        }
    }

    private Map<Object, @Nullable Loaded> loadedOf(DocumentType<?> type) {
        return loaded.computeIfAbsent(type, key -> new HashMap<>());
    }

    private Map<Object, DocumentReadException> unreadReferrersOf(LinkType link) {
        return unreadReferrers.computeIfAbsent(link, key -> new HashMap<>());
    }

    private Map<Object, List<Object>> referrersOf(LinkType link) {
        return referrers.computeIfAbsent(link, key -> new HashMap<>());
    }
}
