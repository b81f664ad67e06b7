// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.NonUniqueResultException;
import dev.ligature.internal.Excerpt;
import dev.ligature.internal.bson.DriverBytes;
import dev.ligature.internal.driver.Command;
import dev.ligature.internal.driver.Results;
import dev.ligature.internal.plan.FindRequest;
import dev.ligature.internal.plan.Match;
import dev.ligature.internal.plan.QueryPlan;
import dev.ligature.query.FetchPlan;
import dev.ligature.query.Page;
import dev.ligature.query.PageRequest;
import dev.ligature.spi.ExtraFields;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A query of a repository, for documents with their links or for projections of them. Immutable. What it returns is
 * cold: each subscription sends the commands anew.
 *
 * @param <X> a result
 */
public final class Query<X> {
    private final Store<?> store;
    private final FindRequest request;
    private final View<X> view;
    private final Loader loader;

    Query(Store<?> store, FindRequest request, View<X> view) {
        this.store = store;
        this.request = request;
        this.view = view;
        this.loader = new Loader(store.database(), view);
    }

    FindRequest request() {
        return request;
    }

    Store<?> store() {
        return store;
    }

    /** What the results show documents as, for plans; empty for documents as they are. */
    String shownAs() {
        return view.shownAs();
    }

    /** The same for another request of the same results. */
    Query<X> with(FindRequest other) {
        return new Query<>(store, other, view);
    }

    /** How the query will be answered. Sends nothing. */
    public FetchPlan plan() {
        return store.plan(request, printer -> printer.query(store.plan(request), view.shownAs()));
    }

    /** How many documents the query has, within its page. */
    public Mono<Long> count() {
        return store.count(request);
    }

    /** Whether the query has a document. */
    public Mono<Boolean> exists() {
        return store.exists(request.withoutOrders());
    }

    /** A page of the results. */
    public Mono<Page<X>> page(PageRequest page) {
        return pager(page).page();
    }

    /** How a page will be answered, including its total if it is requested. Sends nothing. */
    public FetchPlan plan(PageRequest page) {
        return pager(page).plan();
    }

    private Pager<X> pager(PageRequest page) {
        Objects.requireNonNull(page, "page");
        if (request.skip() > 0 || request.limit() > 0) {
            throw new IllegalStateException(
                    "page(" + page + ") already says where it starts and how many documents it has. Leave out"
                            + " skip and limit, or use all().");
        }
        return new Pager<>(this, page);
    }

    /** The results in the order of the query. */
    public Flux<X> all() {
        return store.timed(request, results(request, query -> store.answered(query, match -> read(query, match))));
    }

    /**
     * The results of a query whose semi-joins are answered.
     *
     * @param choice says which of the stored documents are read; side arrays of joins are among their fields
     * @param keeping what else must be read of the stored documents
     */
    Flux<X> chosen(
            ConditionResolver.Answers answers,
            UnaryOperator<QueryPlan> keeping,
            UnaryOperator<Flux<RawBsonDocument>> choice) {
        return results(request, planned -> {
            QueryPlan query = keeping.apply(planned);
            return Flux.defer(() -> {
                Flux<RawBsonDocument> stored = store.database().reader(request.type(), Results.RAW).stream(
                        query.root(answers.match(query)), isReadAhead(query));
                return loader.load(
                        choice.apply(stored).map(each -> RootReader.read(view, query, DriverBytes.of(each))),
                        query.fetch(),
                        query.sides());
            });
        });
    }

    /** The first result, or empty. */
    public Mono<X> first() {
        return with(request.withLimit(1)).all().next();
    }

    /** The only result, or empty; fails when there are several. */
    public Mono<X> one() {
        int limit = request.limit() == 1 ? 1 : 2;
        FindRequest limited = request.withLimit(limit);
        return store.timed(limited, roots(limited, query -> store.answered(query, match -> read(query, match))))
                .collectList()
                .flatMap(roots -> {
                    if (roots.size() > 1) {
                        return Mono.error(notUnique(idOf(roots.get(0)), idOf(roots.get(1))));
                    }
                    return roots.isEmpty() ? Mono.empty() : Mono.fromSupplier(() -> view.result(roots.get(0)));
                });
    }

    private NonUniqueResultException notUnique(@Nullable Object id, @Nullable Object otherId) {
        return new NonUniqueResultException(request.type() + ": " + request.predicate()
                + " holds for several documents, among them " + Excerpt.of(id) + " and "
                + Excerpt.of(otherId)
                + ". Narrow the condition, or use first().");
    }

    private @Nullable Object idOf(Object root) {
        return view.root().idOf(root);
    }

    private Flux<X> results(FindRequest asked, Answer answer) {
        return roots(asked, answer).map(view::result);
    }

    /** The result of a planned query: roots with everything that is linked to them. */
    private interface Answer {
        Flux<Object> to(QueryPlan query);
    }

    /**
     * Plans on subscription, so that a wrong operand is signalled by the publisher. Uses joins if there are any, as far
     * as their size allows.
     */
    private Flux<Object> roots(FindRequest asked, Answer answer) {
        return store.sizes()
                .answer(
                        asked,
                        fewExpected -> Flux.defer(() -> {
                            QueryPlan query = store.planner().plan(asked, fewExpected);
                            Flux<Object> roots = answer.to(query);
                            return query.hasJoins()
                                    ? new JoinFallback<Object>(asked.type(), this::idOf, asked.limit())
                                            .apply(
                                                    roots,
                                                    () -> answer.to(
                                                            store.planner().planBatches(asked)))
                                    : roots;
                        }));
    }

    private Flux<Object> read(QueryPlan query, Match match) {
        Command.Read command = query.root(match);
        if (query.fetch().isLeaf()) {
            Shape shape = view.root();
            Results<Object> documents = Results.of(Object.class, source -> shape.read(source, ExtraFields.SKIP));
            return store.database().reader(request.type(), documents).stream(command, isReadAhead(query));
        }
        Results<Root> roots = Results.of(Root.class, source -> RootReader.read(view, query, source));
        return loader.load(
                store.database().reader(request.type(), roots).stream(command, isReadAhead(query)),
                query.fetch(),
                query.sides());
    }

    /** A query that fetches links reads ahead by itself: windows, as large as memory allows. */
    private static boolean isReadAhead(QueryPlan query) {
        return query.fetch().isLeaf();
    }
}
