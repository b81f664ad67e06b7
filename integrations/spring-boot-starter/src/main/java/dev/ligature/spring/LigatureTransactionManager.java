// SPDX-License-Identifier: Apache-2.0
package dev.ligature.spring;

import com.mongodb.MongoException;
import com.mongodb.TransactionOptions;
import com.mongodb.reactivestreams.client.ClientSession;
import com.mongodb.reactivestreams.client.MongoClient;
import dev.ligature.integration.SessionSource;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.reactive.AbstractReactiveTransactionManager;
import org.springframework.transaction.reactive.GenericReactiveTransaction;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Runs Spring's reactive transactions on a MongoDB client, for applications without Spring Data MongoDB. It makes
 * {@code @Transactional} and {@code TransactionalOperator} work with Ligature's repositories. If Spring Data is on the
 * class path, Spring Data's own manager is used instead, so that its templates take part.
 *
 * <p>The auto-configuration creates one if the application has no transaction manager. If yours has one for another
 * database, declare this one too, and name it: {@code @Transactional("mongoTransactions")}.
 *
 * <p>The timeout of a transaction bounds its commands and its commit ({@code timeoutMS}). If the result of a commit is
 * unknown, the commit is sent again, at most twice. After a {@code TransientTransactionError} the method is not called
 * again; {@link dev.ligature.repository.Transactions} does that.
 */
public final class LigatureTransactionManager extends AbstractReactiveTransactionManager {
    private static final long serialVersionUID = 1L;
    private static final int FURTHER_COMMITS = 2;

    private final transient MongoClient client;
    private final transient TransactionOptions options;

    /** Creates a manager of transactions on the given client, with the client's read and write concern. */
    public LigatureTransactionManager(MongoClient client) {
        this(client, TransactionOptions.builder().build());
    }

    /** Creates a manager of transactions on the given client, with the given options. */
    public LigatureTransactionManager(MongoClient client, TransactionOptions options) {
        this.client = Objects.requireNonNull(client, "client");
        this.options = Objects.requireNonNull(options, "options");
    }

    /**
     * Returns the sessions of this manager's transactions, for
     * {@link dev.ligature.repository.RepositoryOptions#withSessions}.
     */
    public SessionSource sessions() {
        return new SpringSessions(client) {
            @Override
            Mono<ClientSession> bound() {
                return current()
                        .flatMap(transaction -> Mono.justOrEmpty(running(transaction)))
                        .map(running -> running.session);
            }
        };
    }

    private @Nullable Running running(TransactionSynchronizationManager synchronization) {
        return (Running) synchronization.getResource(this);
    }

    @Override
    protected Object doGetTransaction(TransactionSynchronizationManager synchronization) {
        return new Participation(running(synchronization));
    }

    @Override
    protected boolean isExistingTransaction(Object transaction) {
        return ((Participation) transaction).running != null;
    }

    @Override
    protected Mono<Void> doBegin(
            TransactionSynchronizationManager synchronization, Object transaction, TransactionDefinition definition) {
        return Mono.defer(() -> Mono.from(client.startSession()))
                .map(session -> started(session, definition))
                .onErrorMap(failure -> new CannotCreateTransactionException(
                        "The MongoDB transaction could not be started: " + failure.getMessage(), failure))
                .doOnNext(running -> {
                    synchronization.bindResource(this, running);
                    ((Participation) transaction).running = running;
                })
                .then();
    }

    private Running started(ClientSession session, TransactionDefinition definition) {
        try {
            session.startTransaction(options(definition));
            return new Running(session);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private TransactionOptions options(TransactionDefinition definition) {
        if (definition.getTimeout() == TransactionDefinition.TIMEOUT_DEFAULT) {
            return options;
        }
        return TransactionOptions.merge(
                TransactionOptions.builder()
                        .timeout((long) definition.getTimeout(), TimeUnit.SECONDS)
                        .build(),
                options);
    }

    @Override
    protected Mono<Object> doSuspend(TransactionSynchronizationManager synchronization, Object transaction) {
        return Mono.fromSupplier(() -> {
            ((Participation) transaction).running = null;
            return synchronization.unbindResource(this);
        });
    }

    @Override
    protected Mono<Void> doResume(
            TransactionSynchronizationManager synchronization, @Nullable Object transaction, Object suspended) {
        return Mono.fromRunnable(() -> synchronization.bindResource(this, suspended));
    }

    @Override
    protected Mono<Void> doCommit(
            TransactionSynchronizationManager synchronization, GenericReactiveTransaction transaction) {
        Running running = Participation.running(transaction.getTransaction());
        if (running.isRollbackOnly) {
            return abort(running)
                    .then(Mono.error(() -> new UnexpectedRollbackException(
                            "The transaction was rolled back because a method that took part in it failed.")));
        }
        return Mono.defer(() -> Mono.from(running.session.commitTransaction()))
                .retryWhen(Retry.max(FURTHER_COMMITS)
                        .filter(LigatureTransactionManager::isUnknown)
                        .onRetryExhaustedThrow((retries, last) -> last.failure()))
                .onErrorMap(failure -> new TransactionSystemException(
                        "The MongoDB transaction could not be committed: " + failure.getMessage(), failure));
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof MongoException e
                && e.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL);
    }

    @Override
    protected Mono<Void> doRollback(
            TransactionSynchronizationManager synchronization, GenericReactiveTransaction transaction) {
        return abort(Participation.running(transaction.getTransaction()));
    }

    private static Mono<Void> abort(Running running) {
        return Mono.defer(() -> Mono.from(running.session.abortTransaction()));
    }

    /** Called when a method that takes part has failed. Whatever the others do, nothing is committed. */
    @Override
    protected Mono<Void> doSetRollbackOnly(
            TransactionSynchronizationManager synchronization, GenericReactiveTransaction transaction) {
        return Mono.fromRunnable(() -> Participation.running(transaction.getTransaction()).isRollbackOnly = true);
    }

    @Override
    protected Mono<Void> doCleanupAfterCompletion(
            TransactionSynchronizationManager synchronization, Object transaction) {
        return Mono.fromRunnable(() -> {
            synchronization.unbindResource(this);
            Participation.running(transaction).session.close();
        });
    }

    /** A transaction, shared by all methods that take part in it. */
    private static final class Running {
        private final ClientSession session;
        private volatile boolean isRollbackOnly;

        Running(ClientSession session) {
            this.session = session;
        }
    }

    /** One method and the transaction in which it takes part: what Spring hands back at each step. */
    private static final class Participation {
        private volatile @Nullable Running running;

        Participation(@Nullable Running running) {
            this.running = running;
        }

        static Running running(Object transaction) {
            return Objects.requireNonNull(((Participation) transaction).running, "transaction");
        }
    }
}
