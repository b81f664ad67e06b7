package dev.ligature.internal.execute;

import com.mongodb.client.model.CountOptions;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.DocumentReadException;
import dev.ligature.NonUniqueResultException;
import dev.ligature.internal.Excerpt;
import dev.ligature.internal.bson.DriverBytes;
import dev.ligature.internal.fetch.Fetcher;
import dev.ligature.internal.fetch.Root;
import dev.ligature.internal.plan.AskedLinks;
import dev.ligature.internal.plan.FetchRequest;
import dev.ligature.internal.plan.FindRequest;
import dev.ligature.internal.plan.Match;
import dev.ligature.internal.plan.PlanPrinter;
import dev.ligature.internal.plan.Planner;
import dev.ligature.internal.plan.QueryPlan;
import dev.ligature.internal.predicate.Operand;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.internal.predicate.Test;
import dev.ligature.repository.FetchPlan;
import dev.ligature.repository.FetchStrategy;
import dev.ligature.repository.MissingIndex;
import dev.ligature.repository.MissingTargets;
import dev.ligature.repository.OtherForm;
import dev.ligature.spi.BsonSource;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.Reads;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs the queries of one repository: resolves the condition, sends the root's command and fetches the links. What it returns
 * is cold; each subscription sends the commands anew.
 *
 * @param <T> the document
 */
public final class DocumentStore<T> {
    private static final BsonDocument ID_ONLY = new BsonDocument("_id", new BsonInt32(1));

    private final DocumentType<T> type;
    private final DocumentCodec<Object> codec;
    private final DocumentSource source;
    private final MongoCollection<T> collection;
    private final MongoCollection<T> documents;
    private final Planner planner;
    private final ConditionResolver conditions;
    private final Fetcher fetcher;
    private final IndexReader indexes;
    private final OtherFormCount forms;
    private final AnswerSizes sizes = new AnswerSizes();

