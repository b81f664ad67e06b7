package dev.ligature.integration;

import com.mongodb.RequestContext;
import com.mongodb.event.CommandEvent;
import com.mongodb.reactivestreams.client.ReactiveContextProvider;
import java.util.Optional;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The operation of a repository to which a command belongs: for tags of metrics and for traces. Each operation puts it into the Reactor
 * context of all that it sends, the commands to other collections among it.
 *
 * <p>A {@link #contextProvider()} takes it to the driver's listeners:
 *
 * <pre>{@code
 * MongoClientSettings settings = MongoClientSettings.builder()
 *         .contextProvider(RepositoryOperation.contextProvider())
 *         .addCommandListener(listener) // where RepositoryOperation.of(event) says which operation it is
 *         .build();
 * }</pre>
 *
 * @param document the simple name of the repository's document, of nested ones with the enclosing names: {@code House}
 * @param name what the repository does, one of a few words: {@code find}, {@code insert}, {@code fetch}, {@code delete}
 */
public record RepositoryOperation(String document, String name) {
    /** The key in the Reactor context and in the driver's {@link RequestContext}. */
    public static final Object KEY = RepositoryOperation.class;

    /** The operation of a subscription; empty outside of any. */
    public static Optional<RepositoryOperation> in(ContextView context) {
        return context.getOrEmpty(KEY);
    }

    /** The operation to which the command of an event belongs; empty for others, and without a provider that passes it on. */
    public static Optional<RepositoryOperation> of(CommandEvent event) {
        RequestContext context = event.getRequestContext();
        return context == null ? Optional.empty() : context.getOrEmpty(KEY);
    }

    /**
     * Gives the driver's events the operation of the Reactor context. A client has one provider: if you have another one, let it put
     * {@link #in} under {@link #KEY}, or add to the context that this one returns.
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
