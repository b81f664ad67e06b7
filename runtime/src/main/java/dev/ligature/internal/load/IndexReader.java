// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.internal.driver.Database;
import dev.ligature.internal.driver.Failures;
import dev.ligature.internal.plan.Index;
import dev.ligature.internal.plan.IndexCheck;
import dev.ligature.query.FetchPlan;
import dev.ligature.query.MissingIndex;
import dev.ligature.spi.DocumentType;
import java.util.List;
import java.util.Map;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the server which indexes there are. */
final class IndexReader {
    private final Database database;
    private final DocumentType<?> type;

    /** @param type the document whose queries are checked, for errors */
    IndexReader(Database database, DocumentType<?> type) {
        this.database = database;
        this.type = type;
    }

    /** What the steps of a plan lack; one command per collection. */
    Flux<MissingIndex> missing(List<FetchPlan.Step> steps) {
        return Flux.fromIterable(IndexCheck.collections(steps))
                .concatMap(collection -> indexes(collection).map(found -> Map.entry(collection, found)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .flatMapIterable(indexes -> IndexCheck.missing(steps, indexes));
    }

    private Mono<List<Index>> indexes(String collection) {
        return database.indexes(collection)
                .onErrorMap(Failures.of(type, "listIndexes"))
                .filter(IndexReader::isForAll)
                .map(index -> new Index(index.getDocument("key")))
                .collectList()
                .map(found -> found.isEmpty() ? List.of(Index.ID) : found); // of a collection that is not there yet
    }

    /** A partial or a hidden index does not serve every query. */
    private static boolean isForAll(BsonDocument index) {
        return !index.containsKey("partialFilterExpression")
                && !index.getBoolean("hidden", BsonBoolean.FALSE).getValue();
    }
}
