// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.validate;

import com.google.auto.common.MoreElements;
import dev.ligature.processor.declaration.Access;
import dev.ligature.processor.declaration.DocumentDeclaration;
import dev.ligature.processor.declaration.DocumentHierarchy;
import dev.ligature.processor.declaration.Place;
import dev.ligature.processor.declaration.StructureReader;
import java.util.List;
import java.util.Optional;
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
        boolean isSealed = DocumentHierarchy.isSealed(type);
        boolean isAbstract = modifiers.contains(Modifier.ABSTRACT) || type.getKind() == ElementKind.INTERFACE;
        List<TypeElement> roots = List.copyOf(DocumentHierarchy.roots(type));
        Optional<TypeElement> root =
                roots.stream().filter(each -> !each.equals(type)).findFirst();
        if (roots.size() > 1) {
            report.add(
                    type,
                    Message.DOCUMENT_OF_TWO_HIERARCHIES,
                    name,
                    StructureReader.displayName(roots.get(0)),
                    StructureReader.displayName(roots.get(1)));
        } else if (root.isPresent() && !isSealed && (!kind.isEmpty() || isAbstract)) {
            report.add(
                    type,
                    Message.PERMITTED_NOT_DOCUMENT,
                    name,
                    StructureReader.displayName(root.get()),
                    kind.isEmpty() ? "an abstract class" : kind);
        } else if (!kind.isEmpty() && !isSealed) {
            report.add(type, Message.DOCUMENT_NOT_CLASS, name, kind);
        } else if (isAbstract && !isSealed) {
            report.add(type, Message.DOCUMENT_ABSTRACT, name);
        } else if (isSealed && !isAbstract) {
            report.add(type, Message.DOCUMENT_SEALED_CONCRETE, name, name);
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
        checkCollection(document, report);
        if (document.maxDepth() < 0 && DocumentDeclaration.isAnnotated(document.element())) {
            report.add(
                    Place.of(document.element(), "Document").value("maxDepth"),
                    Message.MAX_DEPTH_NEGATIVE,
                    document.displayName(),
                    document.maxDepth());
        }
    }

    private static void checkCollection(DocumentDeclaration document, ValidationReport report) {
        String collection = document.collection();
        Optional<TypeElement> root = document.root().filter(each -> !each.equals(document.element()));
        if (root.isPresent()) {
            String own = DocumentDeclaration.declaredCollection(document.element());
            if (!own.isEmpty() && !own.equals(collection)) {
                report.add(
                        Place.of(document.element(), "Document").value("collection"),
                        Message.COLLECTION_OF_HIERARCHY,
                        document.displayName(),
                        collection,
                        StructureReader.displayName(root.get()),
                        own);
            }
            return;
        }
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
