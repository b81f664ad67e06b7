// SPDX-License-Identifier: Apache-2.0
package dev.ligature.repository;

import com.mongodb.client.cursor.TimeoutMode;
import dev.ligature.internal.driver.Operations;
import dev.ligature.internal.load.Query;
import dev.ligature.internal.load.Store;
import dev.ligature.internal.plan.FindRequest;
import dev.ligature.internal.predicate.PathAccess;
import dev.ligature.internal.write.GraphDeleter;
import dev.ligature.internal.write.QueryWriter;
import dev.ligature.path.FetchPath;
import dev.ligature.path.Sort;
import dev.ligature.path.Update;
import dev.ligature.query.DeletePlan;
import dev.ligature.query.DeleteRule;
import dev.ligature.query.FetchPlan;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.MissingTargets;
import dev.ligature.query.Page;
import dev.ligature.query.PageRequest;
import dev.ligature.spi.ProjectionType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A query: a condition, what is fetched, an order and a page. It is immutable: every method that refines it returns
 * another query.
 *
 * <p>The publishers are cold. Nothing is sent before you subscribe, each subscription runs the query again, and
 * cancelling closes the cursor. A query takes part in the transaction of its subscriber's context, if there is one.
 *
 * <p>Every publisher fails with {@link dev.ligature.InvalidValueException} if a member cannot store an operand of the
 * condition, with {@link dev.ligature.OperationException} if the driver or the server refuses a command, and with
 * {@link dev.ligature.DocumentReadException} if a document does not fit its declaration. If links are fetched, it fails
 * with {@link dev.ligature.AmbiguousBackLinkException} if several documents refer to one with a single back link. The
 * methods name only the other errors. Null arguments throw a {@code NullPointerException} at once.
 *
 * @param <T> the document
 * @param <I> the type of the document's id
 */
public final class Find<T, I> {
    private final Store<T> store;
    private final QueryWriter<T> writer;
    private final FindRequest request;

    Find(Store<T> store, QueryWriter<T> writer, FindRequest request) {
        this.store = store;
        this.writer = writer;
        this.request = request;
    }

    /**
     * Fetches the links at the ends of the given paths and on the way to them: {@code fetch(house.door(),
     * house.yards().gardener())}. The paths may go through back links.
     *
     * @throws IllegalArgumentException if a path is the document itself
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Find<T, I> fetch(FetchPath<T, ?, ?>... paths) {
        return with(request.withFetch(Fetches.named(request.fetch(), paths)));
    }

    /** Fetches all links, to the document's {@code maxDepth}. */
    public Find<T, I> fetchLinks() {
        return fetchLinks(store.type().maxDepth());
    }

    /**
     * Fetches all links to the given depth: 1 is the document's own links, 0 none.
     *
     * @throws IllegalArgumentException if the depth is negative
     */
    public Find<T, I> fetchLinks(int depth) {
        return with(request.withFetch(request.fetch().withDepth(Fetches.depth(depth))));
    }

    /**
     * Fetches one link to a depth of its own: 1 is the linked documents without their links, 0 does not fetch them.
     * Overrides {@link #fetchLinks()}.
     *
     * @throws IllegalArgumentException if the depth is negative, or if the path is the document itself
     */
    public Find<T, I> depth(FetchPath<T, ?, ?> path, int depth) {
        return with(request.withFetch(request.fetch().withDepth(Fetches.links(path), Fetches.depth(depth))));
    }

    /**
     * Sets what happens to links whose document does not exist. The default is {@link MissingTargets#KEEP}.
     *
     * <p>With {@link MissingTargets#FAIL} the query fails with {@link dev.ligature.DanglingLinkException} if there is
     * one.
     */
    public Find<T, I> missing(MissingTargets rule) {
        return with(request.withFetch(request.fetch().withMissing(Objects.requireNonNull(rule, "rule"))));
    }

    /** Sets how links are fetched. The default is {@link FetchStrategy#AUTO}. */
    public Find<T, I> using(FetchStrategy strategy) {
        return with(request.withStrategy(Objects.requireNonNull(strategy, "strategy")));
    }

