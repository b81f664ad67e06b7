package dev.ligature.spring;

import com.mongodb.connection.ServerDescription;
import com.mongodb.reactivestreams.client.ClientSession;
import com.mongodb.reactivestreams.client.MongoClient;
import dev.ligature.TransactionsNotSupportedException;
import dev.ligature.integration.SessionSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** The session of the Spring transaction that a subscription takes part in. Where it is kept is up to the transaction manager. */
abstract class SpringSessions implements SessionSource {
    private final MongoClient client;

    SpringSessions(MongoClient client) {
        this.client = Objects.requireNonNull(client, "client");
    }

    /** The session, or empty outside a transaction of the client. */
    abstract Mono<ClientSession> bound();

    @Override
    public final Mono<ClientSession> session() {
        return bound().doOnNext(session -> check());
    }

    /** Before the first command, which would fail with a text about transaction numbers, or about sessions. */
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

    private static boolean hasTransactions(ServerDescription server) {
        return !server.isStandAlone() && server.getLogicalSessionTimeoutMinutes() != null;
    }

    @Override
    public final Mono<Void> onRollback(Runnable undo) {
        return current()
                .doOnNext(transaction -> Undo.of(transaction).changes.push(undo))
                .then();
    }

    /** The transaction of a subscription, whatever its manager; empty outside of one. */
    static Mono<TransactionSynchronizationManager> current() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .onErrorResume(NoTransactionException.class, none -> Mono.empty())
                .filter(TransactionSynchronizationManager::isSynchronizationActive);
    }

    /** Leaves documents in memory as they were where the transaction did not take place, the last change first. */
    private static final class Undo implements TransactionSynchronization {
        private final Deque<Runnable> changes = new ArrayDeque<>();

        static Undo of(TransactionSynchronizationManager transaction) {
            for (TransactionSynchronization known : transaction.getSynchronizations()) {
                if (known instanceof Undo undo) {
                    return undo;
                }
            }
            Undo undo = new Undo();
            transaction.registerSynchronization(undo);
            return undo;
        }

        @Override
        public Mono<Void> afterCompletion(int status) {
            return status == STATUS_COMMITTED ? Mono.empty() : Mono.fromRunnable(() -> changes.forEach(Runnable::run));
        }
    }
}
