// SPDX-License-Identifier: Apache-2.0
package dev.ligature.internal.load;

import dev.ligature.DocumentReadException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A root as it comes from the server, with the documents that joins have put beside it.
 *
 * @param document the document, or why it cannot be read
 * @param sides the documents of the side arrays by their numbers; null if there is none
 * @param bytes the size of all of it as the server sent it; 0 if that is not known
 */
record Root(Object document, List<? extends @Nullable List<Object>> sides, int bytes) {
    /** A root that exists already, without joins. */
    static Root alone(Object document) {
        return new Root(document, List.of(), 0);
    }

    /** A failure in the place of a root, after all roots that could be read. */
    static Root damaged(DocumentReadException failure) {
        return alone(failure);
    }

    /** Why it cannot be read, or null. */
    @Nullable
    DocumentReadException failure() {
        return document instanceof DocumentReadException failure ? failure : null;
    }
}
