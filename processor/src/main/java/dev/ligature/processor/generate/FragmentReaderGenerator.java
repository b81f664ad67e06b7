// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import dev.ligature.processor.model.Capitals;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.LinkModel;
import dev.ligature.processor.model.ProjectedField;
import dev.ligature.processor.model.ProjectedLink;
import dev.ligature.processor.model.ProjectionNodeModel;
import dev.ligature.processor.model.TakenNames;
import dev.ligature.processor.model.ValueModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Generates the methods that read one kind of fragment, and the names that they look for. */
final class FragmentReaderGenerator {
    private final ProjectionScope scope;
    private final ProjectionNodeModel node;
    private final List<FieldSpec> names = new ArrayList<>();
    private final List<MethodSpec> methods = new ArrayList<>();
    private final String nodeParameter;
    private final String source;
    private final String extra;
    private final String place;
    private final String position;
    private final String fragment;

    /** @param node the first of those with the fragment */
    FragmentReaderGenerator(ProjectionScope scope, ProjectionNodeModel node) {
        this.scope = scope;
        this.node = node;
        TakenNames allocator = ReservedNames.allocator();
        this.nodeParameter = allocator.newName("node");
        this.source = allocator.newName("source");
        this.extra = allocator.newName("extra");
        this.place = allocator.newName("place");
        this.position = allocator.newName("position");
        this.fragment = allocator.newName(Capitals.decapitalized(scope.fragmentName(node)));
        addReader();
    }

    /** The constants with the stored names. */
    List<FieldSpec> names() {
        return names;
    }

    List<MethodSpec> methods() {
        return methods;
    }

    /** What is read at one level, of the document or of a value embedded in it: statements by the stored names of the fields. */
    private Map<String, CodeBlock> level(List<FieldModel> within) {
        Map<String, List<ProjectedField>> whole = new LinkedHashMap<>();
        Map<String, FieldModel> entered = new LinkedHashMap<>();
        for (ProjectedField each : node.fields()) {
            if (each.within().equals(within)) {
                whole.computeIfAbsent(each.field().storedName(), name -> new ArrayList<>())
                        .add(each);
            } else {
                addEntered(each.within(), within, entered);
            }
        }
        Map<String, CodeBlock> links = new LinkedHashMap<>();
        for (ProjectedLink link : node.links()) {
            if (link.within().equals(within)) {
                links.put(((LinkModel) link.link()).storedName(), readLink(link));
            } else {
                addEntered(link.within(), within, entered);
            }
        }
        Map<String, CodeBlock> level = new LinkedHashMap<>();
        whole.forEach((name, fields) -> {
            FieldModel parts = entered.remove(name);
            level.put(
                    name, parts == null && fields.size() == 1 ? read(fields.get(0)) : readAgain(fields, within, parts));
        });
        entered.forEach((name, parts) -> level.put(name, statement(enter(within, parts))));
        level.putAll(links);
        return level;
    }

    /** Adds the member of a level that leads to a place further in. */
    private static void addEntered(List<FieldModel> place, List<FieldModel> level, Map<String, FieldModel> entered) {
        int depth = level.size();
        if (place.size() > depth && place.subList(0, depth).equals(level)) {
            FieldModel next = place.get(depth);
            entered.put(next.storedName(), next);
        }
    }

    private CodeBlock readLink(ProjectedLink link) {
        return CodeBlock.of("$N.readLink($L, $N); // $L\n", fragment, node.linkIndex(link), source, link.member());
    }

    private void addReader() {
        Map<String, CodeBlock> fields = new LinkedHashMap<>();
        fields.put("_id", statement(CodeBlock.of("$N.readId($N)", fragment, source)));
        fields.putAll(level(List.of()));
        methods.add(
                0,
                MethodSpec.methodBuilder(scope.reader(node))
                        .addModifiers(Modifier.PRIVATE)
                        .returns(scope.fragment(node))
                        .addParameter(RuntimeTypes.PROJECTION_NODE, nodeParameter)
                        .addParameter(RuntimeTypes.BSON_SOURCE, source)
                        .addParameter(RuntimeTypes.EXTRA_FIELDS, extra)
                        .addStatement("$1T $2N = new $1T($3N)", scope.fragment(node), fragment, nodeParameter)
                        .addStatement("$N.startDocument()", source)
                        .addCode(readFields(
                                scope.fragmentName(node), fields, CodeBlock.of("$N.read($N)", extra, source)))
                        .addStatement("return $N", fragment)
                        .build());
    }

