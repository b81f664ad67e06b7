// SPDX-License-Identifier: Apache-2.0
package dev.ligature.integration;

import com.mongodb.RequestContext;
import com.mongodb.event.CommandEvent;
import com.mongodb.reactivestreams.client.ReactiveContextProvider;
import java.util.Optional;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The operation of a repository to which a command belongs. Use it to tag metrics and to name spans of a trace. An
 * operation puts it into the Reactor context of all the commands that it sends, including those to other collections.
 *
 * <p>A {@link #contextProvider()} passes it on to the driver's listeners:
 *
 * <pre>{@code
 * MongoClientSettings settings = MongoClientSettings.builder()
 *         .contextProvider(RepositoryOperation.contextProvider())
 *         .addCommandListener(listener) // where RepositoryOperation.of(event) says which operation it is
 *         .build();
 * }</pre>
 *
 * @param document the simple name of the repository's document, such as {@code House}, with the names of the enclosing
 *     classes if it is nested
 * @param name what the repository does, one of a few words such as {@code find}, {@code insert}, {@code fetch} and
 *     {@code delete}
 */
public record RepositoryOperation(String document, String name) {
    /** The key in the Reactor context and in the driver's {@link RequestContext}. */
    public static final Object KEY = RepositoryOperation.class;

    /** Returns the operation to which a subscription belongs. Empty if it belongs to none. */
    public static Optional<RepositoryOperation> in(ContextView context) {
        return context.getOrEmpty(KEY);
    }

    /**
     * Returns the operation to which the command of the given event belongs. Empty if no repository sent the command,
     * or if the client has no provider that passes the operation on.
     */
    public static Optional<RepositoryOperation> of(CommandEvent event) {
        RequestContext context = event.getRequestContext();
        return context == null ? Optional.empty() : context.getOrEmpty(KEY);
    }

    /**
     * Returns a provider that adds the operation of the Reactor context to the driver's events. A client has only one
     * provider. If you have one already, let it store the result of {@link #in} under {@link #KEY}, or let it start from
     * the context that this provider returns.
     */
    public static ReactiveContextProvider contextProvider() {
        return subscriber -> {
            Context context =
                    subscriber instanceof CoreSubscriber<?> reactive ? reactive.currentContext() : Context.empty();
            OperationContext passedOn = new OperationContext();
            in(context).ifPresent(operation -> passedOn.put(KEY, operation));
            return passedOn;
        };
    }
}
