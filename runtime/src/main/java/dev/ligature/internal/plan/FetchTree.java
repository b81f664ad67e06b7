// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.ProjectionNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out what a request means: which links are fetched at each level, and which of them by joins. */
final class FetchTree {
    private final FetchRequest request;
    private final Joins joins;
    private final boolean joinsSelfLinks;
    /** The nodes that depend only on the number of levels that remain, by that number. */
    private final Map<DocumentType<?>, Map<Integer, FetchNode>> shared = new HashMap<>();

    private FetchTree(FetchRequest request, Joins joins, boolean joinsSelfLinks) {
        this.request = request;
        this.joins = joins;
        this.joinsSelfLinks = joinsSelfLinks;
    }

    /**
     * The root node of a request.
     *
     * @param joins takes the links that are joined
     */
    static FetchNode of(DocumentType<?> type, FetchRequest request, Choice choice, Joins joins) {
        FetchTree tree = new FetchTree(request, joins, choice.joinsSelfLinks());
        ProjectionNode shown = request.projection();
        return shown == null
                ? tree.node(type, List.of(), request.depth(), choice.joinedLevels(), null)
                : tree.shown(shown, choice.joinedLevels(), null);
    }

    private FetchNode shown(ProjectionNode shown, int joinedLevels, Joins.@Nullable Side parent) {
        List<FetchNode.Edge> edges = new ArrayList<>();
        for (LinkType link : shown.type().links()) {
            for (ProjectionNode.Edge edge : shown.edges()) {
                if (edge.link() == link) {
                    boolean isJoined = joinedLevels > 0 && Joins.isJoinable(link);
                    Joins.Side side = isJoined ? joins.join(parent, link) : null;
                    FetchNode target = shown(edge.target(), side == null ? 0 : joinedLevels - 1, side);
                    edges.add(edge(link, target, shown.edges().indexOf(edge), edge.slot(), side));
                }
            }
        }
        return new FetchNode(shown.type(), shown, edges);
    }

    private static FetchNode.Edge edge(
            LinkType link, FetchNode target, int index, int slot, Joins.@Nullable Side side) {
        return new FetchNode.Edge(link, target, index, slot, side == null ? -1 : side.number());
    }

    private FetchNode node(
            DocumentType<?> type, List<LinkType> path, int remaining, int joinedLevels, Joins.@Nullable Side parent) {
        boolean sharable = joinedLevels == 0 && !isMentionedBelow(path);
        if (sharable) {
            FetchNode known = shared.getOrDefault(type, Map.of()).get(remaining);
            if (known != null) {
                return known;
            }
        }
        List<FetchNode.Edge> edges = new ArrayList<>();
        for (LinkType link : type.links()) {
            List<LinkType> linkPath = append(path, link);
            int levels = levels(linkPath, remaining);
            if (levels > 0) {
                boolean isJoined = joinedLevels > 0
                        && Joins.isJoinable(link)
                        && (joinsSelfLinks || levels == 1 || link.target() != type);
                Joins.Side side = isJoined ? joins.join(parent, link) : null;
                FetchNode target = node(link.target(), linkPath, levels - 1, isJoined ? joinedLevels - 1 : 0, side);
                edges.add(edge(link, target, -1, -1, side));
            }
        }
        FetchNode node = new FetchNode(type, null, edges);
        if (sharable) {
            shared.computeIfAbsent(type, key -> new HashMap<>()).put(remaining, node);
        }
        return node;
    }

    /** How many levels are fetched through a link: itself and what it leads to; 0 for none. */
    private int levels(List<LinkType> linkPath, int remaining) {
        Integer own = request.depths().get(linkPath);
        if (own != null) {
            return own;
        }
        if (remaining > 0) {
            return remaining;
        }
        return isMentioned(linkPath) ? 1 : 0;
    }

    private boolean isMentioned(List<LinkType> path) {
        return request.paths().stream().anyMatch(named -> startsWith(named, path))
                || request.depths().keySet().stream().anyMatch(named -> startsWith(named, path));
    }

    private boolean isMentionedBelow(List<LinkType> path) {
        return request.paths().stream().anyMatch(named -> named.size() > path.size() && startsWith(named, path))
                || request.depths().keySet().stream()
                        .anyMatch(named -> named.size() > path.size() && startsWith(named, path));
    }

    private static boolean startsWith(List<LinkType> path, List<LinkType> prefix) {
        return path.size() >= prefix.size() && path.subList(0, prefix.size()).equals(prefix);
    }

    private static List<LinkType> append(List<LinkType> path, LinkType link) {
        List<LinkType> longer = new ArrayList<>(path);
        longer.add(link);
        return List.copyOf(longer);
    }
}
