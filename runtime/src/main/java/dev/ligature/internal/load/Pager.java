// SPDX-License-Identifier: Apache-2.0
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
 * Reads a query page by page. Each page starts after the last document of the one before it, wherever that is by now,
 * or after a number of documents.
 *
 * @param <X> a result
 */
public final class Pager<X> {
    private final Query<X> query;
    private final Store<?> store;
    private final FindRequest request;
    private final PageRequest page;
    private final @Nullable Keyset keyset;

    /**
     * @param query without skip and limit
     * @throws IllegalStateException if the page starts after another one, and the query's sort has no places to start
     *     at
     */
    public Pager(Query<X> query, PageRequest page) {
        this.query = query;
        this.store = query.store();
        this.request = query.request();
        this.page = page;
        this.keyset = page.isAtOffset() ? null : Keyset.of(request.type(), request.orders());
    }

    /**
     * Reads a page, then counts if asked to: one after the other, as a transaction needs it. The semi-joins are
     * answered once for both.
     */
    public Mono<Page<X>> page() {
        return store.database().timeLimit().whole(Mono.defer(() -> {
            Query<X> documents = query.with(planned());
            Cut cut = new Cut();
            return store.answers(request).flatMap(answers -> documents
                    .chosen(answers, this::keepingKeys, cut::of)
                    .collectList()
                    .flatMap(all ->
                            total(answers).map(total -> new Page<>(all, page, cut.last != null, cut.next(), total))));
        }));
    }

    private Mono<OptionalLong> total(ConditionResolver.Answers answers) {
        return page.isWithTotal()
                ? store.count(request, answers).map(OptionalLong::of)
                : Mono.just(OptionalLong.empty());
    }

    /** A projection need not show the values after which the next page starts. */
    private QueryPlan keepingKeys(QueryPlan plan) {
        return keyset == null ? plan : plan.keeping(plan.kept().with(keyset.fields()));
    }

    /** How a page will be answered. Sends nothing. */
    public FetchPlan plan() {
        FindRequest planned = planned();
        return store.plan(planned, printer -> {
            printer.query(keepingKeys(store.plan(planned)), query.shownAs());
            return page.isWithTotal() ? printer.total(store.plan(Store.counted(request))) : printer;
        });
    }

    /** The query of a page and one more document, which tells whether there is another page. */
    private FindRequest planned() {
        int size = page.size();
        FindRequest limited = request.withLimit(size == Integer.MAX_VALUE ? size : size + 1);
        Keyset keys = keyset;
        if (keys == null) {
            return limited.withSkip(page.offset());
        }
        FindRequest planned = limited.withoutOrders().withOrders(keys.orders());
        return page.token()
                .map(token -> new KeysetFilter(keys, KeysetToken.decode(keys, token)))
                .map(filter -> planned.and(new Predicate.Raw(filter)))
                .orElse(planned);
    }

    /**
     * Cuts a page off the stored documents of one subscription. The extra document is not decoded, and its links are
     * not fetched.
     */
    private final class Cut {
        /** The end of the page, if there is another page. */
        private @Nullable RawBsonDocument last;

        Flux<RawBsonDocument> of(Flux<RawBsonDocument> stored) {
            return stored.collectList().flatMapIterable(all -> {
                int size = page.size();
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
            return last == null || keyset == null ? null : KeysetToken.encode(keyset, keyset.values(last));
        }
    }
}
