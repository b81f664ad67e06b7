// SPDX-License-Identifier: Apache-2.0
package dev.ligature.sample;

import com.mongodb.MongoClientSettings;
import com.mongodb.RequestContext;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.ReactiveContextProvider;
import dev.ligature.integration.RepositoryOperation;
import org.reactivestreams.Subscriber;
import reactor.core.CoreSubscriber;

/**
 * Leads each command of a client to the {@link CommandLog} of the request for which it is sent. As the driver's context
 * provider, it takes the log out of the Reactor context. As its listener, it gets the log back with each command.
 */
final class CommandContext implements ReactiveContextProvider, CommandListener {
    private final ReactiveContextProvider operations = RepositoryOperation.contextProvider();

    /** Adds one to a client's settings. */
    static void addTo(MongoClientSettings.Builder settings) {
        CommandContext context = new CommandContext();
        settings.contextProvider(context).addCommandListener(context);
    }

    @Override
    public RequestContext getContext(Subscriber<?> subscriber) {
        RequestContext context = operations.getContext(subscriber);
        if (subscriber instanceof CoreSubscriber<?> core) {
            core.currentContext()
                    .<CommandLog>getOrEmpty(CommandLog.class)
                    .ifPresent(log -> context.put(CommandLog.class, log));
        }
        return context;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        RequestContext context = event.getRequestContext();
        if (context != null && context.hasKey(CommandLog.class)) {
            context.get(CommandLog.class).add(event);
        }
    }
}
