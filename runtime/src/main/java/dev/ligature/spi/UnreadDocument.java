// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spi;

import dev.ligature.DocumentReadException;
import dev.ligature.internal.Excerpt;
import dev.ligature.spi.bson.BsonSource;
import dev.ligature.spi.bson.FieldNames;
import dev.ligature.spi.bson.ReadFailure;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** What an error says about a document that could not be read: its id, the field, and what is wrong with it. */
public final class UnreadDocument {
    private static final FieldNames ID = FieldNames.of("_id");

    private UnreadDocument() {}

    /** The failure to take a document from a reader of the driver. */
    public static DocumentReadException untaken(DocumentType<?> type, RuntimeException failure) {
        return new DocumentReadException(
                type.toString(),
                null,
                type + " (its _id was not read) in \"" + type.collection()
                        + "\": cannot be created from what is stored: " + Excerpt.ofCause(failure),
                failure);
    }

    /**
     * The failure to read a document.
     *
     * @param source as the failure left it
     * @param depth the depth of the source before the document
     * @param position the position of the document
     */
    public static DocumentReadException failure(
            DocumentType<?> type, BsonSource source, int depth, int position, RuntimeException failure) {
        if (failure instanceof DocumentReadException unread) {
            return unread; // of a document read on the way, a joined one
        }
        String path = source.path(depth);
        if (failure instanceof ReadFailure unread) {
            path = unread.pathFrom(path);
        }
        String problem = (path.isEmpty() ? "" : ", field \"" + Excerpt.of(path) + '"') + ": " + problem(path, failure);
        Object id = null;
        try {
            BsonValue stored = source.valueAt(position, ID);
            id = type.readId(stored);
            if (id == null) {
                problem += ". Stored is " + shown(stored) + ".";
            }
        } catch (RuntimeException e) { // damaged before or in its id
            id = null;
        }
        return new DocumentReadException(
                type.toString(),
                id,
                type + " " + (id == null ? "(its _id was not read)" : Excerpt.of(id)) + " in \"" + type.collection()
                        + '"' + problem,
                failure instanceof ReadFailure ? failure.getCause() : failure);
    }

    private static String problem(String path, RuntimeException failure) {
        String said = failure instanceof ReadFailure ? failure.getMessage() : Excerpt.ofCause(failure);
        return path.isEmpty() ? "cannot be created from what is stored: " + said : String.valueOf(said);
    }

    private static String shown(@Nullable BsonValue id) {
        return id == null ? "no _id" : Excerpt.of(new BsonDocument("_id", id).toJson());
    }
}
