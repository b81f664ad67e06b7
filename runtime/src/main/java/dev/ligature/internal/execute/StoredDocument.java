package dev.ligature.internal.execute;

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

    /** The document, decoded. */
    public Object document() {
        return document;
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
