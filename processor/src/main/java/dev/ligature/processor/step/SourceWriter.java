// SPDX-License-Identifier: Apache-2.0
package dev.ligature.processor.step;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.ligature.processor.generate.JavadocText;
import dev.ligature.processor.generate.Marks;
import dev.ligature.processor.generate.NativeConfig;
import dev.ligature.processor.generate.Nullness;
import dev.ligature.processor.model.DocumentModel;
import dev.ligature.processor.model.ProjectionModel;
import dev.ligature.processor.validate.Message;
import dev.ligature.processor.validate.ValidationReport;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is generated. Adds what all types have in common: header, marker, visibility and originating element.
 */
final class SourceWriter {
    /** The types of {@code java.lang} that generated code names without an import: its own, and those of members. */
    private static final List<String> JAVA_LANG = List.of(
            "AssertionError",
            "Boolean",
            "Byte",
            "CharSequence",
            "Character",
            "Class",
            "Comparable",
            "Double",
            "Enum",
            "Error",
            "Exception",
            "Float",
            "IndexOutOfBoundsException",
            "Integer",
            "Iterable",
            "Long",
            "Number",
            "Object",
            "Override",
            "Record",
            "RuntimeException",
            "Short",
            "StackTraceElement",
            "String",
            "StringBuffer",
            "StringBuilder",
            "SuppressWarnings",
            "Throwable",
            "Void");

    private final Filer filer;
    private final Elements elements;
    private final Map<String, String[]> hidden = new HashMap<>();

    SourceWriter(Filer filer, Elements elements) {
        this.filer = filer;
        this.elements = elements;
    }

    /** How files that are generated from a type say that a value may be null. */
    Nullness nullness(TypeElement origin) {
        return new Nullness(isVisible("org.jspecify.annotations.Nullable", origin));
    }

    /** Whether files that are generated from a type can name another type. */
    private boolean isVisible(String type, TypeElement origin) {
        ModuleElement module = elements.getModuleOf(origin);
        return isUnnamed(module)
                ? elements.getTypeElement(type) != null
                : elements.getTypeElement(module, type) != null;
    }

    private static boolean isUnnamed(@Nullable ModuleElement module) {
        return module == null || module.isUnnamed();
    }

    void write(DocumentModel document, TypeElement origin, TypeSpec.Builder type) throws IOException {
        write(document.names().document(), document.lints(), origin, type, document.isPublic());
    }

    /** Writes the codec of a projection, which nobody names: it stays package-private. */
    void write(ProjectionModel projection, TypeElement origin, TypeSpec.Builder type) throws IOException {
        write(projection.names().projection(), projection.lints(), origin, type, false);
    }

    private void write(ClassName name, List<String> lints, TypeElement origin, TypeSpec.Builder type, boolean isPublic)
            throws IOException {
        if (isPublic) {
            type.addModifiers(Modifier.PUBLIC);
        }
        ModuleElement module = elements.getModuleOf(origin);
        if (isVisible("javax.annotation.processing.Generated", origin)
                && (isUnnamed(module) || !isPublic)) { // others may not see it
            type.addAnnotation(Marks.generated());
        }
        type.addAnnotation(Marks.generatedFrom(name))
                .alwaysQualify(
                        hidden.computeIfAbsent(name.packageName(), packageName -> hiddenJavaLang(packageName, module)));
        if (!lints.isEmpty()) {
            type.addAnnotation(Marks.suppress(lints));
        }
        JavaFile file = JavaFile.builder(name.packageName(), type.build())
                .addFileComment("Generated from $L; edits are overwritten.", name.canonicalName())
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
        try (Writer source = filer.createSourceFile(qualifiedName(file), origin).openWriter()) {
            source.write(JavadocText.shortened(file.toString()));
        }
    }

    /** Writes what a native image has to know about generated types. */
    void write(NativeConfig config, TypeElement origin, ValidationReport report) {
        try {
            Resources.write(filer, config.path(), config.text(), origin);
        } catch (IOException e) {
            report.add(origin, Message.RESOURCE_NOT_WRITTEN, config.path(), String.valueOf(e.getMessage()));
        }
    }

    private static String qualifiedName(JavaFile file) {
        String simpleName = file.typeSpec().name();
        return file.packageName().isEmpty() ? simpleName : file.packageName() + "." + simpleName;
    }

    /** A type of the package hides the one of {@code java.lang} that has its name, so that one is written in full. */
    private String[] hiddenJavaLang(String packageName, @Nullable ModuleElement module) {
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        return JAVA_LANG.stream()
                .filter(name -> ExistingTypes.find(prefix + name, module, elements) != null)
                .toArray(String[]::new);
    }
}
