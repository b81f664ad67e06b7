package dev.ligature.processor.validate;

import dev.ligature.processor.declaration.CreatorDeclaration;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.declaration.StructureDeclaration;
import dev.ligature.processor.model.Capitals;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reports why no constructor of a document is suitable. */
public final class ConstructionValidator {
    private ConstructionValidator() {}

    public static void explain(StructureDeclaration structure, ValidationReport report) {
        List<MemberDeclaration> unsettable = structure.members().stream()
                .filter(member ->
                        member.setter() == null && !member.annotations().isIgnored())
                .toList();
        Optional<CreatorDeclaration> other = structure.creators().stream()
                .filter(creator -> creator.otherResult() != null)
                .findFirst();
        if (other.isPresent()) {
            report.add(
                    other.get().position(),
                    Message.CREATOR_RETURNS_OTHER,
                    structure.displayName(),
                    String.valueOf(other.get().factory()),
                    Objects.requireNonNull(other.get().otherResult()),
                    structure.displayName());
            return;
        }
        boolean isAnnotated = structure.creators().stream().anyMatch(CreatorDeclaration::isAnnotated);
        boolean canBeEmpty = structure.creators().stream()
                .anyMatch(creator ->
                        creator.isAccessible() && creator.parameters().isEmpty());
        if (canBeEmpty && !isAnnotated) {
            for (MemberDeclaration member : unsettable) {
                report.add(
                        member.position(),
                        Message.MEMBER_NOT_SETTABLE,
                        member.displayName(),
                        "set" + Capitals.capitalized(member.name()),
                        member.type(),
                        member.name());
            }
            return;
        }
        report.add(
                structure.element(),
                Message.NO_FITTING_CONSTRUCTOR,
                structure.displayName(),
                isAnnotated ? "The one annotated with @BsonCreator does not." : reason(unsettable));
    }

    private static String reason(List<MemberDeclaration> unsettable) {
        return unsettable.isEmpty()
                ? ""
                : unsettable.stream()
                        .map(member -> '"' + member.name() + '"')
                        .collect(Collectors.joining(", ", "It has to take these members, which have no setter: ", "."));
    }
}
