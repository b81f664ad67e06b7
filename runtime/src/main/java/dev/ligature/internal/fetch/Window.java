package dev.ligature.internal.fetch;

import dev.ligature.internal.execute.DocumentCodecs;
import dev.ligature.internal.execute.DocumentSource;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Loads, level by level, what the graphs of some roots want: per level one find per target collection, each document once.
 * Roots do not share objects, so a document wanted by several is read once from the server and decoded for each.
 */
final class Window {
    /** Ids in one find: far below the 16 MB of a command for every kind of id. */
    private static final int IDS_PER_FIND = 50_000;

    private final DocumentCodecs codecs;
    private final DocumentSource source;
    private final List<Graph> graphs;
    private final Map<DocumentType<?>, Map<Object, Loaded>> loaded = new HashMap<>();
    private final Map<LinkType, Map<Object, List<Object>>> referrers = new HashMap<>();
    private List<Graph.Wanted> wanted = new ArrayList<>();
    private List<Graph.WantedReferrers> wantedReferrers = new ArrayList<>();

    Window(DocumentCodecs codecs, DocumentSource source, List<Graph> graphs) {
        this.codecs = codecs;
        this.source = source;
        this.graphs = graphs;
    }

    /** A document as stored, and once decoded until somebody claims that. */
    private static final class Loaded {
        static final Loaded MISSING = new Loaded(null, null);

        final @Nullable RawBsonDocument stored;

        @Nullable
        Object decoded;

        Loaded(@Nullable RawBsonDocument stored, @Nullable Object decoded) {
            this.stored = stored;
            this.decoded = decoded;
        }
    }

    void want(Graph.Wanted link) {
        wanted.add(link);
    }

    void want(Graph.WantedReferrers link) {
        wantedReferrers.add(link);
    }

    /** Grows the graphs to the end; completes when nothing is left to load. */
    Mono<Void> load() {
        return Mono.defer(() -> {
            graphs.forEach(graph -> graph.grow(this));
            if (wanted.isEmpty() && wantedReferrers.isEmpty()) {
                return Mono.empty();
            }
            List<Graph.Wanted> links = wanted;
            List<Graph.WantedReferrers> backLinks = wantedReferrers;
            wanted = new ArrayList<>();
            wantedReferrers = new ArrayList<>();
            return Flux.fromIterable(finds(links, backLinks))
                    .concatMap(this::run)
                    .then(Mono.fromRunnable(() -> {
                        links.forEach(link -> link.resolve(this));
                        backLinks.forEach(link -> link.resolve(this));
                    }))
                    .then(load());
        });
    }

    /** A document for one graph alone, or null when it does not exist. */
    @Nullable
    Object claim(DocumentType<?> type, Object id) {
        Loaded document = loadedOf(type).get(id);
        if (document == null || document.stored == null) {
            return null;
        }
        Object decoded = document.decoded;
        document.decoded = null;
        return decoded != null ? decoded : source.decode(type, document.stored);
    }

    /** The ids of the documents that refer to an id by the link that a back link mirrors. */
    List<Object> referrers(LinkType backLink, Object id) {
        return referrersOf(backLink).getOrDefault(id, List.of());
    }

    /** What is to be found in one collection. */
    private record Find(DocumentType<?> type, Set<Object> ids, Map<LinkType, Set<Object>> referred) {
        boolean isEmpty() {
            return ids.isEmpty() && referred.isEmpty();
        }
    }

    private List<Find> finds(List<Graph.Wanted> links, List<Graph.WantedReferrers> backLinks) {
        Map<DocumentType<?>, Find> finds = new LinkedHashMap<>();
        for (Graph.Wanted link : links) {
            DocumentType<?> type = link.edge().link().target();
            Find find = find(finds, type);
            if (!loadedOf(type).containsKey(link.id())) {
                find.ids.add(link.id());
            }
        }
        for (Graph.WantedReferrers link : backLinks) {
            LinkType backLink = link.edge().link();
            Find find = find(finds, backLink.target());
            if (!referrersOf(backLink).containsKey(link.id())) {
                find.referred
                        .computeIfAbsent(backLink, key -> new LinkedHashSet<>())
                        .add(link.id());
            }
        }
        List<Find> chunks = new ArrayList<>();
        finds.values().stream().filter(find -> !find.isEmpty()).forEach(find -> addChunks(find, chunks));
        return chunks;
    }

