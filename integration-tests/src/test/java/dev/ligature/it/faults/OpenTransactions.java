// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.BsonNumber;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Keeps account of what the server has been told: which transactions began there, and which of them ended. It also lets the commands of a
 * transaction reach the server one at a time. MongoDB sees to that itself. The engine under test does not: if a command fails there while its
 * transaction is being aborted by another connection, two clients share a backend afterwards.
 */
final class OpenTransactions {
    private final Set<Transaction> open = ConcurrentHashMap.newKeySet();

    private final Map<Transaction, Object> turns = new ConcurrentHashMap<>();

    private record Transaction(BsonDocument session, long number) {
        /** The transaction of a command, or null. */
        static @Nullable Transaction of(BsonDocument command) {
            BsonValue session = command.get("lsid");
            BsonValue number = command.get("txnNumber");
            return session == null || number == null || !command.containsKey("autocommit")
                    ? null
                    : new Transaction(
                            new BsonDocument("id", session.asDocument().get("id")), ((BsonNumber) number).longValue());
        }
    }

    /** What is to be locked while the server executes a command. */
    Object turn(@Nullable BsonDocument command) {
        Transaction transaction = command == null ? null : Transaction.of(command);
        return transaction == null ? new Object() : turns.computeIfAbsent(transaction, key -> new Object());
    }

    /** Takes note of a command that the server has executed. */
    void note(BsonDocument command, @Nullable BsonDocument answer) {
        Transaction transaction = Transaction.of(command);
        if (transaction == null) {
            return;
        }
        String name = command.getFirstKey();
        boolean succeeded = answer != null && answer.getNumber("ok").intValue() == 1;
        boolean hasWriteErrors = answer != null && answer.containsKey("writeErrors");
        if (name.equals("commitTransaction") || name.equals("abortTransaction")) {
            open.remove(transaction);
            turns.remove(transaction);
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
