// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.ligature.processor.declaration.DiscriminatorDeclaration;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.declaration.StructureDeclaration;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.StructureModel;
import dev.ligature.processor.model.StructureModel.Discriminator;
import dev.ligature.processor.resolve.ConstructionResolver.Construction;
import dev.ligature.processor.validate.StoredNameValidator;
import dev.ligature.processor.validate.StructureValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves what documents and embedded types have in common: their members and how they are created. */
final class StructureResolver {
    private final Scope scope;
    private final MemberResolver members;

    StructureResolver(Scope scope, ValueResolver values) {
        this.scope = scope;
        this.members = new MemberResolver(scope, values);
    }

    Optional<Construction> construction(StructureDeclaration structure) {
        return new ConstructionResolver(scope.types(), structure).resolve();
    }

    Optional<StructureModel> resolveEmbedded(
            StructureDeclaration structure, Optional<DiscriminatorDeclaration> discriminator) {
        Optional<Construction> construction = construction(structure);
        List<MemberModel> resolved =
                resolveMembers(structure, construction, discriminator, new Kind(false, Optional.empty()));
        return construction.flatMap(found -> assemble(structure, found, discriminator, resolved));
    }

    /** The members of the document that are right; what is wrong with the others is added to the report. */
    List<MemberModel> resolveMembers(
            StructureDeclaration document, Optional<Construction> construction, Optional<MemberDeclaration> id) {
        return resolveMembers(document, construction, document.discriminator(), new Kind(true, id));
    }

    private record Kind(boolean isDocument, Optional<MemberDeclaration> id) {}

    private List<MemberModel> resolveMembers(
            StructureDeclaration structure,
            Optional<Construction> construction,
            Optional<DiscriminatorDeclaration> discriminator,
            Kind kind) {
        StructureValidator.check(structure, scope.report());
        StoredNameValidator names = new StoredNameValidator(scope.report(), kind.isDocument());
        discriminator.ifPresent(each -> names.reserve(structure.element(), structure.displayName(), each.key()));
        List<MemberModel> resolved = new ArrayList<>();
        for (MemberDeclaration member : structure.members()) {
            boolean isArgument = construction
                    .filter(found -> found.arguments().contains(member))
                    .isPresent();
            if (member.annotations().isIgnored() && !isArgument && !members.isLink(member)) {
                continue;
            }
            boolean isId = kind.id().filter(member::equals).isPresent();
            members.resolve(member, new MemberResolver.Role(structure, isArgument, isId, kind.isDocument()))
                    .ifPresent(model -> {
                        resolved.add(model);
                        if (model instanceof MemberModel.Stored stored) {
                            names.check(member, stored.storedName());
                        }
                    });
        }
        return resolved;
    }

    /** The structure, once all its members are right. */
    Optional<StructureModel> assemble(
            StructureDeclaration structure,
            Construction construction,
            Optional<DiscriminatorDeclaration> discriminator,
            List<MemberModel> resolved) {
        if (scope.report().hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new StructureModel(
                TypeName.get(structure.type()),
                ClassName.get(structure.element()),
                resolved,
                construction.arguments().stream()
                        .map(argument -> named(argument.name(), resolved))
                        .toList(),
                construction.factory(),
                discriminator
                        .map(each -> new Discriminator(each.key(), each.value()))
                        .orElse(null)));
    }

    private static MemberModel named(String name, List<MemberModel> members) {
        return members.stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
