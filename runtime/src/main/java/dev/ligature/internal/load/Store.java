// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.integration.SessionSource;
import dev.ligature.internal.driver.Database;
import dev.ligature.internal.driver.Failures;
import dev.ligature.internal.driver.Operations;
import dev.ligature.internal.driver.Reader;
import dev.ligature.internal.driver.Results;
import dev.ligature.internal.plan.AskedLinks;
import dev.ligature.internal.plan.FetchNode;
import dev.ligature.internal.plan.FetchRequest;
import dev.ligature.internal.plan.FindRequest;
import dev.ligature.internal.plan.Kept;
import dev.ligature.internal.plan.Match;
import dev.ligature.internal.plan.PlanPrinter;
import dev.ligature.internal.plan.Planner;
import dev.ligature.internal.plan.QueryPlan;
import dev.ligature.internal.predicate.Operand;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.internal.predicate.Test;
import dev.ligature.query.FetchPlan;
import dev.ligature.query.MissingIndex;
import dev.ligature.query.OtherForm;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.LinkType;
import dev.ligature.spi.ProjectionType;
import dev.ligature.spi.bson.BsonSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the queries of one repository share: codecs, planner, and what has been learned from answers. What it returns is
 * cold: each subscription sends the commands anew.
 *
 * @param <T> the document
 */
public final class Store<T> {
    private final DocumentType<T> type;
    private final DocumentSource source;
    private final Database database;
    private final Operations operations;
    private final MongoCollection<T> collection;
    private final Planner planner;
    private final ConditionResolver conditions;
    private final IndexReader indexes;
    private final OtherFormCount forms;
    private final AnswerSizes sizes = new AnswerSizes();

    /**
     * @param sessions the sessions in which operations take part, or null if there are none but those of our own
     *     transactions
     * @throws dev.ligature.UnsupportedTypeException if the database's registry lacks a codec
     */
    @SuppressWarnings("unchecked") // the codec of T is a codec of T
    public Store(MongoDatabase mongoDatabase, DocumentType<T> type, @Nullable SessionSource sessions) {
        this.type = type;
        this.database = new Database(mongoDatabase);
        this.operations = new Operations(type, sessions);
        DocumentCodecs codecs = new DocumentCodecs(type, database.registry());
        this.source = new DocumentSource(database, codecs);
        this.collection = database.collection(type, (DocumentCodec<T>) (DocumentCodec<?>) codecs.of(type));
        this.planner = new Planner(database.registry());
        this.conditions = new ConditionResolver(database);
        this.indexes = new IndexReader(database, type);
        this.forms = new OtherFormCount(database);
    }

    public DocumentType<T> type() {
        return type;
    }

    /** Where the documents are, and how they are read and written. */
    public DocumentSource source() {
        return source;
    }

    public Database database() {
        return database;
    }

    /** Where the operations of the repository begin. */
    public Operations operations() {
        return operations;
    }

    /** The collection, with the document's codec. */
    public MongoCollection<T> collection() {
        return collection;
    }

    Planner planner() {
        return planner;
    }

    AnswerSizes sizes() {
        return sizes;
    }

    /** A query for documents. */
    public Query<T> query(FindRequest request) {
        return new Query<>(this, request, view(request.fetch()));
    }

    private View<T> view(FetchRequest fetch) {
        return new DocumentView<>(source.codecs(), type, fetch.missing());
    }

    /**
     * A query for projections of documents.
     *
     * @throws dev.ligature.UnsupportedTypeException when the database's registry lacks a codec
     */
    public <P> Query<P> query(FindRequest request, ProjectionType<P> projection) {
        FindRequest shown = request.withFetch(request.fetch().withProjection(projection.root()));
        return new Query<>(this, shown, new ProjectionView<>(projection.newCodec(database.registry())));
    }

    /** How a query would be answered now. */
    QueryPlan plan(FindRequest request) {
        return planner.plan(request, sizes.expectsFew(request));
    }

    /**
     * A plan for people.
     *
     * @param steps prints them
     */
    FetchPlan plan(FindRequest request, UnaryOperator<PlanPrinter> steps) {
        Set<LinkType> asked = AskedLinks.of(request.predicate(), plan(request).fetch());
        return print(request.fetch(), steps, asked);
    }

    private FetchPlan print(FetchRequest fetch, UnaryOperator<PlanPrinter> steps, Set<LinkType> asked) {
        return steps.apply(new PlanPrinter())
                .print(type, fetch.strategy(), this::missingIndexes, limit -> otherForms(asked, limit));
    }

    private Flux<OtherForm> otherForms(Set<LinkType> links, int limit) {
        return operations.named(
                "plan",
                database.timeLimit().whole(Flux.fromIterable(links).concatMap(link -> forms.of(link, limit), 0)));
    }

    private Flux<MissingIndex> missingIndexes(List<FetchPlan.Step> steps) {
        return operations.named("plan", database.timeLimit().whole(indexes.missing(steps)));
    }

