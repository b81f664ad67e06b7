package dev.ligature.internal.execute;

import com.mongodb.reactivestreams.client.ClientSession;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Carries the session of a transaction in the Reactor context. */
public final class SessionContext {
    private static final Object KEY = SessionContext.class;

    private SessionContext() {}

    /** The session of the transaction that a subscription is part of, or null. */
    public static @Nullable ClientSession session(ContextView context) {
        return context.getOrDefault(KEY, null);
    }

    /** A context with a session. */
    public static Context with(Context context, ClientSession session) {
        return context.put(KEY, session);
    }
}
