// SPDX-License-Identifier: Apache-2.0
package dev.ligature.jackson;

import dev.ligature.spi.DocumentType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.SerializationContext;

/**
 * The documents that are open at the place where JSON is being written. Those that were reached through references are
 * kept in an attribute of the call, so that a user's serializer cannot lose them. The generator knows the others, such
 * as the root.
 */
final class WritingPath {
    private final List<Object> documents = new ArrayList<>();

    private WritingPath() {}

    /** The path of a call. */
    static WritingPath of(SerializationContext context) {
        WritingPath path = (WritingPath) context.getAttribute(WritingPath.class);
        if (path == null) {
            path = new WritingPath();
            context.setAttribute(WritingPath.class, path);
        }
        return path;
    }

    /** How many of the open documents were reached through references. */
    int depth() {
        return documents.size();
    }

    /** Whether a document is open: the same object, or one of the same type and with the same id. */
    boolean has(Object document, JsonGenerator generator) {
        DocumentType<Object> type = DocumentType.of(document);
        Object id = type.idOf(document);
        for (Object open : documents) {
            if (isSame(open, document, type, id)) {
                return true;
            }
        }
        for (TokenStreamContext place = generator.streamWriteContext(); place != null; place = place.getParent()) {
            if (isSame(place.currentValue(), document, type, id)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(
            @Nullable Object open, Object document, DocumentType<Object> type, @Nullable Object id) {
        return open == document
                || (open != null && id != null && type.documentClass().isInstance(open) && id.equals(type.idOf(open)));
    }

    void enter(Object document) {
        documents.add(document);
    }

    /** Leaves the document that was entered last. */
    void leave() {
        documents.remove(documents.size() - 1);
    }
}
