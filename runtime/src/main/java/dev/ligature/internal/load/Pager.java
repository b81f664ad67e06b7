package dev.ligature.internal.load;

import dev.ligature.internal.plan.FindRequest;
import dev.ligature.internal.plan.Keyset;
import dev.ligature.internal.plan.KeysetFilter;
import dev.ligature.internal.plan.KeysetToken;
import dev.ligature.internal.plan.QueryPlan;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.query.FetchPlan;
import dev.ligature.query.Page;
import dev.ligature.query.PageRequest;
import java.util.OptionalLong;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads a query page by page. Each page starts after the last document of the one before it, wherever that is by now.
 *
 * @param <X> a result
 */
public final class Pager<X> {
    private final Query<X> query;
    private final Store<?> store;
    private final FindRequest request;
    private final Keyset keyset;

    /**
     * @param query without skip and limit
     * @throws IllegalStateException when no page can start at a place in the query's sort
     */
    public Pager(Query<X> query) {
        this.query = query;
        this.store = query.store();
        this.request = query.request();
        this.keyset = Keyset.of(request.type(), request.orders());
    }

    /**
     * Reads a page, then counts if asked to: one after the other, as a transaction needs it. The semi-joins are
     * answered once for both.
     */
    public Mono<Page<X>> page(PageRequest page) {
        return store.database().timeLimit().whole(Mono.defer(() -> {
            Query<X> documents = query.with(planned(page));
            Cut cut = new Cut(page.size());
            return store.answers(request).flatMap(answers -> documents
                    .chosen(answers, this::keepingKeys, cut::of)
                    .collectList()
                    .flatMap(all -> total(page, answers).map(total -> new Page<>(all, page, cut.next(), total))));
        }));
    }

    private Mono<OptionalLong> total(PageRequest page, ConditionResolver.Answers answers) {
        return page.isWithTotal()
                ? store.count(request, answers).map(OptionalLong::of)
                : Mono.just(OptionalLong.empty());
    }

    /** A projection need not show the values after which the next page starts. */
    private QueryPlan keepingKeys(QueryPlan plan) {
        return plan.keeping(plan.kept().with(keyset.fields()));
    }

    /** How a page will be answered. Sends nothing. */
    public FetchPlan plan(PageRequest page) {
        FindRequest planned = planned(page);
        return store.plan(planned, printer -> {
            printer.query(keepingKeys(store.plan(planned)), query.shownAs());
            return page.isWithTotal() ? printer.total(store.plan(Store.counted(request))) : printer;
        });
    }

    /** The query of a page and one more document, which tells whether there is another page. */
    private FindRequest planned(PageRequest page) {
        int size = page.size();
        FindRequest planned = request.withoutOrders()
                .withOrders(keyset.orders())
                .withLimit(size == Integer.MAX_VALUE ? size : size + 1);
        return page.token()
                .map(token -> new KeysetFilter(keyset, KeysetToken.decode(keyset, token)))
                .map(filter -> planned.and(new Predicate.Raw(filter)))
                .orElse(planned);
    }

    /**
     * Cuts a page off the stored documents of one subscription. The extra document is not decoded, and its links are
     * not fetched.
     */
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

        /**
         * The token of the next page, or null. It is created after the documents have been read: a document that cannot
         * be read is the better error than a place where no page can start.
         */
        @Nullable
        String next() {
            return last == null ? null : KeysetToken.encode(keyset, keyset.values(last));
        }
    }
}
