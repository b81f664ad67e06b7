// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import com.palantir.javapoet.TypeName;

/**
 * A member that shows the documents that link to this one; not stored.
 *
 * @param carriedType the declared type without {@code Optional}
 * @param onDelete the name of an {@code OnDelete} constant
 * @param isAttachable whether the link that it mirrors is at one place of a document, where it can be set
 */
public record BackLinkModel(
        Property property,
        TypeName carriedType,
        LinkShape shape,
        boolean isOptionalType,
        String originalField,
        String onDelete,
        boolean isAttachable,
        DocumentNames target,
        boolean isTargetPublic)
        implements MemberModel.Reference {}
