// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.ScalarKind;
import dev.ligature.processor.model.ValueModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions for the codecs of values. */
final class ValueCode {
    private final CodecNames names;
    private final ClassName codec;
    private final boolean isQualified;

    private ValueCode(CodecNames names, ClassName codec, boolean isQualified) {
        this.names = names;
        this.codec = codec;
        this.isQualified = isQualified;
    }

    /** For use within the document's codec. */
    static ValueCode within(CodecNames names, ClassName codec) {
        return new ValueCode(names, codec, false);
    }

    /** For use in other classes of the package. */
    static ValueCode outside(CodecNames names, ClassName codec) {
        return new ValueCode(names, codec, true);
    }

    /** The codec of a member, not bound to a registry. */
    CodeBlock member(@Nullable String owner, FieldModel field) {
        String constant = names.value(owner, field);
        if (constant != null) {
            return constant(constant);
        }
        return field.value() instanceof ValueModel.Embedded embedded
                ? constant(names.embedded(embedded.name()))
                : value(field.value());
    }

    CodeBlock embedded(String name) {
        return constant(names.embedded(name));
    }

    private CodeBlock constant(String name) {
        return isQualified ? CodeBlock.of("$T.$N", codec, name) : CodeBlock.of("$N", name);
    }

    /** The codec of a value wherever it stands; usable in the initializers of constants. */
    CodeBlock value(ValueModel value) {
        if (value instanceof ValueModel.Scalar scalar) {
            return CodeBlock.of(
                    "$T.$L", RuntimeTypes.VALUE_CODECS, scalar.kind().name());
        }
        if (value instanceof ValueModel.Enumeration enumeration) {
            return enumeration.renamed().isEmpty()
                    ? CodeBlock.of("$T.enumeration($T.class)", RuntimeTypes.VALUE_CODECS, enumeration.type())
                    : CodeBlock.of("$T.enumeration($L)", RuntimeTypes.VALUE_CODECS, enumNames(enumeration));
        }
        if (value instanceof ValueModel.Elements elements) {
            return elements(elements);
        }
        if (value instanceof ValueModel.ObjectArray array) {
            return CodeBlock.of(
                    "$T.array($L, $T::new)", RuntimeTypes.VALUE_CODECS, value(array.element()), array.type());
        }
        if (value instanceof ValueModel.PrimitiveArray array) {
            return primitives(array.elementKind());
        }
        if (value instanceof ValueModel.MapOf map) {
            return map(map);
        }
        if (value instanceof ValueModel.Converted converted) {
            return CodeBlock.of(
                    "$T.converted($L, new $T())",
                    RuntimeTypes.VALUE_CODECS,
                    value(converted.stored()),
                    converted.converter());
        }
        if (value instanceof ValueModel.Embedded embedded) {
            return embedded(embedded);
        }
        ValueModel.Registered registered = (ValueModel.Registered) value;
        return CodeBlock.of(
                "$T.registered($T.class, $S)", RuntimeTypes.VALUE_CODECS, registered.type(), registered.member());
    }

    /** The constants of an enum and their stored names. */
    static CodeBlock enumNames(ValueModel.Enumeration enumeration) {
        CodeBlock.Builder code =
                CodeBlock.builder().add("$T.of($T.class)", RuntimeTypes.ENUM_NAMES, enumeration.type());
        for (ValueModel.Renamed renamed : enumeration.renamed()) {
            code.add(".with($S, $S)", renamed.constant(), renamed.storedName());
        }
        return code.build();
    }

    private CodeBlock map(ValueModel.MapOf map) {
        ValueModel.Enumeration key = map.key();
        return key == null
                ? CodeBlock.of("$T.map($L)", RuntimeTypes.VALUE_CODECS, value(map.value()))
                : CodeBlock.of("$T.enumMap($L, $L)", RuntimeTypes.VALUE_CODECS, enumNames(key), value(map.value()));
    }

    private CodeBlock elements(ValueModel.Elements elements) {
        CodeBlock element = value(elements.element());
        return switch (elements.container()) {
            case LIST -> CodeBlock.of("$T.list($L)", RuntimeTypes.VALUE_CODECS, element);
            case SET -> CodeBlock.of("$T.set($L)", RuntimeTypes.VALUE_CODECS, element);
            case COLLECTION -> CodeBlock.of("$T.collection($L)", RuntimeTypes.VALUE_CODECS, element);
        };
    }

    /** May stand within a statement, so it contains none of JavaPoet's. */
    private static CodeBlock primitives(ScalarKind kind) {
        return CodeBlock.builder()
                .add("$T.convertedList(\n$>$>", RuntimeTypes.VALUE_CODECS)
                .add("$T.$L,\n", RuntimeTypes.VALUE_CODECS, kind.name())
                .add("list -> {\n$>")
                .add("$1T[] array = new $1T[list.size()];\n", kind.type().unbox())
                .beginControlFlow("for (int i = 0; i < array.length; i++)")
                .add("array[i] = list.get(i);\n")
                .endControlFlow()
                .add("return array;\n$<},\n")
                .add("array -> {\n$>")
                .add("$T<$T> list = new $T<>(array.length);\n", List.class, kind.type(), ArrayList.class)
                .beginControlFlow("for ($T each : array)", kind.type().unbox())
                .add("list.add(each);\n")
                .endControlFlow()
                .add("return list;\n$<}$<$<)")
                .build();
    }

    /** A use that closes a cycle may be initialised before the constant it names. */
    private CodeBlock embedded(ValueModel.Embedded embedded) {
        String constant = names.embedded(embedded.name());
        return embedded.isCyclic()
                ? CodeBlock.of("$T.lazy(() -> $T.$N)", RuntimeTypes.VALUE_CODECS, codec, constant)
                : constant(constant);
    }
}
