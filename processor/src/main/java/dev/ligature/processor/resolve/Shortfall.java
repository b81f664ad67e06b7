// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.google.auto.common.MoreTypes;
import dev.ligature.processor.declaration.CreatorDeclaration;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.declaration.StructureDeclaration;
import dev.ligature.processor.declaration.StructureReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds out what keeps a class that looks like a value from being embedded. Such a class is left to the registry. */
final class Shortfall {
    /** The names that javac gives to the parameters of a class file without parameter names. */
    private static final Pattern UNNAMED = Pattern.compile("arg[0-9]+");

    private final Scope scope;
    private final DeclaredType type;
    private final TypeElement element;

    Shortfall(Scope scope, DeclaredType type) {
        this.scope = scope;
        this.type = type;
        this.element = MoreTypes.asTypeElement(type);
    }

    /** Empty if the type does not look like one to be embedded: an interface, or a class without state. */
    Optional<String> reason() {
        if (element.getModifiers().contains(Modifier.SEALED)) {
            return element.getPermittedSubclasses().stream()
                    .flatMap(this::reasonOfSubtype)
                    .findFirst();
        }
        if (element.getKind() != ElementKind.CLASS
                || EmbeddedResolver.isForeign(element)
                || element.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.empty();
        }
        StructureDeclaration structure = scope.structure(type);
        if (structure.members().isEmpty()) {
            return Optional.empty();
        }
        boolean isInner = element.getNestingKind() != NestingKind.TOP_LEVEL
                && !element.getModifiers().contains(Modifier.STATIC);
        return Optional.of(isInner ? "it is an inner class and has to be static" : reason(structure));
    }

    private Stream<String> reasonOfSubtype(TypeMirror subtype) {
        return new Shortfall(scope, MoreTypes.asDeclared(subtype))
                .reason().stream()
                        .map(reason -> "in its subtype " + StructureReader.displayName(MoreTypes.asTypeElement(subtype))
                                + ", " + reason);
    }

    private String reason(StructureDeclaration structure) {
        String unreadable = names(structure, member -> member.getter() == null);
        if (!unreadable.isEmpty()) {
            return "generated code cannot read its private " + unreadable + " without getters";
        }
        List<CreatorDeclaration> accessible = structure.creators().stream()
                .filter(CreatorDeclaration::isAccessible)
                .toList();
        if (accessible.isEmpty()) {
            return hasBuilder()
                    ? "it is created only by a builder, not by a constructor that takes its members"
                    : "it has no constructor that generated code can call";
        }
        if (accessible.stream().anyMatch(Shortfall::isUnnamed)) {
            return "its class file does not name the parameters of its constructor, so it has to be compiled with"
                    + " -parameters or be a record";
        }
        return "generated code cannot set " + names(structure, member -> member.setter() == null)
                + ", which has no setter and is no parameter of a suitable constructor";
    }

    private static String names(StructureDeclaration structure, Predicate<MemberDeclaration> predicate) {
        return structure.members().stream()
                .filter(member -> !member.annotations().isIgnored())
                .filter(predicate)
                .map(member -> '"' + member.name() + '"')
                .collect(Collectors.joining(", "));
    }

    private boolean hasBuilder() {
        return ElementFilter.methodsIn(element.getEnclosedElements()).stream()
                .anyMatch(method -> method.getModifiers().contains(Modifier.STATIC)
                        && method.getParameters().isEmpty()
                        && method.getSimpleName()
                                .toString()
                                .toLowerCase(Locale.ROOT)
                                .endsWith("builder"));
    }

    private static boolean isUnnamed(CreatorDeclaration creator) {
        return !creator.parameters().isEmpty()
                && creator.parameters().stream()
                        .allMatch(parameter -> UNNAMED.matcher(parameter.name()).matches());
    }
}
