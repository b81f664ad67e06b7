// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import com.google.auto.common.MoreElements;
import dev.ligature.processor.declaration.Access;
import dev.ligature.processor.declaration.StructureReader;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** A projection has to be a record, and generated code has to be able to create objects of it. */
public final class ProjectionValidator {
    private ProjectionValidator() {}

    /** Whether it is; if not, nothing else about it is worth reporting. */
    public static boolean checkKind(TypeElement type, ValidationReport report) {
        String name = StructureReader.displayName(type);
        if (type.getKind() != ElementKind.RECORD) {
            report.add(type, Message.PROJECTION_NOT_RECORD, name, kind(type.getKind()));
        } else if (!type.getTypeParameters().isEmpty()) {
            report.add(type, Message.PROJECTION_GENERIC, name);
        } else if (!new Access(MoreElements.getPackage(type)).toType(type)) {
            report.add(type, Message.PROJECTION_PRIVATE, name, StructureReader.displayName(privateOne(type)));
        }
        return !report.hasErrors();
    }

    private static String kind(ElementKind kind) {
        return switch (kind) {
            case INTERFACE -> "an interface";
            case ENUM -> "an enum";
            case ANNOTATION_TYPE -> "an annotation";
            default -> "a class";
        };
    }

    private static TypeElement privateOne(TypeElement type) {
        return type.getModifiers().contains(Modifier.PRIVATE)
                ? type
                : privateOne(MoreElements.asType(type.getEnclosingElement()));
    }
}
