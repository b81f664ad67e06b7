// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.DocumentReadException;
import dev.ligature.internal.driver.Database;
import dev.ligature.internal.driver.Results;
import dev.ligature.internal.driver.SessionContext;
import dev.ligature.internal.driver.TimeLimit;
import dev.ligature.internal.plan.FetchNode;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Loads what is linked to a stream of roots, window by window, and keeps their order. While one window is emitted, the
 * next is loaded, and the roots of the one after that are read; no more, so that memory is bounded. If a root or
 * something that is linked to it cannot be read, the error comes after the roots before it have been emitted.
 */
final class Loader {
    private final Database database;
    private final View<?> view;

    Loader(Database database, View<?> view) {
        this.database = database;
        this.view = view;
    }

    /**
     * The roots with their links bound.
     *
     * @param sides the links of the roots' side arrays, by their numbers
     */
    Flux<Object> load(Flux<Root> roots, FetchNode fetch, List<? extends FetchNode.@Nullable Edge> sides) {
        if (fetch.isLeaf()) {
            return roots.map(Root::document);
        }
        return Flux.deferContextual(context -> {
            WindowSize size = new WindowSize(fetch.isJoined());
            Flux<Root> readable =
                    roots.onErrorResume(DocumentReadException.class, failure -> Flux.just(Root.damaged(failure)));
            Flux<Window> windows = new WindowFlux<>(readable, size)
                    .map(some -> new Window(this::send, graphs(some, fetch, sides), bytes(some)));
            TimeLimit timeLimit = database.timeLimit();
            if (SessionContext.in(context) != null) { // a session takes one command at a time
                return windows.concatMap(
                        window -> timeLimit
                                .batch(window.load(size))
                                .flatMapMany(graphs -> Flux.fromIterable(finished(graphs))),
                        0);
            }
            return windows.concatMap(window -> timeLimit.batch(window.load(size)), 1)
                    .concatMap(graphs -> Flux.fromIterable(finished(graphs)), 0);
        });
    }

    /** The documents that a find brings, each decoded once. */
    private Mono<List<Loaded>> send(TargetFind find) {
        Shape shape = find.shape();
        Results<Loaded> results = new Results<>(
                Loaded.class,
                source -> Loaded.read(shape, source, find::isShared),
                (failure, stored) -> Loaded.damaged(shape, failure, stored));
        return database.reader(shape.type(), results).read(find.command()).collectList();
    }

    private List<Graph> graphs(List<Root> roots, FetchNode fetch, List<? extends FetchNode.@Nullable Edge> sides) {
        return roots.stream().map(root -> view.graph(root, fetch, sides)).toList();
    }

    private static long bytes(List<Root> roots) {
        long bytes = 0;
        for (Root root : roots) {
            bytes += root.bytes();
        }
        return bytes;
    }

    /** The roots, each bound when it is requested. */
    private static Iterable<Object> finished(List<Graph> graphs) {
        return () -> {
            Iterator<Graph> remaining = graphs.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return remaining.hasNext();
                }

                @Override
                public Object next() {
                    return remaining.next().finish();
                }
            };
        };
    }
}