    /** The loop over the fields of the open document; its names become a constant. */
    private CodeBlock readFields(String name, Map<String, CodeBlock> fields, CodeBlock otherwise) {
        String constant = scope.newConstant(name + "Fields");
        names.add(
                FieldSpec.builder(RuntimeTypes.FIELD_NAMES, constant, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(
                                "$T.of($L)",
                                RuntimeTypes.FIELD_NAMES,
                                fields.keySet().stream()
                                        .map(field -> CodeBlock.of("$S", field))
                                        .collect(CodeBlock.joining(",$W")))
                        .build());
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("int $N = $T.START", place, RuntimeTypes.FIELD_NAMES)
                .beginControlFlow(
                        "while (($1N = $2N.next($3N, $1N)) != $4T.END)",
                        place,
                        constant,
                        source,
                        RuntimeTypes.FIELD_NAMES)
                .beginControlFlow("switch ($N)", place);
        int number = 0;
        for (CodeBlock field : fields.values()) {
            code.add("case $L -> $L", number, field);
            number++;
        }
        return code.add("default -> $L;\n", otherwise)
                .endControlFlow()
                .endControlFlow()
                .build();
    }

    private static CodeBlock statement(CodeBlock expression) {
        return CodeBlock.of("$L;\n", expression);
    }

    private CodeBlock read(ProjectedField each) {
        return each.field().isPrimitive() ? block(readPrimitive(each)) : statement(assign(each));
    }

    /** A value that is read as a whole, in one way or several, and again for its parts if it has some. */
    private CodeBlock readAgain(List<ProjectedField> fields, List<FieldModel> within, @Nullable FieldModel parts) {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("int $N = $N.position()", position, source);
        for (ProjectedField each : fields) {
            if (!each.equals(fields.get(0))) {
                code.addStatement("$N.rewind($N)", source, position);
            }
            code.add(
                    each.field().isPrimitive()
                            ? readPrimitive(each)
                            : CodeBlock.builder().addStatement(assign(each)).build());
        }
        if (parts != null) {
            code.addStatement("$N.rewind($N)", source, position).addStatement(enter(within, parts));
        }
        return block(code.build());
    }

    private CodeBlock readPrimitive(ProjectedField each) {
        return CodeBlock.builder()
                .beginControlFlow("if (!$N.isNull())", source)
                .addStatement(assign(each))
                .addStatement("$N.$N = true", fragment, scope.flag(node, each))
                .endControlFlow()
                .build();
    }

    private static CodeBlock block(CodeBlock statements) {
        return CodeBlock.builder().add("{\n$>").add(statements).add("$<}\n").build();
    }

    private CodeBlock assign(ProjectedField each) {
        return CodeBlock.of(
                "$N.$N = $L",
                fragment,
                scope.field(node, each),
                ReadCalls.value(each.field(), scope.codec(node, each), source));
    }

    /** A call of the method that reads the parts of a member, which is generated with it. */
    private CodeBlock enter(List<FieldModel> within, FieldModel entered) {
        List<FieldModel> deeper = new ArrayList<>(within);
        deeper.add(entered);
        StringBuilder suggestion = new StringBuilder(scope.fragmentName(node));
        deeper.forEach(each -> suggestion.append(Capitals.capitalized(each.name())));
        return enter(entered.value(), deeper, suggestion.toString());
    }

    /** The parts of an embedded value, or of those in a list or a map. */
    private CodeBlock enter(ValueModel value, List<FieldModel> within, String suggestion) {
        String name = scope.newMethod("read" + suggestion);
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RuntimeTypes.BSON_SOURCE, source)
                .addParameter(scope.fragment(node), fragment);
        ValueModel inner = value instanceof ValueModel.Sequence sequence
                ? sequence.element()
                : value instanceof ValueModel.MapOf map ? map.value() : null;
        method.beginControlFlow(
                        value instanceof ValueModel.Sequence ? "if (!startList($N))" : "if (!startEmbedded($N))",
                        source)
                .addStatement("return")
                .endControlFlow();
        if (inner == null) {
            method.addCode(readFields(suggestion, level(within), CodeBlock.of("$N.skip()", source)));
        } else {
            method.beginControlFlow("while ($N.advance())", source)
                    .addStatement(enter(inner, within, suggestion + "Value"))
                    .endControlFlow();
        }
        methods.add(method.build());
        return CodeBlock.of("$N($N, $N)", name, source, fragment);
    }
}
