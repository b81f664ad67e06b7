// SPDX-License-Identifier: Apache-2.0
package dev.ligature.link;

import java.util.Objects;

/**
 * A stored link whose target does not exist.
 *
 * @param documentId the id of the document that stores the link
 * @param member the Java name of the link member
 * @param position the position in the stored list, where nulls and duplicates count; 0 if the link holds one document
 * @param targetId the id that the link points to, which no document has. A stored value that cannot be an id of the
 *     target's type is given as the driver's {@code BsonValue}
 */
public record DanglingLink(Object documentId, String member, int position, Object targetId) {
    public DanglingLink {
        Objects.requireNonNull(documentId, "documentId");
        Objects.requireNonNull(member, "member");
        Objects.requireNonNull(targetId, "targetId");
    }
}
