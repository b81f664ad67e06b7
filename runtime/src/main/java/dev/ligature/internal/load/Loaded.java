// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.DocumentReadException;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.bson.BsonSource;
import java.util.Objects;
import java.util.function.Predicate;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * A document that a window has loaded: decoded once, and kept as stored if several roots may need an object of their
 * own. If it cannot be read, the reason.
 */
final class Loaded {
    private final Shape shape;
    private final int size;
    private final byte @Nullable [] bytes;
    private @Nullable Object document;

    private Loaded(Shape shape, Object document, int size, byte @Nullable [] bytes) {
        this.shape = shape;
        this.document = document;
        this.size = size;
        this.bytes = bytes;
    }

    /**
     * Reads a document of a reply.
     *
     * @param isWantedTwice whether more than one may claim the document with an id
     */
    static Loaded read(Shape shape, BsonSource source, Predicate<Object> isWantedTwice) {
        Object document = shape.read(source, ExtraFields.SKIP);
        Object id = Objects.requireNonNull(shape.idOf(document), "a document that was read has an id");
        boolean isKept = !shape.isShared() && isWantedTwice.test(id);
        return new Loaded(shape, document, source.length(), isKept ? source.copy() : null);
    }

    /** One that cannot be read. */
    static Loaded damaged(Shape shape, DocumentReadException failure, RawBsonDocument stored) {
        byte[] bytes = new byte[stored.getByteBuffer().remaining()];
        stored.getByteBuffer().get(bytes);
        return new Loaded(shape, failure, bytes.length, bytes);
    }

    /** The bytes of its stored form. */
    int size() {
        return size;
    }

    /** The document, if nobody has been given the object. */
    Object document() {
        return Objects.requireNonNull(document, "given away");
    }

    /** Why it cannot be read; null for one that can. */
    @Nullable
    DocumentReadException failure() {
        return document instanceof DocumentReadException failure ? failure : null;
    }

    /** The stored form of one that cannot be read. */
    RawBsonDocument stored() {
        return new RawBsonDocument(Objects.requireNonNull(bytes, "kept of damaged ones"));
    }

    /** An object that nobody else changes. If the document cannot be read, throws the failure each time. */
    Object claim() {
        Object claimed = document;
        if (claimed != null) {
            if (!shape.isShared() && failure() == null) {
                document = null;
            }
            return claimed;
        }
        if (bytes == null) {
            throw new IllegalStateException("claimed twice, and not kept");
        }
        return shape.read(BsonSource.of(bytes), ExtraFields.SKIP);
    }

    /** Whether it can no longer be claimed, so that it must be loaded again. */
    boolean isUsedUp() {
        return document == null && bytes == null;
    }
}
