// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * A document or an embedded type as it was written.
 *
 * @param type with its type arguments
 * @param displayName {@code House.Address}
 * @param creators constructors and annotated factories
 * @param misplaced annotations on what is not a member
 * @param awaitsLombok whether Lombok has not made the members yet, of it or of a superclass
 */
public record StructureDeclaration(
        DeclaredType type,
        TypeElement element,
        String displayName,
        boolean isRecord,
        List<MemberDeclaration> members,
        List<CreatorDeclaration> creators,
        Optional<DiscriminatorDeclaration> discriminator,
        List<Misplaced> misplaced,
        boolean awaitsLombok) {
    public StructureDeclaration {
        members = List.copyOf(members);
        creators = List.copyOf(creators);
        misplaced = List.copyOf(misplaced);
    }
}
