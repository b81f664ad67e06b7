// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import com.google.auto.common.MoreElements;
import dev.ligature.processor.declaration.Access;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.Place;
import dev.ligature.processor.declaration.StructureReader;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** Generated code has to be able to create objects of a document's type, and its settings have to make sense. */
public final class DocumentValidator {
    private DocumentValidator() {}

    /** Whether documents of the type can be created at all; if not, nothing else about it is worth reporting. */
    public static boolean checkKind(TypeElement type, ValidationReport report) {
        String name = StructureReader.displayName(type);
        Set<Modifier> modifiers = type.getModifiers();
        String kind = kindOtherThanClass(type.getKind());
        if (!kind.isEmpty()) {
            report.add(type, Message.DOCUMENT_NOT_CLASS, name, kind);
        } else if (modifiers.contains(Modifier.ABSTRACT)) {
            report.add(type, Message.DOCUMENT_ABSTRACT, name);
        } else if (!type.getTypeParameters().isEmpty()) {
            report.add(type, Message.DOCUMENT_GENERIC, name);
        } else if (type.getNestingKind() != NestingKind.TOP_LEVEL && !modifiers.contains(Modifier.STATIC)) {
            report.add(type, Message.DOCUMENT_INNER, name, StructureReader.displayName(outer(type)));
        } else if (!new Access(MoreElements.getPackage(type)).toType(type)) {
            report.add(type, Message.DOCUMENT_PRIVATE, name, StructureReader.displayName(privateOne(type)));
        }
        return !report.hasErrors();
    }

    private static String kindOtherThanClass(ElementKind kind) {
        return switch (kind) {
            case INTERFACE -> "an interface";
            case ENUM -> "an enum";
            case ANNOTATION_TYPE -> "an annotation";
            default -> "";
        };
    }

    private static TypeElement privateOne(TypeElement type) {
        return type.getModifiers().contains(Modifier.PRIVATE) ? type : privateOne(outer(type));
    }

    private static TypeElement outer(Element type) {
        return MoreElements.asType(type.getEnclosingElement());
    }

    public static void checkSettings(DocumentDeclaration document, ValidationReport report) {
        String collection = document.collection();
        String defect = collection.isEmpty() ? "" : collectionDefect(collection);
        if (!defect.isEmpty()) {
            report.add(
                    Place.of(document.element(), "Document").value("collection"),
                    Message.COLLECTION_NAME_INVALID,
                    document.displayName(),
                    collection,
                    defect,
                    document.names().variable());
        }
        if (document.maxDepth() < 0) {
            report.add(
                    Place.of(document.element(), "Document").value("maxDepth"),
                    Message.MAX_DEPTH_NEGATIVE,
                    document.displayName(),
                    document.maxDepth());
        }
    }

    private static String collectionDefect(String collection) {
        if (collection.isBlank()) {
            return "is blank";
        }
        if (collection.indexOf('$') >= 0) {
            return "contains $";
        }
        if (collection.indexOf('\0') >= 0) {
            return "contains a NUL character";
        }
        return collection.startsWith("system.") ? "starts with system., which is the server's" : "";
    }
}
