package dev.ligature.internal.project;

import dev.ligature.internal.execute.DocumentSource;
import dev.ligature.internal.execute.Selection;
import dev.ligature.internal.execute.Together;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.Fragment;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.ProjectionCodec;
import dev.ligature.spi.ProjectionNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Binds the links of some rows. What a join has brought is bound at once; what is left, all of it where nothing is joined, is
 * loaded level by level, by one find per link, those of a level at the same time. Fragments that a find has loaded are shared by all rows.
 */
final class LinkWindow {
    private final ProjectionCodec<?> codec;
    private final DocumentSource source;
    private final ArrayDeque<Owner> owners = new ArrayDeque<>();
    private final Map<ProjectionNode, Map<Object, Fragment>> loaded = new HashMap<>();
    private Map<ProjectionNode.Edge, Wanted> wanted = new LinkedHashMap<>();

    LinkWindow(ProjectionCodec<?> codec, DocumentSource source, List<Row> rows) {
        this.codec = codec;
        this.source = source;
        rows.forEach(row -> add(row, row.root()));
    }

    /**
     * A fragment whose links are to be bound.
     *
     * @param row the row that has joined it; null where a find has loaded it, so that nothing is joined to it
     */
    private record Owner(Fragment fragment, @Nullable Row row) {
        @Nullable
        SideArray side(ProjectionNode node) {
            return row == null ? null : row.side(node);
        }
    }

    /** What is to be found at the other end of a link, and for whom. */
    private record Wanted(ProjectionNode.Edge edge, List<Owner> owners, Set<Object> ids, Referrers referrers) {
        static Wanted of(ProjectionNode.Edge edge) {
            return new Wanted(edge, new ArrayList<>(), new LinkedHashSet<>(), new Referrers(edge));
        }
    }

    /** Binds everything; completes when nothing is left to load. */
    Mono<Void> load() {
        return Mono.defer(() -> {
            for (Owner owner = owners.poll(); owner != null; owner = owners.poll()) {
                for (ProjectionNode.Edge edge : owner.fragment.node().edges()) {
                    follow(owner, edge);
                }
            }
            if (wanted.isEmpty()) {
                return Mono.empty();
            }
            Map<ProjectionNode.Edge, Wanted> level = wanted;
            wanted = new LinkedHashMap<>();
            return Together.send(level.values(), this::find)
                    .doOnNext(this::enter)
                    .then(Mono.fromRunnable(() -> level.values().forEach(this::bindAll)))
                    .then(load());
        });
    }

    private void add(@Nullable Row row, @Nullable Fragment fragment) {
        if (fragment != null && fragment.failure() == null && fragment.startLinking()) {
            owners.add(new Owner(fragment, row));
        }
    }

    private void follow(Owner owner, ProjectionNode.Edge edge) {
        SideArray side = owner.side(edge.target());
        if (edge.link().isBackLink()) {
            if (side == null) {
                want(edge, owner).ids.add(owner.fragment.id());
            } else {
                bindBack(owner, edge, side.referrers(edge, owner.fragment.id()), owner.row);
            }
            return;
        }
        Object stored = owner.fragment.stored(edge.slot());
        List<?> entries = stored instanceof List<?> list ? list : stored == null ? List.of() : List.of(stored);
        List<Object> unknown = new ArrayList<>();
        for (Object entry : entries) {
            boolean isJoined = side != null && !(entry instanceof OtherForm);
            if (!isJoined && target(owner, edge, entry) == null) {
                unknown.add(OtherForm.idOf(entry));
            }
        }
        if (unknown.isEmpty()) {
            bind(owner, edge);
        } else {
            want(edge, owner).ids.addAll(unknown);
        }
    }

    private Wanted want(ProjectionNode.Edge edge, Owner owner) {
        Wanted link = wanted.computeIfAbsent(edge, Wanted::of);
        link.owners.add(owner);
        return link;
    }

    /** The fragment at the other end of a stored link as far as it is known. */
    private @Nullable Fragment target(Owner owner, ProjectionNode.Edge edge, Object entry) {
        Object id = OtherForm.idOf(entry);
        SideArray side = owner.side(edge.target());
        Fragment joined = side == null ? null : side.find(id);
        if (joined != null) {
            add(owner.row, joined);
            return joined;
        }
        return loaded.getOrDefault(edge.target(), Map.of()).get(id);
    }

    private void bind(Owner owner, ProjectionNode.Edge edge) {
        Object stored = owner.fragment.stored(edge.slot());
        int index = owner.fragment.node().edges().indexOf(edge);
        if (!(stored instanceof List<?> entries)) {
            owner.fragment.bind(index, stored == null ? null : target(owner, edge, stored));
            return;
        }
        List<Fragment> targets = new ArrayList<>(entries.size());
        for (Object entry : entries) {
            Fragment target = target(owner, edge, entry);
            if (target != null) {
                targets.add(target);
            }
        }
        owner.fragment.bind(index, targets);
    }

    private void bindBack(Owner owner, ProjectionNode.Edge edge, List<Fragment> referrers, @Nullable Row row) {
        int index = owner.fragment.node().edges().indexOf(edge);
        owner.fragment.bind(index, Referrers.bound(owner.fragment, edge.link(), referrers));
        referrers.forEach(referrer -> add(row, referrer));
    }

    /** What a find came to. */
    private record Found(Wanted wanted, List<Fragment> fragments) {}

    private Mono<Found> find(Wanted wanted) {
        LinkType link = wanted.edge.link();
        Flux<Fragment> found = link.isBackLink()
                ? find(wanted, link.mirror().idPath(), link.owner())
                : find(wanted, "_id", link.target());
        return found.collectList().map(fragments -> new Found(wanted, fragments));
    }

    /** One after the other, whatever thread the reply comes on. */
    private void enter(Found found) {
        ProjectionNode.Edge edge = found.wanted.edge;
        if (edge.link().isBackLink()) {
            found.fragments.forEach(found.wanted.referrers::add);
            return;
        }
        Map<Object, Fragment> targets = loaded.computeIfAbsent(edge.target(), key -> new HashMap<>());
        for (Fragment fragment : found.fragments) {
            targets.put(fragment.id(), fragment);
            add(null, fragment);
        }
    }

    private void bindAll(Wanted wanted) {
        for (Owner owner : wanted.owners) {
            if (wanted.edge.link().isBackLink()) {
                bindBack(owner, wanted.edge, wanted.referrers.of(owner.fragment.id()), null);
            } else {
                bind(owner, wanted.edge);
            }
        }
    }

    /** The documents at the other end of a link whose field is among the ids. */
    private Flux<Fragment> find(Wanted wanted, String field, DocumentType<?> idType) {
        ProjectionNode node = wanted.edge.target();
        LinkType link = wanted.edge.link();
        Selection<Fragment> selection = Selection.of(
                Layout.fields(node), Fragment.class, source -> codec.read(node.index(), source, ExtraFields.SKIP));
        return Flux.fromIterable(wanted.ids).buffer(DocumentSource.IDS_PER_FIND).concatMap(ids -> {
            BsonArray values = DocumentCodec.encodeIds(idType, ids, link.toString());
            return source.find(
                    node.type(),
                    new BsonDocument(field, new BsonDocument("$in", values)),
                    selection,
                    (failure, stored) -> Fragment.damaged(node, stored, failure));
        });
    }
}
