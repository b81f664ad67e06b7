package dev.ligature.internal.fetch;

import dev.ligature.DanglingLinkException;
import dev.ligature.DocumentReadException;
import dev.ligature.internal.BackLinkFailure;
import dev.ligature.internal.Excerpt;
import dev.ligature.internal.IdOrder;
import dev.ligature.internal.LinkAccess;
import dev.ligature.internal.LinkList;
import dev.ligature.internal.execute.DocumentCodecs;
import dev.ligature.internal.plan.FetchNode;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.repository.MissingTargets;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.LinkType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One root and all that is fetched with it. Within it one document is one object. The graph is grown first: links are followed
 * to documents that are known, that a join has brought or that a {@link Window} has loaded, and what is not here yet is asked
 * of the window. When nothing is left to ask, {@link #finish} binds every reference at once, so that cycles close and records
 * are copied, where that must be, before anybody refers to them.
 */
final class Graph {
    private final DocumentCodecs codecs;
    private final Node root;
    private final List<Side> sides;
    private final Map<DocumentType<?>, Map<Object, Node>> nodes = new HashMap<>(4);
    private final ArrayDeque<Task> tasks = new ArrayDeque<>();
    private final List<Binding> bindings = new ArrayList<>();
    private final List<BackBinding> backBindings = new ArrayList<>();
    private @Nullable DocumentReadException failure;

    /**
     * Follow the links of a fetch node from a document.
     *
     * @param isJoined whether joins started from the document, so that what they did not bring is not there
     */
    private record Task(Node node, FetchNode fetch, boolean isJoined) {}

    /** A reference and what it is bound to: null for missing. */
    private record Binding(
            Node owner, LinkType link, Ref<?> ref, @Nullable Node target) {}

    private record BackBinding(Node owner, LinkType link, List<Node> referrers) {}

    /** A reference whose target the window must load. */
    record Wanted(Graph graph, Node owner, FetchNode.Edge edge, Ref<?> ref, Object id) {
        void resolve(Window window) {
            Object document = window.claim(edge.link().target(), id);
            if (document instanceof DocumentReadException unread) {
                graph.fail(unread);
                return;
            }
            graph.bind(
                    owner,
                    edge,
                    ref,
                    document == null ? null : graph.node(edge.link().target(), id, document));
        }
    }

    /** A back link whose referrers the window must load. */
    record WantedReferrers(Graph graph, Node owner, FetchNode.Edge edge, Object id) {
        void resolve(Window window) {
            DocumentReadException unread = window.unreadReferrer(edge.link(), id);
            if (unread != null) {
                graph.fail(unread);
                return;
            }
            List<Node> referrers = new ArrayList<>();
            DocumentType<?> type = edge.link().target();
            for (Object referrerId : window.referrers(edge.link(), id)) {
                Node known = graph.find(type, referrerId);
                if (known == null) {
                    Object document = window.claim(type, referrerId);
                    known = document == null ? null : graph.node(type, referrerId, document);
                }
                if (known != null) {
                    referrers.add(known);
                }
            }
            graph.bindBack(owner, edge, referrers);
        }
    }

    Graph(DocumentCodecs codecs, DocumentType<?> type, List<LinkType> sideLinks, Root root, FetchNode fetch) {
        this.codecs = codecs;
        DocumentCodec<Object> codec = codecs.of(type);
        if (root.document() instanceof DocumentReadException unread) {
            this.root = new Node(codec, null, unread);
            this.sides = List.of();
            this.failure = unread;
            return;
        }
        this.root = new Node(codec, codec.idOf(root.document()), root.document());
        this.sides = new ArrayList<>(root.sides().size());
        for (int i = 0; i < root.sides().size(); i++) {
            List<Object> documents = root.sides().get(i);
            LinkType link = sideLinks.get(i);
            sides.add(new Side(link, codecs.of(link.target()), documents == null ? List.of() : documents));
        }
        if (this.root.id != null) {
            nodesOf(type).put(this.root.id, this.root);
        }
        follow(this.root, fetch, true);
    }

    /** Follows links as far as documents are here; what is not is asked of the window. */
    void grow(Window window) {
        for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
            for (FetchNode.Edge edge : task.fetch.edges()) {
                grow(task.node, edge, task.isJoined ? side(edge) : null, window);
            }
        }
    }

    private void grow(Node owner, FetchNode.Edge edge, @Nullable Side side, Window window) {
        if (edge.link().isBackLink()) {
            growBack(owner, edge, side, window);
            return;
        }
        Object value = owner.codec.link(owner.document, edge.link().index());
        if (value instanceof Ref<?> ref) {
            grow(owner, edge, ref, side, window);
        } else if (value instanceof List<?> list) {
            for (Object entry : list instanceof LinkList<?> links ? links.stored() : list) {
                if (entry instanceof Ref<?> ref) { // a stored null is none
                    grow(owner, edge, ref, side, window);
                }
            }
        }
    }

    private void grow(Node owner, FetchNode.Edge edge, Ref<?> ref, @Nullable Side side, Window window) {
        DocumentType<?> type = edge.link().target();
        Object id = ref.id();
        if (ref.isFetched()) { // fetched before, or new: go on from there
            Object document = ref.get();
            Node known = id == null ? null : find(type, id);
            Node target = known != null ? known : enter(new Node(codecs.of(type), id, document), type);
            follow(target, edge.node(), isJoined(target, edge));
            return;
        }
        if (id == null || ref.isMissing()) {
            return;
        }
        Node known = find(type, id);
        if (known != null) {
            bind(owner, edge, ref, known);
            return;
        }
        if (side != null) {
            Object document = side.find(id);
            if (document != null || LinkAccess.refs().isStoredAsDeclared(ref)) {
                bind(owner, edge, ref, document == null ? null : node(type, id, document));
                return;
            }
        }
        window.want(new Wanted(this, owner, edge, ref, id));
    }

    private void growBack(Node owner, FetchNode.Edge edge, @Nullable Side side, Window window) {
        if (owner.id == null) { // a new document: nobody refers to it
            bindBack(owner, edge, List.of());
            return;
        }
        if (side == null) {
            window.want(new WantedReferrers(this, owner, edge, owner.id));
            return;
        }
        DocumentType<?> type = edge.link().target();
        DocumentCodec<Object> codec = codecs.of(type);
        Set<Node> referrers = new LinkedHashSet<>(); // a server may join a document once per entry that matches
        for (Object document : side.referrers(owner.id)) {
            Object id = codec.idOf(document);
            if (id != null) {
                Node known = find(type, id);
                referrers.add(known != null ? known : node(type, id, document));
            }
        }
        bindBack(owner, edge, new ArrayList<>(referrers));
    }

    private void bind(Node owner, FetchNode.Edge edge, Ref<?> ref, @Nullable Node target) {
        bindings.add(new Binding(owner, edge.link(), ref, target));
        if (target != null) {
            follow(target, edge.node(), isJoined(target, edge));
        }
    }

    private void bindBack(Node owner, FetchNode.Edge edge, List<Node> referrers) {
        referrers.sort(
                Comparator.comparing(node -> node.id, new IdOrder(edge.link().target())));
        backBindings.add(new BackBinding(owner, edge.link(), referrers));
        for (Node referrer : referrers) {
            follow(referrer, edge.node(), isJoined(referrer, edge));
        }
    }

    private void follow(Node node, FetchNode fetch, boolean isJoined) {
        if (failure == null && !fetch.isLeaf() && node.startFetching(fetch)) {
            tasks.add(new Task(node, fetch, isJoined));
        }
    }

    /** Goes no further: what has been read is not given out without what was asked for and cannot be read. */
    private void fail(DocumentReadException unread) {
        if (failure == null) {
            failure = unread;
            tasks.clear();
        }
    }

    /** What a join brought through a link, or null where none did. */
    private @Nullable Side side(FetchNode.Edge edge) {
        return edge.isJoined() && edge.side() < sides.size() ? sides.get(edge.side()) : null;
    }

    /** Whether a join brought a document through a link, so that the next one went on from it. */
    private boolean isJoined(Node node, FetchNode.Edge edge) {
        Side side = edge.node().isLeaf() ? null : side(edge);
        return side != null && node.id != null && side.find(node.id) != null;
    }

    private @Nullable Node find(DocumentType<?> type, Object id) {
        return nodesOf(type).get(id);
    }

    /** The node of a document that has just been read; the first object of an id stays the only one. */
    private Node node(DocumentType<?> type, Object id, Object document) {
        return nodesOf(type).computeIfAbsent(id, key -> new Node(codecs.of(type), key, document));
    }

    private Node enter(Node node, DocumentType<?> type) {
        if (node.id != null) {
            nodesOf(type).put(node.id, node);
        }
        return node;
    }

    private Map<Object, Node> nodesOf(DocumentType<?> type) {
        return nodes.computeIfAbsent(type, key -> new HashMap<>());
    }

    /**
     * Binds everything.
     *
     * @return the root, another object than before where a record had to be copied
     */
    Object finish(MissingTargets missing) {
        if (failure != null) {
            throw failure;
        }
        List<Runnable> references = new ArrayList<>(backBindings.size());
        for (BackBinding binding : backBindings) {
            putReferrers(binding, references);
        }
        references.forEach(Runnable::run);
        LinkAccess.Refs refs = LinkAccess.refs();
        List<Binding> dangling = new ArrayList<>(0);
        for (Binding binding : bindings) {
            if (binding.target != null) {
                refs.bind(binding.ref, binding.target.document);
            } else {
                refs.bindMissing(binding.ref);
                dangling.add(binding);
            }
        }
        applyMissing(dangling, missing);
        return root.document;
    }

    /** Puts unbound back references into their members; they are bound when every record has been copied. */
    private static void putReferrers(BackBinding binding, List<Runnable> references) {
        Node owner = binding.owner;
        LinkType link = binding.link;
        if (link.isList()) {
            List<BackRef<Object>> refs = new ArrayList<>(binding.referrers.size());
            for (Node referrer : binding.referrers) {
                refs.add(reference(link, referrer, references));
            }
            putList(owner, link, refs);
            return;
        }
        if (binding.referrers.size() > 1) {
            throw BackLinkFailure.ambiguous(
                    owner, link, binding.referrers.stream().map(node -> node.id).toList());
        }
        if (binding.referrers.isEmpty() && link.shape() == LinkShape.OPTIONAL) {
            owner.document = owner.codec.withLink(owner.document, link.index(), null);
            return;
        }
        Object held = owner.codec.link(owner.document, link.index());
        BackRef<?> ref = held instanceof BackRef<?> present
                ? present
                : LinkAccess.backRefs().unfetched(link);
        if (held != ref) {
            owner.document = owner.codec.withLink(owner.document, link.index(), ref);
        }
        if (binding.referrers.isEmpty()) {
            LinkAccess.backRefs().bindMissing(ref);
        } else {
            Node referrer = binding.referrers.get(0);
            references.add(() -> LinkAccess.backRefs().bind(ref, referrer.document));
        }
    }

    private static BackRef<Object> reference(LinkType link, Node referrer, List<Runnable> references) {
        BackRef<Object> ref = LinkAccess.backRefs().unfetched(link);
        references.add(() -> LinkAccess.backRefs().bind(ref, referrer.document));
        return ref;
    }

    @SuppressWarnings("unchecked") // a list back link holds back references
    private static void putList(Node owner, LinkType link, List<BackRef<Object>> refs) {
        if (owner.codec.link(owner.document, link.index()) instanceof LinkList<?> list) {
            ((LinkList<BackRef<Object>>) list).bind(refs);
            return;
        }
        LinkList<BackRef<Object>> list = new LinkList<>();
        list.bind(refs);
        owner.document = owner.codec.withLink(owner.document, link.index(), list);
    }

    /** Each list is looked at once, when all its references are bound. */
    private static void applyMissing(List<Binding> dangling, MissingTargets missing) {
        if (missing == MissingTargets.KEEP || dangling.isEmpty()) {
            return;
        }
        if (missing == MissingTargets.FAIL) {
            Binding first = dangling.get(0);
            throw new DanglingLinkException(first.owner + ": " + first.link + " points to the " + first.link.target()
                    + " " + Excerpt.of(first.ref.id()) + ", which does not exist.");
        }
        Set<LinkList<?>> lists = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Binding binding : dangling) {
            if (binding.owner.codec.link(binding.owner.document, binding.link.index()) instanceof LinkList<?> list) {
                lists.add(list);
            }
        }
        lists.forEach(list -> list.hide(entry -> entry instanceof Ref<?> ref && ref.isMissing()));
    }
}
