package dev.ligature.internal.execute;

import dev.ligature.DocumentReadException;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** A document of a reply. */
public final class StoredDocument {
    private final Object document;
    private final int size;
    private final byte @Nullable [] bytes;

    /**
     * A document.
     *
     * @param size bytes of its stored form
     * @param bytes its stored form, where that was asked for
     */
    StoredDocument(Object document, int size, byte @Nullable [] bytes) {
        this.document = document;
        this.size = size;
        this.bytes = bytes;
    }

    /** One that cannot be read. */
    static StoredDocument damaged(DocumentReadException failure, RawBsonDocument stored) {
        byte[] bytes = new byte[stored.getByteBuffer().remaining()];
        stored.getByteBuffer().get(bytes);
        return new StoredDocument(failure, bytes.length, bytes);
    }

    /** The document, decoded. */
    public Object document() {
        return document;
    }

    /** Why the document cannot be read; null for one that can. */
    public @Nullable DocumentReadException failure() {
        return document instanceof DocumentReadException failure ? failure : null;
    }

    /** The bytes of its stored form. */
    public int size() {
        return size;
    }

    /** Its stored form, or null where that was not asked for. */
    public byte @Nullable [] bytes() {
        return bytes;
    }
}
