// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import dev.ligature.processor.declaration.CreatorDeclaration;
import dev.ligature.processor.declaration.CreatorDeclaration.Parameter;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.declaration.StructureDeclaration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Types;

/** Reports why no constructor of a document is suitable. */
public final class ConstructionValidator {
    private final Types types;
    private final StructureDeclaration structure;
    private final MemberObstacles obstacles;
    private final ValidationReport report;

    public ConstructionValidator(
            Types types, StructureDeclaration structure, MemberObstacles obstacles, ValidationReport report) {
        this.types = types;
        this.structure = structure;
        this.obstacles = obstacles;
        this.report = report;
    }

    public void explain() {
        Optional<CreatorDeclaration> other = structure.creators().stream()
                .filter(creator -> creator.otherResult() != null)
                .findFirst();
        Optional<CreatorDeclaration> annotated = structure.creators().stream()
                .filter(CreatorDeclaration::isAnnotated)
                .findFirst();
        boolean canBeEmpty = structure.creators().stream()
                .anyMatch(creator ->
                        creator.isAccessible() && creator.parameters().isEmpty());
        if (other.isPresent()) {
            report.add(
                    other.get().position(),
                    Message.CREATOR_RETURNS_OTHER,
                    structure.displayName(),
                    String.valueOf(other.get().factory()),
                    Objects.requireNonNull(other.get().otherResult()),
                    structure.displayName());
        } else if (annotated.isPresent()) {
            explain(annotated.get());
        } else if (canBeEmpty) {
            unsettable().forEach(obstacles::reportUnsettable);
        } else {
            refuse(structure.creators(), "");
        }
    }

    /** Says what is wrong with each of the constructors, unless members are all that is wrong with one. */
    private void refuse(List<CreatorDeclaration> creators, String prefix) {
        List<String> defects =
                creators.stream().flatMap(creator -> defect(creator).stream()).toList();
        if (defects.size() == creators.size()) {
            report.add(
                    structure.element(),
                    Message.NO_FITTING_CONSTRUCTOR,
                    structure.displayName(),
                    prefix + String.join("; ", defects));
        }
    }

    private List<MemberDeclaration> unsettable() {
        return structure.members().stream()
                .filter(member ->
                        member.setter() == null && !member.annotations().isIgnored())
                .toList();
    }

    /** The one that the user has chosen. Parameters are reported where they stand. */
    private void explain(CreatorDeclaration creator) {
        List<Parameter> unknown = creator.parameters().stream()
                .filter(parameter -> member(parameter).isEmpty())
                .toList();
        if (!creator.isAccessible() || unknown.isEmpty()) {
            refuse(List.of(creator), "its @BsonCreator ");
            return;
        }
        ExecutableElement executable = (ExecutableElement) creator.position();
        for (Parameter parameter : unknown) {
            int index = creator.parameters().indexOf(parameter);
            report.add(
                    executable.getParameters().get(index),
                    Message.CREATOR_PARAMETER_UNKNOWN,
                    signature(creator),
                    parameter.property().orElse(parameter.name()),
                    suggestion(parameter));
        }
    }

    /** {@code @BsonProperty} on a parameter takes the stored name, where one often writes that of the member. */
    private String suggestion(Parameter parameter) {
        return parameter
                .property()
                .flatMap(property -> structure.members().stream()
                        .filter(member -> member.name().equals(property))
                        .findFirst())
                .flatMap(member -> member.annotations().storedName())
                .map(stored -> " (did you mean \"" + stored + "\", the stored name?)")
                .orElseGet(
                        () -> Suggestions.didYouMean(parameter.property().orElse(parameter.name()), names(parameter)));
    }

    /** The names that a parameter may have: stored names by {@code @BsonProperty}, otherwise those of members. */
    private List<String> names(Parameter parameter) {
        return structure.members().stream()
                .map(member -> parameter.property().isPresent()
                        ? member.annotations().storedName().orElse(member.name())
                        : member.name())
                .toList();
    }

    private Optional<MemberDeclaration> member(Parameter parameter) {
        return structure.members().stream().filter(parameter::isFor).findFirst();
    }

    /** What is wrong with a constructor, {@code House(String) is private}; empty if only members are. */
    private Optional<String> defect(CreatorDeclaration creator) {
        ExecutableElement executable = (ExecutableElement) creator.position();
        String name = signature(creator);
        if (executable.getModifiers().contains(Modifier.PRIVATE)) {
            return Optional.of(name + " is private");
        }
        if (!creator.isAccessible()) {
            return Optional.of(name + " throws "
                    + executable.getThrownTypes().stream()
                            .map(TypeNames::simple)
                            .collect(Collectors.joining(", ")));
        }
        for (Parameter parameter : creator.parameters()) {
            Optional<MemberDeclaration> member = member(parameter);
            if (member.isEmpty()) {
                return Optional.of(name + " has the parameter \"" + parameter.name() + "\", which is no member"
                        + Suggestions.didYouMean(parameter.name(), names(parameter)));
            }
            if (!types.isSameType(parameter.type(), member.get().type())) {
                return Optional.of(name + " takes \"" + parameter.name() + "\" as "
                        + TypeNames.simple(parameter.type())
                        + ", but the member has the type "
                        + TypeNames.simple(member.get().type()));
            }
        }
        List<MemberDeclaration> missing = unsettable().stream()
                .filter(member -> member.getter() != null) // otherwise reported as a member
                .filter(member -> creator.parameters().stream().noneMatch(parameter -> parameter.isFor(member)))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(name + " does not take " + quoted(missing) + ", which "
                        + (missing.size() == 1 ? "has" : "have") + " no setter");
    }

    private static String quoted(List<MemberDeclaration> members) {
        return Suggestions.quoted(members.stream().map(MemberDeclaration::name).toList());
    }

    private String signature(CreatorDeclaration creator) {
        String simpleName = structure.element().getSimpleName().toString();
        return (creator.factory() == null ? simpleName : simpleName + "." + creator.factory())
                + creator.parameters().stream()
                        .map(parameter -> TypeNames.simple(parameter.type()))
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
