// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.google.auto.common.Visibility;
import dev.ligature.processor.declaration.Access;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.model.Capitals;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Reports members that generated code cannot read or set, and why: in the source there is often something that looks as if it
 * could.
 */
public final class MemberObstacles {
    private final Types types;
    private final Elements elements;
    private final Access access;
    private final DeclaredType type;
    private final ValidationReport report;

    /** @param type the one whose members they are, as generated code names it */
    public MemberObstacles(Types types, Elements elements, Access access, DeclaredType type, ValidationReport report) {
        this.types = types;
        this.elements = elements;
        this.access = access;
        this.type = type;
        this.report = report;
    }

    /** What keeps a method from being used, and what to do about it. */
    private record Obstacle(String reason, String remedy) {}

    /**
     * Reports a member without a getter.
     *
     * @param isArgument whether the constructor takes it, so that it needs no setter
     */
    public void reportUnreadable(MemberDeclaration member, boolean isArgument) {
        if (member.setter() == null && !isArgument) {
            reportUnusable(member);
            return;
        }
        Obstacle obstacle = getterObstacle(member)
                .orElseGet(() -> new Obstacle(
                        fieldDefect(member, "private") + " and has no getter",
                        "Add a method " + getter(member) + "()"));
        report.add(
                member.position(),
                Message.MEMBER_NOT_READABLE,
                member.displayName(),
                obstacle.reason(),
                obstacle.remedy(),
                wider(member));
    }

    /** Reports a member without a setter, unless it has no getter either, which is reported as one. */
    public void reportUnsettable(MemberDeclaration member) {
        if (member.getter() == null) {
            return;
        }
        Obstacle obstacle = isFinal(member)
                ? new Obstacle("it is final", "Make the field " + wider(member))
                : setterObstacle(member)
                        .map(each -> new Obstacle(each.reason(), each.remedy() + ", make the field " + wider(member)))
                        .orElseGet(() -> withoutSetter(member));
        report.add(
                member.position(),
                Message.MEMBER_NOT_SETTABLE,
                member.displayName(),
                obstacle.reason(),
                obstacle.remedy(),
                member.name());
    }

    private Obstacle withoutSetter(MemberDeclaration member) {
        return new Obstacle(
                fieldDefect(member, "final") + " and has no setter",
                "Add a method " + setter(member) + "(" + TypeNames.simple(member.type()) + "), make the field "
                        + wider(member));
    }

    private void reportUnusable(MemberDeclaration member) {
        Optional<Obstacle> getter = getterObstacle(member);
        Optional<Obstacle> setter = setterObstacle(member);
        boolean isInTheSource = getter.isPresent() || setter.isPresent();
        report.add(
                member.position(),
                Message.MEMBER_NOT_ACCESSIBLE,
                member.displayName(),
                isInTheSource
                        ? Stream.of(getter, setter)
                                .flatMap(Optional::stream)
                                .map(Obstacle::reason)
                                .collect(Collectors.joining(", and "))
                        : fieldDefect(member, "private"),
                wider(member),
                isInTheSource
                        ? remedy(getter, "add a getter") + ", " + remedy(setter, "add a setter")
                        : withAccessors(member));
    }

    private static String remedy(Optional<Obstacle> obstacle, String otherwise) {
        return obstacle.map(Obstacle::remedy).map(Capitals::decapitalized).orElse(otherwise);
    }

    private String withAccessors(MemberDeclaration member) {
        return isFinal(member)
                ? "add a method " + getter(member) + "() and take it in the constructor"
                : "add " + (isOfOtherPackage(member) ? "public " : "") + "methods " + getter(member) + "() and "
                        + setter(member) + "(" + TypeNames.simple(member.type()) + ")";
    }

    private Optional<Obstacle> getterObstacle(MemberDeclaration member) {
        return Stream.of(member.name(), getter(member), "is" + Capitals.capitalized(member.name()))
                .flatMap(name -> methods(name, 0))
                .flatMap(method -> getterObstacle(method, member).stream())
                .findFirst();
    }

