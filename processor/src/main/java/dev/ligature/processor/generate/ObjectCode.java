// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.ligature.processor.model.Accessor;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.StructureModel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Code that creates the objects of one structure, reads their members and sets them; the same for records and classes.
 */
final class ObjectCode {
    private static final int ARGUMENTS_ON_A_LINE = 2;

    private final StructureModel structure;

    ObjectCode(StructureModel structure) {
        this.structure = structure;
    }

    /** {@code house.name()}, {@code door.height}. */
    static CodeBlock get(String variable, MemberModel member) {
        return get(CodeBlock.of("$N", variable), member);
    }

    /** The same for an expression. */
    static CodeBlock get(CodeBlock object, MemberModel member) {
        Accessor getter = member.property().getter();
        return CodeBlock.of(getter.isMethod() ? "$L.$N()" : "$L.$N", object, getter.name());
    }

    static boolean isSettable(MemberModel member) {
        return member.property().setter() != null;
    }

    /** {@code door.height = value}, {@code door.setHeight(value)}. */
    static CodeBlock set(String variable, MemberModel member, CodeBlock value) {
        Accessor setter = Objects.requireNonNull(member.property().setter(), member.name());
        return CodeBlock.of(setter.isMethod() ? "$N.$N($L)" : "$N.$N = $L", variable, setter.name(), value);
    }

    /** {@code new House(…)} with a value for each argument. Part of a statement, which indents the lines. */
    CodeBlock construct(Function<MemberModel, CodeBlock> value) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (structure.factory() != null) {
            code.add("$L.$N", owner(structure.rawType()), structure.factory());
        } else {
            code.add(structure.type().equals(structure.rawType()) ? "new $T" : "new $T<>", structure.rawType());
        }
        List<CodeBlock> arguments = structure.arguments().stream().map(value).toList();
        boolean isLong = arguments.size() > ARGUMENTS_ON_A_LINE;
        code.add(isLong ? "(\n" : "(");
        code.add(arguments.stream().collect(CodeBlock.joining(isLong ? ",\n" : ", ")));
        return code.add(")").build();
    }

    /** The type before a method's name, if the constant of a codec hides a type with the same name. */
    private static CodeBlock owner(ClassName type) {
        return type.simpleNames().get(0).equals(CodecNames.TYPE)
                ? CodeBlock.of("$L", type.canonicalName())
                : CodeBlock.of("$T", type);
    }

    /**
     * Returns a copy of an object with other values for some members.
     *
     * @param replaced the other value of a member, or null to keep the object's
     * @param copy a free name
     */
    CodeBlock returnCopy(String variable, String copy, Function<MemberModel, @Nullable CodeBlock> replaced) {
        Function<MemberModel, CodeBlock> value =
                member -> Optional.ofNullable(replaced.apply(member)).orElseGet(() -> get(variable, member));
        List<MemberModel> assigned = structure.assigned();
        CodeBlock.Builder code = CodeBlock.builder();
        if (assigned.isEmpty()) {
            return code.addStatement("return $L", construct(value)).build();
        }
        code.addStatement("$T $N = $L", structure.type(), copy, construct(value));
        for (MemberModel member : assigned) {
            code.addStatement(set(copy, member, value.apply(member)));
        }
        return code.addStatement("return $N", copy).build();
    }
}
