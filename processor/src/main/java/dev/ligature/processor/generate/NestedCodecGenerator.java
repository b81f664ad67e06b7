// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ligature.processor.model.EmbeddedModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.LinkModel;
import dev.ligature.processor.model.MemberModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Generates the codec of an embedded type, nested in the document's. Codecs that it takes from a registry are arguments of its
 * constructor: unbound ones of the constant, bound ones of the document's codec.
 */
final class NestedCodecGenerator {
    private final EmbeddedModel embedded;
    private final CodecNames names;
    private final ValueCode values;
    private final ClassName codec;
    private final List<Bound> bound = new ArrayList<>();

    /** A codec of a part that is bound to a registry. */
    private record Bound(TypeName type, String name, CodeBlock unbound) {}

    NestedCodecGenerator(EmbeddedModel embedded, CodecNames names, ValueCode values) {
        this.embedded = embedded;
        this.names = names;
        this.values = values;
        this.codec = ClassName.get("", names.embeddedClass(embedded.name()));
        if (embedded instanceof EmbeddedModel.Plain plain) {
            plain.structure().fields().forEach(this::addBound);
        } else if (embedded instanceof EmbeddedModel.Union union) {
            union.subtypes().forEach(this::addBound);
        }
    }

    private void addBound(FieldModel field) {
        String name = names.bound(embedded.name(), field.name());
        if (name != null) {
            bound.add(new Bound(field.value().type(), name, values.member(embedded.name(), field)));
        }
    }

    private void addBound(EmbeddedModel.Subtype subtype) {
        String name = names.bound(embedded.name(), subtype.value().name());
        if (name != null) {
            bound.add(new Bound(subtype.value().type(), name, values.value(subtype.value())));
        }
    }

    /** A new codec that is not bound to a registry. */
    CodeBlock construct() {
        return construct(Bound::unbound);
    }

    private CodeBlock construct(Function<Bound, CodeBlock> argument) {
        return CodeBlock.of("new $T($L)", codec, bound.stream().map(argument).collect(CodeBlock.joining(", ")));
    }

    TypeSpec generate() {
        TypeSpec.Builder type = TypeSpec.classBuilder(codec)
                .addJavadoc("Reads and writes {@link $T}, embedded.", embedded.rawType())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(
                        embedded instanceof EmbeddedModel.Union
                                ? RuntimeTypes.UNION_CODEC
                                : RuntimeTypes.EMBEDDED_CODEC,
                        embedded.type()));
        List<MethodSpec> methods = methods(type);
        bound.forEach(each -> type.addField(codecOf(each), each.name(), Modifier.PRIVATE, Modifier.FINAL));
        type.addMethod(constructor());
        methods.forEach(type::addMethod);
        if (!bound.isEmpty()) {
            type.addMethod(bind());
        }
        return type.build();
    }

    private static TypeName codecOf(Bound each) {
        return ParameterizedTypeName.get(RuntimeTypes.VALUE_CODEC, each.type());
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addStatement("super($L)", arguments());
        for (Bound each : bound) {
            constructor.addParameter(codecOf(each), each.name()).addStatement("this.$1N = $1N", each.name());
        }
        return constructor.build();
    }

    private CodeBlock arguments() {
        Stream<String> arguments = embedded instanceof EmbeddedModel.Union union
                ? Stream.concat(
                        Stream.of(union.displayName(), union.key()),
                        union.subtypes().stream().map(EmbeddedModel.Subtype::discriminator))
                : Stream.of(embedded.displayName());
        return arguments.map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(",$W"));
    }

    private List<MethodSpec> methods(TypeSpec.Builder type) {
        if (embedded instanceof EmbeddedModel.Union union) {
            return new UnionGenerator(union, names, values).generate();
        }
        EmbeddedModel.Plain plain = (EmbeddedModel.Plain) embedded;
        CodecScope scope = new CodecScope(plain.structure(), plain.name(), null, names, values);
        ReadGenerator read = new ReadGenerator(scope);
        type.addField(read.names());
        plain.structure().references().forEach(link -> type.addField(linkConstant(plain, link)));
        return List.of(read.generate(), new WriteGenerator(scope).generate());
    }

    private FieldSpec linkConstant(EmbeddedModel.Plain plain, MemberModel.Reference link) {
        return FieldSpec.builder(
                        RuntimeTypes.LINK_MEMBER,
                        names.embeddedLink(link),
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(
                        "$T.embedded($>$>\n$S, $T.$L, $T.$L, () -> $T.TYPE)$<$<",
                        RuntimeTypes.LINK_MEMBER,
                        plain.displayName() + "." + link.name(),
                        RuntimeTypes.LINK_SHAPE,
                        link.shape(),
                        RuntimeTypes.LINK_STORAGE,
                        ((LinkModel) link).storage(),
                        link.target().codec())
                .build();
    }

    private MethodSpec bind() {
        return MethodSpec.methodBuilder("bind")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(RuntimeTypes.VALUE_CODEC, embedded.type()))
                .addParameter(RuntimeTypes.CODEC_REGISTRY, "registry")
                .addStatement("return $L", construct(each -> CodeBlock.of("$N.bind(registry)", each.name())))
                .build();
    }
}