    private Optional<Obstacle> getterObstacle(ExecutableElement method, MemberDeclaration member) {
        String name = method.getSimpleName() + "()";
        TypeMirror result = signature(method).getReturnType();
        return types.isSameType(result, member.type())
                ? obstacle(method, name)
                : Optional.of(new Obstacle(
                        name + " returns " + TypeNames.simple(result) + ", not " + TypeNames.simple(member.type()),
                        "Let " + name + " return " + TypeNames.simple(member.type())));
    }

    private Optional<Obstacle> setterObstacle(MemberDeclaration member) {
        return Stream.of(setter(member), member.name())
                .flatMap(name -> methods(name, 1))
                .flatMap(method -> setterObstacle(method, member).stream())
                .findFirst();
    }

    private Optional<Obstacle> setterObstacle(ExecutableElement method, MemberDeclaration member) {
        TypeMirror parameter = signature(method).getParameterTypes().get(0);
        String name = method.getSimpleName() + "(" + TypeNames.simple(parameter) + ")";
        return types.isSameType(parameter, member.type())
                ? obstacle(method, name)
                : Optional.of(new Obstacle(
                        name + " takes " + TypeNames.simple(parameter) + ", not " + TypeNames.simple(member.type()),
                        "Let " + method.getSimpleName() + " take " + TypeNames.simple(member.type())));
    }

    /** What is wrong with a method of the right type. */
    private Optional<Obstacle> obstacle(ExecutableElement method, String name) {
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of(new Obstacle(name + " is static", "Declare " + name + " without static"));
        }
        if (!access.toMember(method)) {
            return Optional.of(new Obstacle(
                    name + " is " + reach(method),
                    "Make " + name + " " + (isOfOtherPackage(method) ? "public" : "package-private")));
        }
        return method.getThrownTypes().isEmpty()
                ? Optional.empty()
                : Optional.of(new Obstacle(
                        name + " throws "
                                + method.getThrownTypes().stream()
                                        .map(TypeNames::simple)
                                        .collect(Collectors.joining(", ")),
                        "Let " + name + " throw no checked exception"));
    }

    private Stream<ExecutableElement> methods(String name, int parameters) {
        return ElementFilter.methodsIn(elements.getAllMembers(MoreTypes.asTypeElement(type))).stream()
                .filter(method -> method.getSimpleName().contentEquals(name))
                .filter(method -> method.getParameters().size() == parameters);
    }

    private ExecutableType signature(ExecutableElement method) {
        return MoreTypes.asExecutable(types.asMemberOf(type, method));
    }

    /**
     * Why the field itself cannot be used: {@code it is private}.
     *
     * @param byLombok what Lombok makes of a field that looks usable
     */
    private String fieldDefect(MemberDeclaration member, String byLombok) {
        return access.toMember(member.position()) ? "Lombok makes it " + byLombok : "it is " + reach(member.position());
    }

    private static String reach(Element element) {
        return switch (Visibility.ofElement(element)) {
            case PRIVATE -> "private";
            case DEFAULT -> "package-private in another package";
            case PROTECTED -> "protected in another package";
            case PUBLIC -> "public";
        };
    }

    /** What the field would have to be. */
    private String wider(MemberDeclaration member) {
        String reach = isOfOtherPackage(member) ? "public" : "package-private";
        boolean isWide = access.toMember(member.position());
        return !isFinal(member) ? reach : isWide ? "not final" : reach + " and not final";
    }

    private boolean isOfOtherPackage(MemberDeclaration member) {
        return isOfOtherPackage(member.position());
    }

    private boolean isOfOtherPackage(Element element) {
        return !MoreElements.getPackage(element).equals(access.from());
    }

    private static boolean isFinal(MemberDeclaration member) {
        return member.position().getModifiers().contains(Modifier.FINAL);
    }

    private static String getter(MemberDeclaration member) {
        return "get" + Capitals.capitalized(member.name());
    }

    private static String setter(MemberDeclaration member) {
        return "set" + Capitals.capitalized(member.name());
    }
}
