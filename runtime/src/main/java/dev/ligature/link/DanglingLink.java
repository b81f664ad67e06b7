package dev.ligature.link;

import java.util.Objects;

/**
 * A stored link whose target does not exist.
 *
 * @param documentId the id of the document that stores it
 * @param member the Java name of the link member
 * @param position the place in the stored list, nulls and duplicates counted; 0 where the link holds one document
 * @param targetId the id that it points to, which no document has; a stored value that cannot be an id of the target's type is
 *     given as the driver's {@code BsonValue}
 */
public record DanglingLink(Object documentId, String member, int position, Object targetId) {
    public DanglingLink {
        Objects.requireNonNull(documentId, "documentId");
        Objects.requireNonNull(member, "member");
        Objects.requireNonNull(targetId, "targetId");
    }
}
