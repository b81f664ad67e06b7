package dev.ligature.internal.fetch;

import dev.ligature.DocumentReadException;
import dev.ligature.internal.execute.DocumentCodecs;
import dev.ligature.internal.execute.DocumentSource;
import dev.ligature.internal.execute.SessionContext;
import dev.ligature.internal.execute.TimeLimit;
import dev.ligature.internal.plan.FetchNode;
import dev.ligature.repository.MissingTargets;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.Iterator;
import java.util.List;
import reactor.core.publisher.Flux;

/**
 * Fetches the links of a stream of roots, window by window; keeps their order. While one window is given out the next is
 * loaded and the roots of the one after that are read; no more, so that memory is bounded. A root that cannot be read, or to which one
 * is linked that cannot, is an error when those before it have been given out.
 */
public final class Fetcher {
    private final DocumentCodecs codecs;
    private final DocumentSource source;

    public Fetcher(DocumentCodecs codecs, DocumentSource source) {
        this.codecs = codecs;
        this.source = source;
    }

    /**
     * The roots with their links.
     *
     * @param sides the links of the roots' side arrays, by their numbers
     */
    public Flux<Object> fetch(
            DocumentType<?> type, Flux<Root> roots, List<LinkType> sides, FetchNode fetch, MissingTargets missing) {
        return Flux.deferContextual(context -> {
            WindowSize size = new WindowSize();
            Flux<Root> readable =
                    roots.onErrorResume(DocumentReadException.class, failure -> Flux.just(Root.damaged(failure)));
            Flux<Window> windows = new WindowFlux<>(readable, size)
                    .map(some -> new Window(codecs, source, graphs(type, some, sides, fetch), bytes(some)));
            TimeLimit timeLimit = source.timeLimit();
            if (SessionContext.in(context) != null) { // a session takes one command at a time
                return windows.concatMap(
                        window -> timeLimit
                                .batch(window.load(size))
                                .flatMapMany(graphs -> Flux.fromIterable(finished(graphs, missing))),
                        0);
            }
            return windows.concatMap(window -> timeLimit.batch(window.load(size)), 1)
                    .concatMap(graphs -> Flux.fromIterable(finished(graphs, missing)), 0);
        });
    }

    private List<Graph> graphs(DocumentType<?> type, List<Root> roots, List<LinkType> sides, FetchNode fetch) {
        return roots.stream()
                .map(root -> new Graph(codecs, type, sides, root, fetch))
                .toList();
    }

    private static long bytes(List<Root> roots) {
        long bytes = 0;
        for (Root root : roots) {
            bytes += root.bytes();
        }
        return bytes;
    }

    /** The documents, each stitched when it is asked for. */
    private static Iterable<Object> finished(List<Graph> graphs, MissingTargets missing) {
        return () -> {
            Iterator<Graph> remaining = graphs.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return remaining.hasNext();
                }

                @Override
                public Object next() {
                    return remaining.next().finish(missing);
                }
            };
        };
    }
}
