// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.NestedLinkModel;
import dev.ligature.processor.model.StructureModel;
import dev.ligature.processor.model.TakenNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Generates the methods with which the runtime reads and changes the id and the links of a document. */
final class ChangeGenerator {
    private static final ClassName OBJECT = ClassName.get(Object.class);

    private final CodecScope scope;
    private final StructureModel structure;
    private final List<MemberModel.Reference> links;
    private final List<NestedLinkModel> nestedLinks;
    private final Nullness nullness;
    private final TakenNames allocator;
    private final String index;
    private final String value;
    private final String idValue;
    private final String versionValue;
    private final String document;
    private final String copy;

    /** @param nestedLinks those within embedded values; their indexes follow those of the document's own */
    ChangeGenerator(CodecScope scope, List<NestedLinkModel> nestedLinks, Nullness nullness) {
        this.scope = scope;
        this.nullness = nullness;
        this.structure = scope.structure();
        this.links = scope.structure().references();
        this.nestedLinks = nestedLinks;
        this.allocator = scope.locals();
        this.index = allocator.newName("index");
        this.value = allocator.newName("value");
        this.idValue = allocator.newName("id");
        this.versionValue = allocator.newName("version");
        this.document = allocator.newName(scope.variable());
        this.copy = allocator.newName("copy");
    }

    List<MethodSpec> generate() {
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(withId());
        structure.fields().stream()
                .filter(FieldModel::isVersion)
                .map(this::withVersion)
                .forEach(methods::add);
        methods.add(link());
        methods.add(withLink());
        return methods;
    }

    private MethodSpec withId() {
        FieldModel id = Objects.requireNonNull(scope.id());
        return method("withId", structure.type())
                .addParameter(nullness.nullable(OBJECT), idValue)
                .addCode(with(id, CodeBlock.of("($T) $N", id.value().type(), idValue)))
                .build();
    }

    private MethodSpec withVersion(FieldModel version) {
        return method("withVersion", structure.type())
                .addParameter(long.class, versionValue)
                .addCode(with(version, CodeBlock.of("$N", versionValue)))
                .build();
    }

    /** Returns the same object with another value in a member if it can be set, otherwise a copy. */
    private CodeBlock with(FieldModel changed, CodeBlock newValue) {
        return ObjectCode.isSettable(changed)
                ? CodeBlock.builder()
                        .addStatement(ObjectCode.set(document, changed, newValue))
                        .addStatement("return $N", document)
                        .build()
                : new ObjectCode(structure)
                        .returnCopy(document, copy, member -> member.equals(changed) ? newValue : null);
    }

    private MethodSpec.Builder method(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result)
                .addParameter(structure.type(), document);
    }

    private MethodSpec link() {
        MethodSpec.Builder method = method("link", nullness.nullable(OBJECT)).addParameter(int.class, index);
        if (links.isEmpty() && nestedLinks.isEmpty()) {
            return method.addStatement(unknownIndex()).build();
        }
        method.beginControlFlow("return switch ($N)", index);
        for (MemberModel.Reference link : links) {
            CodeBlock member = ObjectCode.get(document, link);
            if (link.isOptionalType()) {
                String local = allocator.copy().newName(link.name());
                method.beginControlFlow("case $L ->", links.indexOf(link))
                        .addStatement("$T $N = $L", link.type(), local, member)
                        .addStatement("yield $1N == null ? null : $1N.orElse(null)", local)
                        .endControlFlow();
            } else {
                method.addCode("case $L -> $L;\n", links.indexOf(link), member);
            }
        }
        for (int i = 0; i < nestedLinks.size(); i++) {
            method.addCode(
                    "case $L -> $N.held($N);\n", links.size() + i, scope.names().link(nestedLinks.get(i)), document);
        }
        return method.addCode("default -> $L;\n", unknownIndex())
                .addCode("$<};\n")
                .build();
    }

    private CodeBlock unknownIndex() {
        return CodeBlock.of("throw new $T($N)", IndexOutOfBoundsException.class, index);
    }

    private MethodSpec withLink() {
        MethodSpec.Builder method = method("withLink", structure.type())
                .addParameter(int.class, index)
                .addParameter(nullness.nullable(OBJECT), value);
        if (links.isEmpty()) {
            return method.addStatement(unknownIndex()).build();
        }
        method.addAnnotation(Marks.suppress(List.of("unchecked")));
        method.addComment("Unchecked: the runtime passes what link(...) returns.");
        boolean areSettable = links.stream().allMatch(ObjectCode::isSettable);
        return method.addCode(areSettable ? setLink() : copyWithLink()).build();
    }

    private CodeBlock setLink() {
        CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch ($N)", index);
        for (MemberModel.Reference link : links) {
            code.add("case $L -> $L;\n", links.indexOf(link), ObjectCode.set(document, link, cast(link)));
        }
        return code.add("default -> $L;\n", unknownIndex())
                .endControlFlow()
                .addStatement("return $N", document)
                .build();
    }

    /** Links that can be set are set, so that the object stays the same. Others need a copy. */
    private CodeBlock copyWithLink() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (MemberModel.Reference link : links) {
            if (ObjectCode.isSettable(link)) {
                code.beginControlFlow("if ($N == $L)", index, links.indexOf(link))
                        .addStatement(ObjectCode.set(document, link, cast(link)))
                        .addStatement("return $N", document)
                        .endControlFlow();
            }
        }
        return code.add(new ObjectCode(structure).returnCopy(document, copy, this::replacement))
                .build();
    }

    private @Nullable CodeBlock replacement(MemberModel member) {
        if (!(member instanceof MemberModel.Reference link) || ObjectCode.isSettable(member)) {
            return null;
        }
        return CodeBlock.of(
                "$N == $L ? $L : $L", index, links.indexOf(link), cast(link), ObjectCode.get(document, link));
    }

    private CodeBlock cast(MemberModel.Reference link) {
        CodeBlock cast = CodeBlock.of("($T) $N", link.carriedType(), value);
        return link.isOptionalType() ? CodeBlock.of("$T.ofNullable($L)", Optional.class, cast) : cast;
    }
}
