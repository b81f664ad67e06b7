// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.DocumentReadException;
import dev.ligature.internal.plan.FetchNode;
import dev.ligature.internal.stored.IdOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One root and everything that is fetched with it. Within it, one document is one object. First the graph grows: links
 * are followed to documents that are known, that a join has brought, or that a {@link Window} has loaded. What is not
 * here yet is requested from the window. When nothing is left to request, {@link #finish} gives the root.
 */
abstract class Graph {
    private final View<?> view;
    private final Node root;
    private final List<@Nullable Side> sides;
    /** By the spaces of their shapes, then by their ids. */
    private final Map<Object, Map<Object, Node>> nodes = new HashMap<>(4);

    private final ArrayDeque<Task> tasks = new ArrayDeque<>();
    private @Nullable DocumentReadException failure;

    /**
     * The task to follow the links of a fetch node from a document.
     *
     * @param isJoined whether joins started from the document, so that what they did not bring does not exist
     */
    private record Task(Node node, FetchNode fetch, boolean isJoined) {}

    /**
     * A link to a document that the window must load.
     *
     * @param entry what the owner holds there
     */
    record Wanted(Graph graph, Node owner, FetchNode.Edge edge, Object entry, Object id, Shape shape) {
        void resolve(Window window) {
            Object document = window.targets(shape).claim(id);
            if (document instanceof DocumentReadException unread) {
                graph.cannotRead(owner, edge, unread);
            } else {
                graph.meet(owner, edge, entry, document == null ? null : graph.node(shape, id, document));
            }
        }
    }

    /** A back link whose referrers the window must load. */
    record WantedReferrers(Graph graph, Node owner, FetchNode.Edge edge, Object id, Shape shape) {
        void resolve(Window window) {
            Targets targets = window.targets(shape);
            DocumentReadException unread = targets.unreadReferrer(edge.link(), id);
            if (unread != null) {
                graph.cannotRead(owner, edge, unread);
                return;
            }
            List<Node> referrers = new ArrayList<>();
            for (Object referrerId : targets.referrers(edge.link(), id)) {
                Node known = graph.find(shape, referrerId);
                if (known == null) {
                    Object document = targets.claim(referrerId);
                    known = document == null ? null : graph.node(shape, referrerId, document);
                }
                if (known != null) {
                    referrers.add(known);
                }
            }
            graph.meetReferrers(owner, edge, referrers);
        }
    }

    Graph(View<?> view, Root root, FetchNode fetch, List<? extends FetchNode.@Nullable Edge> sideEdges) {
        this.view = view;
        Shape shape = view.shape(fetch);
        DocumentReadException unread = root.failure();
        if (unread != null) {
            this.root = new Node(shape, null, unread);
            this.sides = List.of();
            this.failure = unread;
            return;
        }
        this.root = new Node(shape, shape.idOf(root.document()), root.document());
        this.sides = new ArrayList<>(root.sides().size());
        for (int i = 0; i < root.sides().size(); i++) {
            FetchNode.Edge edge = sideEdges.get(i);
            List<Object> documents = root.sides().get(i);
            sides.add(
                    edge == null
                            ? null
                            : new Side(edge, view.shape(edge.node()), documents == null ? List.of() : documents));
        }
        enter(this.root);
    }

    /** Follows the links of the root; called by constructors when all else is made. */
    final void start(FetchNode fetch) {
        follow(root, fetch, true);
    }

    final Node root() {
        return root;
    }

    /** Follows links as far as documents are here. The others are requested from the window. */
    final void grow(Window window) {
        for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
            for (FetchNode.Edge edge : task.fetch.edges()) {
                if (edge.link().isPartial() && !has(task.node, edge)) {
                    continue;
                }
                Side side = task.isJoined ? side(edge) : null;
                if (edge.link().isBackLink()) {
                    followBack(task.node, edge, side, window);
                } else {
                    followLink(task.node, edge, side, window);
                }
            }
        }
    }

    /** Whether a document has a link, which only some of the types of its collection have. */
    abstract boolean has(Node owner, FetchNode.Edge edge);

    /** Follows the entries of a link: to what they hold already, or by {@link #look}. */
    abstract void followLink(Node owner, FetchNode.Edge edge, @Nullable Side side, Window window);

    /**
     * Looks for the document that an entry of a link refers to: here and, if a join cannot have brought it, in the
     * window.
     */
    final void look(
            Node owner,
            FetchNode.Edge edge,
            Object entry,
            Object id,
            boolean asDeclared,
            @Nullable Side side,
            Window window) {
        Shape shape = view.shape(edge.node());
        Node known = find(shape, id);
        if (known != null) {
            meet(owner, edge, entry, known);
            return;
        }
        if (side != null) {
            Object document = side.find(id);
            if (document != null || asDeclared) {
                meet(owner, edge, entry, document == null ? null : node(shape, id, document));
                return;
            }
        }
        window.want(new Wanted(this, owner, edge, entry, id, shape));
    }

    private void followBack(Node owner, FetchNode.Edge edge, @Nullable Side side, Window window) {
        if (owner.id == null) { // a new document: nobody refers to it
            meetReferrers(owner, edge, List.of());
            return;
        }
        Shape shape = view.shape(edge.node());
        if (side == null) {
            window.want(new WantedReferrers(this, owner, edge, owner.id, shape));
            return;
        }
        Set<Node> referrers = new LinkedHashSet<>(); // a server may join a document once per entry that matches
        for (Object document : side.referrers(owner.id)) {
            Object id = shape.idOf(document);
            if (id != null) {
                Node known = find(shape, id);
                referrers.add(known != null ? known : node(shape, id, document));
            }
        }
        meetReferrers(owner, edge, new ArrayList<>(referrers));
    }

    /** Notes what an entry of a link refers to, and goes on from there. */
    final void meet(Node owner, FetchNode.Edge edge, Object entry, @Nullable Node target) {
        bind(owner, edge, entry, target);
        if (target != null) {
            follow(target, edge);
        }
    }

    private void meetReferrers(Node owner, FetchNode.Edge edge, List<Node> referrers) {
        if (referrers.size() > 1) {
            referrers.sort(Comparator.comparing(
                    node -> node.id, new IdOrder(edge.link().target())));
        }
        bindReferrers(owner, edge, referrers);
        for (Node referrer : referrers) {
            follow(referrer, edge);
        }
    }

    /** Called when it is known what an entry of a link refers to: null if it is missing. */
    abstract void bind(Node owner, FetchNode.Edge edge, Object entry, @Nullable Node target);

    /** Called when it is known what refers to a document, in the order of the ids. */
    abstract void bindReferrers(Node owner, FetchNode.Edge edge, List<Node> referrers);

    /** Called when the document at the other end of a link cannot be read. */
    abstract void cannotRead(Node owner, FetchNode.Edge edge, DocumentReadException unread);

    /** Goes on from the document at the other end of a link. */
    final void follow(Node target, FetchNode.Edge edge) {
        follow(target, edge.node(), isJoined(target, edge));
    }

    private void follow(Node node, FetchNode fetch, boolean isJoined) {
        if (failure == null && !fetch.isLeaf() && isFirst(node, fetch)) {
            tasks.add(new Task(node, fetch, isJoined));
        }
    }

    /** Whether the links of a fetch node have not been followed from a document yet. */
    boolean isFirst(Node node, FetchNode fetch) {
        return node.startFetching(fetch);
    }

    /** Goes no further: the root is not emitted without a document that was requested and cannot be read. */
    final void fail(DocumentReadException unread) {
        if (failure == null) {
            failure = unread;
            tasks.clear();
        }
    }

    /** Called when nothing is left to load, for this graph and all others of its window. */
    void complete() {}

    /**
     * Returns the root with everything bound.
     *
     * @throws DocumentReadException if something that was to be fetched cannot be read
     */
    final Object finish() {
        if (failure != null) {
            throw failure;
        }
        bindAll();
        return root.document;
    }

    /** Binds what is not bound yet. */
    abstract void bindAll();

    /** What a join brought through a link, or null if none did. */
    private @Nullable Side side(FetchNode.Edge edge) {
        return edge.isJoined() && edge.side() < sides.size() ? sides.get(edge.side()) : null;
    }

    /** Whether a join brought a document through a link, so that the next one went on from it. */
    private boolean isJoined(Node node, FetchNode.Edge edge) {
        Side side = edge.node().isLeaf() ? null : side(edge);
        return side != null && node.id != null && side.find(node.id) != null;
    }

    final Shape shape(FetchNode.Edge edge) {
        return view.shape(edge.node());
    }

    final @Nullable Node find(Shape shape, Object id) {
        Node known = nodesOf(shape).get(id);
        return known != null && shape.isOf(known.document) ? known : null;
    }

    /** The node of a document that has just been read. The first object with an id stays the only one. */
    private Node node(Shape shape, Object id, Object document) {
        Map<Object, Node> ofSpace = nodesOf(shape);
        Node known = ofSpace.get(id);
        if (known != null && shape.isOf(known.document)) {
            return known;
        }
        Node node = new Node(shape, id, document);
        ofSpace.put(id, node);
        return node;
    }

    final Node enter(Node node) {
        if (node.id != null) {
            nodesOf(node.shape).put(node.id, node);
        }
        return node;
    }

    private Map<Object, Node> nodesOf(Shape shape) {
        return nodes.computeIfAbsent(shape.space(), key -> new HashMap<>());
    }
}
