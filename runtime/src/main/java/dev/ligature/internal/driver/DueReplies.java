// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import com.mongodb.reactivestreams.client.ClientSession;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Counts the commands of a session that were cancelled and whose replies are still due. */
final class DueReplies {
    /** By session. Operations in a session that somebody else manages know of each other only through this map. */
    private static final Map<ClientSession, DueReplies> OF_FOREIGN = Collections.synchronizedMap(new WeakHashMap<>());

    private int due;
    private Sinks.@Nullable Empty<Void> settled;

    /** The count of a session that somebody else manages. */
    static DueReplies ofForeign(ClientSession session) {
        return OF_FOREIGN.computeIfAbsent(session, key -> new DueReplies());
    }

    /** Notes that a command was cancelled. */
    synchronized void add() {
        if (due++ == 0) {
            settled = Sinks.empty();
        }
    }

    /** Notes that the reply to a cancelled command has come. */
    void remove() {
        Sinks.Empty<Void> waiting = null;
        synchronized (this) {
            if (--due == 0) {
                waiting = settled;
                settled = null;
            }
        }
        if (waiting != null) {
            waiting.tryEmitEmpty();
        }
    }

    /** Completes when no reply is due any more; at once if none is. */
    Mono<Void> settled() {
        return Mono.defer(() -> {
            Sinks.Empty<Void> waiting = waiting();
            return waiting == null ? Mono.empty() : waiting.asMono();
        });
    }

    private synchronized Sinks.@Nullable Empty<Void> waiting() {
        return settled;
    }
}
