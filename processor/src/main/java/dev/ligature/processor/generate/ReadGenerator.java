package dev.ligature.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import dev.ligature.processor.model.BackLinkModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.LinkModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.Presence;
import dev.ligature.processor.model.StructureModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Generates the method that reads an object. Where the constructor takes no arguments the object is made first and its members
 * are set as they come; otherwise they are kept in locals until all are known.
 */
final class ReadGenerator {
    private final CodecScope scope;
    private final StructureModel structure;
    private final NameAllocator allocator;
    private final String reader;
    private final String extra;
    private final String field;
    private final String place;
    private final String type;
    private final String object;
    private final Map<MemberModel, String> locals = new HashMap<>();
    private final FoundFlags flags;

    ReadGenerator(CodecScope scope) {
        this.scope = scope;
        this.structure = scope.structure();
        this.allocator = scope.locals();
        this.reader = allocator.newName("reader");
        this.extra = allocator.newName("extra");
        this.field = allocator.newName("field");
        this.place = allocator.newName("place");
        this.type = allocator.newName("type");
        allocator.newName("e");
        List<MemberModel.Stored> flagged = new ArrayList<>();
        if (!structure.isMadeFirst()) {
            for (MemberModel.Stored member : structure.stored()) {
                locals.put(member, allocator.newName(member.name()));
                if (needsFlag(member)) {
                    flagged.add(member);
                }
            }
        }
        this.flags = new FoundFlags(flagged, allocator);
        this.object = allocator.newName(scope.variable());
    }

    private boolean needsFlag(MemberModel.Stored member) {
        return structure.isArgument(member) ? member.type().isPrimitive() : member.presence() == Presence.DEFAULTED;
    }

    /** The stored names, whose order is that of the cases. */
    FieldSpec names() {
        CodeBlock names = structure.stored().stream()
                .map(member -> CodeBlock.of("$S", member.storedName()))
                .collect(CodeBlock.joining(",$W"));
        return FieldSpec.builder(
                        RuntimeTypes.FIELD_NAMES,
                        scope.names().fields(),
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer("$T.of($L)", RuntimeTypes.FIELD_NAMES, names)
                .build();
    }

    MethodSpec generate() {
        MethodSpec.Builder method = MethodSpec.methodBuilder(scope.isDocument() ? "read" : "readDocument")
                .addAnnotation(Override.class)
                .addModifiers(scope.isDocument() ? Modifier.PUBLIC : Modifier.PROTECTED)
                .returns(structure.type())
                .addParameter(RuntimeTypes.BSON_READER, reader);
        if (scope.isDocument()) {
            method.addParameter(RuntimeTypes.EXTRA_FIELDS, extra);
        }
        method.addCode(structure.isMadeFirst() ? objectFirst() : declareLocals())
                .addStatement("$T $N = $S", String.class, field, "")
                .addStatement("int $N = -1", place)
                .addCode(readFields());
        if (structure.isMadeFirst()) {
            method.addCode(finish());
        } else if (!scope.isDocument()) {
            method.addCode(makeObject());
        }
        return method.build();
    }

    /** A field that is missing means an empty {@code Optional}, whatever the constructor left there. */
    private CodeBlock objectFirst() {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("$T $N = $L", structure.type(), object, construct());
        for (MemberModel.Stored member : structure.stored()) {
            if (member.presence() == Presence.OPTIONAL) {
                code.addStatement(ObjectCode.set(object, member, CodeBlock.of("$T.empty()", Optional.class)));
            }
        }
        return code.build();
    }

    private CodeBlock declareLocals() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (MemberModel.Stored member : structure.stored()) {
            code.addStatement(
                    "$T $N = $L", member.carriedType(), local(member), ArgumentDefaults.zero(member.carriedType()));
            if (flags.has(member)) {
                code.add(flags.declare(member));
            }
        }
        return code.build();
    }

    private CodeBlock readFields() {
        CodeBlock.Builder code = CodeBlock.builder();
        code.beginControlFlow("try");
        code.addStatement("$N.readStartDocument()", reader);
        code.beginControlFlow(
                "for ($1T $2N = $3N.readBsonType(); $2N != $1T.END_OF_DOCUMENT; $2N = $3N.readBsonType())",
                RuntimeTypes.BSON_TYPE,
                type,
                reader);
        code.addStatement("$N = $N.readName()", field, reader);
        code.addStatement("$1N = $2N.indexOf($3N, $1N)", place, scope.names().fields(), field);
        code.beginControlFlow("switch ($N)", place);
        int number = 0;
        for (MemberModel.Stored member : structure.stored()) {
            code.add(readCase(number, member));
            number++;
        }
        if (scope.isDocument()) {
            code.add("default -> $N.read($N, $N);\n", extra, reader, field);
        } else {
            code.add("default -> $N.skipValue();\n", reader);
        }
        code.endControlFlow();
        code.endControlFlow();
        code.addStatement("$N.readEndDocument()", reader);
        if (scope.isDocument()
                && !structure.isMadeFirst()) { // what holds an embedded value says what its constructor refuses
            code.addStatement("$N = $S", field, "").add(makeObject());
        }
        code.nextControlFlow("catch ($T e)", RuntimeException.class);
        if (scope.isDocument()) {
            code.addStatement("throw readFailure($L, $N, e)", id(), field);
        } else {
            code.addStatement("throw readFailure($N, e)", field);
        }
        return code.endControlFlow().build();
    }

