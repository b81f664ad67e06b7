package dev.ligature.internal.driver;

import com.mongodb.reactivestreams.client.ClientSession;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** How many commands of a session were cancelled while their replies are due. */
final class DueReplies {
    /** By their sessions: operations of one that somebody else manages know nothing else of each other. */
    private static final Map<ClientSession, DueReplies> OF_FOREIGN = Collections.synchronizedMap(new WeakHashMap<>());

    private int due;
    private Sinks.@Nullable Empty<Void> settled;

    /** Those of a session that somebody else manages. */
    static DueReplies ofForeign(ClientSession session) {
        return OF_FOREIGN.computeIfAbsent(session, key -> new DueReplies());
    }

    /** Takes note of a command that was cancelled. */
    synchronized void add() {
        if (due++ == 0) {
            settled = Sinks.empty();
        }
    }

    /** Takes note of the reply to one. */
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

    /** Completes when no reply is due any more, at once where none is. */
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
