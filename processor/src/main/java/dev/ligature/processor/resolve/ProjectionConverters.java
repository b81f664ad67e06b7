// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.resolve;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.ligature.processor.declaration.Access;
import dev.ligature.processor.declaration.ConverterDeclaration;
import dev.ligature.processor.declaration.MemberDeclaration;
import dev.ligature.processor.declaration.StructureReader;
import dev.ligature.processor.model.FieldModel;
import dev.ligature.processor.model.ValueModel;
import dev.ligature.processor.resolve.ProjectedDocument.Member;
import dev.ligature.processor.resolve.ProjectionWay.End;
import dev.ligature.processor.validate.Message;
import dev.ligature.processor.validate.ValidationReport;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Lets components of a projection read what is stored by converters of their own. */
final class ProjectionConverters {
    private final ConverterResolver converters;
    private final Access access;
    private final ValidationReport report;

    ProjectionConverters(Types types, Access access, ValidationReport report) {
        this.converters = new ConverterResolver(types, report);
        this.access = access;
        this.report = report;
    }

    /** What a component shows, read by its converter; empty if that does not fit, which is then in the report. */
    Optional<End> convert(MemberDeclaration component, End end) {
        if (!(end.member().model() instanceof FieldModel field) || field.isId()) {
            String form = end.member().model() instanceof FieldModel ? "shows an id" : "shows a link";
            report.add(component.at("Convert"), Message.CONVERT_UNSUPPORTED, component.displayName(), form);
            return Optional.empty();
        }
        return converters.of(component, access).flatMap(converter -> convert(component, end, field, converter));
    }

    private Optional<End> convert(
            MemberDeclaration component, End end, FieldModel field, ConverterDeclaration converter) {
        if (converter.stored().getKind() == TypeKind.DECLARED
                && !access.toType(MoreTypes.asTypeElement(converter.stored()))) {
            report.add(
                    component.at("Convert").value("value"),
                    Message.VALUE_NOT_ACCESSIBLE,
                    component.displayName(),
                    StructureReader.displayName(MoreTypes.asTypeElement(converter.stored())));
            return Optional.empty();
        }
        Optional<ValueModel> value = converted(field.value(), converter);
        if (value.isEmpty()) {
            report.add(
                    component.at("Convert").value("value"),
                    Message.PROJECTION_CONVERTER_DIFFERS,
                    component.displayName(),
                    converter.displayName(),
                    converter.stored(),
                    end.path(),
                    shown(stored(field.value()).type()));
            return Optional.empty();
        }
        TypeName type = value.get().type();
        boolean isMany = end.way().isMany();
        TypeName shown = isMany ? ParameterizedTypeName.get(ClassName.get(List.class), type) : type;
        TypeMirror declared = isMany ? component.type() : ProjectionTypes.withoutOptional(component.type());
        if (!TypeName.get(declared).box().equals(shown)) {
            report.add(
                    component.at("Convert").value("value"),
                    Message.CONVERTER_OF_OTHER_TYPE,
                    component.displayName(),
                    component.type(),
                    converter.displayName(),
                    converter.value(),
                    declared);
            return Optional.empty();
        }
        FieldModel read = new FieldModel(
                field.property().of(type), field.storedName(), false, false, field.presence(), value.get());
        return Optional.of(new End(end.way(), new Member(end.member().declaration(), read)));
    }

    /** The values in the form of the type that the converter stores, and converted: themselves, or what they hold. */
    private static Optional<ValueModel> converted(ValueModel declared, ConverterDeclaration converter) {
        ValueModel value = stored(declared);
        if (value.type().equals(TypeName.get(converter.stored()))) {
            return Optional.of(new ValueModel.Converted(
                    TypeName.get(converter.value()), ClassName.get(converter.element()), converter.isPublic(), value));
        }
        if (value instanceof ValueModel.Elements elements) {
            return converted(elements.element(), converter)
                    .map(each -> new ValueModel.Elements(of(elements.type(), each.type()), elements.container(), each));
        }
        if (value instanceof ValueModel.ObjectArray array) {
            return converted(array.element(), converter)
                    .map(each -> new ValueModel.ObjectArray(ArrayTypeName.of(each.type()), each));
        }
        if (value instanceof ValueModel.MapOf map) {
            return converted(map.value(), converter)
                    .map(each -> new ValueModel.MapOf(of(map.type(), each.type()), map.key(), each));
        }
        return Optional.empty();
    }

    /** The values as the document stores them, without its own converter. */
    private static ValueModel stored(ValueModel value) {
        return value instanceof ValueModel.Converted converted ? converted.stored() : value;
    }

    /** A list or a map with other elements or values. */
    private static TypeName of(TypeName container, TypeName last) {
        ParameterizedTypeName type = (ParameterizedTypeName) container;
        TypeName[] arguments = type.typeArguments().toArray(TypeName[]::new);
        arguments[arguments.length - 1] = last;
        return ParameterizedTypeName.get(type.rawType(), arguments);
    }

    /** A type as users write it. */
    private static String shown(TypeName type) {
        return type.toString().replaceAll("[a-z_][\\w]*\\.", "");
    }
}