    /**
     * Sets how many ids a condition through a link may give before a join takes its place. The default is 10,000.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Find<T, I> semiJoinBound(int ids) {
        return with(
                request.withReading(request.reading().withSemiJoinBound(Fetches.notNegative("semiJoinBound", ids))));
    }

    /** Orders the documents by the given keys, after the keys of earlier calls. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Find<T, I> sort(Sort<T>... keys) {
        PathAccess access = PathAccess.DOOR.get();
        return with(request.withOrders(Arrays.stream(keys).map(access::order).toList()));
    }

    /**
     * Leaves out the given number of documents at the beginning. If the query has a sort, documents that are equal in
     * it are ordered by their ids. Without a sort, the order is the server's.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Find<T, I> skip(int documents) {
        return with(request.withSkip(Fetches.notNegative("skip", documents)));
    }

    /**
     * Takes at most the given number of documents; 0 takes all. If the query has a sort, documents that are equal in it
     * are ordered by their ids.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Find<T, I> limit(int documents) {
        return with(request.withLimit(Fetches.notNegative("limit", documents)));
    }

    /**
     * Sets how many documents each reply of the server has, from the first one on, and so how much of a slowly consumed
     * stream is held in memory. The default, 0, follows demand: a reply has what you demand at once or, if you have
     * demanded more before, as many as that, up to 1,000. A server ends a reply at 16 MB. If links are fetched,
     * documents are loaded in windows, and a window waits for as many replies as it needs.
     *
     * @throws IllegalArgumentException if it is negative
     * @see <a href="https://www.mongodb.com/docs/manual/reference/method/cursor.batchSize/">cursor.batchSize</a>
     */
    public Find<T, I> batchSize(int documents) {
        return with(request.withReading(request.reading().withBatchSize(Fetches.notNegative("batchSize", documents))));
    }

    /**
     * Sets what the timeout of the client or database ({@code timeoutMS}) bounds of a stream: {@link #all()} or {@link
     * #ids()}. With {@link TimeoutMode#ITERATION}, the default, it bounds the time until the first documents come, and
     * then each batch anew: a reply, and what a fetch loads for a window. The consumer may take as long as it likes.
     * With {@link TimeoutMode#CURSOR_LIFETIME} it bounds everything, including the consumer. Every other operation has
     * the time once, for all that it sends. If there is no timeout, this setting has no effect.
     *
     * @see <a
     *     href="https://www.mongodb.com/docs/languages/java/reactive-streams-driver/current/connection/specify-connection-options/csot/">Limit
     *     execution time</a>
     */
    public Find<T, I> timeoutMode(TimeoutMode mode) {
        return with(request.withReading(request.reading().withTimeoutMode(Objects.requireNonNull(mode, "mode"))));
    }

    /**
     * Returns the same query for projections of its documents. Only the fields and links that the projection shows are
     * read. They are all joined in one aggregation, or all read in batches, as {@link FetchStrategy} says.
     *
     * @param projection a record annotated with {@link dev.ligature.annotation.Projection}
     * @throws IllegalArgumentException if it is not a projection of this document
     * @throws IllegalStateException if the query names links to fetch: a projection names them with its components
     * @throws dev.ligature.UnsupportedTypeException if the database's codec registry lacks a codec that a component needs
     */
    public <P> ProjectedFind<P> as(Class<P> projection) {
        ProjectionType<P> type = ProjectionType.of(Objects.requireNonNull(projection, "projection"));
        if (type.document() != store.type()) {
            throw new IllegalArgumentException(type + " is a projection of " + type.document()
                    + ", so it cannot be read from documents of type " + store.type() + ". Use a projection of "
                    + store.type() + ", or query " + type.document() + ".");
        }
        if (request.fetch().isOfDocuments()) {
            throw new IllegalStateException(
                    "as(" + type + ") reads what the projection shows and takes no fetch, fetchLinks,"
                            + " depth or missing. Leave them out.");
        }
        return new ProjectedFind<>(operations(), store.query(request, type), this + " as " + type);
    }

    /**
     * Finds the documents. They are read as you demand them, and {@linkplain #batchSize ahead of that} within bounds.
     * If one of them cannot be read, the documents before it are emitted first.
     */
    public Flux<T> all() {
        return operations().named("find", query().all());
    }

    /** Finds the first document. Empty if there is none. */
    public Mono<T> first() {
        return operations().named("find", query().first());
    }

    /**
     * Finds the only document. Empty if there is none.
     *
     * <p>Fails with {@link dev.ligature.NonUniqueResultException} if there are several.
     */
    public Mono<T> one() {
        return operations().named("find", query().one());
    }

    /** Counts the documents, within skip and limit. */
    public Mono<Long> count() {
        return operations().named("count", store.count(request));
    }

