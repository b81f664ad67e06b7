// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.ligature.processor.model.BackLinkModel;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.HierarchyModel;
import dev.ligature.processor.model.LinkModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.Presence;
import dev.ligature.processor.model.StructureModel;
import dev.ligature.processor.model.TakenNames;
import dev.ligature.processor.model.ValueModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Generates the members of a query class: a field for each stored value, a method for each link. */
final class MembersGenerator {
    private final DocumentModel document;
    private final StructureModel structure;
    private final @Nullable String embedded;
    private final CodecNames codecNames;
    private final ValueCode values;
    private final PathCode paths;
    private final TypeVariableName root;
    private final MethodNames methodNames;
    private final Map<FieldModel, String> fieldNames = new HashMap<>();

    /** @param embedded the name of the embedded type whose members these are; null for the document's own */
    MembersGenerator(
            DocumentModel document,
            StructureModel structure,
            @Nullable String embedded,
            CodecNames codecNames,
            ValueCode values,
            PathCode paths) {
        this.document = document;
        this.structure = structure;
        this.embedded = embedded;
        this.codecNames = codecNames;
        this.values = values;
        this.paths = paths;
        this.root = paths.root();
        this.methodNames = new MethodNames(document.names().query());
        TakenNames fields = QueryGenerator.fieldNames(document);
        structure.fields().forEach(field -> fieldNames.put(field, fields.newName(field.name())));
        if (embedded == null) {
            fields.newName(QueryGenerator.rootField(document));
        }
    }

    private static boolean isMethod(FieldModel field) {
        return field.value() instanceof ValueModel.Embedded value && value.isCyclic();
    }

    private String fieldName(FieldModel field) {
        return Objects.requireNonNull(fieldNames.get(field), field.name());
    }

    private List<FieldModel> pathFields() {
        return structure.fields().stream().filter(field -> !isMethod(field)).toList();
    }

    void addFields(TypeSpec.Builder type) {
        for (FieldModel field : pathFields()) {
            FieldSpec.Builder path = FieldSpec.builder(paths.type(field.value(), root), fieldName(field));
            if (document.isPublic() && field.property().isPublic()) {
                path.addModifiers(Modifier.PUBLIC);
            }
            type.addField(path.addModifiers(Modifier.FINAL).build());
        }
    }

    MethodSpec constructor(MethodSpec.Builder constructor) {
        constructor.addParameter(ParameterizedTypeName.get(RuntimeTypes.LOCATION, root), "location");
        if (embedded == null) {
            constructor.addStatement("super(location)");
        } else {
            constructor.addStatement("super(location, $L)", values.embedded(embedded));
        }
        TakenNames locals = new TakenNames();
        locals.newName("location");
        for (FieldModel field : pathFields()) {
            CodeBlock location = location(field);
            constructor.addStatement(
                    "this.$N = $L",
                    fieldName(field),
                    paths.create(field.value(), location, values.member(embedded, field), locals));
        }
        return constructor.build();
    }

    /** Where a member stands, and whether the document, or the value that holds it, can be read without it. */
    private CodeBlock location(FieldModel field) {
        return CodeBlock.of(
                "location.$L($S)",
                isRequired(field) ? "required" : isWhole() ? "field" : "optional",
                field.storedName());
    }

    /** The same outside the constructor. */
    private CodeBlock inheritedLocation(FieldModel field) {
        String method = isRequired(field) ? "requiredField" : isWhole() ? "storedField" : "optionalField";
        return CodeBlock.of("$L($S)", method, field.storedName());
    }

    /** Whether there is always something without which this can be read. */
    private boolean isWhole() {
        return embedded == null || !hasRequired();
    }

    private boolean hasRequired() {
        return structure.stored().stream().anyMatch(MembersGenerator::isRequired);
    }

    private static boolean isRequired(MemberModel.Stored member) {
        return member.presence() == Presence.REQUIRED || (member instanceof FieldModel field && field.isId());
    }

    void addMethods(TypeSpec.Builder type) {
        structure.references().forEach(link -> type.addMethod(link(link)));
        structure.fields().stream().filter(MembersGenerator::isMethod).forEach(field -> type.addMethod(cyclic(field)));
    }

    private MethodSpec link(MemberModel.Reference link) {
        boolean isAttachable = !(link instanceof BackLinkModel back) || back.isAttachable();
        ClassName query = link.target().query();
        ClassName path = !isAttachable
                ? QueryGenerator.nestedLinksType(query)
                : link.shape().isList() ? QueryGenerator.linksType(query) : QueryGenerator.linkType(query);
        return method(link, ParameterizedTypeName.get(path, root), link.isTargetPublic())
                .addJavadoc(
                        link.shape().isList() ? "The linked {@link $T}s." : "The linked {@link $T}.",
                        link.target().document())
                .addStatement("return new $T<>($L)", path, location(link))
                .build();
    }

    /** Where a link leads: one of the document's own, or one of an embedded value, wherever that is. */
    private CodeBlock location(MemberModel.Reference link) {
        return embedded != null && link instanceof LinkModel nested
                ? CodeBlock.of("throughEmbedded($S)", nested.storedName())
                : CodeBlock.of("through($T.$N)", document.names().codec(), codecNames.link(link));
    }

    /** The paths of a type that contains itself. They have no end, so they are created only when they are asked for. */
    private MethodSpec cyclic(FieldModel field) {
        return method(field, paths.type(field.value(), root), true)
                .addJavadoc("The embedded {@code $L}.", field.name())
                .addStatement(
                        "return $L",
                        paths.create(
                                field.value(),
                                inheritedLocation(field),
                                values.member(embedded, field),
                                new TakenNames()))
                .build();
    }

    /** The paths and the condition for the documents of a type below a sealed one. */
    void addNarrowing(TypeSpec.Builder type, HierarchyModel.Below below) {
        ClassName document = below.names().document();
        MethodSpec.Builder paths = MethodSpec.methodBuilder(methodNames.of("as" + document.simpleName()))
                .addJavadoc(
                        "The paths of a {@link $T}. Conditions on them hold for documents of this type only.", document)
                .returns(ParameterizedTypeName.get(below.names().query(), root))
                .addStatement(
                        "return new $T<>(narrowed($T.$N))",
                        below.names().query(),
                        below.names().codec(),
                        CodecNames.TYPE);
        MethodSpec.Builder condition = MethodSpec.methodBuilder(methodNames.of("is" + document.simpleName()))
                .addJavadoc("Holds if the document is a {@link $T}.", document)
                .returns(ParameterizedTypeName.get(RuntimeTypes.CONDITION, root))
                .addStatement("return ofType($T.$N)", below.names().codec(), CodecNames.TYPE);
        if (this.document.isPublic() && below.isPublic()) {
            paths.addModifiers(Modifier.PUBLIC);
            condition.addModifiers(Modifier.PUBLIC);
        }
        type.addMethod(paths.build()).addMethod(condition.build());
    }

    private MethodSpec.Builder method(MemberModel member, TypeName result, boolean isResultPublic) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(methodNames.of(member.name())).returns(result);
        return document.isPublic() && member.property().isPublic() && isResultPublic
                ? method.addModifiers(Modifier.PUBLIC)
                : method;
    }
}
