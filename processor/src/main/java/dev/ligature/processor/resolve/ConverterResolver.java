// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.google.auto.common.MoreTypes;
import dev.ligature.processor.declaration.Access;
import dev.ligature.processor.declaration.ConverterDeclaration;
import dev.ligature.processor.declaration.MemberAnnotations;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.validate.Message;
import dev.ligature.processor.validate.ValidationReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Finds the converters of members and checks that they fit. */
final class ConverterResolver {
    private static final Set<String> OF_ELEMENTS = Set.of("java.util.List", "java.util.Collection", "java.util.Set");

    private final Types types;
    private final ValidationReport report;

    ConverterResolver(Types types, ValidationReport report) {
        this.types = types;
        this.report = report;
    }

    /** The converter that a member names; empty if generated code cannot use it, which is then in the report. */
    Optional<ConverterDeclaration> of(MemberDeclaration member, Access access) {
        ConverterDeclaration converter = declared(types, member).orElseThrow(UnresolvedTypeException::new);
        if (converter.value().getKind() == TypeKind.ERROR || converter.stored().getKind() == TypeKind.ERROR) {
            throw new UnresolvedTypeException();
        }
        Optional<String> defect = converter.defect(access);
        defect.ifPresent(reason -> report.add(
                member.at("Convert").value("value"),
                Message.CONVERTER_NOT_USABLE,
                member.displayName(),
                converter.displayName(),
                reason));
        return defect.isPresent() ? Optional.empty() : Optional.of(converter);
    }

    /** The converter that a member names, whatever it is like. */
    static Optional<ConverterDeclaration> declared(Types types, MemberDeclaration member) {
        return member.annotations()
                .convert()
                .flatMap(MemberAnnotations.Convert::converter)
                .flatMap(converter -> ConverterDeclaration.read(types, converter));
    }

    /** Whether a converter is one of values of a type, or of what they hold; if not, that is in the report. */
    boolean checkType(TypeMirror type, MemberDeclaration member, ConverterDeclaration converter) {
        boolean fits = isWithin(type, converter);
        if (!fits) {
            report.add(
                    member.at("Convert").value("value"),
                    Message.CONVERTER_OF_OTHER_TYPE,
                    member.displayName(),
                    member.type(),
                    converter.displayName(),
                    converter.value(),
                    type);
        }
        return fits;
    }

    boolean isOf(TypeMirror type, ConverterDeclaration converter) {
        return isOf(types, type, converter);
    }

    /** Whether a converter is one of values of a type. */
    static boolean isOf(Types types, TypeMirror type, ConverterDeclaration converter) {
        TypeMirror boxed = type.getKind().isPrimitive()
                ? types.boxedClass((PrimitiveType) type).asType()
                : type;
        return types.isSameType(boxed, converter.value());
    }

    private boolean isWithin(TypeMirror type, ConverterDeclaration converter) {
        if (type.getKind() == TypeKind.ERROR) {
            throw new UnresolvedTypeException();
        }
        if (isOf(type, converter)) {
            return true;
        }
        if (type.getKind() == TypeKind.ARRAY) {
            TypeMirror component = ((ArrayType) type).getComponentType();
            return !component.getKind().isPrimitive() && isWithin(component, converter);
        }
        if (type.getKind() != TypeKind.DECLARED) {
            return false;
        }
        String name = MoreTypes.asTypeElement(type).getQualifiedName().toString();
        List<? extends TypeMirror> arguments = MoreTypes.asDeclared(type).getTypeArguments();
        return (OF_ELEMENTS.contains(name) && arguments.size() == 1 && isWithin(arguments.get(0), converter))
                || (name.equals("java.util.Map") && arguments.size() == 2 && isWithin(arguments.get(1), converter));
    }
}
