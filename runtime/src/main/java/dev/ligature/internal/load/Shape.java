// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.internal.plan.FetchNode;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.bson.BsonSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is read of the documents at one place of a query: whole documents, or what a projection shows of them. Documents
 * of one shape differ in their ids. Compared by identity.
 */
interface Shape {
    DocumentType<?> type();

    /**
     * Reads a document that comes from a server.
     *
     * @param extra takes the fields that do not belong to the document
     * @throws dev.ligature.DocumentReadException if it does not fit its declaration
     */
    Object read(BsonSource source, ExtraFields extra);

    /**
     * What tells documents with equal ids apart: within a root, documents of one space are one object for each id.
     */
    Object space();

    /** Whether a document of the space is one of this shape: a collection may hold several types. */
    boolean isOf(Object document);

    /** Whether the stored document that is the current value is one of this shape. */
    boolean isOf(BsonSource source);

    /** The id of a document; null for a document of the user that has none yet. */
    @Nullable
    Object idOf(Object document);

    /**
     * Hands out the ids to which a document refers in the declared form, for a back link: a server can find a document
     * by no other form. An id that a list holds twice may come twice.
     *
     * @param edge the back link that leads to documents of this shape
     */
    void forEachReferred(Object document, FetchNode.Edge edge, Consumer<Object> ids);

    /** Whether several roots may hold one object, because binding links does not change it. */
    boolean isShared();
}
