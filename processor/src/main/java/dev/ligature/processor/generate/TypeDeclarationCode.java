// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.ligature.processor.model.Accessor;
import dev.ligature.processor.model.BackLinkModel;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.DocumentNames;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.HierarchyModel;
import dev.ligature.processor.model.IndexModel;
import dev.ligature.processor.model.LinkModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.NestedLinkModel;
import dev.ligature.processor.model.StructureModel;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The constants that tell the runtime of a document and its links. */
final class TypeDeclarationCode {
    private static final int DEFAULT_DEPTH = 3;

    private final DocumentModel document;
    private final CodecNames names;
    private final ValueCode values;
    private final boolean hasServerSchema;

    TypeDeclarationCode(DocumentModel document, CodecNames names, ValueCode values, boolean hasServerSchema) {
        this.document = document;
        this.names = names;
        this.values = values;
        this.hasServerSchema = hasServerSchema;
    }

    FieldSpec typeConstant() {
        ClassName name = document.names().document();
        FieldSpec.Builder field = FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeTypes.DOCUMENT_TYPE, name),
                        CodecNames.TYPE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("The collection, the id and the links of {@link $T}.", name)
                .initializer(builder());
        if (document.isPublic()) {
            field.addModifiers(Modifier.PUBLIC);
        }
        return field.build();
    }

    private CodeBlock builder() {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.builder($T.class, $S)$>$>",
                        RuntimeTypes.DOCUMENT_TYPE,
                        document.names().document(),
                        document.collection());
        if (document.maxDepth() != DEFAULT_DEPTH) {
            code.add("\n.maxDepth($L)", document.maxDepth());
        }
        HierarchyModel hierarchy = document.hierarchy();
        if (hierarchy != null) {
            code.add(hierarchy(hierarchy));
        }
        if (document.isSealed()) {
            document.structure().fields().stream()
                    .filter(field -> !field.isId())
                    .forEach(field -> code.add("\n.field($S, $S)", field.name(), field.storedName()));
        } else {
            document.structure().members().forEach(member -> code.add(member(member)));
            document.nestedLinks().forEach(link -> code.add(nestedLink(link)));
        }
        document.indexes().forEach(index -> code.add(index(index)));
        if (hasServerSchema) {
            code.add("\n.serverSchema($T::$N)", document.names().codec(), ServerSchemaCode.METHOD);
        }
        return code.add("\n.codec($T::new)", document.names().codec())
                .add("\n.build()$<$<")
                .build();
    }

    private CodeBlock hierarchy(HierarchyModel hierarchy) {
        CodeBlock.Builder code = CodeBlock.builder();
        StructureModel.Discriminator discriminator = document.structure().discriminator();
        if (discriminator != null) {
            code.add("\n.discriminator($S, $S)", discriminator.key(), discriminator.value());
        }
        DocumentNames root = hierarchy.root();
        if (root != null) {
            code.add("\n.root(() -> $T.TYPE)", root.codec());
        }
        if (hierarchy.isSealed()) {
            code.add(
                    "\n.permits($L)",
                    types(hierarchy.permitted().stream()
                            .map(DocumentModel::names)
                            .toList()));
            hierarchy.links().forEach(link -> code.add("\n.linkOf($S, $L)", link.member(), types(link.types())));
        }
        return code.build();
    }

    private static CodeBlock types(List<DocumentNames> documents) {
        return documents.stream()
                .map(each -> CodeBlock.of("$T.TYPE", each.codec()))
                .collect(CodeBlock.joining(", "));
    }

    private CodeBlock member(MemberModel member) {
        if (member instanceof LinkModel link) {
            return CodeBlock.of(
                    "\n.link($S, $S, $T.$L, $T.$L, () -> $T.TYPE)",
                    link.name(),
                    link.storedName(),
                    RuntimeTypes.LINK_SHAPE,
                    link.shape(),
                    RuntimeTypes.LINK_STORAGE,
                    link.storage(),
                    link.target().codec());
        }
        if (member instanceof BackLinkModel link) {
            return CodeBlock.of(
                    "\n.backLink($S, $T.$L, $S, $T.$L, () -> $T.TYPE)",
                    link.name(),
                    RuntimeTypes.LINK_SHAPE,
                    link.shape(),
                    link.originalField(),
                    RuntimeTypes.ON_DELETE,
                    link.onDelete(),
                    link.target().codec());
        }
        return member instanceof FieldModel field ? field(field) : CodeBlock.of("");
    }

    private static CodeBlock nestedLink(NestedLinkModel link) {
        CodeBlock.Builder code = CodeBlock.builder().add("\n.link($>$>\n$T.empty()$>$>", RuntimeTypes.LINK_WAY);
        for (NestedLinkModel.Step step : link.way()) {
            code.add(
                    "\n.through($S, $S, $L$L)",
                    step.field().name(),
                    step.field().storedName(),
                    AccessCode.function(step.accesses()),
                    step.containers().stream()
                            .map(holder -> CodeBlock.of(", $T.$L", RuntimeTypes.LINK_HOLDER, holder))
                            .collect(CodeBlock.joining("")));
        }
        LinkModel last = link.link();
        return code.add(
                        "$<$<,\n$S, $S, $T.$L, $T.$L,\n$L,\n() -> $T.TYPE)$<$<",
                        last.name(),
                        last.storedName(),
                        RuntimeTypes.LINK_SHAPE,
                        last.shape(),
                        RuntimeTypes.LINK_STORAGE,
                        last.storage(),
                        AccessCode.function(link.accesses()),
                        last.target().codec())
                .build();
    }

    private CodeBlock field(FieldModel field) {
        if (field.isId()) {
            return CodeBlock.of(
                    "\n.id($S, $T.class, $L, $L)",
                    field.name(),
                    field.value().type(),
                    values.member(null, field),
                    getter(field));
        }
        return field.isVersion()
                ? CodeBlock.of("\n.version($S, $S, $L)", field.name(), field.storedName(), getter(field))
                : CodeBlock.of("\n.field($S, $S)", field.name(), field.storedName());
    }

    /** A function from the document to a member. */
    private CodeBlock getter(FieldModel field) {
        Accessor getter = field.property().getter();
        boolean isHidden = document.names().document().simpleNames().get(0).equals(CodecNames.TYPE); // by the constant
        if (getter.isMethod() && !isHidden) {
            return CodeBlock.of("$T::$N", document.names().document(), getter.name());
        }
        String variable = ReservedNames.allocator().newName(document.names().variable());
        return CodeBlock.of("$N -> $L", variable, ObjectCode.get(variable, field));
    }

    private static CodeBlock index(IndexModel index) {
        CodeBlock keys =
                index.keys().stream().map(key -> CodeBlock.of("$S", key)).collect(CodeBlock.joining(", "));
        CodeBlock.Builder code = CodeBlock.builder().add("\n.index($T.of($L)", RuntimeTypes.INDEX_TYPE, keys);
        if (index.isUnique()) {
            code.add(".onlyUnique()");
        }
        if (index.isSparse()) {
            code.add(".onlyPresent()");
        }
        if (index.expireAfterSeconds() >= 0) {
            code.add(".expiringAfter($L)", index.expireAfterSeconds());
        }
        return code.add(")").build();
    }

    List<FieldSpec> linkConstants() {
        return Stream.concat(
                        document.structure().references().stream()
                                .map(link -> linkConstant(names.link(link), link.name())),
                        document.nestedLinks().stream().map(link -> linkConstant(names.link(link), link.member())))
                .toList();
    }

    private static FieldSpec linkConstant(String name, String member) {
        return FieldSpec.builder(RuntimeTypes.LINK_TYPE, name, Modifier.STATIC, Modifier.FINAL)
                .initializer("$N.link($S)", CodecNames.TYPE, member)
                .build();
    }
}
