package dev.ligature.it.faults;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.BsonNumber;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Keeps account of what the server has been told: which transactions began there, and which of them ended. */
final class OpenTransactions {
    private final Set<Transaction> open = ConcurrentHashMap.newKeySet();

    private record Transaction(BsonDocument session, long number) {}

    /** Takes note of a command that the server has executed. */
    void note(BsonDocument command, @Nullable BsonDocument answer) {
        BsonValue session = command.get("lsid");
        BsonValue number = command.get("txnNumber");
        if (session == null || number == null || !command.containsKey("autocommit")) {
            return;
        }
        Transaction transaction = new Transaction(
                new BsonDocument("id", session.asDocument().get("id")), ((BsonNumber) number).longValue());
        String name = command.getFirstKey();
        boolean succeeded = answer != null && answer.getNumber("ok").intValue() == 1;
        boolean hasWriteErrors = answer != null && answer.containsKey("writeErrors");
        if (name.equals("commitTransaction") || name.equals("abortTransaction")) {
            open.remove(transaction);
        } else if (!succeeded || hasWriteErrors) {
            open.remove(transaction); // the server has aborted it
        } else if (command.containsKey("startTransaction")) {
            open.removeIf(other -> other.session.equals(transaction.session)); // a session has one at a time
            open.add(transaction);
        }
    }

    /** Begun and not ended. */
    int count() {
        return open.size();
    }
}
