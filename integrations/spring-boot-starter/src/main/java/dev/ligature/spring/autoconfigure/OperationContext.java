// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring.autoconfigure;

import com.mongodb.ContextProvider;
import com.mongodb.MongoClientSettings;
import com.mongodb.RequestContext;
import com.mongodb.reactivestreams.client.ReactiveContextProvider;
import dev.ligature.integration.RepositoryOperation;
import org.reactivestreams.Subscriber;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import reactor.core.CoreSubscriber;

/**
 * Lets the driver carry the repository's operation along with each command. A client has only one provider of such a
 * context. If something else has set one, such as Spring Data's observation, that one is asked first.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
final class OperationContext implements MongoClientSettingsBuilderCustomizer {
    @Override
    public void customize(MongoClientSettings.Builder settings) {
        ContextProvider present = settings.build().getContextProvider();
        settings.contextProvider(
                present instanceof ReactiveContextProvider other
                        ? new Added(other)
                        : RepositoryOperation.contextProvider());
    }

    /** Adds the operation to the context of another provider. */
    private record Added(ReactiveContextProvider other) implements ReactiveContextProvider {
        @Override
        public RequestContext getContext(Subscriber<?> subscriber) {
            RequestContext context = other.getContext(subscriber);
            if (context != null && subscriber instanceof CoreSubscriber<?> reactive) {
                RepositoryOperation.in(reactive.currentContext())
                        .ifPresent(operation -> context.put(RepositoryOperation.KEY, operation));
            }
            return context;
        }
    }
}
