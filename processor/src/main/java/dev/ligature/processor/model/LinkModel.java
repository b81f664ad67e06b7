// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import com.palantir.javapoet.TypeName;

/**
 * A member that links to documents.
 *
 * @param storage the name of a {@code LinkStorage} constant
 */
public record LinkModel(
        Property property,
        String storedName,
        Presence presence,
        TypeName carriedType,
        LinkShape shape,
        boolean isOptionalType,
        String storage,
        DocumentNames target,
        boolean isTargetPublic)
        implements MemberModel.Stored, MemberModel.Reference {
    /** Whether the link is stored as a DBRef. */
    public boolean isDbRef() {
        return storage.equals("DBREF");
    }
}
