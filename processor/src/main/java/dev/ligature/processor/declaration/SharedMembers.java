// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.declaration;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.TypeName;
import dev.ligature.processor.model.Accessor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** A sealed document as it was written: its members are those that all permitted types have in common. */
final class SharedMembers {
    private final Types types;
    private final Elements elements;
    private final TypeElement sealed;

    SharedMembers(Types types, Elements elements, TypeElement sealed) {
        this.types = types;
        this.elements = elements;
        this.sealed = sealed;
    }

    StructureDeclaration read() {
        List<StructureDeclaration> permitted = DocumentHierarchy.permitted(sealed).stream()
                .map(type ->
                        StructureReader.read(types, elements, Access.within(type), MoreTypes.asDeclared(type.asType())))
                .toList();
        return new StructureDeclaration(
                MoreTypes.asDeclared(sealed.asType()),
                sealed,
                StructureReader.displayName(sealed),
                false,
                permitted.isEmpty() ? List.of() : shared(permitted),
                List.of(),
                Optional.empty(),
                Misplaced.in(
                        sealed,
                        permitted.stream()
                                .flatMap(type -> type.members().stream())
                                .flatMap(member -> Stream.ofNullable(member.getter()))
                                .map(Accessor::name)
                                .collect(Collectors.toSet())),
                permitted.stream().anyMatch(StructureDeclaration::awaitsLombok));
    }

    private static List<MemberDeclaration> shared(List<StructureDeclaration> permitted) {
        StructureDeclaration first = permitted.get(0);
        return first.members().stream()
                .filter(member -> !member.annotations().isIgnored())
                .filter(member -> permitted.stream().allMatch(type -> has(type, member, first.isId(member))))
                .toList();
    }

    /** Whether a type has a member that is one with that of another type to queries: the name, the type, and how it is stored. */
    private static boolean has(StructureDeclaration type, MemberDeclaration member, boolean isId) {
        return type.members().stream()
                .filter(other -> other.name().equals(member.name())
                        && TypeName.get(other.type()).equals(TypeName.get(member.type())))
                .anyMatch(other -> type.isId(other) == isId && (isId || isStoredAlike(member, other)));
    }

    /** Whether two members that are no ids are stored alike, whatever their annotations spell out. */
    private static boolean isStoredAlike(MemberDeclaration one, MemberDeclaration other) {
        MemberAnnotations annotations = one.annotations();
        MemberAnnotations others = other.annotations();
        return annotations.link().equals(others.link())
                && annotations.backLink().equals(others.backLink())
                && storedName(one).equals(storedName(other))
                && converter(annotations).equals(converter(others))
                && annotations.isVersion() == others.isVersion()
                && annotations.isIgnored() == others.isIgnored()
                && annotations.isNullable() == others.isNullable();
    }

    private static String storedName(MemberDeclaration member) {
        return member.annotations().storedName().orElse(member.name());
    }

    private static Optional<TypeName> converter(MemberAnnotations annotations) {
        return annotations
                .convert()
                .flatMap(MemberAnnotations.Convert::converter)
                .map(TypeName::get);
    }
}
