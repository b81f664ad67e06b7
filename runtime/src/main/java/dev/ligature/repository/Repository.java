package dev.ligature.repository;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.ligature.internal.driver.IndexCreator;
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
import dev.ligature.path.DocumentPath;
import dev.ligature.path.Update;
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

/**
 * The documents of one collection; the base of the generated repositories. Immutable and safe to share between threads; make
 * one per database and keep it.
 *
 * <p>All publishers are cold: commands go out on subscription, again with each one, and running ones stop when the
 * subscription is cancelled. Null arguments fail at once with a {@code NullPointerException}; everything else that goes wrong is
 * an error of the publisher, a {@link dev.ligature.LigatureException} that names the document, the member and the id.
 *
 * <p>A timeout of the database or its client ({@code timeoutMS}) bounds an operation with all its commands; of a stream, the time until
 * its first documents and then each batch: see {@link Find#timeoutMode}.
 *
 * @param <T> the document
 * @param <I> the document's id
 */
public abstract class Repository<T, I> {
    private final Store<T> store;
    private final QueryWriter<T> writer;
    private final GraphWriter graphs;
    private final GraphDeleter<T> deletes;
    private final LinkWriter links;
    private final DanglingScan scan;
    private final LinkRepair repair;
    private final OrphanScan orphans;
    private final LinkRestore restore;
    private final IndexCreator indexes;

