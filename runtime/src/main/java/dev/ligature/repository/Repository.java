// SPDX-License-Identifier: Apache-2.0
package dev.ligature.repository;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.internal.driver.CollectionCreator;
import dev.ligature.internal.driver.IndexCreator;
import dev.ligature.internal.driver.Operations;
import dev.ligature.internal.load.OrderedIds;
import dev.ligature.internal.load.Store;
import dev.ligature.internal.plan.FetchRequest;
import dev.ligature.internal.plan.FindRequest;
import dev.ligature.internal.predicate.PathAccess;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.internal.write.DanglingScan;
import dev.ligature.internal.write.GraphDeleter;
import dev.ligature.internal.write.GraphWriter;
import dev.ligature.internal.write.LinkArguments;
import dev.ligature.internal.write.LinkRepair;
import dev.ligature.internal.write.LinkRestore;
import dev.ligature.internal.write.LinkWriter;
import dev.ligature.internal.write.OrphanScan;
import dev.ligature.internal.write.QueryWriter;
import dev.ligature.internal.write.WriteMode;
import dev.ligature.link.DanglingLink;
import dev.ligature.link.Ref;
import dev.ligature.path.Condition;
import dev.ligature.path.FetchPath;
import dev.ligature.path.Update;
import dev.ligature.query.DeclaredIndex;
import dev.ligature.query.DeletePlan;
import dev.ligature.query.DeleteRule;
import dev.ligature.query.FetchPlan;
import dev.ligature.query.FetchStrategy;
import dev.ligature.query.RepairRule;
import dev.ligature.query.RestoreResult;
import dev.ligature.query.WritePlan;
import dev.ligature.query.WriteRule;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.LinkType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * The documents of one collection; the base of the generated repositories. A repository is immutable and safe to share
 * between threads. Create one per database and keep it.
 *
 * <p><strong>Subscription.</strong> All publishers are cold. Nothing is sent before you subscribe, and each
 * subscription runs the operation again.
 *
 * <p><strong>Cancellation.</strong> After you cancel, no further command is sent and open cursors are closed. A write
 * whose reply is still due may take place. Where a method does more than that, it says so.
 *
 * <p><strong>Errors.</strong> For a null argument the call throws a {@code NullPointerException}, and for an argument
 * that cannot be right what the method lists under <em>Throws</em>. With every other error the publisher fails: a
 * {@link dev.ligature.LigatureException} that names document, member and id. Every operation fails with {@link
 * dev.ligature.OperationException} if the driver or the server refuses a command, and every operation that reads
 * documents with {@link dev.ligature.DocumentReadException} if a stored document does not fit its declaration. The
 * methods name only the other errors.
 *
 * <p><strong>Transactions.</strong> An operation takes part in the transaction of its subscriber's context, if there is
 * one; see {@link Transactions}.
 *
 * <p><strong>Time.</strong> A timeout of the database or its client ({@code timeoutMS}) bounds an operation with all
 * its commands. Of a stream it bounds the time until the first documents, and then each batch; see {@link
 * Find#timeoutMode}.
 *
 * @param <T> the document
 * @param <I> the type of the document's id
 */
public abstract class Repository<T, I> extends LinkChanges<T, I> {
    private final Store<T> store;
    private final Operations operations;
    private final QueryWriter<T> writer;
    private final GraphWriter graphs;
    private final GraphDeleter<T> deletes;
    private final LinkWriter links;
    private final DanglingScan scan;
    private final LinkRepair repair;
    private final OrphanScan orphans;
    private final LinkRestore restore;
    private final IndexCreator indexes;
    private final CollectionCreator creator;

    /**
     * Creates the codecs of the document and of all documents that its links reach.
     *
     * @throws dev.ligature.UnsupportedTypeException if the database's codec registry lacks a codec that a member needs
     */
    protected Repository(MongoDatabase database, DocumentType<T> type) {
        this(database, type, RepositoryOptions.defaults());
    }

    /**
     * Creates the same codecs, for a repository that works together with a framework.
     *
     * @throws dev.ligature.UnsupportedTypeException if the database's codec registry lacks a codec that a member needs
     */
    protected Repository(MongoDatabase database, DocumentType<T> type, RepositoryOptions options) {
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(options, "options");
        this.store = new Store<>(database, type, options.sessions());
        this.operations = store.operations();
        this.writer = new QueryWriter<>(store);
        this.graphs = new GraphWriter(store.source(), type, options.writeHook());
        this.deletes = new GraphDeleter<>(store, writer);
        this.links = new LinkWriter(store.source(), operations);
        this.scan = new DanglingScan(store.source());
        this.repair = new LinkRepair(store.source(), scan);
        this.orphans = new OrphanScan(store.source(), type);
        this.restore = new LinkRestore(store.source());
        this.indexes = new IndexCreator(store.database(), type);
        this.creator = new CollectionCreator(store.database(), type);
    }

    @Override
    final LinkWriter links() {
        return links;
    }

    /**
     * Returns the driver's collection with the document's codec, for what Ligature does not offer. Commands that you
     * send with it take part in no transaction unless you pass the session, and the rules of back links do not apply to
     * them.
     */
    public MongoCollection<T> collection() {
        return store.collection();
    }

    /** Returns a query for all documents, which you can refine. */
    public Find<T, I> find() {
        return new Find<>(store, writer, FindRequest.of(store.type(), new Predicate.Always()));
    }

    /** Returns a query for the documents that satisfy the given condition, which you can refine. */
    public Find<T, I> find(Condition<T> condition) {
        Objects.requireNonNull(condition, "condition");
        return new Find<>(
                store,
                writer,
                FindRequest.of(store.type(), PathAccess.DOOR.get().predicate(condition)));
    }

    /** Finds the document with the given id. Empty if there is none. You can refine what is fetched with it. */
    public FindOne<T> findById(I id) {
        Objects.requireNonNull(id, "id");
        return new FindOne<>(new Find<T, I>(store, writer, store.byId(id)));
    }

    /**
     * Finds the documents with the given ids, in the order of the ids. If no document has one of the ids, it is left
     * out; if an id is given twice, its document comes twice.
     */
    public Flux<T> findAllById(Iterable<? extends I> ids) {
        Objects.requireNonNull(ids, "ids");
        return operations.named("find", new OrderedIds<>(store).find(ids));
    }

    /** Finds all documents, as {@link Find#all()} of {@link #find()} does. */
    public Flux<T> findAll() {
        return find().all();
    }

    /** Tells whether there is a document with the given id. */
    public Mono<Boolean> existsById(I id) {
        Objects.requireNonNull(id, "id");
        return operations.named("exists", store.exists(store.byId(id)));
    }

    /** Counts all documents. */
    public Mono<Long> count() {
        return find().count();
    }

    /** Inserts the given document alone: {@link #insert(Object, WriteRule)} with {@link WriteRule#DO_NOTHING}. */
    public Mono<T> insert(T document) {
        return insert(document, WriteRule.DO_NOTHING);
    }

    /**
     * Inserts the given document and emits it with its id. If it has no id, it gets a new {@code ObjectId} or {@code
     * UUID}: a class document in its member, a record as a copy. So go on with the document that is emitted. With
     * {@link WriteRule#WRITE} the documents that it links to are written first; new ones are inserted and known ones
     * saved. References to records that got an id are bound to the copies.
     *
     * <p>If the reply is lost and the driver does not send the command again, nobody knows whether the documents were
     * stored. A class document keeps the id that it got, so the same call cannot store it twice. Linked documents keep
     * theirs too, in the references to them. But a record that you pass is unchanged, and the same call stores it a
     * second time under another id. If that may happen, give it its id first, with {@link #identified(Object,
     * WriteRule)}.
     *
     * <p>Fails with {@link dev.ligature.UnsavedLinkException} if the document links to one without an id that is not
     * written with it, and with {@link dev.ligature.DocumentWriteException} if a required member is null or an id
     * cannot be generated. In both cases nothing is written.
     */
    public Mono<T> insert(T document, WriteRule rule) {
        return write(document, WriteMode.INSERT, rule);
    }

    /** Inserts the given documents alone; see {@link #insert(Object)}. */
    public Flux<T> insertAll(Iterable<? extends T> documents) {
        return insertAll(documents, WriteRule.DO_NOTHING);
    }

    /**
     * Inserts the given documents and emits them with their ids, in order; see {@link #insert(Object, WriteRule)}. It
     * sends as many commands as for one document, or a few more if the server's batch limit requires it.
     *
     * <p>All documents are encoded before the first command is sent. If a command fails after others have succeeded,
     * {@link dev.ligature.LigatureException#written()} names the documents that were written.
     */
    public Flux<T> insertAll(Iterable<? extends T> documents, WriteRule rule) {
        return writeAll(documents, WriteMode.INSERT, rule);
    }

    /** Saves the given document alone: {@link #save(Object, WriteRule)} with {@link WriteRule#DO_NOTHING}. */
    public Mono<T> save(T document) {
        return save(document, WriteRule.DO_NOTHING);
    }

    /**
     * Saves the given document and emits it with its id. If it has no id, it is inserted. Otherwise the stored document
     * with its id is changed, or the document is inserted if there is none. Only the fields that the document declares
     * change, embedded values as a whole: they are <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/update/set/">set</a>, or <a
     * href="https://www.mongodb.com/docs/manual/reference/operator/update/unset/">unset</a> if they have no value.
     * Fields that the declaration does not know stay. Linked documents are treated as by {@link #insert(Object,
     * WriteRule)}.
     *
     * <p>Fails with {@link dev.ligature.VersionConflictException} if the document has a {@code @Version} and has been
     * changed since it was read, and with the errors of {@link #insert(Object, WriteRule)}.
     */
    public Mono<T> save(T document, WriteRule rule) {
        return write(document, WriteMode.SAVE, rule);
    }

    /** Saves the given documents alone; see {@link #save(Object)}. */
    public Flux<T> saveAll(Iterable<? extends T> documents) {
        return saveAll(documents, WriteRule.DO_NOTHING);
    }

    /**
     * Saves the given documents; see {@link #save(Object, WriteRule)}. It sends as many commands as {@link
     * #insertAll(Iterable, WriteRule)}.
     */
    public Flux<T> saveAll(Iterable<? extends T> documents, WriteRule rule) {
        return writeAll(documents, WriteMode.SAVE, rule);
    }

    /** Replaces the given document alone: {@link #replace(Object, WriteRule)} with {@link WriteRule#DO_NOTHING}. */
    public Mono<T> replace(T document) {
        return replace(document, WriteRule.DO_NOTHING);
    }

    /**
     * Replaces the stored document that has the id of the given one. Fields that the declaration does not know are gone
     * afterwards. With {@link WriteRule#WRITE} new linked documents are inserted and known ones replaced.
     *
     * <p>Fails with {@link dev.ligature.DocumentNotFoundException} if the document, or a known linked one, is not
     * stored, with {@link dev.ligature.VersionConflictException} if it has been changed since it was read, and with
     * {@link dev.ligature.DocumentWriteException} if it has no id.
     */
    public Mono<T> replace(T document, WriteRule rule) {
        return write(document, WriteMode.REPLACE, rule);
    }

    /** Replaces the given documents alone; see {@link #replace(Object)}. */
    public Flux<T> replaceAll(Iterable<? extends T> documents) {
        return replaceAll(documents, WriteRule.DO_NOTHING);
    }

    /**
     * Replaces the given documents; see {@link #replace(Object, WriteRule)}. It sends as many commands as {@link
     * #insertAll(Iterable, WriteRule)}.
     */
    public Flux<T> replaceAll(Iterable<? extends T> documents, WriteRule rule) {
        return writeAll(documents, WriteMode.REPLACE, rule);
    }

    /** Gives the given document an id: {@link #identified(Object, WriteRule)} with {@link WriteRule#DO_NOTHING}. */
    public T identified(T document) {
        return identified(document, WriteRule.DO_NOTHING);
    }

    /**
     * Returns the given document with an id: the one that it has, or a new {@code ObjectId} or {@code UUID}, as {@link
     * #insert(Object, WriteRule)} would give it. With {@link WriteRule#WRITE} the documents that it links to get ids
     * too. A class document gets the id in its member; if it is a record, use the copy that is returned. Sends nothing.
     *
     * <p>Once a document has its id, you can write it again when nobody knows whether it was written: {@code save}
     * stores it once, however often you call it, and {@code insert} fails if it is stored already. If the document has
     * a version, both fail if it has been written.
     *
     * <pre>{@code
     * House identified = houses.identified(drawn, WriteRule.WRITE);
     * houses.save(identified, WriteRule.WRITE).retry(3);
     * }</pre>
     *
     * @throws dev.ligature.DocumentWriteException if a document has no id and none can be generated
     */
    @SuppressWarnings("unchecked") // the root comes back as it went in, with ids
    public T identified(T document, WriteRule rule) {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(rule, "rule");
        return (T) graphs.identified(List.of(document), rule).get(0);
    }

    /** Returns what {@code insert(document, WriteRule.WRITE)} would do. Sends nothing and changes nothing. */
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
        return (Flux<T>) (Flux<?>) operations.named(mode.operation(), graphs.write(roots, mode, rule));
    }

    /**
     * Changes the document with the given id. Emits 1, or 0 if there is none.
     *
     * @throws IllegalArgumentException if no update is given
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Mono<Long> updateById(I id, Update<T>... updates) {
        Objects.requireNonNull(id, "id");
        return operations.named("update", writer.update(store.byId(id), Updates.assignments(List.of(updates))));
    }

    /**
     * Deletes the document with the given id alone: {@link #deleteById(Object, DeleteRule)} with {@link
     * DeleteRule#DO_NOTHING}.
     */
    public Mono<Long> deleteById(I id) {
        return deleteById(id, DeleteRule.DO_NOTHING);
    }

    /**
     * Deletes the document with the given id and, if the rule says so, the documents that it links to. Documents that
     * refer to a deleted one are treated as its back links declare ({@link dev.ligature.annotation.OnDelete}); other
     * links to it stay and dangle. Emits 1, or 0 if there is no such document; other documents that are deleted with it
     * do not count.
     *
     * <p>Everything is read and decided before anything is changed. Then links are removed and documents are deleted,
     * with one command per link and one per collection, or a few more if there are more ids than a command takes. Each
     * document is deleted before the one that led to it, and the named document last. So if the delete is cancelled or
     * fails half-way, the same call completes it. If there are no links to follow and no rules to keep, a single <a
     * href="https://www.mongodb.com/docs/manual/reference/command/delete/">delete</a> is sent.
     *
     * <p>Fails with {@link dev.ligature.DeleteRestrictedException} if a back link that is {@code RESTRICT} has
     * referrers that stay, and with {@link dev.ligature.RequiredLinkException} if one that is {@code UNLINK} has
     * referrers with a required link. In both cases nothing is changed.
     */
    public Mono<Long> deleteById(I id, DeleteRule rule) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(rule, "rule");
        return operations.named("delete", deletes.delete(store.byId(id), rule));
    }

    /** Deletes the given document alone: {@link #delete(Object, DeleteRule)} with {@link DeleteRule#DO_NOTHING}. */
    public Mono<Long> delete(T document) {
        return delete(document, DeleteRule.DO_NOTHING);
    }

    /**
     * Deletes the given document by its id; see {@link #deleteById(Object, DeleteRule)}. Emits 0 also if it has no id.
     * The links that are followed are those in the database, not those of the object: they need not be fetched, and
     * links that were not saved do not count.
     */
    public Mono<Long> delete(T document, DeleteRule rule) {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(rule, "rule");
        return operations.named("delete", Mono.defer(() -> {
            Object id = store.type().idOf(document);
            return id == null ? Mono.just(0L) : deletes.delete(store.byId(id), rule);
        }));
    }

    /**
     * Emits what {@code delete(document)} would do: {@link #planDelete(Object, DeleteRule)} with {@link
     * DeleteRule#DO_NOTHING}.
     */
    public Mono<DeletePlan> planDelete(T document) {
        return planDelete(document, DeleteRule.DO_NOTHING);
    }

    /**
     * Emits what {@code delete(document, rule)} would do now, including what it would refuse. Sends only the reads and
     * changes nothing. A later delete reads again, so it sees what others have written in between.
     */
    public Mono<DeletePlan> planDelete(T document, DeleteRule rule) {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(rule, "rule");
        return operations.named("planDelete", Mono.defer(() -> {
            Object id = store.type().idOf(document);
            return id == null ? Mono.just(new DeletePlan(List.of(), List.of())) : deletes.plan(store.byId(id), rule);
        }));
    }

    /**
     * Fetches links of the given document, as {@link Find#fetch} does. References that are not fetched yet are bound in
     * place. Use the emitted document: if an optional back link of a record had to be filled, it is a copy.
     *
     * <p>Fails with {@link dev.ligature.AmbiguousBackLinkException} if several documents refer to one with a single
     * back link.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Mono<T> fetch(T document, FetchPath<T, ?, ?>... paths) {
        return fetch(Mono.just(Objects.requireNonNull(document, "document")), paths)
                .next();
    }

    /**
     * Fetches links of the given documents, in order; see {@link #fetch(Object, FetchPath[])}. The documents are
     * taken in windows, and each window is fetched in batches. Cancelling cancels the given publisher too.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Flux<T> fetch(Publisher<? extends T> documents, FetchPath<T, ?, ?>... paths) {
        return fetched(Flux.from(documents), Fetches.named(FetchRequest.NOTHING, paths));
    }

    /** Fetches all links of the given document, to its {@code maxDepth}. See {@link #fetch(Object, FetchPath[])}. */
    public Mono<T> fetchLinks(T document) {
        return fetchLinks(document, store.type().maxDepth());
    }

    /**
     * Fetches all links of the given document, to the given depth: 1 is its own links, 0 none. See {@link
     * #fetch(Object, FetchPath[])}.
     *
     * @throws IllegalArgumentException if the depth is negative
     */
    public Mono<T> fetchLinks(T document, int depth) {
        Objects.requireNonNull(document, "document");
        return fetched(Flux.just(document), FetchRequest.NOTHING.withDepth(Fetches.depth(depth)))
                .next();
    }

    /**
     * Fetches all links of the given documents to {@code maxDepth}, in order. See {@link #fetch(Publisher,
     * FetchPath[])}.
     */
    public Flux<T> fetchLinks(Publisher<? extends T> documents) {
        return fetched(
                Flux.from(documents),
                FetchRequest.NOTHING.withDepth(store.type().maxDepth()));
    }

    /** The documents come from the user's publisher, so it gets the context of the subscriber, without the operation. */
    private Flux<T> fetched(Flux<? extends T> documents, FetchRequest request) {
        return Flux.deferContextual(subscriber -> operations.named(
                "fetch", store.fetch(documents.contextWrite(operation -> Context.of(subscriber)), request)));
    }

    /** Returns how {@link #fetch(Object, FetchPath[])} will fetch the given links. Sends nothing. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final FetchPlan planFetch(FetchPath<T, ?, ?>... paths) {
        return store.planFetch(Fetches.named(FetchRequest.NOTHING, paths).withStrategy(FetchStrategy.BATCH));
    }

    /**
     * Returns how {@link #fetchLinks(Object, int)} will fetch all links to the given depth. Sends nothing.
     *
     * @throws IllegalArgumentException if the depth is negative
     */
    public FetchPlan planFetchLinks(int depth) {
        return store.planFetch(
                FetchRequest.NOTHING.withDepth(Fetches.depth(depth)).withStrategy(FetchStrategy.BATCH));
    }

    /**
     * Finds the links whose targets do not exist, in the whole collection. They come in the order of the documents as
     * the server reads them, and then of the entries in lists.
     *
     * <p>Documents are read in windows, and one find per window looks for the targets. So memory is bounded, and what
     * you do not demand is not read. If a link is changed during the scan, you may see it as it was. Links are checked
     * in both stored forms; {@link #planRestore} tells how many documents hold the form that is not declared.
     *
     * @param link one link of the document
     * @throws IllegalArgumentException if the path goes through several links, or if it is a back link
     */
    public Flux<DanglingLink> dangling(FetchPath<T, ?, ?> link) {
        return operations.named("dangling", scan.links(List.of(LinkArguments.forwardLink("dangling", link))));
    }

    /**
     * Finds the dangling links of all members, in one scan; see {@link #dangling(FetchPath)}. It sends one find per
     * window and target collection.
     */
    public Flux<DanglingLink> dangling() {
        return operations.named(
                "dangling",
                scan.links(store.type().links().stream()
                        .filter(link -> !link.isBackLink())
                        .toList()));
    }

    /**
     * Removes the dangling links of a member, in the whole collection, and emits the number of documents changed. It
     * scans as {@link #dangling(FetchPath)} does, and sends one command for each window in which something dangles.
     * Entries that point to existing documents stay, in their order, unless the rule removes whole lists. So do links
     * that are changed during the scan. If you cancel, the windows before that stay repaired; call again to repair the
     * rest.
     *
     * <p>Fails with {@link dev.ligature.RequiredLinkException} if the rule would remove a required member; then nothing
     * is written.
     *
     * @param link one link of the document
     * @throws IllegalArgumentException if the path goes through several links, or if it is a back link
     */
    public Mono<Long> repair(FetchPath<T, ?, ?> link, RepairRule rule) {
        Objects.requireNonNull(rule, "rule");
        return operations.named("repair", repair.repair(LinkArguments.forwardLink("repair", link), rule));
    }

    /**
     * Finds the documents to which nothing links any more, in the whole collection of a link's targets: {@code
     * houses.orphans(house.windows())} finds the windows without a house. It emits references to them, not fetched, in
     * the order of their ids, which you can attach, fetch or delete.
     *
     * <p>The links that count are the stored links, in both forms, of all documents that the declaration of this
     * repository's document reaches over links and back links. A link from any other document keeps nothing, and
     * documents that only link to each other are no orphans.
     *
     * <p>Ids are read in order, in windows of 1,000. For each window and link one find looks for referrers, and a
     * second one looks for referrers that store the other form. So memory is bounded, and what you do not demand is not
     * read. The finds use the index of a link that a back link mirrors. Without one they read the collection, and always
     * for links in maps of embedded values, which no index reaches.
     *
     * @param link one link of the document
     * @throws IllegalArgumentException if the path goes through several links, or if it is a back link
     */
    public <U> Flux<Ref<U>> orphans(FetchPath<T, U, ?> link) {
        return operations
                .named("orphans", orphans.ids(LinkArguments.forwardLink("orphans", link)))
                .map(Ref::to);
    }

    /**
     * Deletes the documents that {@link #orphans} finds, and emits their number. It sends one command for each window
     * that has orphans. What these documents link to may be orphans afterwards. Only you know whether a document may
     * stand alone: look at the orphans first. If somebody links to an orphan between the find and the delete, it is
     * deleted all the same.
     *
     * @param link one link of the document
     * @throws IllegalArgumentException if the path is not exactly one link, if it is a back link, or if it links within
     *     one collection, where a document to which nothing links is the root of a tree
     */
    public Mono<Long> deleteOrphans(FetchPath<T, ?, ?> link) {
        LinkType forward = LinkArguments.forwardLink("deleteOrphans", link);
        if (forward.target().collection().equals(forward.owner().collection())) {
            throw new IllegalArgumentException(
                    forward + " links within one collection, where what nothing links to is no orphan but"
                            + " the beginning. Look at orphans(…), and delete by id what is not wanted.");
        }
        return operations.named("deleteOrphans", orphans.delete(forward));
    }

    /**
     * Rewrites the links that are stored in another form than the member declares: DBRefs as bare ids or, if the member
     * is declared as a DBRef, bare ids as DBRefs. A fetch reads both forms, but conditions, back links, counts and
     * projections see only the declared one. Use this method for a collection that another program has written to as
     * well.
     *
     * <p>Documents are read in the order of their ids, in windows of 1,000, and the documents of a window that hold
     * such links are changed with one command. So memory is bounded. Each entry is set at its place, so order,
     * duplicates and nulls stay; a DBRef loses the fields for which a bare id has no room. An update applies only if
     * the entries that it sets are still what was read. If others write at the same time, their change stays and the
     * document is read again. If something changes, a {@code @Version} is raised, so saving a copy that was read before
     * is a conflict.
     *
     * <p>If you cancel, the restore ends after the command that is under way. If you run it again, it does the rest. It
     * takes part in a transaction, but all of it must then fit into the time and size of one. Run it outside of a
     * transaction for large collections.
     *
     * @param link one link of the document
     * @return what was done, in numbers of documents, what was left as it is, and why
     * @throws IllegalArgumentException if the path goes through several links, or if it is a back link
     */
    public Mono<RestoreResult> restore(FetchPath<T, ?, ?> link) {
        return operations.named("restore", restore.restore(LinkArguments.forwardLink("restore", link)));
    }

    /**
     * Emits what {@link #restore} would do now: how many documents hold links in the other form, which conditions do
     * not see. Reads the ids and the links of the whole collection, in windows as {@link #restore} does, and changes
     * nothing.
     *
     * @param link one link of the document
     * @throws IllegalArgumentException if the path goes through several links, or if it is a back link
     */
    public Mono<RestoreResult> planRestore(FetchPath<T, ?, ?> link) {
        return operations.named("planRestore", restore.plan(LinkArguments.forwardLink("planRestore", link)));
    }

    /**
     * Creates the collection. If the processor has the option {@code -Aligature.jsonSchema=true}, the server gets a
     * validator with the
     * <a href="https://www.mongodb.com/docs/manual/core/schema-validation/specify-json-schema/">$jsonSchema</a> of the
     * document, and refuses every write that breaks it. A collection that exists gets the validator, too: it replaces
     * the one that is there. Without the option, a collection that exists stays as it is. Takes part in no transaction.
     *
     * <p>Documents that are already there are not checked until they are written again.
     */
    public Mono<Void> createCollection() {
        return operations.named("createCollection", creator.create());
    }

    /**
     * Creates the indexes that the document declares, those behind its links that back links mirror, those behind its
     * own back links and, if its collection holds documents of several types, one on the discriminator and the id.
     * Existing ones stay.
     */
    public Mono<Void> createIndexes() {
        return operations.named("createIndexes", indexes.create());
    }

    /**
     * Finds the indexes that are declared, or needed by links, and are missing: the collection has none with the same
     * keys in the same order and directions, and it is unique if the declared one is. Sends one command per
     * collection, and changes nothing.
     */
    public Flux<DeclaredIndex> missingIndexes() {
        return operations.named("missingIndexes", indexes.missing());
    }
}
