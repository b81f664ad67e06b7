// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import dev.ligature.processor.declaration.CreatorDeclaration;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.declaration.StructureDeclaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Chooses the constructor that creates decoded objects. */
final class ConstructionResolver {
    private final Types types;
    private final StructureDeclaration structure;

    ConstructionResolver(Types types, StructureDeclaration structure) {
        this.types = types;
        this.structure = structure;
    }

    /** The members that a constructor takes, in its order. */
    record Construction(
            List<MemberDeclaration> arguments, @Nullable String factory, boolean isDeprecated) {}

    /**
     * The annotated constructor; otherwise the one without parameters if everything can be set afterwards; otherwise
     * the suitable one with the most parameters.
     */
    Optional<Construction> resolve() {
        List<CreatorDeclaration> annotated = structure.creators().stream()
                .filter(CreatorDeclaration::isAnnotated)
                .toList();
        return (annotated.isEmpty() ? structure.creators() : annotated)
                .stream()
                        .filter(CreatorDeclaration::isAccessible)
                        .filter(creator -> creator.otherResult() == null)
                        .sorted(Comparator.comparingInt(ConstructionResolver::rank))
                        .flatMap(creator -> fit(creator).stream())
                        .findFirst();
    }

    private static int rank(CreatorDeclaration creator) {
        return creator.parameters().isEmpty()
                ? -1
                : Integer.MAX_VALUE - creator.parameters().size();
    }

    private Optional<Construction> fit(CreatorDeclaration creator) {
        List<MemberDeclaration> arguments = new ArrayList<>();
        for (CreatorDeclaration.Parameter parameter : creator.parameters()) {
            Optional<MemberDeclaration> argument = structure.members().stream()
                    .filter(member -> parameter.isFor(member) && types.isSameType(parameter.type(), member.type()))
                    .findFirst();
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(argument.get());
        }
        boolean isComplete = structure.members().stream()
                .allMatch(member ->
                        member.setter() != null || member.annotations().isIgnored() || arguments.contains(member));
        return isComplete
                ? Optional.of(new Construction(arguments, creator.factory(), creator.isDeprecated()))
                : Optional.empty();
    }
}
