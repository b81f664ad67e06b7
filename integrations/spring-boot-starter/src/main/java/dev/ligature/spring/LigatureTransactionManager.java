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
 * Spring's reactive transactions on a MongoDB client, for applications without Spring Data MongoDB: what makes {@code @Transactional} and
 * {@code TransactionalOperator} work with Ligature's repositories. Where Spring Data is on the class path its own manager is used instead,
 * so that its templates take part.
 *
 * <p>The auto-configuration makes one where the application has no transaction manager. If it has one for another database, declare this
 * one too, and name it: {@code @Transactional("mongoTransactions")}.
 *
 * <p>A timeout of the transaction bounds its commands and its commit ({@code timeoutMS}). A commit of unknown result is sent again, twice.
 * After a {@code TransientTransactionError} the method is not called again; {@link dev.ligature.repository.Transactions} does that.
 */
public final class LigatureTransactionManager extends AbstractReactiveTransactionManager {
    private static final long serialVersionUID = 1L;
    private static final int FURTHER_COMMITS = 2;

    private final transient MongoClient client;
    private final transient TransactionOptions options;

    /** Transactions of a client, with the client's read and write concern. */
    public LigatureTransactionManager(MongoClient client) {
        this(client, TransactionOptions.builder().build());
    }

    /** Transactions of a client, with options of their own. */
    public LigatureTransactionManager(MongoClient client, TransactionOptions options) {
        this.client = Objects.requireNonNull(client, "client");
        this.options = Objects.requireNonNull(options, "options");
    }

    /** The sessions of this manager's transactions, for {@link dev.ligature.repository.RepositoryOptions#withSessions}. */
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
                        "No transaction of MongoDB could be started: " + failure.getMessage(), failure))
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
                            "The transaction was rolled back: a method that takes part in it has failed.")));
        }
        return Mono.defer(() -> Mono.from(running.session.commitTransaction()))
                .retryWhen(Retry.max(FURTHER_COMMITS)
                        .filter(LigatureTransactionManager::isUnknown)
                        .onRetryExhaustedThrow((retries, last) -> last.failure()))
                .onErrorMap(failure -> new TransactionSystemException(
                        "The transaction of MongoDB could not be committed: " + failure.getMessage(), failure));
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

    /** A method that takes part has failed: whatever the others do, nothing is committed. */
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

    /** A transaction, for all methods that take part in it. */
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
