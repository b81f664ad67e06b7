// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.LinkModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.StructureModel;
import dev.ligature.processor.model.TakenNames;
import dev.ligature.processor.model.ValueModel;
import javax.lang.model.element.Modifier;

/** Generates the method that writes an object. Each member is asked for once. */
final class WriteGenerator {
    private final CodecScope scope;
    private final StructureModel structure;
    private final TakenNames allocator;
    private final String sink;
    private final String object;

    WriteGenerator(CodecScope scope) {
        this.scope = scope;
        this.structure = scope.structure();
        this.allocator = scope.locals();
        this.sink = allocator.newName("sink");
        this.object = allocator.newName(scope.variable());
    }

    MethodSpec generate() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.BSON_SINK, sink)
                .addParameter(structure.type(), object)
                .addStatement("$N.startDocument()", sink);
        StructureModel.Discriminator discriminator = structure.discriminator();
        if (discriminator != null) {
            method.addStatement(
                    "$N.writeString($N, $L, $S)",
                    sink,
                    fields(),
                    0, // in front of the members
                    discriminator.value());
        }
        structure.stored().forEach(member -> method.addCode(write(member)));
        return method.addStatement("$N.end()", sink).build();
    }

    private CodeBlock write(MemberModel.Stored member) {
        CodeBlock value = ObjectCode.get(object, member);
        if (member.type().isPrimitive()) {
            return writeValue(member, value);
        }
        if (member instanceof FieldModel field && field.isId()) {
            return writeUnlessNull(member, value);
        }
        return switch (member.presence()) {
            case REQUIRED -> writeValue(member, present(value, member));
            case NULLABLE -> writeUnlessNull(member, value);
            case OPTIONAL ->
                structure.isArgument(member) && !member.property().isNullable()
                        ? writeUnlessNull(member, CodeBlock.of("$L.orElse(null)", present(value, member)))
                        : writeUnlessEmpty(member, value);
            case DEFAULTED -> writeOrNull(member, value);
        };
    }

    private static CodeBlock present(CodeBlock value, MemberModel member) {
        return CodeBlock.of("present($L, $S)", value, member.name());
    }

    private CodeBlock writeUnlessNull(MemberModel.Stored member, CodeBlock value) {
        String local = allocator.newName(member.name());
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("$T $N = $L", member.carriedType(), local, value)
                .beginControlFlow("if ($N != null)", local)
                .add(writeValue(member, CodeBlock.of("$N", local)));
        return orNullForOthers(member, code).endControlFlow().build();
    }

    /** A member that is set after construction, or is annotated so, may be null where an {@code Optional} was meant. */
    private CodeBlock writeUnlessEmpty(MemberModel.Stored member, CodeBlock value) {
        String local = allocator.newName(member.name());
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("$T $N = $L", member.type(), local, value)
                .beginControlFlow("if ($1N != null && $1N.isPresent())", local)
                .add(writeValue(member, CodeBlock.of("$N.get()", local)));
        return orNullForOthers(member, code).endControlFlow().build();
    }

    /** A link that is stored as a DBRef is shared with mappers that write, and expect, a null for an absent link. */
    private CodeBlock.Builder orNullForOthers(MemberModel.Stored member, CodeBlock.Builder code) {
        return member instanceof LinkModel link && link.isDbRef()
                ? code.nextControlFlow("else").addStatement("$N.writeNull($N, $L)", sink, fields(), place(member))
                : code;
    }

    private CodeBlock writeOrNull(MemberModel.Stored member, CodeBlock value) {
        String local = allocator.newName(member.name());
        TypeName type = member.carriedType();
        return CodeBlock.builder()
                .addStatement("$T $N = $L", type, local, value)
                .beginControlFlow("if ($N == null)", local)
                .addStatement("$N.writeNull($N, $L)", sink, fields(), place(member))
                .nextControlFlow("else")
                .add(writeValue(member, CodeBlock.of("$N", local)))
                .endControlFlow()
                .build();
    }

    private CodeBlock writeValue(MemberModel.Stored member, CodeBlock value) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (member instanceof LinkModel link) {
            return code.addStatement(
                            "$T.$L($N, $N, $L, $N, $L)",
                            RuntimeTypes.LINKS,
                            link.shape().isList() ? "writeRefs" : "writeRef",
                            sink,
                            fields(),
                            place(member),
                            scope.link(link),
                            value)
                    .build();
        }
        FieldModel field = (FieldModel) member;
        String method = field.value() instanceof ValueModel.Scalar scalar
                ? scalar.kind().writes()
                : null;
        if (method != null) {
            return code.addStatement("$N.$L($N, $L, $L)", sink, method, fields(), place(member), value)
                    .build();
        }
        return code.addStatement("$N.write($N, $L, $L, $L)", sink, fields(), place(member), scope.codec(field), value)
                .build();
    }

    private String fields() {
        return scope.names().fields();
    }

    private int place(MemberModel.Stored member) {
        return scope.place(member);
    }
}