    /** @throws dev.ligature.UnsupportedTypeException when the database's registry lacks a codec */
    @SuppressWarnings("unchecked") // the codec of T is a codec of T, and reads some
    public DocumentStore(MongoDatabase database, DocumentType<T> type) {
        this.type = type;
        DocumentCodecs codecs = new DocumentCodecs(type, database.getCodecRegistry());
        this.codec = codecs.of(type);
        this.source = new DocumentSource(database, codecs);
        this.collection = database.getCollection(type.collection(), type.documentClass())
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs((DocumentCodec<T>) (DocumentCodec<?>) codec),
                        database.getCodecRegistry()));
        this.documents =
                source.decoding(type, type.documentClass(), stored -> (T) codec.readStored(stored, ExtraFields.SKIP));
        this.planner = new Planner(source.registry());
        this.conditions = new ConditionResolver(source);
        this.fetcher = new Fetcher(codecs, source);
        this.indexes = new IndexReader(database, type);
        this.forms = new OtherFormCount(source);
    }

    public DocumentType<T> type() {
        return type;
    }

    /** Reads and writes the collections that this one's links reach. */
    public DocumentSource source() {
        return source;
    }

    /** What is known of the answers to queries. */
    public AnswerSizes sizes() {
        return sizes;
    }

    /** Encodes the operands of conditions and updates. */
    CodecRegistry registry() {
        return source.registry();
    }

    /** The collection, with the document's codec. */
    public MongoCollection<T> collection() {
        return collection;
    }

    /** How a query will be answered. */
    public FetchPlan plan(FindRequest request) {
        QueryPlan plan = planner.plan(sizes.expect(request));
        return PlanPrinter.print(plan, this::missingIndexes, limit -> otherForms(plan, limit));
    }

    /** What the links that a plan asks for are stored as besides, one command after the other. */
    public Flux<OtherForm> otherForms(QueryPlan plan, int limit) {
        return source.timeLimit()
                .whole(Flux.fromIterable(AskedLinks.of(plan)).concatMap(link -> forms.of(link, limit), 0));
    }

    /** What the steps of a plan read without an index. */
    public Flux<MissingIndex> missingIndexes(List<FetchPlan.Step> steps) {
        return source.timeLimit().whole(indexes.missing(steps));
    }

    /** The documents of a query with their links. */
    public Flux<T> all(FindRequest request) {
        return timed(
                request,
                sizes.answer(
                        request, expected -> planned(expected, (plan, match) -> read(plan, match, this::documents))));
    }

    /**
     * The documents of a query with their links.
     *
     * @param choice says which of the stored documents are read; side arrays of joins are among their fields
     * @param answers to the query's semi-joins
     */
    Flux<T> allOf(FindRequest request, UnaryOperator<Flux<RawBsonDocument>> choice, ConditionResolver.Answers answers) {
        MongoCollection<RawBsonDocument> stored = source.collection(type, RawBsonDocument.class);
        return sizes.answer(
                request,
                expected -> Flux.defer(() -> {
                    QueryPlan query = planner.plan(expected);
                    return read(query, answers.match(query), (plan, match) -> {
                        Flux<Root> roots = choice.apply(send(stored, plan, match, plan.pipeline(match)))
                                .map(document -> root(plan, document));
                        return fetched(plan, roots);
                    });
                }));
    }

    private Root root(QueryPlan plan, RawBsonDocument stored) {
        return new RootReader(source, plan).read(DriverBytes.of(stored), codec);
    }

    /** By joins, where there are some, as far as their size allows. */
    private Flux<T> read(QueryPlan plan, Match match, BiFunction<QueryPlan, Match, Flux<T>> query) {
        Flux<T> documents = query.apply(plan, match);
        if (plan.fetchJoins().isEmpty()) {
            return documents;
        }
        FindRequest request = plan.request();
        return Flux.defer(() -> new JoinFallback<T>(type, codec::idOf, request.limit())
                .apply(documents, () -> query.apply(planner.plan(request.withStrategy(FetchStrategy.BATCH)), match)));
    }

    private Flux<T> documents(QueryPlan plan, Match match) {
        if (plan.fetch().isLeaf()) {
            return send(documents, plan, match, plan.pipeline(match));
        }
        MongoCollection<Root> reader =
                source.decoding(type, Root.class, bson -> new RootReader(source, plan).read(bson, codec));
        return fetched(plan, send(reader, plan, match, plan.pipeline(match)));
    }

    private Flux<T> fetched(QueryPlan plan, Flux<Root> roots) {
        return fetched(fetcher.fetch(
                type, roots, plan.sides(), plan.fetch(), plan.request().missing()));
    }

    /** Sends the root's command: a find where one can answer, an aggregation otherwise. */
    private <X> Flux<X> send(MongoCollection<X> from, QueryPlan plan, Match match, List<BsonDocument> pipeline) {
        BatchSize size = batchSize(plan);
        return plan.isPlainFind(match)
                ? failing("find", Commands.stream(from, size, commands -> page(commands.find(match.before()), plan)))
                : failing("aggregate", Commands.stream(from, size, commands -> commands.aggregate(pipeline)));
    }

    /** What fetches links reads ahead by itself: windows, as large as memory allows. */
    private static BatchSize batchSize(QueryPlan plan) {
        int documents = plan.request().reading().batchSize();
        return plan.fetch().isLeaf() ? BatchSize.orAhead(documents) : BatchSize.orDemanded(documents);
    }

    /** The documents of a query, or what is made of them, within the time that it may take. */
    public <X> Flux<X> timed(FindRequest request, Flux<X> documents) {
        return source.timeLimit().stream(documents, request.reading().timeoutMode(), Failures.of(type, "find"));
    }

    /** The documents that have some ids, in no order, and a {@link DamagedDocument} for each that cannot be read. */
    Flux<Object> allOf(Collection<?> ids) {
        DecodingCodec<Object> decoder = new DecodingCodec<>(
                type,
                Object.class,
                stored -> codec.readStored(stored, ExtraFields.SKIP),
                (failure, stored) -> new DamagedDocument(failure));
        MongoCollection<Object> found = source.decoding(type, decoder);
        return source.timeLimit()
                .whole(planned(byIds(ids), (plan, match) -> send(found, plan, match, plan.pipeline(match))));
    }

    /** Stands for a document that cannot be read. */
    record DamagedDocument(DocumentReadException failure) {}

    /** The only document of a query; fails when there are several. */
    public Mono<T> one(FindRequest request) {
        int limit = request.limit() == 1 ? 1 : 2;
        return all(request.withLimit(limit)).collectList().flatMap(documents -> {
            if (documents.size() > 1) {
                return Mono.error(notUnique(request, codec.idOf(documents.get(0)), codec.idOf(documents.get(1))));
            }
            return Mono.justOrEmpty(documents.isEmpty() ? null : documents.get(0));
        });
    }

    /** The failure of a query for the only document, of which there are several. */
    public static NonUniqueResultException notUnique(
            FindRequest request, @Nullable Object id, @Nullable Object otherId) {
        return new NonUniqueResultException(request.type() + ": " + request.predicate()
                + " holds for several documents, among them " + Excerpt.of(id) + " and "
                + Excerpt.of(otherId)
                + ". Narrow the condition, or take first().");
    }

    /** The ids of the documents of a query, in its order. */
    public Flux<Object> ids(FindRequest request) {
        Selection<Object> ids = Selection.of(ID_ONLY, Object.class, this::readId);
        return select(request.withFetch(FetchRequest.NOTHING), plan -> ids);
    }

    /** Whether a query has a document. */
    public Mono<Boolean> exists(FindRequest request) {
        Selection<Boolean> existing = Selection.of(ID_ONLY, Boolean.class, stored -> true);
        return select(request.withFetch(FetchRequest.NOTHING).withLimit(1), plan -> existing)
                .hasElements();
    }

    /** What a selection keeps of the documents of a query and of what the query joins. */
    public <X> Flux<X> select(FindRequest request, Function<QueryPlan, Selection<X>> selecting) {
        return timed(request, planned(request, (plan, match) -> selected(plan, match, selecting.apply(plan))));
    }

    private <X> Flux<X> selected(QueryPlan plan, Match match, Selection<X> selection) {
        MongoCollection<X> from = source.decoding(type, selection.result(), selection.decoder());
        BatchSize size = batchSize(plan);
        if (plan.isPlainFind(match)) {
            return failing("find", Commands.stream(from, size, commands -> page(commands.find(match.before()), plan)
                    .projection(selection.projection())));
        }
        List<BsonDocument> stages = plan.pipeline(match);
        stages.add(new BsonDocument("$project", selection.stage()));
        return failing("aggregate", Commands.stream(from, size, commands -> commands.aggregate(stages)));
    }

    /** How many documents a query has, its page considered. */
    public Mono<Long> count(FindRequest request) {
        return source.timeLimit().whole(planned(counted(request), this::count).single(0L));
    }

    /**
     * How many documents a query has.
     *
     * @param answers to the query's semi-joins
     */
    Mono<Long> count(FindRequest request, ConditionResolver.Answers answers) {
        return Flux.defer(() -> {
                    QueryPlan plan = planner.plan(counted(request));
                    return count(plan, answers.match(plan));
                })
                .single(0L);
    }

    private static FindRequest counted(FindRequest request) {
        return request.withFetch(FetchRequest.NOTHING).withoutOrders();
    }

    private Flux<Long> count(QueryPlan plan, Match match) {
        if (plan.isPlainFind(match)) {
            CountOptions options = new CountOptions().skip(plan.request().skip());
            if (plan.request().limit() > 0) {
                options.limit(plan.request().limit());
            }
            return failing("count", Commands.on(collection, commands -> commands.count(match.before(), options)));
        }
        List<BsonDocument> stages = plan.page(match);
        stages.add(new BsonDocument("$count", new BsonString("count")));
        MongoCollection<Long> counts = source.decoding(type, Long.class, DocumentStore::readCount);
        return failing("aggregate", Commands.on(counts, commands -> commands.aggregate(stages)));
    }

    /** The answers to the semi-joins of a query's condition, for queries with this condition and more of their own fields. */
    Mono<ConditionResolver.Answers> answers(FindRequest request) {
        return Mono.defer(() -> conditions.answer(planner.plan(counted(request))));
    }

    /** The filter of a query, its semi-joins answered. */
    public Mono<Match> match(FindRequest request) {
        return planned(request, (plan, match) -> Flux.just(match)).next();
    }

    /** Documents at hand with links fetched. */
    public Flux<T> fetch(Flux<? extends T> documents, FetchRequest request) {
        return fetched(fetcher.fetch(
                type,
                documents.map(Root::alone),
                List.of(),
                Planner.fetchInBatches(type, request),
                MissingTargets.KEEP));
    }

    /** Plans at subscription, so that a wrong operand is an error of the publisher, then answers the semi-joins. */
    private <X> Flux<X> planned(FindRequest request, BiFunction<QueryPlan, Match, Flux<X>> query) {
        return Flux.defer(() -> {
            QueryPlan plan = planner.plan(request);
            return conditions.answer(plan).flatMapMany(answers -> query.apply(plan, answers.match(plan)));
        });
    }

    private static <X> FindPublisher<X> page(FindPublisher<X> find, QueryPlan plan) {
        FindRequest request = plan.request();
        return find.sort(plan.sort().isEmpty() ? null : plan.sort())
                .skip(request.skip())
                .limit(request.limit());
    }

    private <X> Flux<X> failing(String operation, Flux<X> command) {
        return command.onErrorMap(Failures.of(type, operation));
    }

    @SuppressWarnings("unchecked") // roots are documents of this type
    private Flux<T> fetched(Flux<Object> documents) {
        return (Flux<T>) (Flux<?>) documents;
    }

    private Object readId(BsonSource stored) {
        stored.startDocument();
        stored.advance();
        return type.idCodec().read(stored);
    }

    private static Long readCount(BsonSource stored) {
        stored.startDocument();
        stored.advance();
        return Reads.int64(stored);
    }

    /** The request for the document with an id, whose type is checked when the query runs. */
    public FindRequest byId(Object id) {
        return FindRequest.of(type, new Predicate.Field("_id", new Test.Compare("$eq", idOperand(id))))
                .withLimit(1);
    }

    /** The request for the documents with ids. */
    public FindRequest byIds(Collection<?> ids) {
        List<Operand> operands = ids.stream().map(this::idOperand).toList();
        return FindRequest.of(type, new Predicate.Field("_id", new Test.Among("$in", operands)));
    }

    private Operand idOperand(Object id) {
        return Operand.of(id, new CheckedIdCodec(type), type + "." + type.idMember() + ".eq");
    }
}
