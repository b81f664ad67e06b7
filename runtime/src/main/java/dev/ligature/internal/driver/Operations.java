// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.driver;

import dev.ligature.integration.RepositoryOperation;
import dev.ligature.integration.SessionSource;
import dev.ligature.spi.DocumentType;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Where the operations of a repository begin. Through the Reactor context, each tells its commands which operation they
 * belong to, and which session they take part in.
 */
public final class Operations {
    private final String document;
    private final @Nullable SessionSource sessions;

    /** @param sessions null if there are none but those of our own transactions */
    public Operations(DocumentType<?> type, @Nullable SessionSource sessions) {
        this.document = type.toString();
        this.sessions = sessions;
    }

    /** An operation with one result. */
    public <X> Mono<X> named(String name, Mono<X> work) {
        UnaryOperator<Context> naming = naming(name);
        return sessions == null
                ? work.contextWrite(naming)
                : joining(sessions, naming).flatMap(beginning -> work.contextWrite(beginning));
    }

    /** An operation with many results. */
    public <X> Flux<X> named(String name, Flux<X> work) {
        UnaryOperator<Context> naming = naming(name);
        return sessions == null
                ? work.contextWrite(naming)
                : joining(sessions, naming).flatMapMany(beginning -> work.contextWrite(beginning));
    }

    private UnaryOperator<Context> naming(String name) {
        RepositoryOperation operation = new RepositoryOperation(document, name);
        return context -> context.put(RepositoryOperation.KEY, operation);
    }

    /** What names the operation in a context and puts the session there; without a session, it removes an outer one. */
    private static Mono<UnaryOperator<Context>> joining(SessionSource sessions, UnaryOperator<Context> naming) {
        return SessionContext.current(sessions)
                .<UnaryOperator<Context>>map(session -> context -> session.put(naming.apply(context)))
                .defaultIfEmpty(context -> SessionContext.outside(naming.apply(context)));
    }
}
