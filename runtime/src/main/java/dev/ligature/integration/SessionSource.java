// SPDX-License-Identifier: Apache-2.0
package dev.ligature.integration;

import com.mongodb.reactivestreams.client.ClientSession;
import reactor.core.publisher.Mono;

/**
 * Knows the session of a transaction that somebody else manages, such as a framework with its {@code @Transactional}.
 * Pass it to repositories with {@link dev.ligature.repository.RepositoryOptions#withSessions}, and to
 * {@code Transactions} with {@link dev.ligature.repository.Transactions#joining}. It must be safe to share between
 * threads.
 *
 * <pre>{@code
 * SessionSource sessions = () -> Mono.deferContextual(context ->
 *         Mono.justOrEmpty(context.<ClientSession>getOrEmpty(ClientSession.class)));
 * }</pre>
 *
 * <p>All commands of an operation run in the session, one after the other. Ligature never commits, aborts or closes it,
 * and retries nothing. If a command fails, the operation fails with an {@link dev.ligature.OperationException}. Its
 * cause is the driver's exception with its error labels, so the owner of the transaction can decide whether to run it
 * again.
 *
 * <p>When an operation is cancelled, a command may still be under way. Before the owner commits or aborts, it must wait
 * for {@link dev.ligature.repository.Transactions#currentSession}, which emits the session after the reply.
 */
@FunctionalInterface
public interface SessionSource {
    /**
     * Returns the session in which an operation takes part. Empty if there is none. Each operation subscribes to it
     * once, in its own Reactor context, and fails with its error, unchanged. The session must come from the client to
     * which the repository's database belongs.
     *
     * <p>The session should have an active transaction. A session without one is used too, but then what was written
     * before a failure stays, as it does without a session.
     */
    Mono<ClientSession> session();

    /**
     * Takes an action that the owner must run if the current transaction is rolled back. An insert or a save gives ids
     * and versions to documents in memory. After a rollback, they must have their former ids and versions, so that the
     * same documents can be written again. An operation subscribes to it in its own context, before it sends anything.
     *
     * <p>By default, the action is dropped, and documents in memory keep what they were given.
     *
     * @param undo the action, which neither throws nor blocks; run the actions of several operations in reverse order
     */
    default Mono<Void> onRollback(Runnable undo) {
        return Mono.empty();
    }
}
