package dev.ligature.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import dev.ligature.processor.model.Capitals;
import dev.ligature.processor.model.EmbeddedModel;
import dev.ligature.processor.model.EmbeddedModel.Subtype;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Generates the methods of a codec that chooses among those of the subtypes. */
final class UnionGenerator {
    private final EmbeddedModel.Union union;
    private final CodecNames names;
    private final ValueCode values;
    private final NameAllocator allocator;

    UnionGenerator(EmbeddedModel.Union union, CodecNames names, ValueCode values) {
        this.union = union;
        this.names = names;
        this.values = values;
        this.allocator = names.locals();
    }

    List<MethodSpec> generate() {
        return List.of(read(), write());
    }

    /** The discriminator may stand anywhere, so it is looked for before the subtype's codec starts over. */
    private MethodSpec read() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("readDocument")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(union.type())
                .addParameter(RuntimeTypes.BSON_READER, "reader")
                .addStatement("$T mark = reader.getMark()", RuntimeTypes.BSON_READER_MARK)
                .addStatement("$T subtype = null", String.class)
                .addStatement("reader.readStartDocument()")
                .beginControlFlow(
                        "for ($1T type = reader.readBsonType();"
                                + " type != $1T.END_OF_DOCUMENT;"
                                + " type = reader.readBsonType())",
                        RuntimeTypes.BSON_TYPE)
                .beginControlFlow("if (reader.readName().equals($S))", union.key())
                .addStatement("subtype = $T.string(reader, type)", RuntimeTypes.READS)
                .addStatement("break")
                .endControlFlow()
                .addStatement("reader.skipValue()")
                .endControlFlow()
                .addStatement("mark.reset()")
                .beginControlFlow("if (subtype == null)")
                .addStatement("throw unknownSubtype($S, null, $S)", union.key(), known())
                .endControlFlow()
                .beginControlFlow("return switch (subtype)");
        for (Subtype subtype : union.subtypes()) {
            method.addCode(
                    "case $S -> $L.read(reader, $T.DOCUMENT);\n",
                    subtype.discriminator(),
                    codec(subtype),
                    RuntimeTypes.BSON_TYPE);
        }
        return method.addCode("default -> throw unknownSubtype($S, subtype, $S);\n", union.key(), known())
                .addCode("$<};\n")
                .build();
    }

    private String known() {
        return union.subtypes().stream()
                .map(subtype -> '"' + subtype.discriminator() + '"')
                .collect(Collectors.joining(", "));
    }

    private CodeBlock codec(Subtype subtype) {
        String bound = names.bound(union.name(), subtype.value().name());
        return bound != null
                ? CodeBlock.of("$N", bound)
                : values.embedded(subtype.value().name());
    }

    private MethodSpec write() {
        String writer = allocator.newName("writer");
        String object = allocator.newName(Capitals.decapitalized(union.type().simpleName()));
        MethodSpec.Builder method = MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.BSON_WRITER, writer)
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
            method.addStatement("$L.write($N, $N)", codec(subtype), writer, variable);
            isFirst = false;
        }
        return method.nextControlFlow("else")
                .addStatement("throw new $T($N)", AssertionError.class, object)
                .endControlFlow()
                .build();
    }
}
