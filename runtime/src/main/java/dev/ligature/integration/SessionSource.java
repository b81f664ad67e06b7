package dev.ligature.integration;

import com.mongodb.reactivestreams.client.ClientSession;
import reactor.core.publisher.Mono;

/**
 * Knows the session of a transaction that somebody else manages, such as a framework with its {@code @Transactional}. Repositories get
 * it by {@link dev.ligature.repository.RepositoryOptions#withSessions}, {@code Transactions} by
 * {@link dev.ligature.repository.Transactions#joining}. Must be safe to share between threads.
 *
 * <pre>{@code
 * SessionSource sessions = () -> Mono.deferContextual(context ->
 *         Mono.justOrEmpty(context.<ClientSession>getOrEmpty(ClientSession.class)));
 * }</pre>
 *
 * <p>Every command of an operation runs in the session, one after the other. Ligature never commits, aborts or closes it, and retries
 * nothing. An operation that fails signals an {@link dev.ligature.OperationException} whose cause is the driver's exception with its
 * labels, so that the owner of the transaction can decide whether to run it again.
 *
 * <p>A command may be under way when an operation is cancelled. Before the owner commits or aborts, it waits for
 * {@link dev.ligature.repository.Transactions#currentSession}, which comes after the reply.
 */
@FunctionalInterface
public interface SessionSource {
    /**
     * The session in which an operation takes part, or empty for none. Subscribed to once for each operation, in its Reactor context; an
     * error is that of the operation, unchanged. The session must be one of the client to which the repository's database belongs.
     *
     * <p>A session should have an active transaction. One without it is used too; then a failure leaves what was written before it, as it
     * does without a session.
     */
    Mono<ClientSession> session();

    /**
     * Takes what is to be run when the current transaction does not take place. An insert or a save gives ids and versions to documents
     * in memory; after a rollback they must have those of before, so that the same documents can be written again. Subscribed to in the
     * context of the operation, before it sends anything.
     *
     * <p>By default the action is dropped, and documents in memory keep what they were given.
     *
     * @param undo does not throw, and does not block; those of several operations are to be run in the opposite order
     */
    default Mono<Void> onRollback(Runnable undo) {
        return Mono.empty();
    }
}
