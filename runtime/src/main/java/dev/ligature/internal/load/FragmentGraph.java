// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.DocumentReadException;
import dev.ligature.internal.plan.FetchNode;
import dev.ligature.internal.stored.BackLinkFailure;
import dev.ligature.spi.Fragment;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.UndeclaredForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The graph of a root of a projection. Its fragments may be shared by several roots. The first root that comes to a
 * fragment binds its links, before any root of the window is emitted. What cannot be read is an error for whoever
 * follows the link to it.
 */
final class FragmentGraph extends Graph {
    private final List<Followed> followed = new ArrayList<>();
    private final Set<Followed> unreadable = new HashSet<>(0);

    /** A link whose entries have been followed. */
    private record Followed(Node owner, FetchNode.Edge edge) {}

    FragmentGraph(View<?> view, Root root, FetchNode fetch, List<? extends FetchNode.@Nullable Edge> sides) {
        super(view, root, fetch, sides);
        start(fetch);
    }

    @Override
    boolean has(Node owner, FetchNode.Edge edge) {
        return true;
    }

    @Override
    void followLink(Node owner, FetchNode.Edge edge, @Nullable Side side, Window window) {
        followed.add(new Followed(owner, edge));
        for (Object entry : FragmentShape.entries(owner.document, edge)) {
            boolean asDeclared = !(entry instanceof UndeclaredForm);
            look(owner, edge, entry, UndeclaredForm.idOf(entry), asDeclared, side, window);
        }
    }

    /** Until all entries are followed; then {@link #complete} binds them at once. */
    @Override
    void bind(Node owner, FetchNode.Edge edge, Object entry, @Nullable Node target) {}

    @Override
    void bindReferrers(Node owner, FetchNode.Edge edge, List<Node> referrers) {
        LinkType link = edge.link();
        Object bound;
        if (link.isList()) {
            bound = referrers.stream().map(node -> node.document).toList();
        } else if (referrers.size() > 1) {
            bound = BackLinkFailure.ambiguous(
                    owner, link, referrers.stream().map(node -> node.id).toList());
        } else {
            bound = referrers.isEmpty() ? null : referrers.get(0).document;
        }
        ((Fragment) owner.document).bind(edge.index(), bound);
    }

    @Override
    void cannotRead(Node owner, FetchNode.Edge edge, DocumentReadException unread) {
        unreadable.add(new Followed(owner, edge));
        ((Fragment) owner.document).bind(edge.index(), unread);
    }

    @Override
    boolean isFirst(Node node, FetchNode fetch) {
        return ((Fragment) node.document).startLinking();
    }

    @Override
    void complete() {
        for (Followed each : followed) {
            if (!unreadable.contains(each)) {
                ((Fragment) each.owner.document).bind(each.edge.index(), bound(each.owner, each.edge));
            }
        }
    }

    private @Nullable Object bound(Node owner, FetchNode.Edge edge) {
        Shape shape = shape(edge);
        List<Object> targets = new ArrayList<>();
        for (Object entry : FragmentShape.entries(owner.document, edge)) {
            Node target = find(shape, UndeclaredForm.idOf(entry));
            if (target != null) {
                targets.add(target.document);
            }
        }
        if (edge.link().isList()) {
            return targets;
        }
        return targets.isEmpty() ? null : targets.get(0);
    }

    @Override
    void bindAll() {} // complete() has
}
