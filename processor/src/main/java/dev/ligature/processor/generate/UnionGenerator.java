// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.ligature.processor.model.Capitals;
import dev.ligature.processor.model.EmbeddedModel;
import dev.ligature.processor.model.EmbeddedModel.Subtype;
import dev.ligature.processor.model.TakenNames;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates the methods of a codec that chooses among those of the subtypes. */
final class UnionGenerator {
    private final EmbeddedModel.Union union;
    private final CodecNames names;
    private final ValueCode values;
    private final TakenNames allocator;

    UnionGenerator(EmbeddedModel.Union union, CodecNames names, ValueCode values) {
        this.union = union;
        this.names = names;
        this.values = values;
        this.allocator = names.locals();
    }

    List<MethodSpec> generate() {
        return List.of(read(), write());
    }

    private MethodSpec read() {
        String source = allocator.newName("source");
        String discriminator = allocator.newName("discriminator");
        MethodSpec.Builder method = MethodSpec.methodBuilder("readDocument")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(union.type())
                .addParameter(RuntimeTypes.BSON_SOURCE, source)
                .addStatement("$T $N = discriminator($N)", String.class, discriminator, source)
                .beginControlFlow("return switch ($N)", discriminator);
        for (Subtype subtype : union.subtypes()) {
            method.addCode("case $S -> $L.read($N);\n", subtype.discriminator(), codec(subtype), source);
        }
        return method.addCode("default -> throw unknownSubtype($N);\n", discriminator)
                .addCode("$<};\n")
                .build();
    }

    private CodeBlock codec(Subtype subtype) {
        String bound = names.bound(union.name(), subtype.value().name());
        return bound != null
                ? CodeBlock.of("$N", bound)
                : values.embedded(subtype.value().name());
    }

    private MethodSpec write() {
        String sink = allocator.newName("sink");
        String object = allocator.newName(Capitals.decapitalized(union.type().simpleName()));
        MethodSpec.Builder method = MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.BSON_SINK, sink)
                .addParameter(union.type(), object);
        boolean isFirst = true;
        for (Subtype subtype : union.subtypes()) {
            String variable =
                    allocator.newName(Capitals.decapitalized(subtype.value().name()));
            String condition = "if ($N instanceof $T $N)";
            if (isFirst) {
                method.beginControlFlow(condition, object, subtype.value().type(), variable);
            } else {
                method.nextControlFlow(
                        "else " + condition, object, subtype.value().type(), variable);
            }
            method.addStatement("$L.write($N, $N)", codec(subtype), sink, variable);
            isFirst = false;
        }
        return method.nextControlFlow("else")
                .addStatement("throw new $T($N)", AssertionError.class, object)
                .endControlFlow()
                .build();
    }
}
