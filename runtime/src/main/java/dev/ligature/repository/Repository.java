package dev.ligature.repository;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.internal.PathAccess;
import dev.ligature.internal.execute.DocumentStore;
import dev.ligature.internal.execute.IndexCreator;
import dev.ligature.internal.execute.QueryWriter;
import dev.ligature.internal.plan.FetchRequest;
import dev.ligature.internal.plan.FindRequest;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.internal.write.GraphWriter;
import dev.ligature.internal.write.WriteMode;
import dev.ligature.path.Condition;
import dev.ligature.path.DocumentPath;
import dev.ligature.path.Update;
import dev.ligature.spi.DocumentType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The documents of one collection; the base of the generated repositories. Immutable and safe to share between threads; make
 * one per database and keep it.
 *
 * <p>All publishers are cold: commands go out on subscription, again with each one, and running ones stop when the
 * subscription is cancelled. Null arguments fail at once with a {@code NullPointerException}; everything else that goes wrong is
 * an error of the publisher, a {@link dev.ligature.LigatureException} that names the document, the member and the id.
 *
 * @param <T> the document
 * @param <I> the document's id
 */
public abstract class Repository<T, I> {
    /** Ids in one command of {@link #findAllById}. */
    private static final int IDS_PER_COMMAND = 10_000;

    private final DocumentStore<T> store;
    private final QueryWriter<T> writer;
    private final GraphWriter graphs;
    private final IndexCreator indexes;

    /**
     * Makes the codecs of the document and of all that its links reach.
     *
     * @throws dev.ligature.UnsupportedTypeException when the database's codec registry lacks a codec that a member needs
     */
    protected Repository(MongoDatabase database, DocumentType<T> type) {
        Objects.requireNonNull(database, "database");
        this.store = new DocumentStore<>(database, type);
        this.writer = new QueryWriter<>(store);
        this.graphs = new GraphWriter(store.source(), type);
        this.indexes = new IndexCreator(database, type);
    }

    /** The collection with the document's codec, for what Ligature does not offer. */
    public MongoCollection<T> collection() {
        return store.collection();
    }

    /** All documents, to be refined. */
    public Find<T, I> find() {
        return new Find<>(store, writer, FindRequest.of(store.type(), new Predicate.Always()));
    }

    /** The documents for which a condition holds, to be refined. */
    public Find<T, I> find(Condition<T> condition) {
        Objects.requireNonNull(condition, "condition");
        return new Find<>(
                store, writer, FindRequest.of(store.type(), PathAccess.get().predicate(condition)));
    }

    /** The document with an id, or empty; to be refined by what is fetched. */
    public FindOne<T> findById(I id) {
        Objects.requireNonNull(id, "id");
        return new FindOne<>(new Find<T, I>(store, writer, store.byId(id)));
    }

    /** The documents with the ids, in the order of the ids; ids without a document are left out, duplicates repeated. */
    public Flux<T> findAllById(Iterable<? extends I> ids) {
        Objects.requireNonNull(ids, "ids");
        return Flux.fromIterable(ids).buffer(IDS_PER_COMMAND).concatMap(this::inOrder);
    }

    private Flux<T> inOrder(List<? extends I> ids) {
        return store.all(store.byIds(new LinkedHashSet<>(ids)))
                .collect(() -> new HashMap<Object, T>(), (byId, document) -> byId.put(idOf(document), document))
                .flatMapIterable(byId -> present(ids, byId));
    }

