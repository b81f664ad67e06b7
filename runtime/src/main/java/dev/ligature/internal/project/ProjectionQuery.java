package dev.ligature.internal.project;

import dev.ligature.DocumentReadException;
import dev.ligature.LigatureException;
import dev.ligature.internal.Excerpt;
import dev.ligature.internal.execute.DocumentStore;
import dev.ligature.internal.execute.JoinFallback;
import dev.ligature.internal.execute.Selection;
import dev.ligature.internal.execute.SessionContext;
import dev.ligature.internal.plan.FindRequest;
import dev.ligature.internal.plan.Planner;
import dev.ligature.internal.plan.QueryPlan;
import dev.ligature.repository.FetchPlan;
import dev.ligature.repository.FetchStrategy;
import dev.ligature.spi.Fragment;
import dev.ligature.spi.ProjectionCodec;
import dev.ligature.spi.ProjectionNode;
import dev.ligature.spi.ProjectionType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs a query whose results are projections. The condition, the sort and the page are those of documents; what follows reads
 * only the fields and links that the projection shows.
 *
 * @param <P> the projection
 */
public final class ProjectionQuery<P> {
    /** Roots whose links are loaded together. */
    private static final int WINDOW = 1_000;

    private final DocumentStore<?> store;
    private final ProjectionCodec<P> codec;
    private final FindRequest request;

    /**
     * @param request without anything to fetch
     * @throws dev.ligature.UnsupportedTypeException when the database's registry lacks a codec
     */
    public ProjectionQuery(DocumentStore<?> store, ProjectionType<P> type, FindRequest request) {
        this(store, type.newCodec(store.source().registry()), request);
    }

    private ProjectionQuery(DocumentStore<?> store, ProjectionCodec<P> codec, FindRequest request) {
        this.store = store;
        this.codec = codec;
        this.request = request;
    }

    /** The projections in the order of the query. */
    public Flux<P> all() {
        return roots(request).map(this::create);
    }

    /** The first projection, or empty. */
    public Mono<P> first() {
        return roots(request.withLimit(1)).next().map(this::create);
    }

    /** The only projection, or empty; fails when there are several. */
    public Mono<P> one() {
        int limit = request.limit() == 1 ? 1 : 2;
        return roots(request.withLimit(limit)).collectList().flatMap(roots -> {
            if (roots.size() > 1) {
                return Mono.error(DocumentStore.notUnique(
                        request, roots.get(0).id(), roots.get(1).id()));
            }
            return Mono.justOrEmpty(roots.isEmpty() ? null : create(roots.get(0)));
        });
    }

    private P create(Fragment root) {
        try {
            return codec.create(root);
        } catch (LigatureException e) {
            throw e;
        } catch (RuntimeException e) { // of the record's own constructor
            throw new DocumentReadException(
                    root.node().type().toString(),
                    root.id(),
                    root + ": cannot be shown as " + codec.type() + ": " + Excerpt.ofCause(e),
                    e);
        }
    }

    /** How the query will be answered. */
    public FetchPlan plan() {
        FindRequest planned = decided(store.sizes().expect(linked(request)));
        QueryPlan plan = new Planner(store.source().registry()).plan(planned);
        return ProjectionPlanPrinter.print(
                codec.type(), plan, request.strategy(), store::missingIndexes, limit -> store.otherForms(plan, limit));
    }

    /** The planner joins what the projection follows as it would join what a query fetches. */
    private FindRequest linked(FindRequest query) {
        return query.withFetch(Layout.links(codec.type().root()));
    }

    /** All is joined or nothing. */
    private static FindRequest decided(FindRequest linked) {
        return linked.withStrategy(Planner.isJoinedThroughout(linked) ? FetchStrategy.LOOKUP : FetchStrategy.BATCH);
    }

    private Flux<Fragment> roots(FindRequest query) {
        Flux<Fragment> answer = store.sizes().answer(linked(query), expected -> {
            FindRequest linked = decided(expected);
            Flux<Fragment> roots = read(linked);
            if (linked.strategy() == FetchStrategy.BATCH) {
                return roots;
            }
            return Flux.defer(() -> new JoinFallback<Fragment>(query.type(), Fragment::id, query.limit())
                    .apply(roots, () -> read(linked.withStrategy(FetchStrategy.BATCH))));
        });
        return store.timed(query, answer);
    }

    private Flux<Fragment> read(FindRequest linked) {
        ProjectionNode root = codec.type().root();
        Flux<Row> rows = store.select(linked, plan -> {
            Layout layout = new Layout(codec.type(), plan);
            return new Selection<>(
                    layout.projection(), layout.stage(), Row.class, source -> Row.read(codec, layout, source));
        });
        if (root.edges().isEmpty()) {
            return rows.map(Row::root);
        }
        // a session takes one command at a time, so in a transaction nothing is read ahead
        return Flux.deferContextual(context -> inWindows(rows)
                .concatMap(
                        window -> store.source()
                                .timeLimit()
                                .batch(new LinkWindow(codec, store.source(), window.rows).load())
                                .thenMany(window.roots()),
                        SessionContext.in(context) == null ? 1 : 0));
    }

    /**
     * Rows whose links are loaded together.
     *
     * @param failure of the row after them, which cannot be read; null for none
     */
    private record RowWindow(List<Row> rows, @Nullable DocumentReadException failure) {
        Flux<Fragment> roots() {
            Flux<Fragment> roots = Flux.fromIterable(rows).map(Row::root);
            return failure == null ? roots : roots.concatWith(Mono.error(failure));
        }
    }

    /** A failure waits until the rows before it have been given out. */
    private static Flux<RowWindow> inWindows(Flux<Row> rows) {
        return Flux.<Object>from(rows)
                .onErrorResume(DocumentReadException.class, Flux::just)
                .buffer(WINDOW)
                .map(ProjectionQuery::window);
    }

    private static RowWindow window(List<Object> found) {
        int last = found.size() - 1;
        DocumentReadException failure = found.get(last) instanceof DocumentReadException unread ? unread : null;
        List<Object> read = failure == null ? found : found.subList(0, last);
        return new RowWindow(read.stream().map(Row.class::cast).toList(), failure);
    }
}
