package dev.ligature;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stored document does not fit its declaration; the text names the document's {@code _id}, the field, the expected and the found type.
 * A stream gives out the documents before it first.
 */
public final class DocumentReadException extends LigatureException {
    private static final long serialVersionUID = 1L;

    private final String document;
    private final transient @Nullable Object id;

    public DocumentReadException(String document, @Nullable Object id, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.document = document;
        this.id = id;
    }

    /** The document type, {@code House}: a linked one where that is what does not fit. */
    public String document() {
        return document;
    }

    /** The id of the document, or empty where the stored {@code _id} is what does not fit: then the text shows it. */
    public Optional<Object> id() {
        return Optional.ofNullable(id);
    }
}
