// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.ValueModel;
import org.jspecify.annotations.Nullable;

/** Generated expressions that read a value from a {@code BsonSource}. */
final class ReadCalls {
    private ReadCalls() {}

    /**
     * Reads a field: frequent kinds with a method of their own, all others with their codec.
     *
     * @param source the variable with the source
     */
    static CodeBlock value(FieldModel field, CodeBlock codec, String source) {
        boolean isPrimitive = field.isPrimitive();
        @Nullable
        String method = field.value() instanceof ValueModel.Scalar scalar
                ? scalar.kind().reads(isPrimitive)
                : null;
        if (method != null) {
            return CodeBlock.of("$T.$L($N)", RuntimeTypes.READS, method, source);
        }
        return isPrimitive
                ? CodeBlock.of("$L.read($N)", codec, source)
                : CodeBlock.of("$T.value($N, $L)", RuntimeTypes.READS, source, codec);
    }
}
