package dev.ligature.internal.driver;

import com.mongodb.reactivestreams.client.ClientSession;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The transaction that the Reactor context carries: its session, and what undoes its changes to documents in memory.
 * Its calls follow one another; only the replies to cancelled commands may come at any time.
 */
public final class SessionContext {
    private static final Object KEY = SessionContext.class;

    private final ClientSession session;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    /** Commands that were cancelled while their replies are due. */
    private int detached;

    private Sinks.@Nullable Empty<Void> settled;

    /** An attempt at a transaction. */
    public SessionContext(ClientSession session) {
        this.session = session;
    }

    /** The transaction that a subscription is part of, or null. */
    public static @Nullable SessionContext in(ContextView context) {
        return context.getOrDefault(KEY, null);
    }

    /** The session of the transaction that a subscription is part of, or null. */
    public static @Nullable ClientSession session(ContextView context) {
        SessionContext transaction = in(context);
        return transaction == null ? null : transaction.session;
    }

    /** A context with this transaction. */
    public Context put(Context context) {
        return context.put(KEY, this);
    }

    /** A context without a transaction: for reads after the server has ended it. */
    public static Context outside(Context context) {
        return context.delete(KEY);
    }

    /** The session. */
    public ClientSession session() {
        return session;
    }

    /** Notes that a command was cancelled while its reply is due. */
    synchronized void detach() {
        if (detached++ == 0) {
            settled = Sinks.empty();
        }
    }

    /** Notes that the reply to a cancelled command has come. */
    void settle() {
        Sinks.Empty<Void> waiting = null;
        synchronized (this) {
            if (--detached == 0) {
                waiting = settled;
                settled = null;
            }
        }
        if (waiting != null) {
            waiting.tryEmitEmpty();
        }
    }

    /** Completes when no reply is due any more; at once if none is. */
    public Mono<Void> settled() {
        return Mono.defer(() -> {
            Sinks.Empty<Void> waiting = pending();
            return waiting == null ? Mono.empty() : waiting.asMono();
        });
    }

    private synchronized Sinks.@Nullable Empty<Void> pending() {
        return settled;
    }

    /** Remembers what to do if the transaction does not take place. */
    public void onAbort(Runnable action) {
        undo.push(action);
    }

    /** Restores the documents in memory as they were, the last change first. */
    public void undo() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}
