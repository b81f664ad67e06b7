// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import dev.ligature.DocumentWriteException;
import dev.ligature.integration.WriteHook;
import dev.ligature.internal.driver.SessionContext;
import dev.ligature.internal.load.DocumentSource;
import dev.ligature.query.WritePlan;
import dev.ligature.query.WriteRule;
import dev.ligature.spi.DocumentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes documents, alone or with what they link to. All documents of a call get ids, are shown to the hook and are
 * encoded before the first command is sent: if one cannot be written, none is, and the ids are taken back. Then one
 * bulk per collection is sent, targets before the documents that link to them, so a failure half-way leaves no dangling
 * link. Bulks that do not link to one another are sent together.
 */
public final class GraphWriter {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final DocumentSource source;
    private final DocumentType<?> type;
    private final @Nullable WriteHook hook;

    /** @param hook the hook that documents have to pass before they are written, or null */
    public GraphWriter(DocumentSource source, DocumentType<?> type, @Nullable WriteHook hook) {
        this.source = source;
        this.type = type;
        this.hook = hook;
    }

    /** Writes the roots; emits them in their order, with their ids. */
    public Flux<Object> write(List<?> documents, WriteMode mode, WriteRule rule) {
        return source.timeLimit().whole(Flux.deferContextual(context -> {
            if (documents.isEmpty()) {
                return Flux.empty();
            }
            WriteGraph graph = WriteGraph.of(source.codecs(), type, documents, rule == WriteRule.WRITE);
            List<List<Bulk>> steps = encode(graph, mode);
            SessionContext transaction = SessionContext.transaction(context);
            Mono<Void> sent = new BulkSender(source, steps, transaction != null).send();
            if (transaction != null) { // it may be run again, and must then find the documents as they were
                sent = transaction
                        .onAbort(graph::takeIdsBack)
                        .doOnError(failure -> graph.takeIdsBack())
                        .then(sent);
            }
            return sent.thenMany(Flux.fromIterable(graph.roots()).map(WriteGraph.Entry::document));
        }));
    }

    /** The roots, in their order, with the ids with which a write would store them and what they reach. */
    public List<Object> identified(List<?> documents, WriteRule rule) {
        WriteGraph graph = WriteGraph.of(source.codecs(), type, documents, rule == WriteRule.WRITE);
        try {
            graph.identify();
        } catch (RuntimeException e) {
            graph.takeIdsBack();
            throw e;
        }
        return graph.roots().stream().map(WriteGraph.Entry::document).toList();
    }

    /** What a write would do. Changes nothing, not even an id. */
    public WritePlan plan(List<?> documents, WriteMode mode) {
        WriteGraph graph = WriteGraph.of(source.codecs(), type, documents, true);
        List<WritePlan.Step> steps = new ArrayList<>();
        WriteOrder.steps(graph.targetsFirst()).stream().flatMap(List::stream).forEach(bulk -> {
            int inserts =
                    (int) bulk.stream().filter(entry -> isInserted(entry, mode)).count();
            DocumentType<?> bulkType = typeOf(bulk);
            steps.add(new WritePlan.Step(bulkType.collection(), bulkType.toString(), inserts, bulk.size() - inserts));
        });
        return new WritePlan(steps);
    }

    /** The one type of the documents, or the sealed one that they have in common. */
    private static DocumentType<?> typeOf(List<WriteGraph.Entry> entries) {
        DocumentType<?> first = entries.get(0).ownType();
        return entries.stream().allMatch(entry -> entry.ownType() == first)
                ? first
                : entries.get(0).type();
    }

    private static boolean isInserted(WriteGraph.Entry entry, WriteMode mode) {
        return entry.isNew || (entry.isRoot && mode == WriteMode.INSERT);
    }

    private List<List<Bulk>> encode(WriteGraph graph, WriteMode mode) {
        if (mode == WriteMode.REPLACE) {
            graph.roots().forEach(GraphWriter::requireId);
        }
        try {
            graph.identify(entry -> isInserted(entry, mode) ? 1 : entry.version + 1);
            if (hook != null) {
                for (WriteGraph.Entry entry : graph.targetsFirst()) {
                    hook.beforeWrite(entry.document());
                }
            }
            return WriteOrder.steps(graph.targetsFirst()).stream()
                    .map(step -> step.stream().map(bulk -> bulk(bulk, mode)).toList())
                    .toList();
        } catch (Throwable e) { // a hook may throw any error
            graph.takeIdsBack();
            throw e;
        }
    }

    private static void requireId(WriteGraph.Entry root) {
        if (root.isNew) {
            throw new DocumentWriteException(root.ownType() + "." + root.type().idMember()
                    + " is null: only a document that has an id can be replaced. Insert it, or use save.");
        }
    }

    private static Bulk bulk(List<WriteGraph.Entry> targetsFirst, WriteMode mode) {
        List<WriteGraph.Entry> entries = inOrder(targetsFirst, mode);
        DocumentType<?> type = entries.get(0).type();
        DocumentEncoder encoder = new DocumentEncoder();
        DeclaredFields declared = DeclaredFields.of(type);
        List<WriteModel<RawBsonDocument>> models = new ArrayList<>(entries.size());
        List<Bulk.Known> known = new ArrayList<>();
        for (WriteGraph.Entry entry : entries) {
            if (isInserted(entry, mode)) {
                models.add(new InsertOneModel<>(encoder.encode(entry.codec(), entry.document())));
                continue;
            }
            BsonValue storedId = entry.codec().getDocumentId(entry.document());
            BsonDocument filter = filter(entry, storedId);
            RawBsonDocument replacement = null;
            if (mode == WriteMode.REPLACE) {
                replacement = encoder.encode(entry.codec(), entry.document());
                models.add(new ReplaceOneModel<>(filter, replacement));
            } else {
                BsonDocument update = encoder.encodeUpdate(entry.codec(), entry.document(), declared, storedId);
                models.add(new UpdateOneModel<>(filter, update, UPSERT));
            }
            Object id = Objects.requireNonNull(entry.codec().idOf(entry.document()));
            known.add(new Bulk.Known(models.size() - 1, storedId, id, entry.version, replacement));
        }
        return new Bulk(type, entries, models, known);
    }

    /**
     * Inserts come first, which makes two commands of the bulk, because what is replaced may link to what is new. If
     * documents link to others of their own collection, targets come first.
     */
    private static List<WriteGraph.Entry> inOrder(List<WriteGraph.Entry> targetsFirst, WriteMode mode) {
        List<WriteGraph.Entry> insertsFirst = new ArrayList<>(targetsFirst.size());
        List<WriteGraph.Entry> known = new ArrayList<>();
        for (WriteGraph.Entry entry : targetsFirst) {
            if (entry.linksToItsOwnType()) {
                return targetsFirst;
            }
            (isInserted(entry, mode) ? insertsFirst : known).add(entry);
        }
        insertsFirst.addAll(known);
        return insertsFirst;
    }

    /**
     * The document as it was read: with the same version, or without one if it has none yet. If an upsert does not
     * match because of the version, it fails because the id is taken.
     */
    private static BsonDocument filter(WriteGraph.Entry entry, BsonValue id) {
        BsonDocument filter = new BsonDocument("_id", id);
        DocumentType.VersionType<?> version = entry.type().version();
        if (version != null) {
            BsonInt64 expected = new BsonInt64(entry.version);
            filter.append(
                    version.storedName(),
                    entry.version == 0
                            ? new BsonDocument("$in", new BsonArray(List.of(expected, BsonNull.VALUE)))
                            : expected);
        }
        return filter;
    }
}
