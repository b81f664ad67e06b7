package dev.ligature.internal.write;

import com.mongodb.client.result.DeleteResult;
import dev.ligature.internal.execute.Commands;
import dev.ligature.internal.execute.DocumentSource;
import dev.ligature.internal.execute.DocumentStore;
import dev.ligature.internal.execute.Failures;
import dev.ligature.internal.execute.QueryWriter;
import dev.ligature.internal.plan.FindRequest;
import dev.ligature.repository.DeletePlan;
import dev.ligature.repository.DeleteRule;
import dev.ligature.spi.DocumentType;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Deletes the documents of a query, with what they link to where the caller asks for it, and as the rules of back links say.
 * Everything is found and decided on before the first change; then links to the deleted documents are removed, then the documents are
 * deleted, those that link before those to which they link. Where neither the caller nor a declaration asks for more, the
 * query's own delete command is all.
 */
public final class GraphDeleter<T> {
    private final DocumentStore<T> store;
    private final QueryWriter<T> writer;

    public GraphDeleter(DocumentStore<T> store, QueryWriter<T> writer) {
        this.store = store;
        this.writer = writer;
    }

    /** What is to be sent, in order. */
    private record Deletion(
            long roots, List<Unlink> unlinks, List<DeleteOrder.Batch> batches, List<DeletePlan.Refusal> refusals) {
        DeletePlan plan() {
            List<DeletePlan.Step> steps = new ArrayList<>();
            unlinks.forEach(unlink -> steps.add(unlink.step()));
            batches.forEach(batch -> steps.add(new DeletePlan.Step(
                    DeletePlan.Action.DELETE,
                    batch.type().collection(),
                    batch.type().toString(),
                    batch.ids().size())));
            return new DeletePlan(steps, refusals);
        }
    }

    /** Deletes; emits how many of the query's documents were deleted. */
    public Mono<Long> delete(FindRequest request, DeleteRule rule) {
        if (rule == DeleteRule.DO_NOTHING && !BackLinkRules.areDeclared(store.type())) {
            return writer.delete(request);
        }
        return prepare(request, rule, false).flatMap(this::send);
    }

    /** What {@link #delete} would do. Reads only. */
    public Mono<DeletePlan> plan(FindRequest request, DeleteRule rule) {
        return prepare(request, rule, true).map(Deletion::plan);
    }

    private Mono<Deletion> prepare(FindRequest request, DeleteRule rule, boolean countsTargets) {
        DocumentSource source = store.source();
        return store.match(request)
                .flatMap(match -> new DeleteSearch(source, store.type(), rule, countsTargets).from(match))
                .flatMap(graph -> new BackLinkRules(source, graph)
                        .verdicts()
                        .collectList()
                        .map(verdicts -> deletion(graph, verdicts)));
    }

    private static Deletion deletion(DeleteGraph graph, List<BackLinkRules.Verdict> verdicts) {
        List<Unlink> unlinks = new ArrayList<>();
        List<DeletePlan.Refusal> refusals = new ArrayList<>();
        for (BackLinkRules.Verdict verdict : verdicts) {
            if (verdict instanceof BackLinkRules.Unlinked unlinked) {
                unlinks.add(unlinked.unlink());
            } else if (verdict instanceof BackLinkRules.Refused refused) {
                refusals.add(refused.refusal());
            }
        }
        DeleteOrder order = DeleteOrder.of(graph);
        unlinks.addAll(order.cuts());
        return new Deletion(graph.roots(), unlinks, order.batches(), refusals);
    }

    private Mono<Long> send(Deletion deletion) {
        if (!deletion.refusals.isEmpty()) {
            return Mono.error(BackLinkRules.failure(deletion.refusals));
        }
        return Flux.fromIterable(deletion.unlinks)
                .concatMap(unlink -> unlink.send(store.source()))
                .thenMany(Flux.fromIterable(deletion.batches).concatMap(this::delete))
                .reduce(0L, Long::sum)
                .map(deleted -> Math.min(deleted, deletion.roots));
    }

    /** Emits the number of deleted documents that belong to the query's collection: with the named ones there may be others. */
    private Mono<Long> delete(DeleteOrder.Batch batch) {
        DocumentType<?> type = batch.type();
        boolean counts = type.collection().equals(store.type().collection());
        return Flux.fromIterable(batch.ids())
                .bufferUntil(new FullCommand())
                .concatMap(ids -> delete(type, ids))
                .reduce(0L, Long::sum)
                .map(deleted -> counts ? deleted : 0L);
    }

    private Flux<Long> delete(DocumentType<?> type, List<BsonValue> ids) {
        return Commands.on(
                        store.source().collection(type, BsonDocument.class),
                        commands -> commands.deleteMany(StoredLinks.withIds(ids)))
                .map(DeleteResult::getDeletedCount)
                .onErrorMap(Failures.of(type, "delete"));
    }
}
