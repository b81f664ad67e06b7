// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.ligature.processor.model.Capitals;
import dev.ligature.processor.model.NestedLinkModel.Access;
import dev.ligature.processor.model.TakenNames;
import java.util.List;

/** Functions from an object to one of its members, for the runtime, which knows the types of neither. */
final class AccessCode {
    private AccessCode() {}

    /** {@code value -> ((Order) value).lines()}; one that asks for the type if there are several, with a line for each. */
    static CodeBlock function(List<Access> accesses) {
        TakenNames names = ReservedNames.allocator();
        String value = names.newName("value");
        Access first = accesses.get(0);
        if (first.isOnly()) {
            CodeBlock object = CodeBlock.of("(($T) $N)", first.owner(), value);
            return CodeBlock.of("$N -> $L", value, ObjectCode.get(object, first.member()));
        }
        CodeBlock.Builder code = CodeBlock.builder().add("$N -> $>$>", value);
        for (Access access : accesses) {
            String object = names.newName(Capitals.decapitalized(simpleName(access.owner())));
            code.add(
                    "$N instanceof $T $N ? $L\n: ",
                    value,
                    access.owner(),
                    object,
                    ObjectCode.get(object, access.member()));
        }
        return code.add("null$<$<").build();
    }

    private static String simpleName(TypeName type) {
        return (type instanceof ParameterizedTypeName generic ? generic.rawType() : (ClassName) type).simpleName();
    }
}
