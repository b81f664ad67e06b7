// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.internal.stored.StoredId;
import dev.ligature.internal.write.DeleteGraph.Entry;
import dev.ligature.internal.write.DeleteGraph.Place;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.BsonValue;

/**
 * The order in which documents are deleted. Each is deleted before the one from which it was found, so a search after a
 * failure finds what is left. So if the delete follows a link, its target is deleted before the document that links to
 * it, and the link may dangle for a moment. Links that are not followed never dangle: the document that links is
 * deleted first, and if collections link in a circle, such a link is removed first. (If all of them are required or in
 * maps, one dangles for a moment.) There is one batch per collection, and more only if documents of several collections were
 * found from each other in turns.
 */
final class DeleteOrder {
    private final DeleteGraph graph;
    /** What is not in a batch yet, by collection. */
    private final Map<String, List<Entry>> left = new LinkedHashMap<>();
    /** For a collection of which something is left, what is in a batch already. */
    private final Set<Entry> gone = new HashSet<>();
    /** For each collection the links to it that the delete does not follow, with the documents that hold them. */
    private final Map<String, Map<LinkType, List<Entry>>> incoming = new HashMap<>();

    private final List<Unlink> cuts = new ArrayList<>();
    private final List<List<DeleteBatch>> steps = new ArrayList<>();

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

    /**
     * The documents, in the order in which they are deleted. The batches of a step do not need one another, so they may
     * be sent together.
     */
    List<List<DeleteBatch>> steps() {
        return steps;
    }

    private void enter(DocumentType<?> type, List<Entry> entries) {
        left.computeIfAbsent(type.collection(), collection -> new ArrayList<>())
                .addAll(ReferrersFirst.order(graph, type, entries));
        for (Entry entry : entries) {
            place(entry);
            if (!entry.isFollowed()) {
                enterLinks(entry);
            }
        }
    }

    private void enterLinks(Entry entry) {
        for (StoredLinks.Link link : entry.links()) {
            String collection = link.type().target().collection();
            if (graph.isDoomed(collection, link.id())) {
                List<Entry> referrers = incoming.computeIfAbsent(collection, key -> new LinkedHashMap<>())
                        .computeIfAbsent(link.type(), key -> new ArrayList<>());
                if (referrers.isEmpty() || referrers.get(referrers.size() - 1) != entry) {
                    referrers.add(entry);
                }
            }
        }
    }

    private static String collection(Entry entry) {
        return entry.type().collection();
    }

    private static Place placeOf(Entry entry) {
        return Objects.requireNonNull(entry.place());
    }

    private void place(Entry start) {
        Deque<Entry> path = new ArrayDeque<>(List.of(start));
        while (!path.isEmpty()) {
            Entry entry = path.peek();
            int depth = 0;
            int generation = 0;
            boolean known = true;
            for (Entry from : entry.foundFrom()) {
                Place place = from.place();
                if (place == null) {
                    known = false;
                    path.push(from);
                    break;
                }
                depth = Math.max(depth, place.depth() + 1);
                generation = collection(from).equals(collection(entry))
                        ? Math.max(generation, place.generation() + 1)
                        : generation;
            }
            if (known) {
                entry.put(new Place(depth, generation));
                path.pop();
            }
        }
    }

    private void sort() {
        Map<String, Set<String>> waiting = waiting();
        while (!left.isEmpty()) {
            List<String> next = next(waiting);
            if (next.isEmpty()) {
                steps.add(List.of(takeFirst(deepest())));
                waiting = waiting();
            } else {
                List<DeleteBatch> step = new ArrayList<>();
                next.forEach(collection -> step.add(take(collection, Objects.requireNonNull(left.remove(collection)))));
                steps.add(step);
            }
        }
    }

    /** For each collection, the collections of what was found from its documents: they are deleted first. */
    private Map<String, Set<String>> waiting() {
        Map<String, Set<String>> waiting = new HashMap<>();
        for (List<Entry> entries : left.values()) {
            for (Entry entry : entries) {
                for (Entry from : entry.foundFrom()) {
                    if (!collection(from).equals(collection(entry))) {
                        waiting.computeIfAbsent(collection(from), key -> new HashSet<>())
                                .add(collection(entry));
                    }
                }
            }
        }
        return waiting;
    }

    /**
     * The collections that wait for no other one and to which no other one links; otherwise one whose links can be
     * removed first. What the caller named comes last then. None if each waits for another.
     */
    private List<String> next(Map<String, Set<String>> waiting) {
        List<String> free = left.keySet().stream()
                .filter(collection -> Collections.disjoint(waiting.getOrDefault(collection, Set.of()), left.keySet()))
                .toList();
        List<String> unlinked = free.stream()
                .filter(collection -> linksFromOthers(collection).isEmpty())
                .toList();
        if (!unlinked.isEmpty()) {
            return unlinked;
        }
        for (int i = free.size() - 1; i >= 0; i--) {
            if (linksFromOthers(free.get(i)).keySet().stream().allMatch(Unlink::canRemove)) {
                return List.of(free.get(i));
            }
        }
        return free.isEmpty() ? List.of() : List.of(free.get(free.size() - 1));
    }

