package dev.ligature.integration;

import java.util.Objects;

/**
 * Looks at each document before it is written, and may refuse it: Bean Validation, for one. Repositories get it by
 * {@link dev.ligature.repository.RepositoryOptions#withWriteHook}. Must be safe to share between threads.
 *
 * <p>It is called for the documents of {@code insert}, {@code save} and {@code replace} and of their variants for many, not for
 * {@code update}, {@code attach} and others that change what is stored without a document in memory.
 */
@FunctionalInterface
public interface WriteHook {
    /**
     * Called with each document of an operation, on the thread that subscribes to it: the given ones, and with
     * {@code WriteRule.WRITE} those that they link to. Each comes once, a link's target before the document that links to it, with the id
     * and the version that it is to have.
     *
     * <p>Nothing has been encoded or sent yet. An exception is the error of the operation, unchanged; then nothing is written, and ids and
     * versions are taken back. The hook must not change the document, and must not block.
     */
    void beforeWrite(Object document);

    /** This hook, and then another one where this has let the document pass. */
    default WriteHook andThen(WriteHook next) {
        Objects.requireNonNull(next, "next");
        return document -> {
            beforeWrite(document);
            next.beforeWrite(document);
        };
    }
}
