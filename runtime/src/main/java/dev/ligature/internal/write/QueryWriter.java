// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import com.mongodb.client.result.UpdateResult;
import dev.ligature.LigatureException;
import dev.ligature.internal.driver.Chunks;
import dev.ligature.internal.driver.Command;
import dev.ligature.internal.load.Store;
import dev.ligature.internal.plan.FindRequest;
import dev.ligature.internal.plan.Match;
import dev.ligature.internal.predicate.Assignment;
import dev.ligature.internal.predicate.Predicate;
import dev.ligature.spi.DocumentCodec;
import dev.ligature.spi.DocumentType;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Changes and deletes the documents that satisfy a condition.
 *
 * @param <T> the document
 */
public final class QueryWriter<T> {
    private final DocumentType<T> type;
    private final Store<T> store;

    public QueryWriter(Store<T> store) {
        this.type = store.type();
        this.store = store;
    }

    /** Changes the documents that satisfy the condition of a query and those of the changes; emits their number. */
    public Mono<Long> update(FindRequest request, List<Assignment> assignments) {
        FindRequest changed = request.and(assignments.stream()
                .map(Assignment::condition)
                .distinct()
                .reduce(new Predicate.Always(), Predicate::and));
        return store.database().timeLimit().whole(Mono.defer(() -> {
            BsonDocument update = updateDocument(assignments);
            return change(changed, filter -> store.database()
                    .update(new Command.Update(type, filter, update))
                    .map(UpdateResult::getMatchedCount));
        }));
    }

    /** Deletes the documents that satisfy the condition of a query; emits their number. */
    public Mono<Long> delete(FindRequest request) {
        return store.database().timeLimit().whole(change(request, filter -> store.database()
                .delete(new Command.Delete(type, filter))));
    }

    /** One command if a plain filter is enough. If joins must decide, all ids are read before anything changes. */
    private Mono<Long> change(FindRequest request, Function<BsonDocument, Mono<Long>> command) {
        return store.match(request)
                .flatMap(match ->
                        match.isPlain() ? command.apply(match.before()) : changeByIds(request, match, command));
    }

    /** The part on own fields is checked again together with the ids, because documents may have changed since. */
    private Mono<Long> changeByIds(FindRequest request, Match match, Function<BsonDocument, Mono<Long>> command) {
        return store.ids(request)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .buffer(Chunks.IDS_PER_CHANGE)
                .concatMap(ids -> command.apply(match.among(idIn(ids))))
                .reduce(0L, Long::sum);
    }

    private BsonDocument idIn(List<Object> ids) {
        BsonArray values = DocumentCodec.encodeIds(type, ids, type + "." + type.idMember());
        return new BsonDocument("_id", new BsonDocument("$in", values));
    }

    private BsonDocument updateDocument(List<Assignment> assignments) {
        BsonDocument update = new BsonDocument();
        DocumentType.VersionType<T> version = type.version();
        if (version != null) {
            update.append("$inc", new BsonDocument(version.storedName(), new BsonInt64(1)));
        }
        for (Assignment assignment : assignments) {
            BsonDocument fields =
                    (BsonDocument) update.computeIfAbsent(assignment.operator(), operator -> new BsonDocument());
            if (fields.containsKey(assignment.field())) {
                throw new LigatureException(
                        type + "." + assignment.field() + " is changed twice by " + assignment.operator()
                                + " in one update. Give each member one value.",
                        null);
            }
            fields.put(assignment.field(), assignment.value(store.database().registry()));
        }
        return update;
    }
}
