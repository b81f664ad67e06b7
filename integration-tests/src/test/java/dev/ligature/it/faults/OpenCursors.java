// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it.faults;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Keeps account of the cursors that the server has opened for a client: which are neither read to the end nor killed. */
final class OpenCursors implements CommandListener {
    private final Set<Long> open = ConcurrentHashMap.newKeySet();
    /** By request, the cursor that it reads on. */
    private final Map<Integer, Long> read = new ConcurrentHashMap<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        if (event.getCommandName().equals("getMore")) {
            read.put(event.getRequestId(), command.getNumber("getMore").longValue());
        } else if (event.getCommandName().equals("killCursors")) {
            for (BsonValue cursor : command.getArray("cursors")) {
                open.remove(cursor.asNumber().longValue());
            }
        }
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        Long before = read.remove(event.getRequestId());
        BsonDocument reply = event.getResponse();
        if (!reply.isDocument("cursor")) {
            return;
        }
        long cursor = reply.getDocument("cursor").getNumber("id").longValue();
        if (cursor == 0 && before != null) {
            open.remove(before);
        } else if (cursor != 0 && before == null) {
            open.add(cursor);
        }
    }

    int count() {
        return open.size();
    }
}
