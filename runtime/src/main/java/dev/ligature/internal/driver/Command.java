// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import dev.ligature.spi.DocumentType;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * A command for the collection of a document type: created once, then shown by a plan and sent by {@link Database}.
 * Immutable, except for the BSON that it holds. If the collection holds documents of several types, only those of the given
 * type are concerned: the filter says so.
 */
public sealed interface Command {
    /** The document to whose collection it is sent. */
    DocumentType<?> type();

    /** The name of the command, as a server knows it. */
    String name();

    /**
     * The command as a server gets it, without what the driver adds: the database, the session, and the batch size of a
     * cursor that is read on demand.
     */
    BsonDocument toBson();

    /** A command that reads documents with a cursor. */
    sealed interface Read extends Command {
        /** The number of documents in a reply; 0 means that it depends on demand. */
        int batchSize();

        /** Returns the same command with replies of the given size. */
        Read withBatchSize(int documents);
    }

    /**
     * Reads documents as they are stored.
     *
     * @param projection empty for all of each document
     * @param sort empty for none
     * @param skip 0 for none
     * @param limit 0 for none
     * @see <a href="https://www.mongodb.com/docs/manual/reference/command/find/">find</a>
     */
    record Find(
            DocumentType<?> type,
            BsonDocument filter,
            BsonDocument projection,
            BsonDocument sort,
            int skip,
            int limit,
            int batchSize)
            implements Read {
        public Find {
            filter = type.restricted(filter);
        }

        /** Reads all of the documents that match. */
        public static Find of(DocumentType<?> type, BsonDocument filter) {
            return new Find(type, filter, new BsonDocument(), new BsonDocument(), 0, 0, 0);
        }

        public Find withProjection(BsonDocument kept) {
            return new Find(type, filter, kept, sort, skip, limit, batchSize);
        }

        public Find withSort(BsonDocument order) {
            return new Find(type, filter, projection, order, skip, limit, batchSize);
        }

        @Override
        public Find withBatchSize(int documents) {
            return new Find(type, filter, projection, sort, skip, limit, documents);
        }

        @Override
        public String name() {
            return "find";
        }

        @Override
        public BsonDocument toBson() {
            BsonDocument command = new BsonDocument(name(), new BsonString(type.collection())).append("filter", filter);
            appendUnlessEmpty(command, "projection", projection);
            appendUnlessEmpty(command, "sort", sort);
            appendUnlessZero(command, "skip", skip);
            appendUnlessZero(command, "limit", limit);
            appendUnlessZero(command, "batchSize", batchSize);
            return command;
        }

        private static void appendUnlessEmpty(BsonDocument command, String name, BsonDocument value) {
            if (!value.isEmpty()) {
                command.append(name, value);
            }
        }

        private static void appendUnlessZero(BsonDocument command, String name, int value) {
            if (value != 0) {
                command.append(name, new BsonInt32(value));
            }
        }
    }

    /**
     * Reads what the stages of a pipeline make from documents.
     *
     * @see <a href="https://www.mongodb.com/docs/manual/reference/command/aggregate/">aggregate</a>
     */
    record Aggregate(DocumentType<?> type, List<BsonDocument> pipeline, int batchSize) implements Read {
        public Aggregate {
            pipeline = type.isRestricted() ? restricted(type, pipeline) : List.copyOf(pipeline);
        }

        private static List<BsonDocument> restricted(DocumentType<?> type, List<BsonDocument> pipeline) {
            List<BsonDocument> stages = new ArrayList<>(pipeline);
            boolean isMatched = !stages.isEmpty() && stages.get(0).containsKey("$match");
            BsonDocument filter = isMatched ? stages.remove(0).getDocument("$match") : new BsonDocument();
            stages.add(0, new BsonDocument("$match", type.restricted(filter)));
            return List.copyOf(stages);
        }

        @Override
        public Aggregate withBatchSize(int documents) {
            return new Aggregate(type, pipeline, documents);
        }

        @Override
        public String name() {
            return "aggregate";
        }

        @Override
        public BsonDocument toBson() {
            BsonDocument command = new BsonDocument(name(), new BsonString(type.collection()))
                    .append("pipeline", new BsonArray(pipeline));
            return batchSize == 0
                    ? command
                    : command.append("cursor", new BsonDocument("batchSize", new BsonInt32(batchSize)));
        }
    }

    /**
     * Changes the documents that match a filter. If the filter names one document, this is a statement for one, which
     * drivers send again when its reply is lost.
     *
     * @see <a href="https://www.mongodb.com/docs/manual/reference/command/update/">update</a>
     */
    record Update(DocumentType<?> type, BsonDocument filter, BsonDocument changes) implements Command {
        public Update {
            filter = type.restricted(filter);
        }

        @Override
        public String name() {
            return "update";
        }

        @Override
        public BsonDocument toBson() {
            BsonDocument statement = new BsonDocument("q", filter).append("u", changes);
            if (!namesOne(filter)) {
                statement.append("multi", BsonBoolean.TRUE);
            }
            return new BsonDocument(name(), new BsonString(type.collection()))
                    .append("updates", new BsonArray(List.of(statement)));
        }
    }

    /**
     * Deletes the documents that match a filter. If the filter names one document, this is a statement for one, as in
     * {@link Update}.
     *
     * @see <a href="https://www.mongodb.com/docs/manual/reference/command/delete/">delete</a>
     */
    record Delete(DocumentType<?> type, BsonDocument filter) implements Command {
        public Delete {
            filter = type.restricted(filter);
        }

        @Override
        public String name() {
            return "delete";
        }

        @Override
        public BsonDocument toBson() {
            BsonDocument statement =
                    new BsonDocument("q", filter).append("limit", new BsonInt32(namesOne(filter) ? 1 : 0));
            return new BsonDocument(name(), new BsonString(type.collection()))
                    .append("deletes", new BsonArray(List.of(statement)));
        }
    }

    /**
     * Whether a filter asks for one id, whatever else it asks for. Sharded clusters recognise this only by an equality.
     */
    static boolean namesOne(BsonDocument filter) {
        BsonValue id = filter.get("_id");
        if (id == null || id.isRegularExpression()) {
            return false;
        }
        return !id.isDocument()
                || id.asDocument().keySet().stream().allMatch(key -> key.equals("$eq") || !key.startsWith("$"));
    }
}