    private Map<LinkType, List<Entry>> linksFromOthers(String collection) {
        Map<LinkType, List<Entry>> links = linksFromLeft(collection);
        links.keySet().removeIf(link -> link.owner().collection().equals(collection));
        return links;
    }

    private Map<LinkType, List<Entry>> linksFromLeft(String collection) {
        Map<LinkType, List<Entry>> links = new LinkedHashMap<>();
        incoming.getOrDefault(collection, Map.of()).forEach((link, referrers) -> {
            if (left.containsKey(link.owner().collection())) {
                List<Entry> staying = gone.isEmpty()
                        ? referrers
                        : referrers.stream()
                                .filter(each -> !gone.contains(each))
                                .toList();
                if (!staying.isEmpty()) {
                    links.put(link, staying);
                }
            }
        });
        return links;
    }

    /** The collection of the document that was found last. */
    private String deepest() {
        return left.values().stream()
                .flatMap(List::stream)
                .max(Comparator.comparingInt(entry -> placeOf(entry).depth()))
                .map(DeleteOrder::collection)
                .orElseThrow();
    }

    /**
     * Takes documents of a collection that waits for others, namely those from which nothing of another collection was
     * found: as few as let others go on, or otherwise all.
     */
    private DeleteBatch takeFirst(String collection) {
        List<Entry> entries = Objects.requireNonNull(left.get(collection));
        Set<Entry> waiting = waitingIn(collection);
        List<Entry> ready =
                entries.stream().filter(entry -> !waiting.contains(entry)).toList();
        Set<Entry> again = foundAgain(collection);
        List<Entry> few = ready.stream().filter(again::contains).toList();
        List<Entry> first = few.isEmpty() ? ready : few;
        entries.removeAll(new HashSet<>(first));
        gone.addAll(first);
        return take(collection, first);
    }

    /** Among others, all documents of a collection that wait for documents of other collections. */
    private Set<Entry> waitingIn(String collection) {
        Set<Entry> waiting = new HashSet<>();
        Deque<Entry> unseen = new ArrayDeque<>();
        left.forEach((other, entries) -> {
            if (!other.equals(collection)) {
                unseen.addAll(entries);
            }
        });
        while (!unseen.isEmpty()) {
            for (Entry from : unseen.pop().foundFrom()) {
                if (waiting.add(from)) {
                    unseen.push(from);
                }
            }
        }
        return waiting;
    }

    /**
     * The documents of a collection that were found from others of it through other collections. They cannot be deleted
     * together with those.
     */
    private Set<Entry> foundAgain(String collection) {
        Set<Entry> found = new HashSet<>();
        Set<Entry> again = new HashSet<>();
        List<Entry> fromTheNamed = left.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(entry -> placeOf(entry).depth()))
                .toList();
        for (Entry entry : fromTheNamed) {
            for (Entry from : entry.foundFrom()) {
                boolean within = collection(from).equals(collection);
                if (within || found.contains(from)) {
                    found.add(entry);
                }
                if (collection(entry).equals(collection) && (within ? again : found).contains(from)) {
                    again.add(entry);
                }
            }
        }
        return again;
    }

    private DeleteBatch take(String collection, List<Entry> entries) {
        Map<LinkType, List<Entry>> cut = linksFromLeft(collection);
        if (!cut.isEmpty()) {
            cut(cut, entries.stream().map(Entry::id).collect(Collectors.toSet()));
        }
        DocumentType<?> type = entries.get(0).type();
        boolean mayRepeat = type != entries.get(entries.size() - 1).type(); // what was found as one type and as another
        NavigableMap<Integer, Collection<BsonValue>> generations = new TreeMap<>(Comparator.reverseOrder());
        for (Entry entry : entries) {
            generations
                    .computeIfAbsent(
                            placeOf(entry).generation(), key -> mayRepeat ? new LinkedHashSet<>() : new ArrayList<>())
                    .add(entry.id().value());
        }
        return new DeleteBatch(type, List.copyOf(generations.values()));
    }

    private void cut(Map<LinkType, List<Entry>> links, Set<StoredId> taken) {
        links.forEach((link, referrers) -> {
            if (Unlink.canRemove(link)) {
                Unlink cut = Unlink.of(link, referrers, taken);
                if (!cut.parts().isEmpty()) {
                    cuts.add(cut);
                }
            }
        });
    }
}
