// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.DanglingLinkException;
import dev.ligature.DocumentReadException;
import dev.ligature.internal.Excerpt;
import dev.ligature.internal.LinkAccess;
import dev.ligature.internal.LinkList;
import dev.ligature.internal.plan.FetchNode;
import dev.ligature.internal.stored.BackLinkFailure;
import dev.ligature.link.BackRef;
import dev.ligature.link.Ref;
import dev.ligature.query.MissingTargets;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.Links;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The graph of a root that is a document. Roots do not share objects, so a document that several roots need is read
 * once from the server and decoded for each. All references are bound at once, when the root is requested. So cycles
 * close, and records that have to be copied are copied before anybody refers to them.
 */
final class DocumentGraph extends Graph {
    private final DocumentCodecs codecs;
    private final MissingTargets missing;
    private final List<Binding> bindings = new ArrayList<>();
    private final List<BackBinding> backBindings = new ArrayList<>();

    /** A reference and what it is bound to: null for missing. */
    private record Binding(
            Node owner, LinkType link, Ref<?> ref, @Nullable Node target) {}

    private record BackBinding(Node owner, LinkType link, List<Node> referrers) {}

    DocumentGraph(
            View<?> view,
            DocumentCodecs codecs,
            Root root,
            FetchNode fetch,
            List<? extends FetchNode.@Nullable Edge> sides,
            MissingTargets missing) {
        super(view, root, fetch, sides);
        this.codecs = codecs;
        this.missing = missing;
        start(fetch);
    }

    /** The codec to which the indexes of a link and its neighbours belong. */
    private DocumentCodec<Object> codec(Node owner, LinkType link) {
        DocumentShape shape = (DocumentShape) owner.shape;
        return shape.type() == link.owner() ? shape.codec() : codecs.of(link.owner());
    }

    @Override
    boolean has(Node owner, FetchNode.Edge edge) {
        return codec(owner, edge.link()).has(owner.document, edge.link().index());
    }

    private @Nullable Object held(Node owner, LinkType link) {
        return codec(owner, link).link(owner.document, link.index());
    }

    @Override
    void followLink(Node owner, FetchNode.Edge edge, @Nullable Side side, Window window) {
        HeldRefs.forEach(held(owner, edge.link()), ref -> follow(owner, edge, ref, side, window));
    }

    private void follow(Node owner, FetchNode.Edge edge, Ref<?> ref, @Nullable Side side, Window window) {
        Object id = ref.id();
        if (ref.isFetched()) { // fetched before, or new: go on from there
            Shape shape = shape(edge);
            Node known = id == null ? null : find(shape, id);
            follow(known != null ? known : enter(new Node(shape, id, ref.get())), edge);
        } else if (id != null && !ref.isMissing()) {
            look(owner, edge, ref, id, LinkAccess.REFS.get().isStoredAsDeclared(ref), side, window);
        }
    }

    @Override
    void bind(Node owner, FetchNode.Edge edge, Object entry, @Nullable Node target) {
        bindings.add(new Binding(owner, edge.link(), (Ref<?>) entry, target));
    }

    @Override
    void bindReferrers(Node owner, FetchNode.Edge edge, List<Node> referrers) {
        backBindings.add(new BackBinding(owner, edge.link(), referrers));
    }

    @Override
    void cannotRead(Node owner, FetchNode.Edge edge, DocumentReadException unread) {
        fail(unread);
    }

    @Override
    void bindAll() {
        List<Runnable> references = new ArrayList<>(backBindings.size());
        for (BackBinding binding : backBindings) {
            putReferrers(binding, references);
        }
        references.forEach(Runnable::run);
        LinkAccess.Refs refs = LinkAccess.REFS.get();
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
    }

    /** Puts unbound back references into their members; they are bound when every record has been copied. */
    private void putReferrers(BackBinding binding, List<Runnable> references) {
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
            owner.document = codec(owner, link).withLink(owner.document, link.index(), null);
            return;
        }
        Object held = held(owner, link);
        BackRef<?> ref = held instanceof BackRef<?> present ? present : Links.unfetched(link);
        if (held != ref) {
            owner.document = codec(owner, link).withLink(owner.document, link.index(), ref);
        }
        if (binding.referrers.isEmpty()) {
            LinkAccess.BACK_REFS.get().bindMissing(ref);
        } else {
            Node referrer = binding.referrers.get(0);
            references.add(() -> LinkAccess.BACK_REFS.get().bind(ref, referrer.document));
        }
    }

    private static BackRef<Object> reference(LinkType link, Node referrer, List<Runnable> references) {
        BackRef<Object> ref = Links.unfetched(link);
        references.add(() -> LinkAccess.BACK_REFS.get().bind(ref, referrer.document));
        return ref;
    }

    @SuppressWarnings("unchecked") // a list back link holds back references
    private void putList(Node owner, LinkType link, List<BackRef<Object>> refs) {
        if (held(owner, link) instanceof LinkList<?> list) {
            ((LinkList<BackRef<Object>>) list).bind(refs);
            return;
        }
        LinkList<BackRef<Object>> list = new LinkList<>();
        list.bind(refs);
        owner.document = codec(owner, link).withLink(owner.document, link.index(), list);
    }

    /** Each list is handled once, when all its references are bound. */
    private void applyMissing(List<Binding> dangling, MissingTargets missing) {
        if (missing == MissingTargets.KEEP || dangling.isEmpty()) {
            return;
        }
        if (missing == MissingTargets.FAIL) {
            Binding first = dangling.get(0);
            throw new DanglingLinkException(
                    first.owner + ": " + HeldRefs.place(first.link, first.owner.document, first.ref)
                            + " points to the " + first.link.target() + " " + Excerpt.of(first.ref.id())
                            + ", which does not exist.");
        }
        Set<LinkList<?>> lists = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Binding binding : dangling) {
            HeldRefs.forEachList(held(binding.owner, binding.link), lists::add);
        }
        lists.forEach(list -> list.hide(entry -> entry instanceof Ref<?> ref && ref.isMissing()));
    }
}
