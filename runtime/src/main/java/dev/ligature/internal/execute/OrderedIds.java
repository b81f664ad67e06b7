package dev.ligature.internal.execute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Flux;

/**
 * Reads documents by their ids, in the order of the ids: each command's documents are put in order when all of them are there.
 *
 * @param <T> the document
 */
public final class OrderedIds<T> {
    private static final int IDS_PER_COMMAND = 10_000;

    private final DocumentStore<T> store;

    public OrderedIds(DocumentStore<T> store) {
        this.store = store;
    }

    /** The documents that there are; one as often as its id is given. */
    public Flux<T> find(Iterable<?> ids) {
        return Flux.fromIterable(ids).buffer(IDS_PER_COMMAND).concatMap(this::inOrder);
    }

    private Flux<T> inOrder(List<?> ids) {
        return store.all(store.byIds(new LinkedHashSet<>(ids)))
                .collect(() -> new HashMap<Object, T>(), (byId, document) -> byId.put(idOf(document), document))
                .flatMapIterable(byId -> present(ids, byId));
    }

    private List<T> present(List<?> ids, Map<Object, T> byId) {
        List<T> documents = new ArrayList<>(ids.size());
        for (Object id : ids) {
            T document = byId.get(id);
            if (document != null) {
                documents.add(document);
            }
        }
        return documents;
    }

    private Object idOf(T document) {
        return Objects.requireNonNull(store.type().idOf(document), "a stored document has an id");
    }
}
