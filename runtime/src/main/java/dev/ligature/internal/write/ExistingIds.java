// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.internal.driver.Command;
import dev.ligature.internal.load.DocumentSource;
import dev.ligature.internal.stored.StoredId;
import dev.ligature.spi.DocumentType;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import reactor.core.publisher.Flux;

/** Finds out, with one find, which documents exist. */
final class ExistingIds {
    private static final BsonDocument ID_ONLY = new BsonDocument("_id", new BsonInt32(1));

    private ExistingIds() {}

    /** Those of the ids that documents have, as the documents store them. */
    static Flux<StoredId> find(DocumentSource source, DocumentType<?> type, List<? extends BsonValue> ids) {
        BsonDocument filter = new BsonDocument("_id", new BsonDocument("$in", new BsonArray(ids)));
        return source.database()
                .stored(Command.Find.of(type, filter).withProjection(ID_ONLY).withBatchSize(ids.size()))
                .map(StoredId::ofDocument);
    }
}
