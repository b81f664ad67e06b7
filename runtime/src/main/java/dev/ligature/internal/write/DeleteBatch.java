// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import dev.ligature.query.DeletePlan;
import dev.ligature.spi.DocumentType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Documents of one collection to be deleted.
 *
 * @param generations in order: what was found from documents of the same collection is deleted before those
 */
record DeleteBatch(DocumentType<?> type, List<Collection<BsonValue>> generations) {
    long size() {
        return generations.stream().mapToLong(Collection::size).sum();
    }

    DeletePlan.Step step() {
        return new DeletePlan.Step(DeletePlan.Action.DELETE, type.collection(), type.toString(), size());
    }

    /** What finds the documents: the statements of each command. */
    List<List<BsonDocument>> commands() {
        FullCommand full = new FullCommand();
        List<List<BsonDocument>> commands = new ArrayList<>();
        List<BsonDocument> command = new ArrayList<>();
        for (Collection<BsonValue> generation : generations) {
            List<BsonValue> ids = new ArrayList<>();
            for (BsonValue id : generation) {
                ids.add(id);
                if (full.test(id)) {
                    command.add(StoredLinks.withIds(ids));
                    commands.add(command);
                    command = new ArrayList<>();
                    ids = new ArrayList<>();
                }
            }
            if (!ids.isEmpty()) {
                command.add(StoredLinks.withIds(ids));
            }
        }
        if (!command.isEmpty()) {
            commands.add(command);
        }
        return commands;
    }
}
