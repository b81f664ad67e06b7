// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.internal.driver.Together;
import dev.ligature.internal.plan.FetchNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Loads, level by level, what the graphs of some roots need: for each level one find per shape, at the same time, and
 * each document once.
 */
final class Window {
    private final Function<TargetFind, Mono<List<Loaded>>> sender;
    private final List<Graph> graphs;
    private final Map<Shape, Targets> targets = new HashMap<>();
    /** The bytes of the roots and of everything that is loaded for them, as stored. */
    private long bytes;

    private boolean hasSent;
    private List<Graph.Wanted> wanted = new ArrayList<>();
    private List<Graph.WantedReferrers> wantedReferrers = new ArrayList<>();

    /**
     * @param sender sends a find and reads what it brings
     * @param bytes the bytes of the roots, as stored; 0 if that is not known
     */
    Window(Function<TargetFind, Mono<List<Loaded>>> sender, List<Graph> graphs, long bytes) {
        this.sender = sender;
        this.graphs = graphs;
        this.bytes = bytes;
    }

    void want(Graph.Wanted link) {
        wanted.add(link);
    }

    void want(Graph.WantedReferrers link) {
        wantedReferrers.add(link);
    }

    Targets targets(Shape shape) {
        return targets.computeIfAbsent(shape, Targets::new);
    }

    /** Grows the graphs to the end and emits them when nothing is left to load. */
    Mono<List<Graph>> load(WindowSize size) {
        return load().then(Mono.fromSupplier(() -> {
            graphs.forEach(Graph::complete);
            size.learn(graphs.size(), bytes, hasSent);
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
            List<TargetFind> finds = finds(links, backLinks);
            hasSent |= !finds.isEmpty();
            return Together.send(finds, this::run)
                    .doOnNext(this::enter)
                    .then(Mono.fromRunnable(() -> {
                        links.forEach(link -> link.resolve(this));
                        backLinks.forEach(link -> link.resolve(this));
                    }))
                    .then(load());
        });
    }

    /** The finds of a level, the largest first, because the last one that is sent must be waited for as well. */
    private List<TargetFind> finds(List<Graph.Wanted> links, List<Graph.WantedReferrers> backLinks) {
        Map<Shape, TargetFind> finds = new LinkedHashMap<>();
        for (Graph.Wanted link : links) {
            Shape shape = link.shape();
            if (targets(shape).lacks(link.id())) {
                find(finds, link.edge(), shape).add(link.id());
            }
        }
        for (Graph.WantedReferrers link : backLinks) {
            Shape shape = link.shape();
            if (targets(shape).lacksReferrers(link.edge().link(), link.id())) {
                find(finds, link.edge(), shape).addReferred(link.edge(), link.id());
            }
        }
        return finds.values().stream()
                .map(TargetFind::chunks)
                .flatMap(Collection::stream)
                .sorted(Comparator.comparingInt(TargetFind::size).reversed())
                .toList();
    }

    private static TargetFind find(Map<Shape, TargetFind> finds, FetchNode.Edge edge, Shape shape) {
        return finds.computeIfAbsent(shape, key -> new TargetFind(edge.node(), key));
    }

    /** What a find came to. */
    private record Found(TargetFind find, List<Loaded> documents) {}

    private Mono<Found> run(TargetFind find) {
        return sender.apply(find).map(documents -> new Found(find, documents));
    }

    /** One after the other, on whichever thread the reply comes. */
    private void enter(Found found) {
        bytes += targets(found.find.shape()).enter(found.find, found.documents);
    }
}
