// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import dev.ligature.processor.model.BackLinkModel;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.LinkModel;
import dev.ligature.processor.model.MemberModel;
import dev.ligature.processor.model.Presence;
import dev.ligature.processor.model.StructureModel;
import dev.ligature.processor.model.TakenNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Generates the method that reads an object. If the constructor takes no arguments, the object is created first and its
 * members are set as they come. Otherwise they are kept in locals until all are known.
 */
final class ReadGenerator {
    private final CodecScope scope;
    private final StructureModel structure;
    private final TakenNames allocator;
    private final String source;
    private final String extra;
    private final String place;
    private final String object;
    private final Map<MemberModel, String> locals = new HashMap<>();

    private final FoundFlags flags;

    ReadGenerator(CodecScope scope) {
        this.scope = scope;
        this.structure = scope.structure();
        this.allocator = scope.locals();
        this.source = allocator.newName("source");
        this.extra = allocator.newName("extra");
        this.place = allocator.newName("place");
        List<MemberModel.Stored> flagged = new ArrayList<>();
        if (!structure.isMadeFirst()) {
            for (MemberModel.Stored member : structure.stored()) {
                locals.put(member, allocator.newName(member.name()));
                if (needsFlag(member)) {
                    flagged.add(member);
                }
            }
        }
        this.flags = new FoundFlags(scope, flagged, allocator);
        this.object = allocator.newName(scope.variable());
    }

    private boolean needsFlag(MemberModel.Stored member) {
        return structure.isArgument(member) ? member.type().isPrimitive() : member.presence() == Presence.DEFAULTED;
    }

    /** The stored names, whose order is that of the cases; the key of the discriminator is written first. */
    FieldSpec names() {
        Stream<String> stored = structure.stored().stream().map(MemberModel.Stored::storedName);
        StructureModel.Discriminator discriminator = structure.discriminator();
        CodeBlock names = Stream.concat(Stream.ofNullable(discriminator).map(StructureModel.Discriminator::key), stored)
                .map(name -> CodeBlock.of("$S", name))
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
        MethodSpec.Builder method = MethodSpec.methodBuilder("readDocument")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(structure.type())
                .addParameter(RuntimeTypes.BSON_SOURCE, source);
        if (scope.isDocument()) {
            method.addParameter(RuntimeTypes.EXTRA_FIELDS, extra);
        }
        method.addCode(structure.isMadeFirst() ? objectFirst() : declareLocals())
                .addCode(readFields())
                .addCode(structure.isMadeFirst() ? finish() : makeObject());
        return method.build();
    }

    /** A missing field means an empty {@code Optional}, whatever the constructor left there. */
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
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("$N.startDocument()", source)
                .addStatement("int $N = $T.START", place, RuntimeTypes.FIELD_NAMES)
                .beginControlFlow(
                        "while (($1N = $2N.next($3N, $1N)) != $4T.END)",
                        place,
                        scope.names().fields(),
                        source,
                        RuntimeTypes.FIELD_NAMES)
                .beginControlFlow("switch ($N)", place);
        structure.stored().forEach(member -> code.add(readCase(scope.place(member), member)));
        return code.add(
                        scope.isDocument()
                                ? CodeBlock.of("default -> $N.read($N);\n", extra, source)
                                : CodeBlock.of("default -> $N.skip();\n", source))
                .endControlFlow()
                .endControlFlow()
                .build();
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
                    link.shape().isList() ? "$T.readRefs($N, $N)" : "$T.readRef($N, $N)",
                    RuntimeTypes.LINKS,
                    source,
                    scope.link(link));
        }
        FieldModel stored = (FieldModel) member;
        return ReadCalls.value(stored, scope.codec(stored), source);
    }

    /** What is left to do with an object whose fields have been read. */
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
        CodeBlock.Builder code = CodeBlock.builder()
                .add(flags.require(structure.stored().stream()
                        .filter(member -> structure.isArgument(member) && flags.has(member))
                        .toList()));
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

    private static CodeBlock required(CodeBlock value, MemberModel.Stored member) {
        return CodeBlock.of("required($L, $S)", value, member.storedName());
    }

    private CodeBlock unfetched(BackLinkModel link) {
        CodeBlock one = CodeBlock.of("$T.unfetched($N)", RuntimeTypes.LINKS, scope.link(link));
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

    private String local(MemberModel member) {
        return Objects.requireNonNull(locals.get(member), member.name());
    }
}
