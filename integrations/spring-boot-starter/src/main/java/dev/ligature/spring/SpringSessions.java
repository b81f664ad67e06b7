// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring;

import com.mongodb.connection.ServerDescription;
import com.mongodb.connection.ServerType;
import com.mongodb.reactivestreams.client.ClientSession;
import com.mongodb.reactivestreams.client.MongoClient;
import dev.ligature.TransactionsNotSupportedException;
import dev.ligature.integration.SessionSource;
import dev.ligature.repository.Transactions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/**
 * The session of the Spring transaction that a subscription takes part in. The transaction manager decides where it is
 * kept.
 */
abstract class SpringSessions implements SessionSource {
    /** How long the end of a transaction waits for replies; {@link Transactions} waits as long. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MongoClient client;

    SpringSessions(MongoClient client) {
        this.client = Objects.requireNonNull(client, "client");
    }

    /** The session; empty outside of a transaction of the client. */
    abstract Mono<ClientSession> bound();

    @Override
    public final Mono<ClientSession> session() {
        return bound().doOnNext(session -> check())
                .delayUntil(session -> current().doOnNext(this::end));
    }

    /** Checks before the first command, which would fail with a message about transaction numbers or about sessions. */
    private void check() {
        List<ServerDescription> known = client.getClusterDescription().getServerDescriptions().stream()
                .filter(ServerDescription::isOk)
                .toList();
        if (!known.isEmpty() && known.stream().noneMatch(SpringSessions::hasTransactions)) {
            throw new TransactionsNotSupportedException(
                    "@Transactional and TransactionalOperator need a server with transactions, and this one has none: "
                            + known.get(0).getShortDescription()
                            + ". Connect to a replica set or a sharded cluster, or run the operations without a transaction.",
                    null);
        }
    }

    /** A load balancer tells nothing about the servers behind it. They belong to a sharded cluster. */
    private static boolean hasTransactions(ServerDescription server) {
        return server.getType() == ServerType.LOAD_BALANCER
                || (!server.isStandAlone() && server.getLogicalSessionTimeoutMinutes() != null);
    }

    @Override
    public final Mono<Void> onRollback(Runnable undo) {
        return current()
                .doOnNext(transaction -> end(transaction).changes.push(undo))
                .then();
    }

    /** The transaction of a subscription, whatever its manager; empty outside of one. */
    static Mono<TransactionSynchronizationManager> current() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .onErrorResume(NoTransactionException.class, none -> Mono.empty())
                .filter(TransactionSynchronizationManager::isSynchronizationActive);
    }

    /** What this source adds to the end of the given transaction, registered on first use. */
    private End end(TransactionSynchronizationManager transaction) {
        for (TransactionSynchronization known : transaction.getSynchronizations()) {
            if (known instanceof End end && end.isOf(this)) {
                return end;
            }
        }
        End end = new End();
        transaction.registerSynchronization(end);
        return end;
    }

    private final class End implements TransactionSynchronization {
        private final Deque<Runnable> changes = new ArrayDeque<>();

        boolean isOf(SpringSessions sessions) {
            return sessions == SpringSessions.this;
        }

        /**
         * Waits for the replies to cancelled commands. If an abort overtook the first command, the command would begin a
         * transaction that is never ended.
         */
        @Override
        public Mono<Void> beforeCompletion() {
            return Transactions.of(client)
                    .joining(SpringSessions.this::bound)
                    .currentSession()
                    .then()
                    .timeout(PATIENCE, Mono.empty());
        }

        /** Restores documents in memory if the transaction was not committed, the last change first. */
        @Override
        public Mono<Void> afterCompletion(int status) {
            return status == STATUS_COMMITTED ? Mono.empty() : Mono.fromRunnable(() -> changes.forEach(Runnable::run));
        }
    }
}
