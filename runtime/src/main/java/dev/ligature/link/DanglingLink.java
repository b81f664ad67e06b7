// SPDX-License-Identifier: Apache-2.0
package dev.ligature.link;

import java.util.Objects;

/**
 * A stored link whose target does not exist.
 *
 * @param documentId the id of the document that stores the link
 * @param member the Java name of the link member; for a link within embedded values, the way to it: {@code
 *     lines.product}
 * @param position the position in the member's stored list, where nulls and duplicates count; 0 if the member holds one
 *     document
 * @param place the member with all positions and keys: {@code windows[2]}, {@code lines[3].product}, {@code
 *     extras["gift"].product}
 * @param targetId the id that the link points to, which no document has. A stored value that cannot be an id of the
 *     target's type is given as the driver's {@code BsonValue}
 */
public record DanglingLink(Object documentId, String member, int position, String place, Object targetId) {
    public DanglingLink {
        Objects.requireNonNull(documentId, "documentId");
        Objects.requireNonNull(member, "member");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(targetId, "targetId");
    }
}
