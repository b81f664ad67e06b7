// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.EmbeddedModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.ValueModel;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Generates {@code HouseCodec}: the document's type, its codec, and the codecs of what it embeds. */
public final class CodecGenerator {
    private static final String REGISTRY = "registry";

    private final DocumentModel document;
    private final CodecNames names;
    private final ValueCode values;
    private final TypeDeclarationCode type;
    private final Nullness nullness;
    private final @Nullable String serverSchema;

    /** @param serverSchema what the server is to check of the documents, as JSON; null for nothing */
    public CodecGenerator(DocumentModel document, CodecNames names, Nullness nullness, @Nullable String serverSchema) {
        this.document = document;
        this.nullness = nullness;
        this.serverSchema = serverSchema;
        this.names = names;
        this.values = ValueCode.within(names, document.names().codec());
        this.type = new TypeDeclarationCode(document, names, values, serverSchema != null);
    }

    public TypeSpec.Builder generate() {
        return document.isSealed() ? generateUnion() : generateOwn();
    }

    /** The codec of a sealed document leaves each document to that of its own type. */
    private TypeSpec.Builder generateUnion() {
        TypeSpec.Builder codec = start(RuntimeTypes.DOCUMENT_UNION_CODEC, ", each by the codec of its own type");
        codec.addField(type.typeConstant());
        type.linkConstants().forEach(codec::addField);
        addValueConstants(codec);
        codec.addMethod(
                constructor(CodeBlock.of("$N, $N", CodecNames.TYPE, REGISTRY)).build());
        addServerSchema(codec);
        addNestedCodecs(codec);
        return codec;
    }

    private TypeSpec.Builder start(ClassName base, String how) {
        ClassName name = document.names().document();
        return TypeSpec.classBuilder(document.names().codec())
                .addJavadoc(
                        "Reads and writes {@link $T} documents of the collection $L$L.",
                        name,
                        JavadocText.code(document.collection()),
                        how)
                .addModifiers(Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(base, name));
    }

    private TypeSpec.Builder generateOwn() {
        TypeSpec.Builder codec = start(RuntimeTypes.DOCUMENT_CODEC, "");
        boolean isIdEmbedded = document.id().value() instanceof ValueModel.Embedded;
        if (isIdEmbedded) { // the type is made of the id's codec
            addValueConstants(codec);
        }
        codec.addField(type.typeConstant());
        type.linkConstants().forEach(codec::addField);
        if (!isIdEmbedded) {
            addValueConstants(codec);
        }
        CodecScope scope = new CodecScope(document.structure(), null, document.id(), names, values);
        ReadGenerator read = new ReadGenerator(scope);
        codec.addField(read.names());
        addBoundFields(codec);
        codec.addMethod(constructor()).addMethod(read.generate()).addMethod(new WriteGenerator(scope).generate());
        new ChangeGenerator(scope, document.nestedLinks(), nullness).generate().forEach(codec::addMethod);
        addServerSchema(codec);
        addNestedCodecs(codec);
        return codec;
    }

    private void addServerSchema(TypeSpec.Builder codec) {
        if (serverSchema != null) {
            codec.addMethod(ServerSchemaCode.method(serverSchema));
        }
    }

    private void addNestedCodecs(TypeSpec.Builder codec) {
        document.embedded().stream()
                .filter(embedded -> !(embedded instanceof EmbeddedModel.Constants))
                .forEach(embedded -> codec.addType(nestedCodec(embedded)));
    }

    private void addValueConstants(TypeSpec.Builder codec) {
        for (EmbeddedModel embedded : document.embedded()) {
            if (embedded instanceof EmbeddedModel.Plain plain) {
                plain.structure().fields().forEach(field -> addValueConstant(codec, plain.name(), field));
            }
            FieldSpec.Builder constant = constant(names.embedded(embedded.name()), embedded.type());
            if (document.isPublic() && embedded.isPublic()) { // projections in other packages use it
                constant.addModifiers(Modifier.PUBLIC).addJavadoc("Reads and writes {@link $T}.", embedded.rawType());
            }
            codec.addField(constant.initializer(construct(embedded)).build());
        }
        document.structure().fields().forEach(field -> addValueConstant(codec, null, field));
    }

    private void addValueConstant(TypeSpec.Builder codec, @Nullable String owner, FieldModel field) {
        String name = names.value(owner, field);
        if (name != null) {
            codec.addField(constant(name, field.value().type())
                    .initializer(values.value(field.value()))
                    .build());
        }
    }

    private static FieldSpec.Builder constant(String name, TypeName value) {
        return FieldSpec.builder(
                ParameterizedTypeName.get(RuntimeTypes.VALUE_CODEC, value), name, Modifier.STATIC, Modifier.FINAL);
    }

    private CodeBlock construct(EmbeddedModel embedded) {
        return embedded instanceof EmbeddedModel.Constants constants
                ? variant(constants)
                : nested(embedded).construct();
    }

    private static CodeBlock variant(EmbeddedModel.Constants enumeration) {
        CodeBlock names = enumeration.constants().renamed().isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.of("$L, ", ValueCode.enumNames(enumeration.constants()));
        return CodeBlock.of(
                "$T.enumeration($T.class, $L$S, $S)",
                RuntimeTypes.VALUE_CODECS,
                enumeration.type(),
                names,
                enumeration.key(),
                enumeration.discriminator());
    }

    private NestedCodecGenerator nested(EmbeddedModel embedded) {
        return new NestedCodecGenerator(embedded, names, values);
    }

    private TypeSpec nestedCodec(EmbeddedModel embedded) {
        return nested(embedded).generate();
    }

    private void addBoundFields(TypeSpec.Builder codec) {
        for (FieldModel field : document.structure().fields()) {
            String bound = names.bound(null, field.name());
            if (bound != null) {
                codec.addField(
                        ParameterizedTypeName.get(
                                RuntimeTypes.VALUE_CODEC, field.value().type()),
                        bound,
                        Modifier.PRIVATE,
                        Modifier.FINAL);
            }
        }
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = constructor(CodeBlock.of("$N", CodecNames.TYPE));
        for (FieldModel field : document.structure().fields()) {
            String bound = names.bound(null, field.name());
            if (bound != null) {
                constructor.addStatement(
                        CodeBlock.of("this.$N = $L.bind($N)", bound, values.member(null, field), REGISTRY));
            }
        }
        return constructor.build();
    }

    private MethodSpec.Builder constructor(CodeBlock arguments) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addJavadoc(
                        "Creates the codec. {@code registry} has the codecs of types that Ligature does not map itself.")
                .addParameter(RuntimeTypes.CODEC_REGISTRY, REGISTRY)
                .addStatement("super($L)", arguments);
        return document.isPublic() ? constructor.addModifiers(Modifier.PUBLIC) : constructor;
    }
}
