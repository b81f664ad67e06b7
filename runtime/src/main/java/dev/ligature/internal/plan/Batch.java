// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.internal.driver.Chunks;
import dev.ligature.internal.driver.Command;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** The finds of the batches of a fetch. */
public final class Batch {
    private Batch() {}

    /**
     * The find for what the given links lead to.
     *
     * @param node what is read of the documents
     * @param ids the ids by the fields that are to hold one of them: {@code _id}, or the field of the link behind a
     *     back link
     */
    public static Command.Find find(FetchNode node, Map<String, ? extends BsonValue> ids) {
        BsonArray alternatives = new BsonArray();
        ids.forEach((field, in) -> alternatives.add(new BsonDocument(field, new BsonDocument("$in", in))));
        BsonDocument filter =
                alternatives.size() == 1 ? alternatives.get(0).asDocument() : new BsonDocument("$or", alternatives);
        return Command.Find.of(node.type(), filter)
                .withProjection(Kept.fields(node))
                .withBatchSize(Chunks.DOCUMENTS_PER_REPLY);
    }
}
