// SPDX-License-Identifier: Apache-2.0
package dev.ligature;

import dev.ligature.internal.Excerpt;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A document that a call had written before it failed.
 *
 * @param document the document type
 * @param id the document's id
 */
public record WrittenDocument(String document, Object id) {
    private static final int SHOWN = 10;

    /** {@code House 665…}. */
    @Override
    public String toString() {
        return document + " " + Excerpt.of(id);
    }

    /** A sentence about them, after others; nothing when there are none. */
    static String sentence(List<WrittenDocument> written) {
        return written.isEmpty()
                ? ""
                : " Written before that: "
                        + written.stream()
                                .limit(SHOWN)
                                .map(WrittenDocument::toString)
                                .collect(Collectors.joining(", "))
                        + (written.size() > SHOWN ? " and " + (written.size() - SHOWN) + " more." : ".");
    }
}
