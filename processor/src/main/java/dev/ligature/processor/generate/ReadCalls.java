package dev.ligature.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.ValueModel;
import org.jspecify.annotations.Nullable;

/** Generated expressions that read a value from a {@code BsonReader}. */
final class ReadCalls {
    private ReadCalls() {}

    /**
     * Reads a field: frequent kinds by a method of their own, all others by their codec.
     *
     * @param reader the variable with the reader
     * @param type the variable with the BSON type
     */
    static CodeBlock value(FieldModel field, CodeBlock codec, String reader, String type) {
        boolean isPrimitive = field.isPrimitive();
        @Nullable
        String method = field.value() instanceof ValueModel.Scalar scalar
                ? scalar.kind().reads(isPrimitive)
                : null;
        if (method != null) {
            return CodeBlock.of("$T.$L($N, $N)", RuntimeTypes.READS, method, reader, type);
        }
        return isPrimitive
                ? CodeBlock.of("$L.read($N, $N)", codec, reader, type)
                : CodeBlock.of("$T.value($N, $N, $L)", RuntimeTypes.READS, reader, type, codec);
    }
}