    private List<T> present(List<? extends I> ids, Map<Object, T> byId) {
        List<T> documents = new ArrayList<>(ids.size());
        for (I id : ids) {
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

    /** All documents. */
    public Flux<T> findAll() {
        return find().all();
    }

    /** Whether there is a document with an id. */
    public Mono<Boolean> existsById(I id) {
        Objects.requireNonNull(id, "id");
        return store.ids(store.byId(id)).hasElements();
    }

    /** The number of all documents. */
    public Mono<Long> count() {
        return find().count();
    }

    /** Inserts a document alone: {@link #insert(Object, WriteRule)} with {@link WriteRule#DO_NOTHING}. */
    public Mono<T> insert(T document) {
        return insert(document, WriteRule.DO_NOTHING);
    }

    /**
     * Inserts a document. One without id gets an {@code ObjectId} or {@code UUID}: a class document in its member, a record as a
     * copy, so use what the publisher emits. With {@link WriteRule#WRITE} the documents that it links to are written first, new
     * ones inserted and known ones replaced or inserted again; references to records that got an id are bound to the copies.
     *
     * @return the document with its id; {@link dev.ligature.UnsavedLinkException} before anything is written when it links to a
     *     document without id that is not written with it
     */
    public Mono<T> insert(T document, WriteRule rule) {
        return write(document, WriteMode.INSERT, rule);
    }

    /** Inserts documents alone, as {@link #insert(Object)}. */
    public Flux<T> insertAll(Iterable<? extends T> documents) {
        return insertAll(documents, WriteRule.DO_NOTHING);
    }

    /**
     * Inserts documents, as {@link #insert(Object, WriteRule)}; as many commands as for one document, or a few more when the
     * server's batch limit asks for it.
     */
    public Flux<T> insertAll(Iterable<? extends T> documents, WriteRule rule) {
        return writeAll(documents, WriteMode.INSERT, rule);
    }

    /** Saves a document alone: {@link #save(Object, WriteRule)} with {@link WriteRule#DO_NOTHING}. */
    public Mono<T> save(T document) {
        return save(document, WriteRule.DO_NOTHING);
    }

    /**
     * Inserts a document that has no id; otherwise replaces the one with its id, or inserts it where there is none. Linked documents
     * as {@link #insert(Object, WriteRule)}.
     */
    public Mono<T> save(T document, WriteRule rule) {
        return write(document, WriteMode.SAVE, rule);
    }

    /** Saves documents alone, as {@link #save(Object)}. */
    public Flux<T> saveAll(Iterable<? extends T> documents) {
        return saveAll(documents, WriteRule.DO_NOTHING);
    }

    /** Saves documents, as {@link #save(Object, WriteRule)}; by as many commands as {@link #insertAll(Iterable, WriteRule)}. */
    public Flux<T> saveAll(Iterable<? extends T> documents, WriteRule rule) {
        return writeAll(documents, WriteMode.SAVE, rule);
    }

    /** Replaces a document alone: {@link #replace(Object, WriteRule)} with {@link WriteRule#DO_NOTHING}. */
    public Mono<T> replace(T document) {
        return replace(document, WriteRule.DO_NOTHING);
    }

    /**
     * Replaces the document with the same id; {@link dev.ligature.DocumentNotFoundException} when there is none. With
     * {@link WriteRule#WRITE} new linked documents are inserted and known ones replaced; one that is not there is an error too.
     */
    public Mono<T> replace(T document, WriteRule rule) {
        return write(document, WriteMode.REPLACE, rule);
    }

    /** What {@code insert(document, WriteRule.WRITE)} would do. Sends nothing and changes nothing. */
    public WritePlan planInsert(T document) {
        return graphs.plan(List.of(document), WriteMode.INSERT);
    }

    private Mono<T> write(T document, WriteMode mode, WriteRule rule) {
        return writeAll(List.of(document), mode, rule).next();
    }

    @SuppressWarnings("unchecked") // the roots come back as they went in, with ids
    private Flux<T> writeAll(Iterable<? extends T> documents, WriteMode mode, WriteRule rule) {
        Objects.requireNonNull(rule, "rule");
        List<T> roots = new ArrayList<>();
        documents.forEach(document -> roots.add(Objects.requireNonNull(document, "document")));
        return (Flux<T>) (Flux<?>) graphs.write(roots, mode, rule);
    }

    /**
     * Changes the document with an id.
     *
     * @return 1, or 0 when there is no such document
     * @throws IllegalArgumentException when there is no update
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Mono<Long> updateById(I id, Update<T>... updates) {
        Objects.requireNonNull(id, "id");
        return writer.update(store.byId(id), Updates.assignments(List.of(updates)));
    }

    /** Deletes the document with an id: 1, or 0 when there is none. Links to it stay. */
    public Mono<Long> deleteById(I id) {
        Objects.requireNonNull(id, "id");
        return writer.delete(store.byId(id));
    }

    /** Deletes a document by its id: 1, or 0 when it is not there or has no id. Links to it stay. */
    public Mono<Long> delete(T document) {
        Objects.requireNonNull(document, "document");
        return Mono.defer(() -> {
            Object id = store.type().idOf(document);
            return id == null ? Mono.just(0L) : writer.delete(store.byId(id));
        });
    }

    /**
     * Fetches links of a document at hand, as {@link Find#fetch} does. References that are not fetched yet are bound in place;
     * use the emitted document, which is a copy where a record's optional back link had to be filled.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Mono<T> fetch(T document, DocumentPath<T, ?>... paths) {
        return fetch(Mono.just(Objects.requireNonNull(document, "document")), paths)
                .next();
    }

    /** Fetches links of documents, in batches of a window of them, as {@link #fetch(Object, DocumentPath[])}; keeps the order. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Flux<T> fetch(Publisher<? extends T> documents, DocumentPath<T, ?>... paths) {
        return store.fetch(Flux.from(documents), Fetches.named(FetchRequest.NOTHING, paths));
    }

    /** Fetches all links of a document at hand, to its {@code maxDepth}. See {@link #fetch(Object, DocumentPath[])}. */
    public Mono<T> fetchLinks(T document) {
        return fetchLinks(document, store.type().maxDepth());
    }

    /** Fetches all links of a document at hand to a depth. See {@link #fetch(Object, DocumentPath[])}. */
    public Mono<T> fetchLinks(T document, int depth) {
        Objects.requireNonNull(document, "document");
        return store.fetch(Flux.just(document), FetchRequest.NOTHING.withDepth(Fetches.depth(depth)))
                .next();
    }

    /** Fetches all links of documents to {@code maxDepth}, in batches of a window of them; keeps the order. */
    public Flux<T> fetchLinks(Publisher<? extends T> documents) {
        return store.fetch(
                Flux.from(documents),
                FetchRequest.NOTHING.withDepth(store.type().maxDepth()));
    }

    /**
     * Creates the indexes that the document declares and those behind its links that back links mirror and behind its own back
     * links. Existing ones stay.
     */
    public Mono<Void> createIndexes() {
        return indexes.create();
    }
}
