package dev.ligature.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import dev.ligature.processor.model.Capitals;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.LinkModel;
import dev.ligature.processor.model.ProjectedField;
import dev.ligature.processor.model.ProjectionNodeModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Generates the methods that read what a projection needs of the documents at one place. */
final class FragmentReaderGenerator {
    private final ProjectionScope scope;
    private final ProjectionNodeModel node;
    private final List<MethodSpec> methods = new ArrayList<>();
    private final String reader;
    private final String extra;
    private final String field;
    private final String type;
    private final String mark;
    private final String fragment;

    FragmentReaderGenerator(ProjectionScope scope, ProjectionNodeModel node) {
        this.scope = scope;
        this.node = node;
        NameAllocator allocator = ReservedNames.allocator();
        this.reader = allocator.newName("reader");
        this.extra = allocator.newName("extra");
        this.field = allocator.newName("field");
        this.type = allocator.newName("type");
        this.mark = allocator.newName("mark");
        allocator.newName("e");
        allocator.newName("bsonType");
        this.fragment = allocator.newName(scope.variable(node));
    }

    /** What is read at one level: of the document, or of a value embedded in it. */
    private static final class Level {
        final Map<String, ProjectedField> whole = new LinkedHashMap<>();
        final Map<String, FieldModel> entered = new LinkedHashMap<>();
    }

    private Level level(List<FieldModel> within) {
        Level level = new Level();
        for (ProjectedField each : node.fields()) {
            int depth = within.size();
            if (each.within().size() < depth || !each.within().subList(0, depth).equals(within)) {
                continue;
            }
            if (each.within().size() == depth) {
                level.whole.put(each.field().storedName(), each);
            } else {
                FieldModel next = each.within().get(depth);
                level.entered.put(next.storedName(), next);
            }
        }
        return level;
    }

    List<MethodSpec> generate() {
        MethodSpec.Builder method = MethodSpec.methodBuilder(scope.reader(node))
                .addModifiers(Modifier.PRIVATE)
                .returns(scope.fragment(node))
                .addParameter(RuntimeTypes.BSON_READER, reader)
                .addParameter(RuntimeTypes.EXTRA_FIELDS, extra)
                .addStatement("$1T $2N = new $1T(node($3L))", scope.fragment(node), fragment, node.index())
                .addStatement("$T $N = $S", String.class, field, "")
                .beginControlFlow("try")
                .addStatement("$N.readStartDocument()", reader)
                .addCode(beginFields());
        method.addCode("case $S -> $N.readId($N, $N);\n", "_id", fragment, reader, type);
        addFields(method, List.of());
        for (LinkModel link : node.links()) {
            method.addCode(
                    "case $S -> $N.readLink($L, $N, $N);\n",
                    link.storedName(),
                    fragment,
                    node.linkIndex(link),
                    reader,
                    type);
        }
        method.addCode("default -> $N.read($N, $N);\n", extra, reader, field)
                .endControlFlow()
                .endControlFlow()
                .addStatement("$N.readEndDocument()", reader)
                .nextControlFlow("catch ($T e)", RuntimeException.class)
                .addStatement("throw readFailure($N, $N, e)", fragment, field)
                .endControlFlow()
                .addStatement("return $N", fragment);
        methods.add(0, method.build());
        return methods;
    }

    private CodeBlock beginFields() {
        return CodeBlock.builder()
                .beginControlFlow(
                        "for ($1T $2N = $3N.readBsonType(); $2N != $1T.END_OF_DOCUMENT; $2N = $3N.readBsonType())",
                        RuntimeTypes.BSON_TYPE,
                        type,
                        reader)
                .addStatement("$N = $N.readName()", field, reader)
                .beginControlFlow("switch ($N)", field)
                .build();
    }

    private void addFields(MethodSpec.Builder method, List<FieldModel> within) {
        Level level = level(within);
        level.whole.forEach((name, each) -> {
            FieldModel entered = level.entered.get(name);
            if (entered == null && !each.field().isPrimitive()) {
                method.addCode("case $S -> $L;\n", name, assign(each));
                return;
            }
            method.beginControlFlow("case $S ->", name);
            if (entered != null) { // read as a whole, then once more for its parts
                method.addStatement("$T $N = $N.getMark()", RuntimeTypes.BSON_READER_MARK, mark, reader);
            }
            if (each.field().isPrimitive()) {
                method.beginControlFlow("if (isPresent($N, $N))", reader, type)
                        .addStatement(assign(each))
                        .addStatement("$N.$N = true", fragment, scope.flag(node, each))
                        .endControlFlow();
            } else {
                method.addStatement(assign(each));
            }
            if (entered != null) {
                method.addStatement("$N.reset()", mark).addStatement(enter(within, entered));
            }
            method.endControlFlow();
        });
        level.entered.forEach((name, entered) -> {
            if (!level.whole.containsKey(name)) {
                method.addCode("case $S -> $L;\n", name, enter(within, entered));
            }
        });
    }

    private CodeBlock assign(ProjectedField each) {
        return CodeBlock.of(
                "$N.$N = $L",
                fragment,
                scope.field(node, each),
                ReadCalls.value(each.field(), scope.codec(node, each), reader, type));
    }

    /** A call of the method that reads the parts of an embedded value, which is generated with it. */
    private CodeBlock enter(List<FieldModel> within, FieldModel entered) {
        List<FieldModel> deeper = new ArrayList<>(within);
        deeper.add(entered);
        StringBuilder suggestion = new StringBuilder(scope.reader(node));
        deeper.forEach(each -> suggestion.append(Capitals.capitalized(each.name())));
        String name = scope.newMethod(suggestion.toString());
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RuntimeTypes.BSON_READER, reader)
                .addParameter(RuntimeTypes.BSON_TYPE, "bsonType")
                .addParameter(scope.fragment(node), fragment)
                .beginControlFlow("if (!startEmbedded($N, bsonType))", reader)
                .addStatement("return")
                .endControlFlow()
                .addStatement("$T $N = $S", String.class, field, "")
                .beginControlFlow("try")
                .addCode(beginFields());
        addFields(method, deeper);
        method.addCode("default -> $N.skipValue();\n", reader)
                .endControlFlow()
                .endControlFlow()
                .addStatement("$N.readEndDocument()", reader)
                .nextControlFlow("catch ($T e)", RuntimeException.class)
                .addStatement("throw embeddedFailure($N, e)", field)
                .endControlFlow();
        methods.add(method.build());
        return CodeBlock.of("$N($N, $N, $N)", name, reader, type, fragment);
    }
}
