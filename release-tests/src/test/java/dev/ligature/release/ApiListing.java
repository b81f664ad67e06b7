// SPDX-License-Identifier: Apache-2.0
package dev.ligature.release;

import static com.tngtech.archunit.core.domain.JavaModifier.BRIDGE;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaGenericArrayType;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What other code may call in the classes of a folder: public and protected types and members, one per line, sorted.
 */
final class ApiListing {
    /** Modifiers that the source does not have, or that a caller does not see. */
    private static final Set<String> NOISE =
            Set.of("synchronized", "native", "transient", "volatile", "varargs", "bridge", "synthetic");

    private ApiListing() {}

    static String of(Path classes) {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .importPath(classes).stream()
                        .filter(ApiListing::isVisible)
                        .map(ApiListing::listing)
                        .sorted()
                        .collect(joining("\n"));
    }

    private static boolean isVisible(JavaClass type) {
        return !type.getPackageName().contains(".internal")
                && !type.isAnonymousClass()
                && isVisible((HasModifiers) type)
                && type.getEnclosingClass().map(ApiListing::isVisible).orElse(true);
    }

    private static boolean isVisible(HasModifiers member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return (modifiers.contains(PUBLIC) || modifiers.contains(PROTECTED))
                && !modifiers.contains(SYNTHETIC)
                && !modifiers.contains(BRIDGE);
    }

    private static String listing(JavaClass type) {
        Stream<String> fields = type.getFields().stream()
                .filter(field -> isInherited(field, type))
                .map(ApiListing::field);
        Stream<String> codeUnits = type.getCodeUnits().stream()
                .filter(unit -> isInherited(unit, type))
                .map(ApiListing::codeUnit);
        String members = Stream.concat(fields, codeUnits)
                .sorted()
                .map(member -> "    " + member + "\n")
                .collect(joining());
        return header(type) + "\n" + members;
    }

    /** A protected member of a class that cannot have subclasses elsewhere is as good as private. */
    private static boolean isInherited(JavaMember member, JavaClass type) {
        return isVisible(member)
                && !member.getName().equals("<clinit>")
                && (member.getModifiers().contains(PUBLIC)
                        || !type.getModifiers().contains(FINAL));
    }

    private static String header(JavaClass type) {
        String kind = type.isAnnotation()
                ? "@interface"
                : type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
        String superclass = type.getSuperclass()
                .map(ApiListing::name)
                .filter(name -> kind.equals("class") && !name.equals("java.lang.Object"))
                .map(name -> " extends " + name)
                .orElse("");
        List<String> interfaces =
                type.getInterfaces().stream().map(ApiListing::name).sorted().toList();
        return modifiers(type) + kind + " " + type.getName() + variables(type.getTypeParameters()) + superclass
                + (interfaces.isEmpty() ? "" : " : " + String.join(", ", interfaces));
    }

    private static String field(JavaField field) {
        return modifiers(field) + name(field.getType()) + " " + field.getName();
    }

    private static String codeUnit(JavaCodeUnit unit) {
        String parameters =
                unit.getParameterTypes().stream().map(ApiListing::name).collect(joining(", "));
        String thrown = unit.getThrowsClause().stream()
                .map(each -> each.getRawType().getName())
                .collect(joining(", "));
        String variables = variables(unit.getTypeParameters());
        return modifiers(unit)
                + (variables.isEmpty() ? "" : variables + " ")
                + (unit.isConstructor() ? "new" : name(unit.getReturnType()) + " " + unit.getName())
                + "(" + parameters + ")"
                + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    private static String variables(Collection<? extends JavaTypeVariable<?>> variables) {
        return variables.isEmpty()
                ? ""
                : variables.stream().map(ApiListing::variable).collect(joining(", ", "<", ">"));
    }

    private static String variable(JavaTypeVariable<?> variable) {
        String bounds = variable.getUpperBounds().stream()
                .map(ApiListing::name)
                .filter(name -> !name.equals("java.lang.Object"))
                .collect(joining(" & "));
        return variable.getName() + (bounds.isEmpty() ? "" : " extends " + bounds);
    }

    /** A type as the source has it: an array is the type of its elements followed by brackets. */
    private static String name(JavaType type) {
        return type instanceof JavaClass raw && raw.isArray()
                ? name(raw.getComponentType()) + "[]"
                : type instanceof JavaGenericArrayType generic
                        ? name(generic.getComponentType()) + "[]"
                        : type.getName();
    }

    /** Modifiers in the order in which they are usually written. */
    private static String modifiers(HasModifiers member) {
        return member.getModifiers().stream()
                .sorted()
                .map(modifier -> modifier.name().toLowerCase(Locale.ROOT))
                .filter(name -> !NOISE.contains(name))
                .map(name -> name + " ")
                .collect(joining());
    }
}