    /**
     * Makes the codecs of the document and of all that its links reach.
     *
     * @throws dev.ligature.UnsupportedTypeException when the database's codec registry lacks a codec that a member needs
     */
    protected Repository(MongoDatabase database, DocumentType<T> type) {
        Objects.requireNonNull(database, "database");
        this.store = new Store<>(database, type);
        this.writer = new QueryWriter<>(store);
        this.graphs = new GraphWriter(store.source(), type);
        this.deletes = new GraphDeleter<>(store, writer);
        this.links = new LinkWriter(store.source());
        this.scan = new DanglingScan(store.source());
        this.repair = new LinkRepair(store.source(), scan);
        this.orphans = new OrphanScan(store.source(), type);
        this.restore = new LinkRestore(store.source());
        this.indexes = new IndexCreator(store.database(), type);
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
                store,
                writer,
                FindRequest.of(store.type(), PathAccess.DOOR.get().predicate(condition)));
    }

    /** The document with an id, or empty; to be refined by what is fetched. */
    public FindOne<T> findById(I id) {
        Objects.requireNonNull(id, "id");
        return new FindOne<>(new Find<T, I>(store, writer, store.byId(id)));
    }

    /** The documents with the ids, in the order of the ids; ids without a document are left out, duplicates repeated. */
    public Flux<T> findAllById(Iterable<? extends I> ids) {
        Objects.requireNonNull(ids, "ids");
        return new OrderedIds<>(store).find(ids);
    }

    /** All documents. */
    public Flux<T> findAll() {
        return find().all();
    }

    /** Whether there is a document with an id. */
    public Mono<Boolean> existsById(I id) {
        Objects.requireNonNull(id, "id");
        return store.exists(store.byId(id));
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
     * ones inserted and known ones saved; references to records that got an id are bound to the copies.
     *
     * <p>Where the reply is lost and the driver does not retry, nobody knows whether the documents were stored. A class document keeps
     * its id, so the same call finds it; so do linked documents, in the references to them. A record that was given itself is as it was,
     * and the same call stores it a second time, under another id: give it its id first where that may happen, with
     * {@link #identified(Object, WriteRule)}.
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
     * Inserts a document that has no id; otherwise changes the one with its id, or inserts it where there is none. What changes are the
     * fields that the document declares, embedded values as a whole: they are
     * <a href="https://www.mongodb.com/docs/manual/reference/operator/update/set/">set</a>, and
     * <a href="https://www.mongodb.com/docs/manual/reference/operator/update/unset/">unset</a> where they are absent now. Fields that the
     * declaration does not know stay. Linked documents as {@link #insert(Object, WriteRule)}.
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
     * Replaces the document with the same id, with the fields that the declaration does not know;
     * {@link dev.ligature.DocumentNotFoundException} when there is none. With
     * {@link WriteRule#WRITE} new linked documents are inserted and known ones replaced; one that is not there is an error too.
     */
    public Mono<T> replace(T document, WriteRule rule) {
        return write(document, WriteMode.REPLACE, rule);
    }

    /** Replaces documents alone, as {@link #replace(Object)}. */
    public Flux<T> replaceAll(Iterable<? extends T> documents) {
        return replaceAll(documents, WriteRule.DO_NOTHING);
    }

    /** Replaces documents, as {@link #replace(Object, WriteRule)}; by as many commands as {@link #insertAll(Iterable, WriteRule)}. */
    public Flux<T> replaceAll(Iterable<? extends T> documents, WriteRule rule) {
        return writeAll(documents, WriteMode.REPLACE, rule);
    }

    /** A document with its id: {@link #identified(Object, WriteRule)} with {@link WriteRule#DO_NOTHING}. */
    public T identified(T document) {
        return identified(document, WriteRule.DO_NOTHING);
    }

    /**
     * A document with its id: the one that it has, or a new {@code ObjectId} or {@code UUID}, as {@link #insert(Object, WriteRule)} gives
     * it; with {@link WriteRule#WRITE} the documents that it links to too. A class document gets it in its member, of a record use the
     * copy that is returned. Sends nothing.
     *
     * <p>What has its ids can be written again when nobody knows whether it was: {@code save} of it stores each document once, however
     * often it is called, and {@code insert} fails when the document is there. With a version both say so, by an error.
     *
     * <pre>{@code
     * House house = houses.identified(drawn, WriteRule.WRITE);
     * houses.save(house, WriteRule.WRITE).retry(3);
     * }</pre>
     *
     * @throws dev.ligature.DocumentWriteException when one has no id and none can be made
     */
    @SuppressWarnings("unchecked") // the root comes back as it went in, with ids
    public T identified(T document, WriteRule rule) {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(rule, "rule");
        return (T) graphs.identified(List.of(document), rule).get(0);
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

    /** Deletes the document with an id alone: {@link #deleteById(Object, DeleteRule)} with {@link DeleteRule#DO_NOTHING}. */
    public Mono<Long> deleteById(I id) {
        return deleteById(id, DeleteRule.DO_NOTHING);
    }

    /**
     * Deletes the document with an id, and as the rule says what it links to. What the back links of the deleted documents declare
     * ({@link dev.ligature.annotation.OnDelete}) is done for those that refer to them; other links to them stay and dangle.
     *
     * <p>All is read and decided on before anything is changed. Then links are removed and documents deleted by one command per link
     * and collection, a few more where there are more ids than a command takes: what led to others after those, and this document
     * last. So a delete that fails half-way is completed by the same call.
     * Without links to follow and rules to keep, one
     * <a href="https://www.mongodb.com/docs/manual/reference/command/delete/">delete</a> is all.
     *
     * @return 1, or 0 when there is no such document: others that are deleted with it do not count.
     *     {@link dev.ligature.DeleteRestrictedException}, with nothing changed, when a back link that is {@code RESTRICT} has referrers
     *     that stay; {@link dev.ligature.RequiredLinkException} when one that is {@code UNLINK} has them by a required link
     */
    public Mono<Long> deleteById(I id, DeleteRule rule) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(rule, "rule");
        return deletes.delete(store.byId(id), rule);
    }

    /** Deletes a document alone: {@link #delete(Object, DeleteRule)} with {@link DeleteRule#DO_NOTHING}. */
    public Mono<Long> delete(T document) {
        return delete(document, DeleteRule.DO_NOTHING);
    }

    /**
     * Deletes a document by its id, as {@link #deleteById(Object, DeleteRule)}: 0 also when it has no id. What it links to is taken from
     * the database, not from the object: it need not be fetched, and links that were not saved do not count.
     */
    public Mono<Long> delete(T document, DeleteRule rule) {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(rule, "rule");
        return Mono.defer(() -> {
            Object id = store.type().idOf(document);
            return id == null ? Mono.just(0L) : deletes.delete(store.byId(id), rule);
        });
    }

    /** What {@code delete(document)} would do: {@link #planDelete(Object, DeleteRule)} with {@link DeleteRule#DO_NOTHING}. */
    public Mono<DeletePlan> planDelete(T document) {
        return planDelete(document, DeleteRule.DO_NOTHING);
    }

    /**
     * What {@code delete(document, rule)} would do now, refusals among it. Sends the reads only and changes nothing; what somebody else
     * writes in between a delete finds anew.
     */
    public Mono<DeletePlan> planDelete(T document, DeleteRule rule) {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(rule, "rule");
        return Mono.defer(() -> {
            Object id = store.type().idOf(document);
            return id == null ? Mono.just(new DeletePlan(List.of(), List.of())) : deletes.plan(store.byId(id), rule);
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

    /** How {@link #fetch(Object, DocumentPath[])} will fetch links of documents at hand. Sends nothing. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final FetchPlan planFetch(DocumentPath<T, ?>... paths) {
        return store.planFetch(Fetches.named(FetchRequest.NOTHING, paths).withStrategy(FetchStrategy.BATCH));
    }

    /** How {@link #fetchLinks(Object, int)} will fetch all links of documents at hand to a depth. Sends nothing. */
    public FetchPlan planFetchLinks(int depth) {
        return store.planFetch(
                FetchRequest.NOTHING.withDepth(Fetches.depth(depth)).withStrategy(FetchStrategy.BATCH));
    }

    /**
     * Adds links from a document where it is stored: {@code houses.attach(house, house.windows(), window, otherWindow)}. One update
     * that the server applies atomically; the document is not read, and nothing that others attach at the same time is lost.
     *
     * <ul>
     *   <li>A list gets the targets that it does not hold yet, at its end
     *       (<a href="https://www.mongodb.com/docs/manual/reference/operator/update/addToSet/">$addToSet</a>); one that is not
     *       there is made.
     *   <li>A link to one document gets the target in place of another
     *       (<a href="https://www.mongodb.com/docs/manual/reference/operator/update/set/">$set</a>).
     *   <li>Through a back link, {@code persons.attach(person, person.houses(), house)}, the targets are the documents that store
     *       the link: one command changes all of them. Other documents that refer keep their links.
     * </ul>
     *
     * <p>Objects in memory do not change, and nobody checks whether the targets exist: {@link #dangling} finds those that do not. Ids
     * are read on subscription. Before anything is written, the publisher fails with an {@link dev.ligature.UnsavedLinkException} if one
     * of the documents has no id, and with an {@link dev.ligature.InvalidLinkException} if a document or an id has another type. If a
     * document to be changed is not in its collection, it fails with a {@link dev.ligature.DocumentNotFoundException}; through a back
     * link, the documents that are there have been changed then.
     *
     * @param documentOrId a document of this repository, a reference to one, or its id
     * @param link one link or back link of the document
     * @param targets documents, references to them or their ids, mixed as they come; or an {@code Iterable} of them, which may be
     *     empty
     * @return the number of documents changed: 0 when nothing had to change. A document with a {@code @Version} counts whenever it is
     *     found, as its version is raised
     * @throws IllegalArgumentException when the path is not one link, when there is no target, or when there are several for a link
     *     that holds one
     */
    public Mono<Long> attach(Object documentOrId, DocumentPath<T, ?> link, Object... targets) {
        Objects.requireNonNull(documentOrId, "documentOrId");
        LinkType named = LinkArguments.link("attach", link);
        return links.attach(documentOrId, named, LinkArguments.targets("attach", named, targets));
    }

    /**
     * Removes links from a document where it is stored, by one atomic update as {@link #attach} makes. The targets stay.
     *
     * <ul>
     *   <li>A list loses the targets, each as often as it holds it, in whichever form
     *       (<a href="https://www.mongodb.com/docs/manual/reference/operator/update/pull/">$pull</a>).
     *   <li>A link to one document is removed when it points to the target
     *       (<a href="https://www.mongodb.com/docs/manual/reference/operator/update/unset/">$unset</a>); one that points elsewhere
     *       stays.
     *   <li>Through a back link the targets lose their links to the document.
     * </ul>
     *
     * <p>Errors as those of {@link #attach}; and {@link dev.ligature.RequiredLinkException}, before anything is written, when the
     * link is one to a document that must be there.
     *
     * @param documentOrId a document of this repository, a reference to one, or its id
     * @param link one link or back link of the document
     * @param targets documents, references to them or their ids, mixed as they come; or an {@code Iterable} of them, which may be
     *     empty
     * @return the number of documents changed: 0 when there was no such link
     * @throws IllegalArgumentException as {@link #attach}
     */
    public Mono<Long> detach(Object documentOrId, DocumentPath<T, ?> link, Object... targets) {
        Objects.requireNonNull(documentOrId, "documentOrId");
        LinkType named = LinkArguments.link("detach", link);
        return links.detach(documentOrId, named, LinkArguments.targets("detach", named, targets));
    }

    /**
     * Removes all links of some members. One atomic update empties the document's own: lists become empty, optional ones too, which
     * keeps them apart from no list; links to one document are removed. Back links are then emptied by one command per collection of
     * referrers. The targets stay. Errors as those of {@link #detach}, but through back links alone nobody looks for the document.
     *
     * @param documentOrId a document of this repository, a reference to one, or its id
     * @param links links and back links of the document
     * @return the number of documents changed: this one, and those that referred to it
     * @throws IllegalArgumentException when there is no link, or a path is not one link
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Mono<Long> detachAll(Object documentOrId, DocumentPath<T, ?>... links) {
        Objects.requireNonNull(documentOrId, "documentOrId");
        return this.links.detachAll(documentOrId, LinkArguments.links("detachAll", links));
    }

    /**
     * Finds the links whose targets do not exist, in the whole collection. Documents are read in windows, and one find per window asks
     * for the targets: memory is bounded, what is not requested is not read, and cancelling ends the scan. A link that is changed
     * meanwhile may be seen as it was. Links are looked at in both stored forms; how many documents hold the form that is not
     * declared, {@link #planRestore} says.
     *
     * @param link one link of the document
     * @return the dangling links, in the order of the documents as the server reads them, and of the entries in lists
     * @throws IllegalArgumentException when the path is not one link, or a back link
     */
    public Flux<DanglingLink> dangling(DocumentPath<T, ?> link) {
        return scan.links(List.of(LinkArguments.forwardLink("dangling", link)));
    }

    /** Finds the dangling ones of all links, in one scan as {@link #dangling(DocumentPath)}: one find per window and target collection. */
    public Flux<DanglingLink> dangling() {
        return scan.links(
                store.type().links().stream().filter(link -> !link.isBackLink()).toList());
    }

    /**
     * Removes the dangling ones of a link, in the whole collection: a scan as that of {@link #dangling(DocumentPath)}, and one command
     * per window in which something dangles. Entries that point to existing documents stay, in their order, unless the rule removes
     * whole lists; so do links that are changed meanwhile.
     *
     * @param link one link of the document
     * @return the number of documents changed; {@link dev.ligature.RequiredLinkException} before anything is written when the rule
     *     would remove a member that must be there
     * @throws IllegalArgumentException when the path is not one link, or a back link
     */
    public Mono<Long> repair(DocumentPath<T, ?> link, RepairRule rule) {
        Objects.requireNonNull(rule, "rule");
        return repair.repair(LinkArguments.forwardLink("repair", link), rule);
    }

    /**
     * Finds the documents to which nothing links any more, in the whole collection of a link's targets:
     * {@code houses.orphans(house.windows())} are the windows without a house. Looked at are the stored links of all documents that this
     * one's declaration reaches, over links and back links, in both stored forms; a link from a document beyond that keeps nothing, and
     * documents that only link to each other are no orphans.
     *
     * <p>Ids are read in order and in windows of 1,000, for each of which one find per link asks who refers, and a second one for those
     * to whom nobody does in the declared form. Memory is bounded, what is not requested is not read, and cancelling ends the scan. The finds
     * use the index of a link that a back link mirrors; without one they read the collection.
     *
     * @param link one link of the document
     * @return references to them, not fetched, in the order of their ids: to attach, to fetch or to delete
     * @throws IllegalArgumentException when the path is not one link, or a back link
     */
    public <U> Flux<Ref<U>> orphans(DocumentPath<T, U> link) {
        return orphans.ids(LinkArguments.forwardLink("orphans", link)).map(Ref::to);
    }

    /**
     * Deletes the documents that {@link #orphans} finds, by one command per window that has some; what they link to may be orphans then.
     * Whether a document has a right to be there on its own only you know: look at the orphans first. One to which somebody links
     * just then, between the find and the delete, is deleted too, but for a transaction.
     *
     * @param link one link of the document
     * @return the number of documents deleted
     * @throws IllegalArgumentException when the path is not one link, or a back link, or a link to its own collection: what nothing
     *     links to is the beginning of all there
     */
    public Mono<Long> deleteOrphans(DocumentPath<T, ?> link) {
        LinkType forward = LinkArguments.forwardLink("deleteOrphans", link);
        if (forward.target().collection().equals(forward.owner().collection())) {
            throw new IllegalArgumentException(
                    forward + " links within one collection, where what nothing links to is no orphan but"
                            + " the beginning. Look at orphans(…), and delete by id what is not wanted.");
        }
        return orphans.delete(forward);
    }

    /**
     * Rewrites the links that are stored in another form than the member declares: DBRefs as bare ids, or bare ids as DBRefs where the
     * member is declared so. A fetch reads both forms, but conditions, back links, counts and projections see the declared one only;
     * a collection that another program has written too is brought into it by this.
     *
     * <p>Documents are read in the order of their ids, in windows of a thousand, and those of a window that hold such links are changed
     * by one command: memory is bounded. Each entry is set at its place, so order, duplicates and nulls stay; a DBRef loses the fields
     * that a bare id has no room for. An update applies only while the entries that it sets are what was read: whatever others write
     * meanwhile stays, and the document is read again. A {@code @Version} is raised where something changes, so that saving a copy read
     * before is a conflict.
     *
     * <p>It can be cancelled, which ends it after the command in flight, and run again; a second run finds less to do. In a transaction
     * it takes part; as all of it must fit into the time and size of one, run it outside for large collections.
     *
     * @param link one link of the document
     * @return what was done, in numbers of documents, and what was left as it is and why
     * @throws IllegalArgumentException when the path is not one link, or a back link
     */
    public Mono<RestoreResult> restore(DocumentPath<T, ?> link) {
        return restore.restore(LinkArguments.forwardLink("restore", link));
    }

    /**
     * What {@link #restore} would do now: how many documents hold links of the other form, which conditions do not see. Reads the ids
     * and the links of the whole collection, in windows as that does, and changes nothing.
     *
     * @param link one link of the document
     * @throws IllegalArgumentException when the path is not one link, or a back link
     */
    public Mono<RestoreResult> planRestore(DocumentPath<T, ?> link) {
        return restore.plan(LinkArguments.forwardLink("planRestore", link));
    }

    /**
     * Creates the indexes that the document declares and those behind its links that back links mirror and behind its own back
     * links. Existing ones stay.
     */
    public Mono<Void> createIndexes() {
        return indexes.create();
    }
}