    private static Find find(Map<DocumentType<?>, Find> finds, DocumentType<?> type) {
        return finds.computeIfAbsent(type, key -> new Find(key, new LinkedHashSet<>(), new LinkedHashMap<>()));
    }

    /** One find for nearly every window; several when there are more ids than a command takes. */
    private static void addChunks(Find find, List<Find> chunks) {
        int size = find.ids.size()
                + find.referred.values().stream().mapToInt(Set::size).sum();
        if (size <= IDS_PER_FIND) {
            chunks.add(find);
            return;
        }
        for (Set<Object> ids : chunks(find.ids)) {
            chunks.add(new Find(find.type, ids, Map.of()));
        }
        find.referred.forEach((link, ids) -> {
            for (Set<Object> some : chunks(ids)) {
                chunks.add(new Find(find.type, Set.of(), Map.of(link, some)));
            }
        });
    }

    private static List<Set<Object>> chunks(Set<Object> ids) {
        List<Set<Object>> chunks = new ArrayList<>();
        Set<Object> chunk = new LinkedHashSet<>();
        for (Object id : ids) {
            chunk.add(id);
            if (chunk.size() == IDS_PER_FIND) {
                chunks.add(chunk);
                chunk = new LinkedHashSet<>();
            }
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }

    private Mono<Void> run(Find find) {
        return Mono.defer(() -> {
            Map<Object, Loaded> documents = loadedOf(find.type);
            find.ids.forEach(id -> documents.putIfAbsent(id, Loaded.MISSING));
            find.referred.forEach(
                    (link, ids) -> ids.forEach(id -> referrersOf(link).put(id, new ArrayList<>())));
            DocumentCodec<Object> codec = codecs.of(find.type);
            return source.find(find.type, filter(find))
                    .doOnNext(stored -> enter(find, codec, documents, stored))
                    .then();
        });
    }

    private static BsonDocument filter(Find find) {
        BsonArray alternatives = new BsonArray();
        if (!find.ids.isEmpty()) {
            alternatives.add(in("_id", find.type, find.ids, find.type + "." + find.type.idMember()));
        }
        find.referred.forEach(
                (link, ids) -> alternatives.add(in(link.mirror().idPath(), link.owner(), ids, link.toString())));
        return alternatives.size() == 1 ? alternatives.get(0).asDocument() : new BsonDocument("$or", alternatives);
    }

    private static BsonDocument in(String field, DocumentType<?> type, Set<Object> ids, String user) {
        BsonArray values = new BsonArray(ids.size());
        for (Object id : ids) {
            values.add(DocumentCodec.encodeId(type, id, user));
        }
        return new BsonDocument(field, new BsonDocument("$in", values));
    }

    private void enter(Find find, DocumentCodec<Object> codec, Map<Object, Loaded> documents, RawBsonDocument stored) {
        Object document = source.decode(find.type, stored);
        Object id = codec.idOf(document);
        if (id == null) {
            throw new IllegalStateException("a stored " + find.type + " without _id");
        }
        Loaded known = documents.get(id);
        if (known == null || known.stored == null) {
            documents.put(id, new Loaded(stored, document));
        }
        find.referred.forEach((link, ids) -> {
            Map<Object, List<Object>> referred = new HashMap<>();
            Side.addReferrer(referred, codec, link.mirror(), document, id);
            referred.keySet().stream().filter(ids::contains).forEach(target -> referrersOf(link)
                    .computeIfAbsent(target, key -> new ArrayList<>())
                    .add(id));
        });
    }

    private Map<Object, Loaded> loadedOf(DocumentType<?> type) {
        return loaded.computeIfAbsent(type, key -> new HashMap<>());
    }

    private Map<Object, List<Object>> referrersOf(LinkType link) {
        return referrers.computeIfAbsent(link, key -> new HashMap<>());
    }
}
