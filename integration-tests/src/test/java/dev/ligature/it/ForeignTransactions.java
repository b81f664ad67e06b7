// SPDX-License-Identifier: Apache-2.0
package dev.ligature.it;

import com.mongodb.reactivestreams.client.ClientSession;
import com.mongodb.reactivestreams.client.MongoClient;
import dev.ligature.integration.SessionSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Transactions as a framework manages them: known by a key of its own in the Reactor context, begun and ended by itself. */
final class ForeignTransactions implements SessionSource {
    private static final Object KEY = ForeignTransactions.class;

    private final MongoClient client;

    ForeignTransactions(MongoClient client) {
        this.client = client;
    }

    private record Current(ClientSession session, Deque<Runnable> undo) {}

    /** Runs in a transaction, once. */
    <T> Mono<T> transactional(Mono<T> work) {
        return Mono.usingWhen(
                Mono.from(client.startSession())
                        .doOnNext(ClientSession::startTransaction)
                        .map(ForeignTransactions::current),
                current -> in(current, work),
                current -> Mono.from(current.session.commitTransaction()).then(close(current)),
                (current, failure) -> rollback(current),
                ForeignTransactions::rollback);
    }

    /** Runs in a session that has no transaction. */
    <T> Mono<T> inSession(Mono<T> work) {
        return Mono.usingWhen(
                Mono.from(client.startSession()).map(ForeignTransactions::current),
                current -> in(current, work),
                ForeignTransactions::close);
    }

    private static Current current(ClientSession session) {
        return new Current(session, new ArrayDeque<>());
    }

    private static <T> Mono<T> in(Current current, Mono<T> work) {
        return work.contextWrite(context -> context.put(KEY, current));
    }

    private static Mono<Void> rollback(Current current) {
        return Mono.from(current.session.abortTransaction())
                .then(Mono.<Void>fromRunnable(() -> current.undo.forEach(Runnable::run)))
                .then(close(current));
    }

    private static Mono<Void> close(Current current) {
        return Mono.fromRunnable(current.session::close);
    }

    private static Optional<Current> in(ContextView context) {
        return context.getOrEmpty(KEY);
    }

    @Override
    public Mono<ClientSession> session() {
        return Mono.deferContextual(context -> Mono.justOrEmpty(in(context).map(Current::session)));
    }

    @Override
    public Mono<Void> onRollback(Runnable undo) {
        return Mono.deferContextual(context -> {
            in(context).orElseThrow().undo.push(undo);
            return Mono.empty();
        });
    }
}
