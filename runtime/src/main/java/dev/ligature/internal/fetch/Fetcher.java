package dev.ligature.internal.fetch;

import dev.ligature.internal.execute.DocumentCodecs;
import dev.ligature.internal.execute.DocumentSource;
import dev.ligature.internal.plan.FetchNode;
import dev.ligature.repository.MissingTargets;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.List;
import reactor.core.publisher.Flux;

/** Fetches the links of a stream of roots, window by window; keeps their order. */
public final class Fetcher {
    /** Roots whose links are loaded together. */
    public static final int WINDOW = 1_000;

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
        return roots.map(root -> new Graph(codecs, type, sides, root, fetch))
                .buffer(WINDOW)
                .concatMap(
                        graphs -> new Window(codecs, source, graphs)
                                .load()
                                .thenMany(Flux.fromIterable(graphs).map(graph -> graph.finish(missing))),
                        1);
    }
}
