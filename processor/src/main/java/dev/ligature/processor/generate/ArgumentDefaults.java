// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values for arguments for which nothing was read. */
final class ArgumentDefaults {
    /** Interfaces whose emptiest value is made by {@code of()}. */
    private static final Set<ClassName> COLLECTIONS =
            Set.of(ClassName.get(List.class), ClassName.get(Set.class), ClassName.get(Map.class));

    private static final ClassName COLLECTION = ClassName.get("java.util", "Collection");
    private static final ClassName OPTIONAL = ClassName.get("java.util", "Optional");

    private ArgumentDefaults() {}

    /** {@code null}, {@code 0} or {@code false}. */
    static CodeBlock zero(TypeName type) {
        if (!type.isPrimitive()) {
            return CodeBlock.of("null");
        }
        return CodeBlock.of(type.equals(TypeName.BOOLEAN) ? "false" : "0");
    }

    /** {@link #zero}, cast if the compiler does not narrow constants: as an argument. */
    private static CodeBlock zeroArgument(TypeName type) {
        boolean isNarrow = type.equals(TypeName.BYTE) || type.equals(TypeName.SHORT) || type.equals(TypeName.CHAR);
        return isNarrow ? CodeBlock.of("($T) 0", type) : zero(type);
    }

    /** The empty value that a constructor is likely to accept. */
    static CodeBlock empty(TypeName type) {
        TypeName raw = type instanceof ParameterizedTypeName parameterized ? parameterized.rawType() : type;
        if (raw.equals(OPTIONAL)) {
            return CodeBlock.of("$T.empty()", raw);
        }
        if (raw.equals(COLLECTION)) {
            return CodeBlock.of("$T.of()", List.class);
        }
        return raw instanceof ClassName name && COLLECTIONS.contains(name)
                ? CodeBlock.of("$T.of()", raw)
                : zeroArgument(type);
    }
}
