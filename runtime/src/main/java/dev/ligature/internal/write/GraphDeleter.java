// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import com.mongodb.client.model.DeleteManyModel;
import dev.ligature.OperationException;
import dev.ligature.internal.driver.Command;
import dev.ligature.internal.driver.Failures;
import dev.ligature.internal.driver.SessionContext;
import dev.ligature.internal.driver.Together;
import dev.ligature.internal.load.DocumentSource;
import dev.ligature.internal.load.Store;
import dev.ligature.internal.plan.FindRequest;
import dev.ligature.internal.stored.StoredId;
import dev.ligature.query.DeletePlan;
import dev.ligature.query.DeleteRule;
import dev.ligature.spi.DocumentType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Deletes the documents of a query, with what they link to if the caller asks for it, and as the rules of back links
 * say. Everything is found and decided before the first change. Then links to the deleted documents are removed. Then
 * the documents are deleted, each before the one from which it was found, and the named ones last, so that the same
 * call finds what a failure has left. If neither the caller nor a declaration asks for more, only the query's own
 * delete command is sent.
 */
public final class GraphDeleter<T> {

    private final Store<T> store;
    private final QueryWriter<T> writer;

    public GraphDeleter(Store<T> store, QueryWriter<T> writer) {
        this.store = store;
        this.writer = writer;
    }

    /** What is to be sent, in order. */
    private record Deletion(
            List<DeleteGraph.Entry> roots,
            List<Unlink> unlinks,
            List<List<DeleteBatch>> batches,
            List<DeletePlan.Refusal> refusals) {
        DeletePlan plan() {
            List<DeletePlan.Step> steps = new ArrayList<>();
            unlinks.forEach(unlink -> steps.add(unlink.step()));
            batches.forEach(together -> together.forEach(batch -> steps.add(batch.step())));
            return new DeletePlan(steps, refusals);
        }
    }

    /** Deletes; emits how many of the query's documents were deleted. */
    public Mono<Long> delete(FindRequest request, DeleteRule rule) {
        if (rule == DeleteRule.DO_NOTHING && !BackLinkRules.areDeclared(store.type())) {
            return writer.delete(request);
        }
        return store.source().timeLimit().whole(prepare(request, rule, false).flatMap(this::send));
    }

    /** What {@link #delete} would do. Reads only. */
    public Mono<DeletePlan> plan(FindRequest request, DeleteRule rule) {
        return store.source().timeLimit().whole(prepare(request, rule, true).map(Deletion::plan));
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
        return new Deletion(graph.roots(), unlinks, order.steps(), refusals);
    }

    private Mono<Long> send(Deletion deletion) {
        if (!deletion.refusals.isEmpty()) {
            return Mono.error(BackLinkRules.failure(deletion.refusals));
        }
        return Mono.deferContextual(context -> {
            List<DeletePlan.Step> done = new ArrayList<>();
            return Flux.fromIterable(deletion.unlinks)
                    .concatMap(unlink ->
                            unlink.send(store.source()).then(Mono.<Long>fromRunnable(() -> done.add(unlink.step()))))
                    .concatWith(Flux.fromIterable(deletion.batches).concatMap(step -> deleteTogether(step, done)))
                    .reduce(0L, Long::sum)
                    .map(deleted -> Math.min(deleted, deletion.roots.size()))
                    .onErrorMap(
                            OperationException.class,
                            failure -> done.isEmpty() || SessionContext.transaction(context) != null
                                    ? failure
                                    : halfWay(failure, done, deletion.roots));
        });
    }

    /** The outcome of a batch: the number of deleted documents that count, or a failure. */
    private record Outcome(
            DeleteBatch batch, long deleted, @Nullable OperationException failure) {}

    /**
     * Emits the number of deleted documents that count; or the first failure, once it is known for each batch whether
     * it was deleted.
     */
    private Mono<Long> deleteTogether(List<DeleteBatch> step, List<DeletePlan.Step> done) {
        return Together.settle(step, this::outcome, outcome -> outcome.failure != null)
                .flatMap(outcomes -> {
                    long deleted = 0;
                    OperationException failure = null;
                    for (Outcome outcome : outcomes) {
                        deleted += outcome.deleted;
                        if (outcome.failure == null) {
                            done.add(outcome.batch.step());
                        } else if (failure == null) {
                            failure = outcome.failure;
                        }
                    }
                    return failure == null ? Mono.just(deleted) : Mono.error(failure);
                });
    }

    private Mono<Outcome> outcome(DeleteBatch batch) {
        return delete(batch)
                .map(deleted -> new Outcome(batch, deleted, null))
                .onErrorResume(OperationException.class, failure -> Mono.just(new Outcome(batch, 0, failure)));
    }

    /** Says what was done, and names the documents by which the rest is found. */
    private OperationException halfWay(
            OperationException failure, List<DeletePlan.Step> done, List<DeleteGraph.Entry> roots) {
        String ids = StoredId.show(roots.stream().map(root -> root.id().value()).toList());
        return Failures.retold(
                failure,
                failure.getMessage() + " Done before that: "
                        + done.stream().map(DeletePlan.Step::toString).collect(Collectors.joining("; ")) + ". "
                        + store.type() + " " + ids
                        + (roots.size() == 1
                                ? " goes last and may still be there: delete it again, by its id"
                                : " go last and may still be there: delete them again, by their ids")
                        + " where the condition does not find what has lost its links.",
                List.of());
    }

    /** Emits the number of deleted documents that belong to the query's collection: with the named ones there may be others. */
    private Mono<Long> delete(DeleteBatch batch) {
        DocumentType<?> type = batch.type();
        boolean counts = type.collection().equals(store.type().collection());
        return Flux.fromIterable(batch.commands())
                .concatMap(command -> command.size() == 1 ? delete(type, command.get(0)) : deleteInOrder(type, command))
                .reduce(0L, Long::sum)
                .map(deleted -> counts ? deleted : 0L);
    }

    private Mono<Long> delete(DocumentType<?> type, BsonDocument ids) {
        return store.database().delete(new Command.Delete(type, ids));
    }

    /** One command of several statements, which the server executes one after the other. */
    private Mono<Long> deleteInOrder(DocumentType<?> type, List<BsonDocument> statements) {
        List<DeleteManyModel<RawBsonDocument>> models =
                statements.stream().map(DeleteManyModel<RawBsonDocument>::new).toList();
        return store.database().bulkWrite(type, "delete", models).map(result -> (long) result.getDeletedCount());
    }
}
