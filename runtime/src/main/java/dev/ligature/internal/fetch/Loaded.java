package dev.ligature.internal.fetch;

import dev.ligature.DocumentReadException;
import dev.ligature.internal.execute.DocumentSource;
import dev.ligature.internal.execute.StoredDocument;
import dev.ligature.spi.DocumentType;
import org.jspecify.annotations.Nullable;

/**
 * A document that a window has loaded: decoded once, and as stored where several may want an object of their own. Where it cannot be
 * read, why.
 */
final class Loaded {
    private final byte @Nullable [] bytes;
    private @Nullable Object document;

    Loaded(StoredDocument stored) {
        this.bytes = stored.bytes();
        this.document = stored.document();
    }

    /** An object that nobody else has; of one that cannot be read the failure, as often as it is asked for. */
    Object claim(DocumentType<?> type, DocumentSource source) {
        Object claimed = document;
        if (claimed instanceof DocumentReadException) {
            return claimed;
        }
        document = null;
        if (claimed != null) {
            return claimed;
        }
        if (bytes == null) {
            throw new IllegalStateException("claimed twice, and not kept");
        }
        return source.decode(type, bytes);
    }

    /** Whether nobody can claim it any more, so that it must be loaded again. */
    boolean isUsedUp() {
        return document == null && bytes == null;
    }
}
