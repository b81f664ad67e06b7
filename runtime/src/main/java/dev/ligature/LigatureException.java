// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

import dev.ligature.internal.Excerpt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The base of all errors that Ligature raises for documents and links. The message names the document, the member and,
 * if one is known, the id. If the driver failed, its exception is the cause.
 */
public class LigatureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable List<WrittenDocument> written;

    public LigatureException(String message, @Nullable Throwable cause) {
        this(message, cause, List.of());
    }

    LigatureException(String message, @Nullable Throwable cause, List<WrittenDocument> written) {
        super(Excerpt.ofMessage(message + WrittenDocument.sentence(written)), cause);
        this.written = List.copyOf(written);
    }

    /**
     * Returns the documents that the failed call has written nevertheless. They keep the ids and versions that they
     * were given; the others have those with which they were read. Empty if nothing was written, in a transaction, and
     * if it is not known what was written.
     */
    public final List<WrittenDocument> written() {
        return written == null ? List.of() : written; // null after it was serialized
    }
}