    /** The results of a query, or a result made from them, within the time that it may take. */
    <X> Flux<X> timed(FindRequest request, Flux<X> results) {
        return database.timeLimit().stream(results, request.reading().timeoutMode(), Failures.of(type, "find"));
    }

    /** Answers the semi-joins of a query, then sends it. */
    <X> Flux<X> answered(QueryPlan query, Function<Match, Flux<X>> asking) {
        return conditions.answer(query).flatMapMany(answers -> asking.apply(answers.match(query)));
    }

    /** Plans on subscription, so that a wrong operand is signalled by the publisher; then answers the semi-joins. */
    private <X> Flux<X> planned(FindRequest request, UnaryOperator<QueryPlan> changed, Asking<X> asking) {
        return Flux.defer(() -> {
            QueryPlan query = changed.apply(planner.plan(request, false));
            return answered(query, match -> asking.ask(query, match));
        });
    }

    private interface Asking<X> {
        Flux<X> ask(QueryPlan query, Match match);
    }

    /** The ids of the documents of a query, in its order. */
    public Flux<Object> ids(FindRequest request) {
        return timed(request, idsRead(plain(request), Results.of(Object.class, this::readId)));
    }

    /** Whether a query has a document. */
    public Mono<Boolean> exists(FindRequest request) {
        FindRequest one = plain(request).withLimit(1);
        return timed(one, idsRead(one, Results.of(Boolean.class, stored -> true)))
                .hasElements();
    }

    private <X> Flux<X> idsRead(FindRequest request, Results<X> results) {
        Reader<X> reader = database.reader(type, results);
        return planned(
                request, query -> query.keeping(Kept.ID), (query, match) -> reader.stream(query.root(match), true));
    }

    private static FindRequest plain(FindRequest request) {
        return request.withFetch(FetchRequest.NOTHING);
    }

    /** How many documents a query has, within its page. */
    public Mono<Long> count(FindRequest request) {
        return database.timeLimit()
                .whole(planned(counted(request), UnaryOperator.identity(), (query, match) -> database.count(
                                        query.count(match))
                                .flux())
                        .next());
    }

    /**
     * How many documents a query has.
     *
     * @param answers to the query's semi-joins
     */
    Mono<Long> count(FindRequest request, ConditionResolver.Answers answers) {
        return Mono.defer(() -> {
            QueryPlan query = plan(counted(request));
            return database.count(query.count(answers.match(query)));
        });
    }

    static FindRequest counted(FindRequest request) {
        return plain(request).withoutOrders();
    }

    /**
     * The answers to the semi-joins of a query's condition. They serve all queries with this condition and further ones
     * on own fields.
     */
    Mono<ConditionResolver.Answers> answers(FindRequest request) {
        return Mono.defer(() -> conditions.answer(plan(counted(request))));
    }

    /** The filter of a query, its semi-joins answered. */
    public Mono<Match> match(FindRequest request) {
        return planned(plain(request), UnaryOperator.identity(), (query, match) -> Flux.just(match))
                .next();
    }

    /** Fetches links of documents that exist already. */
    public Flux<T> fetch(Flux<? extends T> documents, FetchRequest request) {
        View<T> view = view(request);
        return new Loader(database, view)
                .load(documents.map(Root::alone), Planner.fetchInBatches(type, request), List.of())
                .map(view::result);
    }

    /** How links of documents that exist already will be fetched. */
    public FetchPlan planFetch(FetchRequest request) {
        FetchNode fetch = Planner.fetchInBatches(type, request);
        return print(request, printer -> printer.batches(fetch), AskedLinks.of(new Predicate.Always(), fetch));
    }

    private Object readId(BsonSource stored) {
        stored.startDocument();
        stored.advance();
        return type.idCodec().read(stored);
    }

    /** The documents with the given ids, in no order. For one that cannot be read, the reason. */
    Flux<Object> found(Collection<?> ids) {
        Shape shape = source.codecs().shape(type);
        Reader<Found> reader = database.reader(
                type,
                new Results<>(
                        Found.class,
                        stored -> new Found(shape.read(stored, ExtraFields.SKIP)),
                        (failure, stored) -> new Found(failure)));
        return database.timeLimit()
                .whole(planned(byIds(ids), UnaryOperator.identity(), (query, match) -> reader.read(query.root(match))))
                .map(Found::documentOrFailure);
    }

    /** Tells the driver's flux about a failure that is not the command's. */
    private record Found(Object documentOrFailure) {}

    /** The request for the document with the given id, whose type is checked when the query runs. */
    public FindRequest byId(Object id) {
        return FindRequest.of(type, new Predicate.Field("_id", new Test.Compare("$eq", idOperand(id))))
                .withLimit(1);
    }

    /** The request for the documents with ids. */
    FindRequest byIds(Collection<?> ids) {
        List<Operand> operands = ids.stream().map(this::idOperand).toList();
        return FindRequest.of(type, new Predicate.Field("_id", new Test.Among("$in", operands)));
    }

    private Operand idOperand(Object id) {
        return Operand.of(id, new CheckedIdCodec(type), type + "." + type.idMember() + ".eq");
    }
}
