// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.write;

import com.mongodb.client.model.WriteModel;
import dev.ligature.spi.DocumentType;
import java.util.List;
import java.util.Set;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * One bulk command.
 *
 * @param entries the documents, in the order of the models
 * @param known those of them that may be stored already, in the same order
 */
record Bulk(
        DocumentType<?> type,
        List<WriteGraph.Entry> entries,
        List<WriteModel<RawBsonDocument>> models,
        List<Known> known) {
    /**
     * A document that has been stored before.
     *
     * @param position its place among the models
     * @param expected the version that was read; negative for a document without versions
     * @param replacement what takes its place, if a missing document is an error; null for a document that is saved
     */
    record Known(
            int position,
            BsonValue storedId,
            Object id,
            long expected,
            @Nullable RawBsonDocument replacement) {
        boolean mustExist() {
            return replacement != null;
        }

        boolean hasVersion() {
            return expected >= 0;
        }
    }

    /**
     * How far the server came.
     *
     * @param end the place of the first model that it did not reach
     * @param refused the places of the models that it refused
     */
    record Progress(int end, Set<Integer> refused) {
        /** Whether the server accepted the model at the given place, which may have matched nothing. */
        boolean took(int position) {
            return position < end && !refused.contains(position);
        }
    }

    int size() {
        return models.size();
    }

    /** How many of the documents that the server accepted must have matched. */
    long required(Progress progress) {
        return known.stream()
                .filter(each -> each.mustExist() && progress.took(each.position))
                .count();
    }

    /** Whether the server refused a document that has a version. */
    boolean refusedVersions(Progress progress) {
        return !progress.refused.isEmpty()
                && known.stream().anyMatch(each -> each.hasVersion() && progress.refused.contains(each.position));
    }
}
