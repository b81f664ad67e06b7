// SPDX-License-Identifier: Apache-2.0
package dev.ligature.integration;

import java.util.Objects;

/**
 * Sees each document before it is written, and may refuse it, as Bean Validation does. Pass it to repositories with
 * {@link dev.ligature.repository.RepositoryOptions#withWriteHook}. It must be safe to share between threads.
 *
 * <p>It is called for the documents of {@code insert}, {@code save}, {@code replace} and their variants for many
 * documents. It is not called for {@code update}, {@code attach} and other methods that change what is stored without a
 * document in memory.
 */
@FunctionalInterface
public interface WriteHook {
    /**
     * Called with each document of an operation, on the thread that subscribes to it: with the given documents and,
     * with {@code WriteRule.WRITE}, those that they link to. Each comes once, and the target of a link comes before the
     * document that links to it. A document has its new id and version by then.
     *
     * <p>Nothing has been encoded or sent yet. If the hook throws an exception, the operation fails with it, unchanged.
     * Then nothing is written, and ids and versions are taken back. The hook must neither change the document nor
     * block.
     */
    void beforeWrite(Object document);

    /** Returns a hook that calls this one and then, if this one has let the document pass, the given one. */
    default WriteHook andThen(WriteHook next) {
        Objects.requireNonNull(next, "next");
        return document -> {
            beforeWrite(document);
            next.beforeWrite(document);
        };
    }
}