    /** Tells whether there is a document. */
    public Mono<Boolean> exists() {
        return operations().named("exists", store.exists(request.withoutOrders()));
    }

    /** Finds the ids of the documents, in the order of the query. */
    @SuppressWarnings("unchecked") // I is the type of the document's id
    public Flux<I> ids() {
        return (Flux<I>) operations().named("ids", store.ids(request));
    }

    /**
     * Returns how the query will be answered. Sends nothing.
     *
     * @throws dev.ligature.InvalidValueException if a member cannot store an operand of the condition
     */
    public FetchPlan plan() {
        return query().plan();
    }

    /**
     * Finds a page of the documents: the first one, the one after the page that gave the token, whatever has been
     * inserted or deleted in between, or the one {@linkplain PageRequest#at at an offset}. The id is added as the last
     * key of the sort, so no two documents are equal in it. A page reads one document more than it has, and with
     * {@link PageRequest#withTotal()} it sends a count.
     *
     * <p>Fails with {@link dev.ligature.InvalidPageTokenException} if the token does not belong to this document and
     * sort; then nothing is sent. If one document of the page cannot be read, nothing of the page is emitted.
     *
     * <pre>{@code
     * Mono<Page<House>> first = houses.find(c).sort(house.name.asc()).fetch(house.door()).page(PageRequest.first(20));
     * }</pre>
     *
     * @throws IllegalStateException if the query has a skip or a limit. Also if it sorts by a list or by a member of a
     *     linked document, unless the page is at an offset. You can sort by the id of a linked document, because it is
     *     stored in the document itself
     */
    public Mono<Page<T>> page(PageRequest page) {
        return operations().named("page", query().page(page));
    }

    /**
     * Returns how the given page will be answered, including the count of its total if the page asks for one. Sends
     * nothing.
     *
     * @throws IllegalStateException as {@link #page} does
     * @throws dev.ligature.InvalidPageTokenException if the token does not belong to this document and sort
     */
    public FetchPlan plan(PageRequest page) {
        return query().plan(page);
    }

    /**
     * Changes the documents that satisfy the condition. Emits the number of documents that satisfy it, whether they had
     * to change or not.
     *
     * @throws IllegalStateException if the query has a sort, a skip or a limit
     * @throws IllegalArgumentException if no update is given
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Mono<Long> update(Update<T>... updates) {
        unpaged("update");
        return operations().named("update", writer.update(request, Updates.assignments(List.of(updates))));
    }

    /**
     * Deletes the documents that satisfy the condition: {@link #delete(DeleteRule)} with {@link DeleteRule#DO_NOTHING}.
     *
     * @throws IllegalStateException if the query has a sort, a skip or a limit
     */
    public Mono<Long> delete() {
        return delete(DeleteRule.DO_NOTHING);
    }

    /**
     * Deletes the documents that satisfy the condition, and others with them, as {@link Repository#deleteById(Object,
     * DeleteRule)} does for one document and with as many commands. Emits the number of deleted documents that satisfy
     * the condition; others that are deleted with them do not count.
     *
     * <p>Fails with the errors of {@link Repository#deleteById(Object, DeleteRule)}.
     *
     * @throws IllegalStateException if the query has a sort, a skip or a limit
     */
    public Mono<Long> delete(DeleteRule rule) {
        Objects.requireNonNull(rule, "rule");
        unpaged("delete");
        return operations().named("delete", new GraphDeleter<>(store, writer).delete(request, rule));
    }

    /**
     * Emits what {@code delete(rule)} would do now, including what it would refuse. Sends only the reads and changes
     * nothing.
     *
     * @throws IllegalStateException if the query has a sort, a skip or a limit
     */
    public Mono<DeletePlan> planDelete(DeleteRule rule) {
        Objects.requireNonNull(rule, "rule");
        unpaged("delete");
        return operations().named("planDelete", new GraphDeleter<>(store, writer).plan(request, rule));
    }

    private Operations operations() {
        return store.operations();
    }

    private Query<T> query() {
        return store.query(request);
    }

    private void unpaged(String operation) {
        if (request.isPaged()) {
            throw new IllegalStateException(
                    operation + " changes all documents for which the condition holds and takes no sort,"
                            + " skip or limit. Find the ids of a page first, then " + operation + " by them.");
        }
    }

    private Find<T, I> with(FindRequest changed) {
        return new Find<>(store, writer, changed);
    }

    /** Returns the condition as a text for people. */
    @Override
    public String toString() {
        return "find " + store.type() + " where " + request.predicate();
    }
}
