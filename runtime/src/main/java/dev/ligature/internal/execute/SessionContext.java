package dev.ligature.internal.execute;

import com.mongodb.reactivestreams.client.ClientSession;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The transaction that the Reactor context carries: its session, and what undoes its changes to documents in memory. Its calls
 * follow one another, so it needs no locks.
 */
public final class SessionContext {
    private static final Object KEY = SessionContext.class;

    private final ClientSession session;
    private final Deque<Runnable> undo = new ArrayDeque<>();

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

    /** Remembers what is to be done when the transaction does not take place. */
    public void onAbort(Runnable action) {
        undo.push(action);
    }

    /** Leaves the documents in memory as they were, the last change first. */
    public void undo() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}
