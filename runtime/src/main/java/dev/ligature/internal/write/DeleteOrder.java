package dev.ligature.internal.write;

import dev.ligature.internal.write.DeleteGraph.Entry;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkShape;
import dev.ligature.spi.LinkType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The order in which collections are emptied: what links before that to which it links, so that a failure half-way leaves no
 * dangling link. Where collections link in a circle, a link on it is removed first, of the documents that are going to be deleted; if
 * all of them are required, a moment with a dangling link is accepted.
 */
final class DeleteOrder {
    private final DeleteGraph graph;
    private final Map<String, Batch> batches = new LinkedHashMap<>();
    /** For each collection the links to it from other ones, with the documents that hold them. */
    private final Map<String, Map<LinkType, List<Entry>>> incoming = new HashMap<>();

    private final List<Unlink> cuts = new ArrayList<>();
    private final List<Batch> ordered = new ArrayList<>();

    /** The documents of one collection to be deleted, in order. */
    record Batch(DocumentType<?> type, Set<BsonValue> ids) {}

    private DeleteOrder(DeleteGraph graph) {
        this.graph = graph;
    }

    static DeleteOrder of(DeleteGraph graph) {
        DeleteOrder order = new DeleteOrder(graph);
        graph.doomed().forEach(order::enter);
        order.sort();
        return order;
    }

    /** The links to be removed first. */
    List<Unlink> cuts() {
        return cuts;
    }

    /** One for each collection. */
    List<Batch> batches() {
        return ordered;
    }

    private void enter(DocumentType<?> type, List<Entry> entries) {
        Set<BsonValue> ids = batches.computeIfAbsent(
                        type.collection(), collection -> new Batch(type, new LinkedHashSet<>()))
                .ids();
        boolean isOrdered = linksToItself(type)
                && entries.stream().map(entry -> entry.id().value()).anyMatch(new FullCommand());
        for (Entry entry : isOrdered ? referrersFirst(entries) : entries) {
            ids.add(entry.id().value());
            for (DeleteGraph.Target target : entry.targets()) {
                String collection = target.link().target().collection();
                if (!collection.equals(type.collection()) && isDoomed(target)) {
                    List<Entry> referrers = incoming.computeIfAbsent(collection, key -> new LinkedHashMap<>())
                            .computeIfAbsent(target.link(), key -> new ArrayList<>());
                    if (referrers.isEmpty() || referrers.get(referrers.size() - 1) != entry) {
                        referrers.add(entry);
                    }
                }
            }
        }
    }

    private static boolean linksToItself(DocumentType<?> type) {
        return StoredLinks.of(type).stream().anyMatch(link -> link.target() == type);
    }

    private boolean isDoomed(DeleteGraph.Target target) {
        return graph.isDoomed(
                target.link().target().collection(), target.value().id());
    }

    private void sort() {
        List<String> left = new ArrayList<>(batches.keySet());
        while (!left.isEmpty()) {
            String next = next(left);
            linksFromOthers(next, left).forEach((link, referrers) -> {
                if (link.shape() != LinkShape.ONE) {
                    cuts.add(cut(link, referrers));
                }
            });
            left.remove(next);
            Batch batch = batches.get(next);
            if (batch != null) {
                ordered.add(batch);
            }
        }
    }

    /** A collection that the others do not link to, else one that they can be cut from; what the caller named comes last then. */
    private String next(List<String> left) {
        for (String collection : left) {
            if (linksFromOthers(collection, left).isEmpty()) {
                return collection;
            }
        }
        for (int i = left.size() - 1; i >= 0; i--) {
            if (linksFromOthers(left.get(i), left).keySet().stream().noneMatch(link -> link.shape() == LinkShape.ONE)) {
                return left.get(i);
            }
        }
        return left.get(left.size() - 1);
    }

    private Map<LinkType, List<Entry>> linksFromOthers(String collection, List<String> left) {
        Map<LinkType, List<Entry>> links = new LinkedHashMap<>(incoming.getOrDefault(collection, Map.of()));
        links.keySet().removeIf(link -> !left.contains(link.owner().collection()));
        return links;
    }

    private Unlink cut(LinkType link, List<Entry> referrers) {
        List<Unlink.Part> parts = new ArrayList<>();
        Set<BsonValue> targets = new LinkedHashSet<>();
        StoredValues stored = new StoredValues();
        List<BsonValue> ids = new ArrayList<>();
        for (Entry referrer : referrers) {
            ids.add(referrer.id().value());
            for (DeleteGraph.Target target : referrer.targets()) {
                if (target.link() == link && isDoomed(target)) {
                    targets.add(target.value().id().value());
                    stored.add(target.value().stored());
                }
            }
            if (Math.max(ids.size(), stored.size()) >= StoredLinks.IDS_PER_COMMAND) {
                parts.add(new Unlink.Part(List.copyOf(targets), stored.list(), List.copyOf(ids)));
                targets.clear();
                stored.clear();
                ids.clear();
            }
        }
        if (!ids.isEmpty()) {
            parts.add(new Unlink.Part(List.copyOf(targets), stored.list(), ids));
        }
        return new Unlink(link, referrers.size(), parts);
    }

    /** For a collection that links to itself and needs several commands. */
    private List<Entry> referrersFirst(List<Entry> entries) {
        Set<Entry> seen = new LinkedHashSet<>();
        List<Entry> targetsFirst = new ArrayList<>(entries.size());
        for (Entry start : entries) {
            Deque<Visit> path = new ArrayDeque<>();
            visit(start, seen, path);
            while (!path.isEmpty()) {
                Visit visit = path.peek();
                if (visit.targets.hasNext()) {
                    DeleteGraph.Target target = visit.targets.next();
                    if (target.link().target() == start.type()) {
                        visit(graph.find(target), seen, path);
                    }
                } else {
                    targetsFirst.add(visit.entry);
                    path.pop();
                }
            }
        }
        Collections.reverse(targetsFirst);
        return targetsFirst;
    }

    private record Visit(Entry entry, Iterator<DeleteGraph.Target> targets) {}

    private static void visit(@Nullable Entry entry, Set<Entry> seen, Deque<Visit> path) {
        if (entry != null && entry.state() == DeleteGraph.State.DOOMED && seen.add(entry)) {
            path.push(new Visit(entry, entry.targets().iterator()));
        }
    }
}
