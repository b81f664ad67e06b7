// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

    /**
     * The members that are the id of a document, one if all is right: the annotated ones; otherwise those stored under that name;
     * otherwise those called {@code id} or {@code _id}.
     */
    public List<MemberDeclaration> ids() {
        return Stream.<Predicate<MemberDeclaration>>of(
                        member -> member.annotations().isId(),
                        member -> member.annotations().storedName().orElse("").equals("_id"),
                        member -> member.name().equals("id") || member.name().equals("_id"))
                .map(this::stored)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Whether a member is the id of a document. */
    boolean isId(MemberDeclaration member) {
        return ids().equals(List.of(member));
    }

    /** The members that match, without those that are ignored. */
    public List<MemberDeclaration> stored(Predicate<MemberDeclaration> predicate) {
        return members.stream()
                .filter(member -> !member.annotations().isIgnored())
                .filter(predicate)
                .toList();
    }
}
