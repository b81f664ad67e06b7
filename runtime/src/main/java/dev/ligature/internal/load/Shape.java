package dev.ligature.internal.load;

import dev.ligature.internal.plan.FetchNode;
import dev.ligature.spi.DocumentType;
import dev.ligature.spi.ExtraFields;
import dev.ligature.spi.bson.BsonSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is read of the documents at one place of a query: whole documents, or what a projection shows of them. Documents of one shape are told
 * apart by their ids. Compared by identity.
 */
interface Shape {
    DocumentType<?> type();

    /**
     * Reads a document of a server.
     *
     * @param extra takes the fields that are none of the document's
     * @throws dev.ligature.DocumentReadException when it does not fit
     */
    Object read(BsonSource source, ExtraFields extra);

    /** The id of a document; null for one of the user's that has none yet. */
    @Nullable
    Object idOf(Object document);

    /**
     * Hands out the ids to which a document refers in the declared form, for a back link: by no other form can a server find it. An id that
     * a list holds twice may come twice.
     *
     * @param edge the back link that leads to documents of this shape
     */
    void forEachReferred(Object document, FetchNode.Edge edge, Consumer<Object> ids);

    /** Whether several roots may hold one object: those of which none is changed when links are bound. */
    boolean isShared();
}
