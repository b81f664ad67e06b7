// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ligature.processor.model.ProjectedField;
import dev.ligature.processor.model.ProjectedLink;
import dev.ligature.processor.model.ProjectedMember;
import dev.ligature.processor.model.ProjectionModel;
import dev.ligature.processor.model.ProjectionNodeModel;
import dev.ligature.processor.model.TakenNames;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates {@code HouseCardProjection}: what a projection reads, and the code that reads it. */
public final class ProjectionGenerator {
    private final ProjectionModel projection;
    private final ProjectionScope scope;
    private final ClassName name;
    private final Nullness nullness;

    public ProjectionGenerator(ProjectionModel projection, Nullness nullness) {
        this.projection = projection;
        this.nullness = nullness;
        this.scope = new ProjectionScope(projection);
        this.name = projection.names().projection();
    }

    public TypeSpec.Builder generate() {
        TypeSpec.Builder type = TypeSpec.classBuilder(projection.names().codec())
                .addJavadoc(
                        "Reads {@link $T} projections of {@code $L} documents.",
                        name,
                        projection.root().document().names().displayName())
                .addModifiers(Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(RuntimeTypes.PROJECTION_CODEC, name))
                .addField(typeConstant());
        scope.constants().forEach(constant -> addCodec(type, constant));
        List<ProjectionNodeModel> nodes =
                projection.nodes().stream().filter(node -> scope.isFirst(node)).toList();
        List<FragmentReaderGenerator> readers = nodes.stream()
                .map(node -> new FragmentReaderGenerator(scope, node))
                .toList();
        readers.forEach(reader -> type.addFields(reader.names()));
        type.addMethod(constructor()).addMethod(read(nodes));
        readers.forEach(reader -> type.addMethods(reader.methods()));
        ProjectionValueGenerator values = new ProjectionValueGenerator(projection, scope);
        type.addMethod(values.create());
        projection.members().stream()
                .filter(ProjectedMember::isMany)
                .forEach(member -> type.addMethod(values.collect(member)));
        nodes.forEach(node -> type.addType(fragment(node)));
        return type;
    }

    private static void addCodec(TypeSpec.Builder type, ProjectionScope.ValueConstant constant) {
        TypeName codec = ParameterizedTypeName.get(
                RuntimeTypes.VALUE_CODEC, constant.value().type());
        type.addField(FieldSpec.builder(codec, constant.name(), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(constant.codec())
                .build());
        if (!constant.bound().isEmpty()) {
            type.addField(codec, constant.bound(), Modifier.PRIVATE, Modifier.FINAL);
        }
    }

    private FieldSpec typeConstant() {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.builder(\n$>$>$T.class, $T.$N, $T::new)",
                        RuntimeTypes.PROJECTION_TYPE,
                        name,
                        projection.root().document().names().codec(),
                        CodecNames.TYPE,
                        projection.names().codec());
        for (ProjectedMember member : projection.members()) {
            code.add("\n.member($S, $S)", member.name(), member.path());
        }
        TakenNames parameters = ReservedNames.allocator();
        code.add("\n.read($L)", reading(projection.root(), parameters));
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeTypes.PROJECTION_TYPE, name),
                        CodecNames.TYPE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("The fields and links that are read.")
                .initializer(code.add("\n.build()$<$<").build())
                .build();
    }

    /** {@code house -> house.fields("name").links("door").through("door", door -> …)}. */
    private CodeBlock reading(ProjectionNodeModel node, TakenNames parameters) {
        String parameter = parameters.newName(scope.variable(node));
        CodeBlock.Builder code =
                CodeBlock.builder().add("$1N -> $1N", parameter).add("$>$>");
        Collection<String> fields = node.fields().stream()
                .filter(field -> node.fields().stream().noneMatch(field::isPartOf))
                .map(ProjectedField::storedPath)
                .distinct() // one field may be read in several ways
                .toList();
        String separator = "";
        if (!fields.isEmpty()) {
            code.add(".fields($L)", strings(fields));
            separator = "\n";
        }
        if (!node.links().isEmpty()) {
            code.add(
                    separator + ".links($L)",
                    strings(node.links().stream().map(ProjectedLink::member).toList()));
            separator = "\n";
        }
        for (ProjectionNodeModel.Edge edge : node.edges()) {
            code.add(separator + ".through($S, $L)", edge.link().member(), reading(edge.target(), parameters));
            separator = "\n";
        }
        return code.add("$<$<").build();
    }

    private static CodeBlock strings(Collection<String> texts) {
        return texts.stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(", "));
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addJavadoc(
                        "Creates the codec. {@code registry} has the codecs of types that Ligature does not map itself.")
                .addParameter(RuntimeTypes.CODEC_REGISTRY, "registry")
                .addStatement("super($N)", CodecNames.TYPE);
        for (ProjectionScope.ValueConstant constant : scope.constants()) {
            if (!constant.bound().isEmpty()) {
                constructor.addStatement("this.$N = $N.bind(registry)", constant.bound(), constant.name());
            }
        }
        return constructor.build();
    }

    private MethodSpec read(List<ProjectionNodeModel> nodes) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("readFragment")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(RuntimeTypes.FRAGMENT)
                .addParameter(int.class, "index")
                .addParameter(RuntimeTypes.BSON_SOURCE, "source")
                .addParameter(RuntimeTypes.EXTRA_FIELDS, "extra")
                .beginControlFlow("return switch (index)");
        for (ProjectionNodeModel node : nodes) {
            CodeBlock indexes = projection.nodes().stream()
                    .filter(each -> scope.first(each).index() == node.index())
                    .map(each -> CodeBlock.of("$L", each.index()))
                    .collect(CodeBlock.joining(", "));
            method.addCode("case $L -> $N(node(index), source, extra);\n", indexes, scope.reader(node));
        }
        return method.addCode("default -> throw unknownNode(index);\n")
                .addCode("$<};\n")
                .build();
    }

    private TypeSpec fragment(ProjectionNodeModel node) {
        TypeSpec.Builder type = TypeSpec.classBuilder(scope.fragment(node))
                .addJavadoc(
                        "What the projection reads of a {@code $L}.",
                        node.document().names().displayName())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(RuntimeTypes.FRAGMENT);
        for (ProjectedField field : node.fields()) {
            type.addField(nullness.nullable(field.field().carriedType()), scope.field(node, field), Modifier.PRIVATE);
            if (field.field().isPrimitive()) {
                type.addField(TypeName.BOOLEAN, scope.flag(node, field), Modifier.PRIVATE);
            }
        }
        return type.addMethod(MethodSpec.constructorBuilder()
                        .addParameter(RuntimeTypes.PROJECTION_NODE, "node")
                        .addStatement("super(node)")
                        .build())
                .build();
    }
}