    private CodeBlock readCase(int number, MemberModel.Stored member) {
        CodeBlock value = readValue(member);
        if (structure.isMadeFirst()) {
            CodeBlock assigned = member.presence() == Presence.OPTIONAL ? ofNullable(value) : value;
            return CodeBlock.of("case $L -> $L;\n", number, ObjectCode.set(object, member, assigned));
        }
        if (!flags.has(member)) {
            return CodeBlock.of("case $L -> $N = $L;\n", number, local(member), value);
        }
        return CodeBlock.builder()
                .beginControlFlow("case $L ->", number)
                .addStatement("$N = $L", local(member), value)
                .addStatement(flags.set(member))
                .endControlFlow()
                .build();
    }

    private CodeBlock readValue(MemberModel.Stored member) {
        if (member instanceof LinkModel link) {
            return CodeBlock.of(
                    link.shape().isList() ? "$T.readRefs($N, $N, $N)" : "$T.readRef($N, $N, $N)",
                    RuntimeTypes.LINKS,
                    reader,
                    type,
                    scope.names().link(link));
        }
        FieldModel stored = (FieldModel) member;
        return ReadCalls.value(stored, scope.codec(stored), reader, type);
    }

    /** What is left to be done with an object whose fields are read. */
    private CodeBlock finish() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (MemberModel member : structure.members()) {
            if (member instanceof MemberModel.Stored stored && stored.presence() == Presence.REQUIRED) {
                code.addStatement(required(ObjectCode.get(object, stored), stored));
            } else if (member instanceof BackLinkModel backLink) {
                code.addStatement(ObjectCode.set(object, member, unfetched(backLink)));
            }
        }
        return code.addStatement("return $N", object).build();
    }

    private CodeBlock makeObject() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (MemberModel.Stored member : structure.stored()) {
            if (structure.isArgument(member) && flags.has(member)) {
                code.addStatement(requireFound(member));
            }
        }
        if (structure.assigned().isEmpty()) {
            return code.addStatement("return $L", construct()).build();
        }
        code.addStatement("$T $N = $L", structure.type(), object, construct());
        for (MemberModel member : structure.assigned()) {
            CodeBlock assignment = ObjectCode.set(object, member, value(member));
            if (flags.has(member)) {
                code.beginControlFlow("if ($L)", flags.isSet(member))
                        .addStatement(assignment)
                        .endControlFlow();
            } else {
                code.addStatement(assignment);
            }
        }
        return code.addStatement("return $N", object).build();
    }

    private CodeBlock requireFound(MemberModel.Stored member) {
        return scope.isDocument()
                ? CodeBlock.of("requireFound($L, $S, $L)", flags.isSet(member), member.storedName(), id())
                : CodeBlock.of("requireFound($L, $S)", flags.isSet(member), member.storedName());
    }

    private CodeBlock construct() {
        return new ObjectCode(structure).construct(this::value);
    }

    /** What a member gets when all fields are read. */
    private CodeBlock value(MemberModel member) {
        if (member instanceof BackLinkModel backLink) {
            return unfetched(backLink);
        }
        if (!(member instanceof MemberModel.Stored stored)) {
            return ArgumentDefaults.empty(member.type());
        }
        CodeBlock local = CodeBlock.of("$N", local(member));
        return switch (stored.presence()) {
            case OPTIONAL -> ofNullable(local);
            case REQUIRED -> member.type().isPrimitive() ? local : required(local, stored);
            case NULLABLE, DEFAULTED -> local;
        };
    }

    private CodeBlock required(CodeBlock value, MemberModel.Stored member) {
        return scope.isDocument()
                ? CodeBlock.of("required($L, $S, $L)", value, member.storedName(), id())
                : CodeBlock.of("required($L, $S)", value, member.storedName());
    }

    private CodeBlock unfetched(BackLinkModel link) {
        CodeBlock one = CodeBlock.of(
                "$T.unfetched($N)", RuntimeTypes.LINKS, scope.names().link(link));
        return switch (link.shape()) {
            case ONE -> one;
            case OPTIONAL -> link.isOptionalType() ? CodeBlock.of("$T.of($L)", Optional.class, one) : one;
            case LIST -> CodeBlock.of("$T.unfetchedList()", RuntimeTypes.LINKS);
            case OPTIONAL_LIST ->
                link.isOptionalType() ? CodeBlock.of("$T.empty()", Optional.class) : CodeBlock.of("null");
        };
    }

    private static CodeBlock ofNullable(CodeBlock value) {
        return CodeBlock.of("$T.ofNullable($L)", Optional.class, value);
    }

    /** The document's id as far as it is read. */
    private CodeBlock id() {
        FieldModel id = Objects.requireNonNull(scope.id());
        return structure.isMadeFirst() ? ObjectCode.get(object, id) : CodeBlock.of("$N", local(id));
    }

    private String local(MemberModel member) {
        return Objects.requireNonNull(locals.get(member), member.name());
    }
}
