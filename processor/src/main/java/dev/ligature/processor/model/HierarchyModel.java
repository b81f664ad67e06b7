// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place of a document among the types that share its collection.
 *
 * @param root the outermost sealed document; null if this is it
 * @param permitted of a sealed document, the types that its documents have, derived ones first; otherwise empty
 * @param below of a sealed document, all types below it, sealed ones too
 * @param links of a sealed document, those of the types that it permits
 */
public record HierarchyModel(
        @Nullable DocumentNames root, List<DocumentModel> permitted, List<Below> below, List<SharedLink> links) {
    public HierarchyModel {
        permitted = List.copyOf(permitted);
        below = List.copyOf(below);
        links = List.copyOf(links);
    }

    /** A type below a sealed document. */
    public record Below(DocumentNames names, boolean isPublic) {}

    /**
     * A link or a back link that some of the permitted types have.
     *
     * @param member its Java name, or the way to it
     * @param types those that have it; all of them if it is a member of the sealed document
     */
    public record SharedLink(String member, List<DocumentNames> types) {
        public SharedLink {
            types = List.copyOf(types);
        }
    }

    public boolean isSealed() {
        return !permitted.isEmpty();
    }
}
