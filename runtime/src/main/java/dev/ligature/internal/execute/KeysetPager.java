package dev.ligature.internal.execute;

import dev.ligature.internal.plan.FindRequest;
import dev.ligature.internal.plan.Keyset;
import dev.ligature.internal.plan.KeysetFilter;
import dev.ligature.internal.plan.KeysetToken;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.repository.FetchPlan;
import dev.ligature.repository.PageRequest;
import java.util.List;
import java.util.OptionalLong;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads a query page by page: each starts after the last document of the one before it, wherever that is by now.
 *
 * @param <T> the document
 */
public final class KeysetPager<T> {
    private final DocumentStore<T> store;
    private final FindRequest request;
    private final Keyset keyset;

    /**
     * @param request without skip and limit
     * @throws IllegalStateException when no page can start at a place in the query's sort
     */
    public KeysetPager(DocumentStore<T> store, FindRequest request) {
        this.store = store;
        this.request = request;
        this.keyset = Keyset.of(request.type(), request.orders());
    }

    /**
     * What a page comes to.
     *
     * @param next the token of the next page, or null on the last one
     */
    public record Result<T>(List<T> items, @Nullable String next, OptionalLong total) {}

    /** Reads a page, then counts when told to: one after the other, as a transaction wants it; the semi-joins are answered once. */
    public Mono<Result<T>> page(PageRequest page) {
        return store.source().timeLimit().whole(Mono.defer(() -> {
            FindRequest query = planned(page);
            Cut cut = new Cut(page.size());
            return store.answers(request).flatMap(answers -> store.allOf(query, cut::of, answers)
                    .collectList()
                    .flatMap(all -> total(page, answers).map(total -> new Result<>(all, cut.next(), total))));
        }));
    }

    private Mono<OptionalLong> total(PageRequest page, ConditionResolver.Answers answers) {
        return page.isWithTotal()
                ? store.count(request, answers).map(OptionalLong::of)
                : Mono.just(OptionalLong.empty());
    }

    /** How a page will be answered, without its total. */
    public FetchPlan plan(PageRequest page) {
        return store.plan(planned(page));
    }

    /** The query of a page, and of one document more: it tells whether there is another page. */
    private FindRequest planned(PageRequest page) {
        int size = page.size();
        FindRequest query = request.withoutOrders()
                .withOrders(keyset.orders())
                .withLimit(size == Integer.MAX_VALUE ? size : size + 1);
        return page.token()
                .map(token -> new KeysetFilter(keyset, KeysetToken.decode(keyset, token)))
                .map(filter -> query.and(new Predicate.Raw(filter)))
                .orElse(query);
    }

    /** Cuts a page off the stored documents of one subscription. The one that is too many is neither read nor are its links fetched. */
    private final class Cut {
        private final int size;
        private @Nullable RawBsonDocument last;

        Cut(int size) {
            this.size = size;
        }

        Flux<RawBsonDocument> of(Flux<RawBsonDocument> stored) {
            return stored.collectList().flatMapIterable(all -> {
                if (all.size() <= size) {
                    return all;
                }
                last = all.get(size - 1);
                return all.subList(0, size);
            });
        }

        /** The token of the next page, or null. Made when the documents have been read: one that cannot be says more than a place at which no page can start. */
        @Nullable
        String next() {
            return last == null ? null : KeysetToken.encode(keyset, keyset.values(last));
        }
    }
}
