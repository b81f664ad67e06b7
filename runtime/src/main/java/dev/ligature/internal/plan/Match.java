// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.plan;

import dev.ligature.internal.driver.Chunks;
import dev.ligature.internal.driver.Command;
import dev.ligature.spi.DocumentType;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;

/**
 * A filter that is ready to be sent. Usually it is a plain filter. If joins are needed to decide, the part that needs
 * none comes first.
 *
 * @param before on own fields only
 * @param lookups the joins that {@code after} needs
 * @param after on own fields and the side arrays of the joins; empty if there are none
 * @param sides the fields of the side arrays
 */
public record Match(BsonDocument before, List<BsonDocument> lookups, BsonDocument after, List<String> sides) {
    public Match {
        lookups = List.copyOf(lookups);
        sides = List.copyOf(sides);
    }

    /** A plain filter. */
    public static Match of(BsonDocument filter) {
        return new Match(filter, List.of(), new BsonDocument(), List.of());
    }

    /** Whether it is a plain filter. */
    public boolean isPlain() {
        return lookups.isEmpty();
    }

    /** The part that needs no join. */
    public BsonDocument among(BsonDocument documents) {
        return FilterRenderer.allOf(List.of(documents, before));
    }

    /**
     * The command that counts the documents that match: {@link Arrangement#count}.
     *
     * @param limit where it ends; 0 for none
     */
    public Command.Read count(DocumentType<?> type, int limit) {
        return Arrangement.first(limit).count(type, this);
    }

    /** The command for some fields of all documents that match. */
    public Command.Read command(DocumentType<?> type, BsonDocument fields) {
        return Arrangement.NONE.command(type, this, Kept.of(fields), Chunks.DOCUMENTS_PER_REPLY);
    }

    /** The stages that need no join. */
    List<BsonDocument> ownStages() {
        return before.isEmpty() ? List.of() : List.of(new BsonDocument("$match", before));
    }

    /** The stages that decide with joins; none for a plain filter. */
    List<BsonDocument> joinedStages() {
        if (isPlain()) {
            return List.of();
        }
        List<BsonDocument> stages = new ArrayList<>(lookups);
        stages.add(new BsonDocument("$match", after));
        stages.add(Joins.without(sides));
        return stages;
    }
}
