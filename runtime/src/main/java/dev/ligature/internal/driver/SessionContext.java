// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import com.mongodb.reactivestreams.client.ClientSession;
import dev.ligature.integration.SessionSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The session that the Reactor context carries. It belongs to a transaction of ours, with what undoes its changes to
 * documents in memory, or a framework manages it. Its calls follow one another; only the replies to cancelled commands
 * may come at any time.
 */
public final class SessionContext {
    private static final Object KEY = SessionContext.class;

    private final ClientSession session;
    private final DueReplies replies;
    /** The source that is told what to undo; null for a transaction of ours. */
    private final @Nullable SessionSource owner;

    private final Deque<Runnable> undo = new ArrayDeque<>();

    private SessionContext(ClientSession session, DueReplies replies, @Nullable SessionSource owner) {
        this.session = session;
        this.replies = replies;
        this.owner = owner;
    }

    /** An attempt at a transaction of ours. */
    public SessionContext(ClientSession session) {
        this(session, new DueReplies(), null);
    }

    /**
     * The session that a subscription takes part in: the one of our own transaction if its context carries one,
     * otherwise that of the source, otherwise none. The source is asked each time, because a framework may have begun
     * another transaction inside the outer operation.
     *
     * @param sessions null if there are none but those of the context
     */
    public static Mono<SessionContext> current(@Nullable SessionSource sessions) {
        return Mono.deferContextual(context -> {
            SessionContext known = in(context);
            if (sessions == null || (known != null && known.owner == null)) {
                return Mono.justOrEmpty(known);
            }
            return sessions.session()
                    .map(session -> new SessionContext(session, DueReplies.ofForeign(session), sessions));
        });
    }

    /** The session that a subscription is part of, or null. */
    public static @Nullable SessionContext in(ContextView context) {
        return context.getOrDefault(KEY, null);
    }

    /** The transaction that a subscription is part of, or null. If it fails, nothing that it wrote stays. */
    public static @Nullable SessionContext transaction(ContextView context) {
        SessionContext current = in(context);
        return current != null && current.isTransaction() ? current : null;
    }

    /** A context with this session. */
    public Context put(Context context) {
        return context.put(KEY, this);
    }

    /** A context without a session: for reads after the server has ended its transaction. */
    public static Context outside(Context context) {
        return context.delete(KEY);
    }

    /** The session. */
    public ClientSession session() {
        return session;
    }

    /** Whether there is a transaction: a session that somebody else manages may have none. */
    public boolean isTransaction() {
        return owner == null || session.hasActiveTransaction();
    }

    /** Notes that a command was cancelled while its reply is due. */
    void detach() {
        replies.add();
    }

    /** Notes that the reply to a cancelled command has come. */
    void settle() {
        replies.remove();
    }

    /** Completes when no reply is due any more; at once if none is. */
    public Mono<Void> settled() {
        return replies.settled();
    }

    /** Remembers what to do if the transaction does not take place. */
    public Mono<Void> onAbort(Runnable action) {
        return owner == null ? Mono.fromRunnable(() -> undo.push(action)) : Mono.defer(() -> owner.onRollback(action));
    }

    /** Restores the documents in memory as they were, the last change first. */
    public void undo() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}
