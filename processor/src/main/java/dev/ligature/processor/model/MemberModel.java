// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.model;

import com.palantir.javapoet.TypeName;

/** A member of a document or an embedded type. */
public sealed interface MemberModel permits MemberModel.Stored, MemberModel.Reference, IgnoredModel {
    /** The member as Java sees it. */
    Property property();

    /** The Java name. */
    default String name() {
        return property().name();
    }

    /** The declared type. */
    default TypeName type() {
        return property().type();
    }

    /** A member with a field in the stored document. */
    sealed interface Stored extends MemberModel permits FieldModel, LinkModel {
        String storedName();

        Presence presence();

        /** What is stored: the declared type without {@code Optional}. */
        TypeName carriedType();
    }

    /** A member that refers to other documents. */
    sealed interface Reference extends MemberModel permits LinkModel, BackLinkModel {
        LinkShape shape();

        /** The declared type without {@code Optional}. */
        TypeName carriedType();

        /** Whether the declared type is an {@code Optional}. */
        boolean isOptionalType();

        DocumentNames target();

        /** Whether the generated types of the target are public. */
        boolean isTargetPublic();
    }
}
