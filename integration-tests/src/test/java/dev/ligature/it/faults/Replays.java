// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The replies that a server would give again: of retryable writes and of commits, by session and transaction number. A retry of a
 * command that failed is executed.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/core/retryable-writes/">Retryable writes</a>
 */
final class Replays {
    private static final int REMEMBERED = 10_000;

    private final Map<Key, Message> replies = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Message> eldest) {
            return size() > REMEMBERED;
        }
    });

    private final LongAdder repeated = new LongAdder();

    private record Key(BsonDocument session, long number, String kind) {
        /** The key of a command that is replayed, or null for others. */
        static @Nullable Key of(BsonDocument command) {
            BsonValue session = command.get("lsid");
            BsonValue number = command.get("txnNumber");
            if (session == null || number == null) {
                return null;
            }
            String name = command.getFirstKey();
            boolean isCommit = name.equals("commitTransaction");
            if (command.containsKey("autocommit") && !isCommit) {
                return null; // part of a transaction, which is retried as a whole
            }
            return new Key(
                    session.asDocument().toBsonDocument(),
                    number.asNumber().longValue(),
                    isCommit ? "commit" : "write");
        }
    }

    /** The reply that a command was given before, or null. */
    @Nullable
    Message of(BsonDocument command) {
        Key key = Key.of(command);
        Message reply = key == null ? null : replies.get(key);
        if (reply != null) {
            repeated.increment();
        }
        return reply;
    }

    /** Keeps the reply of a command that succeeded. */
    void remember(BsonDocument command, Message reply, @Nullable BsonDocument answer) {
        Key key = Key.of(command);
        if (key != null && answer != null && answer.getNumber("ok").intValue() == 1) {
            replies.put(key, reply);
        }
    }

    /** How many replies were given again. */
    long repeated() {
        return repeated.sum();
    }
}
