package dev.ligature.repository;

import com.mongodb.client.cursor.TimeoutMode;
import dev.ligature.internal.load.Query;
import dev.ligature.internal.load.Store;
import dev.ligature.internal.plan.FindRequest;
import dev.ligature.internal.predicate.PathAccess;
import dev.ligature.internal.write.GraphDeleter;
import dev.ligature.internal.write.QueryWriter;
import dev.ligature.path.DocumentPath;
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
 * A query: a condition, what is fetched, an order and a page. Immutable: every method that refines it returns another query.
 * What it runs is cold: commands go out on subscription, again with each one, and stop when it is cancelled. Errors are
 * {@link dev.ligature.LigatureException}s.
 *
 * @param <T> the document
 * @param <I> the document's id
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
     * Fetches the links at the ends of paths and on the way to them: {@code fetch(house.door(), house.windows().frame())}. Back
     * links too.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Find<T, I> fetch(DocumentPath<T, ?>... paths) {
        return with(request.withFetch(Fetches.named(request.fetch(), paths)));
    }

    /** Fetches all links, to the document's {@code maxDepth}. */
    public Find<T, I> fetchLinks() {
        return fetchLinks(store.type().maxDepth());
    }

    /** Fetches all links to a depth: 1 is the document's own links, 0 none. */
    public Find<T, I> fetchLinks(int depth) {
        return with(request.withFetch(request.fetch().withDepth(Fetches.depth(depth))));
    }

    /**
     * Fetches one link to a depth of its own: 1 is the linked documents as they are, 0 does not fetch them. Wins over
     * {@link #fetchLinks()}.
     */
    public Find<T, I> depth(DocumentPath<T, ?> path, int depth) {
        return with(request.withFetch(request.fetch().withDepth(Fetches.links(path), Fetches.depth(depth))));
    }

    /** What becomes of links whose document does not exist; {@link MissingTargets#KEEP} unless told otherwise. */
    public Find<T, I> missing(MissingTargets rule) {
        return with(request.withFetch(request.fetch().withMissing(Objects.requireNonNull(rule, "rule"))));
    }

    /** How links are fetched; {@link FetchStrategy#AUTO} unless told otherwise. */
    public Find<T, I> using(FetchStrategy strategy) {
        return with(request.withStrategy(Objects.requireNonNull(strategy, "strategy")));
    }

    /**
     * How many ids a condition through a link may give before a join takes its place; 10,000 unless told otherwise.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public Find<T, I> semiJoinBound(int ids) {
        return with(
                request.withReading(request.reading().withSemiJoinBound(Fetches.notNegative("semiJoinBound", ids))));
    }

    /** Orders the documents by keys, after those given before. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Find<T, I> sort(Sort<T>... keys) {
        PathAccess access = PathAccess.DOOR.get();
        return with(request.withOrders(Arrays.stream(keys).map(access::order).toList()));
    }

    /**
     * Leaves out the first documents. Of documents that are equal in the sort the id says which come first; without a sort the
     * order is the server's.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public Find<T, I> skip(int documents) {
        return with(request.withSkip(Fetches.notNegative("skip", documents)));
    }

    /**
     * Takes this number of documents at most; 0 takes all. Of documents that are equal in the sort the id says which come first.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public Find<T, I> limit(int documents) {
        return with(request.withLimit(Fetches.notNegative("limit", documents)));
    }

    /**
     * How many documents each reply of the server has, from the first on: what is held of a stream that is taken slowly. 0, the default,
     * leaves it to demand: a reply has what is demanded at once, and where more has been demanded before, as many as that, up to
     * 1,000. A server ends a reply at 16 MB. Links are fetched in windows of documents, which wait for as many replies as they need.
     *
     * @throws IllegalArgumentException when it is negative
     * @see <a href="https://www.mongodb.com/docs/manual/reference/method/cursor.batchSize/">cursor.batchSize</a>
     */
    public Find<T, I> batchSize(int documents) {
        return with(request.withReading(request.reading().withBatchSize(Fetches.notNegative("batchSize", documents))));
    }

    /**
     * What the timeout of the client or database ({@code timeoutMS}) bounds of a stream, {@link #all()} or {@link #ids()}. By
     * {@link TimeoutMode#ITERATION}, the default, the time until the first documents come, and then each batch anew: a reply, and what a
     * fetch loads for a window. The consumer may take as long as it likes. By {@link TimeoutMode#CURSOR_LIFETIME} all of it, the
     * consumer too. All other operations have the time once, for all that they send. Without a timeout it says nothing.
     *
     * @see <a href="https://www.mongodb.com/docs/languages/java/reactive-streams-driver/current/connection/specify-connection-options/csot/">Limit
     *     execution time</a>
     */
    public Find<T, I> timeoutMode(TimeoutMode mode) {
        return with(request.withReading(request.reading().withTimeoutMode(Objects.requireNonNull(mode, "mode"))));
    }

    /**
     * The same query for projections of its documents: only the fields and links that these show are read, all joined in one
     * aggregation or all in batches: {@link FetchStrategy} says which.
     *
     * @param projection a record annotated with {@link dev.ligature.annotation.Projection}
     * @throws IllegalArgumentException when it is no projection of this document
     * @throws IllegalStateException when the query names links to fetch, which a projection does by its members
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
        return new ProjectedFind<>(store.query(request, type), this + " as " + type);
    }

    /**
     * The documents, read as they are demanded, and {@linkplain #batchSize ahead of that} within bounds. One that cannot be read is a
     * {@link dev.ligature.DocumentReadException} after those before it.
     */
    public Flux<T> all() {
        return query().all();
    }

    /** The first document, or empty. */
    public Mono<T> first() {
        return query().first();
    }

    /** The only document, or empty; a {@link dev.ligature.NonUniqueResultException} when there are several. */
    public Mono<T> one() {
        return query().one();
    }

    /** The number of documents; skip and limit count. */
    public Mono<Long> count() {
        return store.count(request);
    }

    /** Whether there is a document. */
    public Mono<Boolean> exists() {
        return store.exists(request.withoutOrders());
    }

    /** The ids of the documents, in the order of the query. */
    @SuppressWarnings("unchecked") // I is the type of the document's id
    public Flux<I> ids() {
        return (Flux<I>) store.ids(request);
    }

    /** How the query will be answered. Sends nothing. */
    public FetchPlan plan() {
        return query().plan();
    }

    /**
     * A page of the documents: the first, or the one after a page that is known by its token, whatever has been inserted or deleted
     * in between. The id is added to the sort as its last key, so that the order is a total one. A page reads one document more
     * than it has, and with {@link PageRequest#withTotal()} sends a count.
     *
     * <p>Signals {@link dev.ligature.InvalidPageTokenException} when the token is not one of this document and sort, and nothing else of a
     * page with a document that cannot be read than a {@link dev.ligature.DocumentReadException}: a page is all or nothing.
     *
     * <pre>{@code
     * Mono<Page<House>> first = houses.find(c).sort(house.name.asc()).fetch(house.door()).page(PageRequest.first(20));
     * }</pre>
     *
     * @throws IllegalStateException when the query has a skip or a limit, or sorts by a list or by a member of a linked document; a
     *     linked id, which is stored in the document, can be sorted by
     */
    public Mono<Page<T>> page(PageRequest page) {
        return query().page(page);
    }

    /**
     * How a page will be answered, with the count of its total where that is asked for. Sends nothing.
     *
     * @throws IllegalStateException as {@link #page}
     * @throws dev.ligature.InvalidPageTokenException when the token is not one of this document and sort
     */
    public FetchPlan plan(PageRequest page) {
        return query().plan(page);
    }

    /**
     * Changes the documents for which the condition holds.
     *
     * @return the number of documents for which it holds, changed or not
     * @throws IllegalStateException when the query names an order or a page
     * @throws IllegalArgumentException when there is no update
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Mono<Long> update(Update<T>... updates) {
        unpaged("update");
        return writer.update(request, Updates.assignments(List.of(updates)));
    }

    /**
     * Deletes the documents for which the condition holds: {@link #delete(DeleteRule)} with {@link DeleteRule#DO_NOTHING}.
     *
     * @return the number of documents deleted
     * @throws IllegalStateException when the query names an order or a page
     */
    public Mono<Long> delete() {
        return delete(DeleteRule.DO_NOTHING);
    }

    /**
     * Deletes the documents for which the condition holds, and others with them, as {@link Repository#deleteById(Object, DeleteRule)}
     * does for one: by as many commands.
     *
     * @return the number of documents deleted for which the condition holds; others that are deleted with them do not count
     * @throws IllegalStateException when the query names an order or a page
     */
    public Mono<Long> delete(DeleteRule rule) {
        Objects.requireNonNull(rule, "rule");
        unpaged("delete");
        return new GraphDeleter<>(store, writer).delete(request, rule);
    }

    /**
     * What {@code delete(rule)} would do now, refusals among it. Sends the reads only and changes nothing.
     *
     * @throws IllegalStateException when the query names an order or a page
     */
    public Mono<DeletePlan> planDelete(DeleteRule rule) {
        Objects.requireNonNull(rule, "rule");
        unpaged("delete");
        return new GraphDeleter<>(store, writer).plan(request, rule);
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

    /** The condition, for people. */
    @Override
    public String toString() {
        return "find " + store.type() + " where " + request.predicate();
    }
}
